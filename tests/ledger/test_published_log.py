"""The published log over HTTP, as a stranger reads it who trusts nothing but the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from registan.kernel.log.audit import audit
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.notes import parse_note, verify_note
from registan.kernel.log.policy import Policy
from registan.ledger.keeper import Keeper, state_heads
from registan.ledger.log_keys import generations
from registan.ledger.models import Checkpoint, Entry, LogState
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Signer
from registan.ledger.witnesses import Witnesses, witnesses_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    origin = settings.LEDGER_ORIGIN
    signer = Signer(origin, generations(tmp_path / "keys", origin), tmp_path / "last-signed")
    return Keeper(signer, Witnesses(witnesses_of(Policy(quorum="none"))), interval=1)


def get(path: str) -> bytes | None:
    answer = Client().get(f"/log/{path}")
    return answer.content if answer.status_code == 200 else None


def test_a_stranger_verifies_the_whole_log_from_what_is_served(cast: Cast, keeper: Keeper) -> None:
    cast.act_again(300)
    keeper.open()
    keeper.turn(timezone.now())
    note = parse_note(get("checkpoint") or b"")
    verify_note(note, [one.key for one in keeper.signer.keys[0].signers])
    head = parse_checkpoint(note.text)
    assert head.size > 300
    assert list(audit(head.size, head.root, get)) == []


def test_the_stranger_names_what_was_changed(cast: Cast, keeper: Keeper) -> None:
    keeper.turn(timezone.now())
    head = parse_checkpoint(parse_note(get("checkpoint") or b"").text)

    def damaged(path: str) -> bytes | None:
        data = get(path)
        if data and path.startswith("tile/entries/"):
            changed = bytearray(data)
            changed[3 * 50 + 10] ^= 1
            return bytes(changed)
        return data

    assert next(fault.index for fault in audit(head.size, head.root, damaged)) == 3


def test_tiles_may_be_kept_for_ever_and_checkpoints_for_seconds(cast: Cast, keeper: Keeper) -> None:
    keeper.turn(timezone.now())
    size = LogState.objects.get().size
    tile = Client().get(f"/log/tile/0/000.p/{size}")
    assert tile.headers["Content-Type"] == "application/octet-stream"
    assert "immutable" in tile.headers["Cache-Control"]
    checkpoint = Client().get("/log/checkpoint")
    assert checkpoint.headers["Content-Type"].startswith("text/plain")
    assert "immutable" not in checkpoint.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["tile/0/1", "tile/0/000.p/256", "tile/64/000", "tile/0/x000/001", "tile/-1/000", "x"]
)
def test_another_spelling_is_not_there(path: str, cast: Cast) -> None:
    assert Client().get(f"/log/{path}").status_code == 404


def test_heads_of_streams_are_stated_once_for_what_is_new(cast: Cast, keeper: Keeper) -> None:
    keeper.turn(timezone.now())
    assert Entry.objects.filter(kind="ledger.stream.headed").count() > 1
    integrate_all()
    assert state_heads() == 0


def test_a_second_turn_signs_only_what_is_new(cast: Cast, keeper: Keeper) -> None:
    keeper.turn(timezone.now())
    keeper.next_checkpoint = None
    keeper.turn(timezone.now())
    keeper.next_checkpoint = None
    keeper.turn(timezone.now())
    assert Checkpoint.objects.count() == 2  # the heads of the first turn came after its batch
