"""The tree against RFC 9162's own recursive definitions and the customary eight leaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.merkle import (
    EMPTY_ROOT,
    Levels,
    cover,
    leaf_hash,
    node_hash,
    root,
)

EIGHT = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip


def mth(entries: list[bytes]) -> bytes:
    """RFC 9162 2.1.1, as written there."""
    if not entries:
        return EMPTY_ROOT
    if len(entries) == 1:
        return leaf_hash(entries[0])
    half = 1 << ((len(entries) - 1).bit_length() - 1)
    return node_hash(mth(entries[:half]), mth(entries[half:]))


def test_the_customary_roots() -> None:
    stored = Levels(EIGHT)
    assert root(0, stored).hex().startswith("e3b0c442")
    assert root(2, stored).hex().startswith("fac54203")
    assert root(3, stored).hex().startswith("aeb6bcfe")
    assert root(4, stored).hex().startswith("d37ee418")
    assert root(8, stored).hex().startswith("5dc9da79")


@given(st.lists(st.binary(max_size=9), max_size=70), st.integers(0, 70))
def test_a_root_of_every_earlier_size_is_that_of_the_definition(
    entries: list[bytes], size: int
) -> None:
    size = min(size, len(entries))
    assert root(size, Levels(entries)) == mth(entries[:size])


@given(st.lists(st.binary(max_size=3), max_size=40), st.integers(0, 40))
def test_one_by_one_and_many_at_once_store_the_same(entries: list[bytes], cut: int) -> None:
    grown = Levels(entries[:cut])
    for entry in entries[cut:]:
        grown.append(entry)
    whole = Levels(entries)
    assert grown.levels == whole.levels
    assert [len(row) for row in whole.levels] == [
        len(entries) >> level for level in range(max(1, len(entries).bit_length()))
    ]


@given(st.integers(0, 2**63 - 1))
def test_the_cover_of_a_size_has_one_subtree_per_set_bit(size: int) -> None:
    places = cover(0, size)
    assert len(places) == size.bit_count()
    assert sum(1 << level for level, _ in places) == size
    assert [index << level for level, index in places] == [
        sum(1 << level for level, _ in places[:at]) for at in range(len(places))
    ]
