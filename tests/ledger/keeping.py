"""A log that is kept during a test: its keeper, its policy, and witnesses that cosign when told to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.notes import SignatureLine, parse_note
from registan.ledger.guard import writing
from registan.ledger.keeper import Keeper, make_keeper, state_heads
from registan.ledger.models import Cosignature
from registan.ledger.published import latest_checkpoint
from registan.ledger.sequencer import integrate_all

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

NAMES = ("witness.kz.example", "witness.cn.example", "witness.in.example")


@dataclass
class Kept:
    """A keeper and the keys of three witnesses."""

    keeper: Keeper
    witnesses: list[Signer]

    def sign(self) -> int:
        """Sign all there is, the heads of streams too; the size of the newest checkpoint."""
        integrate_all()
        state_heads()
        integrate_all()
        self.keeper.signer.sign(timezone.now())
        latest = latest_checkpoint()
        return latest.size if latest else 0

    def cosign(self, how_many: int) -> None:
        """So many witnesses cosign the newest checkpoint."""
        latest, now = latest_checkpoint(), timezone.now()
        assert latest is not None
        text = parse_note(latest.note.encode()).text
        for by in self.witnesses[:how_many]:
            line = SignatureLine(by.key.name, by.key.id, cosign(text, by, int(now.timestamp())))
            with writing():
                Cosignature.objects.create(
                    checkpoint=latest, witness=by.key.name, key_id=by.key.id.hex(), line=str(line),
                    received_at=now,
                )  # fmt: skip


def keep_in(folder: Path, settings: Settings, *, quorum: int = 2) -> Kept:
    """A log kept in `folder` whose policy names three witnesses, of which `quorum` must cosign."""
    settings.LEDGER_KEYS = folder / "keys"
    settings.LEDGER_LAST_SIGNED = folder / "last-signed"
    settings.LEDGER_POLICY = folder / "policy"
    witnesses = [
        signer(name, KeyType.COSIGNATURE, bytes([1 + place]) * 32)
        for place, name in enumerate(NAMES)
    ]
    lines = [f"witness w{place} {by.key}" for place, by in enumerate(witnesses)]
    names = " ".join(f"w{place}" for place in range(len(witnesses)))
    lines += [f"group all {quorum} {names}", "quorum all"]
    settings.LEDGER_POLICY.parent.mkdir(parents=True, exist_ok=True)
    settings.LEDGER_POLICY.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Kept(make_keeper(), witnesses)
