"""Proofs against RFC 9162's recursive definitions, and against changes of any part of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.merkle import EMPTY_ROOT, Levels, leaf_hash, node_hash, root
from registan.kernel.log.proofs import (
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)
from registan.kernel.log.tests.test_merkle import EIGHT, mth

ENTRIES = [b"entry %d" % number for number in range(130)]
STORED = Levels(ENTRIES)


def path(index: int, entries: list[bytes]) -> list[bytes]:
    """RFC 9162 2.1.3.1, as written there."""
    if len(entries) == 1:
        return []
    half = 1 << ((len(entries) - 1).bit_length() - 1)
    if index < half:
        return [*path(index, entries[:half]), mth(entries[half:])]
    return [*path(index - half, entries[half:]), mth(entries[:half])]


def subproof(old: int, entries: list[bytes], *, whole: bool) -> list[bytes]:
    """RFC 9162 2.1.4.1, as written there."""
    if old == len(entries):
        return [] if whole else [mth(entries)]
    half = 1 << ((len(entries) - 1).bit_length() - 1)
    if old <= half:
        return [*subproof(old, entries[:half], whole=whole), mth(entries[half:])]
    return [*subproof(old - half, entries[half:], whole=False), mth(entries[:half])]


def test_the_worked_paths() -> None:
    stored = Levels(EIGHT)
    assert [value.hex()[:8] for value in inclusion_proof(2, 5, stored)] == [
        "07506a85",
        "fac54203",
        "bc1a0643",
    ]
    leaves = [leaf_hash(entry) for entry in EIGHT]
    right = node_hash(node_hash(leaves[4], leaves[5]), leaves[6])
    assert consistency_proof(3, 7, stored) == [
        leaves[2],
        leaves[3],
        node_hash(leaves[0], leaves[1]),
        right,
    ]


def test_every_proof_of_small_trees_is_that_of_the_definition_and_holds() -> None:
    roots = [root(size, STORED) for size in range(41)]
    for new in range(1, 41):
        for index in range(new):
            proof = inclusion_proof(index, new, STORED)
            assert proof == path(index, ENTRIES[:new])
            assert verify_inclusion(STORED.levels[0][index], index, new, proof, roots[new])
        for old in range(1, new + 1):
            proof = consistency_proof(old, new, STORED)
            assert proof == subproof(old, ENTRIES[:new], whole=True)
            assert verify_consistency(old, new, proof, roots[old], roots[new])


@given(st.data())
def test_no_changed_inclusion_proof_holds(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 130))
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, STORED)
    leaf, whole = STORED.levels[0][index], root(size, STORED)
    other = data.draw(st.integers(0, 129).filter(lambda one: one != index))
    assert not verify_inclusion(leaf, other, size, proof, whole)
    assert not verify_inclusion(leaf, index, size, [*proof, bytes(32)], whole)
    assert not verify_inclusion(leaf, index, size, proof, bytes(32))
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        assert not verify_inclusion(leaf, index, size, proof[:at] + proof[at + 1 :], whole)
        assert not verify_inclusion(leaf, index, size, _changed(proof, at), whole)
        cut = [*proof[:at], proof[at][:31], *proof[at + 1 :]]
        assert not verify_inclusion(leaf, index, size, cut, whole)


@given(st.data())
def test_no_changed_consistency_proof_holds(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, 130))
    old = data.draw(st.integers(1, new - 1))
    proof = consistency_proof(old, new, STORED)
    first, last = root(old, STORED), root(new, STORED)
    at = data.draw(st.integers(0, len(proof) - 1))
    assert not verify_consistency(old, new, _changed(proof, at), first, last)
    assert not verify_consistency(old, new, proof[:at] + proof[at + 1 :], first, last)
    assert not verify_consistency(old, new, [*proof, bytes(32)], first, last)
    assert not verify_consistency(old, new, proof, last, last)
    assert not verify_consistency(old, new, proof, first, first)
    assert not verify_consistency(new, old, proof, first, last)


def _changed(proof: list[bytes], at: int) -> list[bytes]:
    return [*proof[:at], bytes([proof[at][0] ^ 1, *proof[at][1:]]), *proof[at + 1 :]]


def test_nothing_has_to_be_shown_from_no_leaves_or_for_one_tree_twice() -> None:
    whole = root(5, STORED)
    assert consistency_proof(0, 5, STORED) == consistency_proof(5, 5, STORED) == []
    assert verify_consistency(0, 5, [], EMPTY_ROOT, whole)
    assert not verify_consistency(0, 5, [], whole, whole)
    assert not verify_consistency(0, 5, [bytes(32)], EMPTY_ROOT, whole)
    assert not verify_consistency(5, 5, [bytes(32)], whole, whole)


def test_it_refuses_to_prove_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="not in a tree"):
        inclusion_proof(5, 5, STORED)
    with pytest.raises(ValueError, match="no growth"):
        consistency_proof(6, 5, STORED)
