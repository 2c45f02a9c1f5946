"""Fault 12: one bit flipped anywhere is found, named by the number of its act, and never signed over."""

from __future__ import annotations

import random
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, signer
from registan.kernel.log.notes import SignatureLine, parse_note
from registan.ledger.fsck import fsck
from registan.ledger.guard import writing
from registan.ledger.log_keys import generations
from registan.ledger.models import Checkpoint, Cosignature, LogState
from registan.ledger.sequencer import Broken, integrate_all
from registan.ledger.signer import Halted, Signer
from tests.faults.counts import tell, times

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Place:
    """A column whose bits are flipped; `number` is SQL for the act's number, where a row is an act's."""

    table: str
    column: str
    key: str
    number: str = ""
    waiting: bool = False
    # What no signature rests on: damage to it is found, and what is signed is true all the same.
    aside: bool = False


WITNESS = [
    signer("w.example", kind, bytes([kind.value]) * 32)
    for kind in (KeyType.COSIGNATURE, KeyType.ML_DSA_44)
]
OF_ENTRY = '(SELECT "index" FROM ledger_leaf l WHERE l.entry_id = {})'
PLACES = (
    Place("ledger_entry", "sealed", "id", OF_ENTRY.format("ledger_entry.id")),
    Place("ledger_secret", "key", "entry_id", OF_ENTRY.format("ledger_secret.entry_id")),
    Place("ledger_secret", "salt", "entry_id", OF_ENTRY.format("ledger_secret.entry_id")),
    Place("ledger_leaf", "data", "index", '"index"'),
    Place("ledger_leaf", "n", "index", '"index"'),
    Place("ledger_tile", "hashes", "id"),
    Place("ledger_logstate", "size", "id"),
    Place("ledger_logstate", "root", "id"),
    Place("ledger_stream", "head", "id", aside=True),
    Place("ledger_checkpoint", "root", "size"),
    Place("ledger_checkpoint", "note", "size", aside=True),
    Place("ledger_cosignature", "line", "id", aside=True),
    Place("ledger_cosignature", "witness", "id", aside=True),
    Place("ledger_cosignature", "key_id", "id", aside=True),
    Place("ledger_pending", "draft", "entry_id", waiting=True),
    Place("ledger_pending", "salt", "entry_id", waiting=True),
)


@dataclass
class Log:
    """A log of which the first part is signed, the second is not, and a few acts wait."""

    folder: Path
    signed: int
    size: int
    root: bytes

    def signer(self) -> Signer:
        """As after a start, with a second file of its own."""
        copy = self.folder / "copy"
        shutil.copy(self.folder / "last", copy)
        origin = settings.LEDGER_ORIGIN
        return Signer(origin, generations(self.folder / "keys", origin), copy)


@pytest.fixture
def log(cast: Cast, tmp_path: Path) -> Log:
    origin = settings.LEDGER_ORIGIN
    integrate_all()
    made = Signer(origin, generations(tmp_path / "keys", origin), tmp_path / "last").sign(
        timezone.now()
    )
    assert made is not None
    cosigned(made)
    cast.act_again(8)
    integrate_all()
    state = LogState.objects.get()
    cast.act_again(2)
    return Log(tmp_path, made.size, state.size, bytes(state.root))


def cosigned(made: Checkpoint) -> None:
    """A line of each kind, as a witness would have given them."""
    text = parse_note(made.note.encode()).text
    with writing():
        for by in WITNESS:
            line = SignatureLine(by.key.name, by.key.id, cosign(text, by, 1_900_000_000))
            Cosignature.objects.create(
                checkpoint=made, witness=line.name, key_id=line.key_id.hex(), line=str(line),
                received_at=timezone.now(),
            )  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is rolled back."""
    with transaction.atomic(), writing():
        yield
        transaction.set_rollback(True)


def flip(place: Place, rng: random.Random) -> int | None:
    """Flip one bit of one row; the number of its act, where it has one."""
    number = place.number or "NULL"
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{place.key}", "{place.column}", {number} FROM {place.table}')  # noqa: S608  our own names
        key, value, index = rng.choice(sorted(cursor.fetchall(), key=lambda row: row[0]))
        changed: Any
        if isinstance(value, int):
            changed = value ^ 1 << rng.randrange(40)
        elif isinstance(value, str):
            at = rng.randrange(len(value))
            changed = value[:at] + chr(ord(value[at]) ^ 1 << rng.randrange(3)) + value[at + 1 :]
        else:
            data = bytearray(bytes(value))
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            changed = bytes(data)
        cursor.execute(
            # The names are ours, from PLACES.
            f'UPDATE {place.table} SET "{place.column}" = %s WHERE "{place.key}" = %s',  # noqa: S608
            [changed, key],
        )
    return None if index is None else int(index)


def test_a_flipped_bit_is_found_named_and_never_signed_over(log: Log) -> None:
    rng, found = random.Random(12), 0
    rounds = times(60, 1000)
    keys = [one.key for one in log.signer().keys[0].signers]
    for number in range(rounds):
        place = PLACES[number % len(PLACES)]
        with undone():
            try:
                with transaction.atomic():
                    index = flip(place, rng)
            except IntegrityError:
                found += 1  # the database itself refuses it
                continue
            if place.waiting:
                integrate_all()
                index = log.size  # one of the two that waited
            faults = list(fsck(keys, [by.key for by in WITNESS]))
            assert faults, place
            named = {fault.index for fault in faults}
            assert index is None or named & {index, index + 1}, (place, index, faults)
            _never_signed_over(log, place, index)
            found += 1
    assert found == rounds
    tell("12", "one bit flipped, found by fsck and not signed over", bits=rounds, found=found)


def _never_signed_over(log: Log, place: Place, index: int | None) -> None:
    """The signer refuses; or the act was signed before and what is signed now is the true tree."""
    try:
        made = log.signer().sign(timezone.now())
    except (Halted, Broken):
        return
    # Signed before, or not yet in the tree at all.
    before = place.number != "" and (index is None or index < log.signed)
    assert before or place.aside, place
    assert made is None or (made.size, bytes(made.root)) == (log.size, log.root)


def test_a_whole_log_with_its_cosignatures_has_no_fault(log: Log) -> None:
    keys = [one.key for one in log.signer().keys[0].signers]
    assert list(fsck(keys, [by.key for by in WITNESS])) == []
    # A witness that has left the policy: its lines stay as they are, and are no fault.
    assert list(fsck(keys)) == []


def test_the_sequencer_does_not_build_on_a_damaged_edge(cast: Cast, log: Log) -> None:
    rng = random.Random(3)
    for _ in range(times(10, 100)):
        with undone():
            flip(Place("ledger_tile", "hashes", "id"), rng)
            with pytest.raises(Broken, match="right edge"):
                integrate_all()
    assert Checkpoint.objects.count() == 1
