"""Every corruption of the ledger is found and named; a whole one has no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone

from registan.kernel.log.commitment import commitment
from registan.kernel.log.policy import Policy
from registan.kernel.log.proof_file import parse_proof_file, verify_proof_file
from registan.ledger.fsck import fsck
from registan.ledger.guard import writing
from registan.ledger.log_keys import generations
from registan.ledger.models import Checkpoint, Entry, Leaf, LogState, Pending, Secret, Stream, Tile
from registan.ledger.receipts import envelope_of, receipt
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Signer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(cast: Cast, tmp_path: Path) -> list[VerifierKey]:
    """Keys of a log that has numbered and signed all acts of the cast."""
    origin = settings.LEDGER_ORIGIN
    signer = Signer(origin, generations(tmp_path / "keys", origin), tmp_path / "last")
    integrate_all()
    signer.sign(timezone.now())
    cast.act_again(3)
    integrate_all()
    signer.sign(timezone.now())
    return [one.key for one in signer.keys[0].signers]


def flipped(data: object, at: int = 20) -> bytes:
    changed = bytearray(bytes(data))  # type: ignore[call-overload]
    changed[at] ^= 1
    return bytes(changed)


def change_entry(**values: object) -> None:
    Entry.objects.filter(leaf__index=2).update(**values)


def flip_leaf() -> None:
    leaf = Leaf.objects.get(index=2)
    Leaf.objects.filter(index=2).update(data=flipped(leaf.data))


def flip_tile() -> None:
    tile = Tile.objects.get(level=0, number=0)
    Tile.objects.filter(pk=tile.pk).update(hashes=flipped(tile.hashes, 2 * 32 + 3))


def flip_payload() -> None:
    entry = Entry.objects.get(leaf__index=2)
    change_entry(sealed=flipped(entry.sealed, 40))


def flip_salt() -> None:
    secret = Secret.objects.get(entry__leaf__index=2)
    Secret.objects.filter(pk=secret.pk).update(salt=flipped(secret.salt))


def move_leaf() -> None:
    Leaf.objects.filter(index=2).update(n=10**6)


def drop_leaf() -> None:
    Leaf.objects.filter(index=2).delete()


def wait_again() -> None:
    entry = Entry.objects.get(leaf__index=2)
    Pending.objects.create(entry=entry, stream="x", draft=b"", salt=b"")


def forge_checkpoint() -> None:
    row = Checkpoint.objects.earliest("size")
    Checkpoint.objects.filter(pk=row.pk).update(note=row.note.replace("A", "B", 3))


def cut_state() -> None:
    LogState.objects.update(size=3)


def forge_head() -> None:
    stream = Stream.objects.get(leaves__index=2)
    Stream.objects.filter(pk=stream.pk).update(head=bytes(32))


DAMAGES: dict[str, tuple[Callable[[], None], str, int | None]] = {
    "another State": (lambda: change_entry(actor="XX"), "column_differs", 2),
    "another thing": (lambda: change_entry(subject="urn:x"), "column_differs", 2),
    "another kind": (lambda: change_entry(kind="x"), "column_differs", 2),
    "another audience": (lambda: change_entry(audience="public!"), "column_differs", 2),
    "another time": (lambda: change_entry(at=timezone.now()), "column_differs", 2),
    "payload": (flip_payload, "payload_unreadable", 2),
    "salt": (flip_salt, "act_differs", 2),
    "leaf": (flip_leaf, "tree_hash", 2),
    "tile": (flip_tile, "tree_hash", 2),
    "place in the stream": (move_leaf, "stream_hole", 2),
    "leaf gone": (drop_leaf, "act_without_place", None),
    "placed and waiting": (wait_again, "act_placed_and_waiting", 2),
    "checkpoint": (forge_checkpoint, "checkpoint_bad", None),
    "a shorter log": (cut_state, "log_shorter_than_signed", None),
    "head of a stream": (forge_head, "stream_head", None),
}


def test_a_whole_ledger_has_no_fault(keys: list[VerifierKey]) -> None:
    assert list(fsck(keys)) == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_names_what_was_changed(damage: str, keys: list[VerifierKey]) -> None:
    do, code, index = DAMAGES[damage]
    with writing():
        do()
    found = list(fsck(keys))
    named = [fault for fault in found if fault.code == code]
    assert named, found
    if index is not None:
        assert index in {fault.index for fault in named}


def test_a_key_that_is_gone_without_a_word_is_named_and_the_act_still_proves_its_place(
    keys: list[VerifierKey],
) -> None:
    with writing():
        Secret.objects.filter(entry__leaf__index=2).delete()
    assert [(fault.code, fault.index) for fault in fsck(keys)] == [("shredded_without_act", 2)]
    entry = Entry.objects.with_log().get(leaf__index=2)
    file = receipt(entry, Policy(quorum="none"))
    assert file is not None
    assert file.extra is None
    policy = Policy(logs=keys, quorum="none")
    assert verify_proof_file(file, bytes(entry.leaf.data), policy).checkpoint.size > 2
    assert entry.record == {}


def test_the_proof_file_of_an_act_verifies_offline(keys: list[VerifierKey]) -> None:
    entry = Entry.objects.with_log().get(leaf__index=4)
    made = receipt(entry, Policy(quorum="none"))
    assert made is not None
    file = parse_proof_file(bytes(made))
    salt = bytes(entry.secret.salt)
    opened = b"registan/act/v1\n" + commitment(envelope_of(entry), salt)
    verify_proof_file(file, opened, Policy(logs=keys, quorum="none"))
    assert file.extra is not None
    assert envelope_of(entry).decode() in file.extra.decode().replace('\\"', '"')


def test_an_act_without_a_place_has_no_receipt_yet(cast: Cast, keys: list[VerifierKey]) -> None:
    cast.act_again()
    entry = Entry.objects.with_log().latest("pk")
    assert receipt(entry, Policy(quorum="none")) is None
    integrate_all()
    entry = Entry.objects.with_log().latest("pk")
    assert receipt(entry, Policy(quorum="none")) is None  # no checkpoint covers it yet
