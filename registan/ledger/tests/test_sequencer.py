"""Acts get their places: each once, in a tree anyone can recompute, chained in the stream of its audience."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import NO_PREVIOUS, complete
from registan.ledger.guard import writing
from registan.ledger.kept import acts_so_far
from registan.ledger.models import Entry, Leaf, LogState, Pending, Stream, Tile
from registan.ledger.sequencer import Broken, integrate, integrate_all

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def state() -> LogState:
    return LogState.objects.get()


def test_each_act_gets_one_place_in_the_order_of_commitment(cast: Cast) -> None:
    entries = list(Entry.objects.values_list("pk", flat=True))
    assert Pending.objects.count() == len(entries) > 5
    assert integrate_all() == len(entries)
    assert not Pending.objects.exists()
    assert list(Leaf.objects.values_list("index", "entry")) == list(enumerate(entries))
    assert integrate_all() == 0


def test_the_root_is_that_of_the_leaves(cast: Cast) -> None:
    integrate_all()
    leaves = [bytes(row) for row in Leaf.objects.values_list("data", flat=True)]
    assert bytes(state().root) == mth(leaves)
    assert state().size == len(leaves)


def test_batches_of_any_size_come_to_the_same_tree(cast: Cast) -> None:
    cast.act_again(300)
    for limit in (1, 2, 250, 3):
        integrate(limit)
    integrate_all()
    leaves = [bytes(row) for row in Leaf.objects.values_list("data", flat=True)]
    assert len(leaves) > 256
    assert bytes(state().root) == mth(leaves)
    full = Tile.objects.get(level=0, number=0)
    assert len(full.hashes) == 256 * 32
    assert len(Tile.objects.get(level=1, number=0).hashes) == 32


def test_a_leaf_opens_to_the_envelope_with_its_place_in_the_stream(cast: Cast) -> None:
    integrate_all()
    heads: dict[str, bytes] = {}
    for leaf in Leaf.objects.select_related("entry__secret", "stream"):
        entry = leaf.entry
        prev = heads.get(entry.audience, NO_PREVIOUS)
        envelope = complete(entry.payload.draft, leaf.n, prev)
        made = commitment(envelope, bytes(entry.secret.salt))
        assert bytes(leaf.data) == b"registan/act/v1\n" + made
        told = json.loads(envelope)
        assert (told["kind"], told["subject"]) == (entry.kind, entry.subject)
        assert (told["n"], told["prev"], told["stream"]) == (leaf.n, prev.hex(), leaf.stream.name)
        heads[entry.audience] = made
    assert {row.name: bytes(row.head) for row in Stream.objects.all()} == heads
    assert len(heads) > 1


def test_streams_count_from_nought_without_a_hole(cast: Cast) -> None:
    integrate_all()
    for stream in Stream.objects.all():
        places = list(stream.leaves.values_list("n", flat=True).order_by("index"))
        assert places == list(range(stream.length))


def test_a_lost_tile_is_fatal_and_the_act_goes_on_waiting(cast: Cast) -> None:
    integrate_all()
    with writing():
        Tile.objects.all().delete()
    cast.act_again()
    with pytest.raises(Broken, match="tile 0/0 is not"):
        integrate()
    assert Pending.objects.count() == 1
    assert state().size == Leaf.objects.count() == Entry.objects.count() - 1


def test_the_count_of_acts_does_not_change_when_they_are_placed(cast: Cast) -> None:
    before = acts_so_far()
    assert before == Entry.objects.count()
    integrate(3)
    assert acts_so_far() == before
    cast.act_again()
    assert acts_so_far() == before + 1
