"""The Merkle log beside pymerkle 7 in the same run: append, prove, verify; full verification.

pymerkle is GPL and belongs to the bench alone (`make bench` installs it); without it our figures stand
without a limit. Both hold a tree of 100,000 entries of 48 bytes in memory.
"""

from __future__ import annotations

import random
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from bench.clock import cpu_s
from bench.figure import Figure
from registan.kernel.log.audit import audit
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.proofs import (
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, tile_data, tiles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.installation import Installation

SIZE = 100_000
PROOFS = 2_000
ENTRIES = [b"registan/act/v1\n" + number.to_bytes(32, "big") for number in range(SIZE)]
# How many times its rate the issue asks for: append, inclusion proof, its verification.
ASKED = {"append": 7.0, "prove": 2.5, "verify": 1.6}


def figures(_at: Installation) -> Iterator[Figure]:
    chosen = [random.Random(7).randrange(SIZE) for _ in range(PROOFS)]
    peer = _pymerkle(chosen) if find_spec("pymerkle") else {}
    for what, spent in _ours(chosen).items():
        limit, said = None, "" if peer else "pymerkle is not installed"
        if what in peer and what in ASKED:
            limit = peer[what] / ASKED[what]
            said = f"pymerkle: {peer[what]:.1f} µs, {peer[what] / spent:.1f} times"
        elif what in peer:
            said = f"pymerkle: {peer[what]:.1f} µs"
        yield Figure(f"log: {what} (one, CPU)", spent, "µs", limit, said)
    yield from _full_verification()


def _ours(chosen: list[int]) -> dict[str, float]:
    """Microseconds of one append, proof and verification."""
    stored = Levels(ENTRIES)
    whole = root(SIZE, stored)
    made = [(index, inclusion_proof(index, SIZE, stored)) for index in chosen]
    grown = [
        (n, consistency_proof(n, SIZE, stored), root(n, stored)) for n in (i + 1 for i in chosen)
    ]
    leaves = stored.levels[0]
    return {
        "append": _each(_append, SIZE),
        "append in one go": _each(lambda: Levels(ENTRIES), SIZE),
        "prove": _each(lambda: [inclusion_proof(i, SIZE, stored) for i in chosen], PROOFS),
        "verify": _each(
            lambda: [verify_inclusion(leaves[i], i, SIZE, path, whole) for i, path in made], PROOFS
        ),
        "prove growth": _each(
            lambda: [consistency_proof(n, SIZE, stored) for n, _, _ in grown], PROOFS
        ),
        "verify growth": _each(
            lambda: [verify_consistency(n, SIZE, path, old, whole) for n, path, old in grown],
            PROOFS,
        ),
    }


def _append() -> None:
    tree = Levels()
    for entry in ENTRIES:
        tree.append(entry)


def _pymerkle(chosen: list[int]) -> dict[str, float]:
    """The same with pymerkle, one entry at a time as it documents; its indices begin with 1."""
    peer: Any = import_module("pymerkle")

    def append() -> Any:
        tree = peer.InmemoryTree(algorithm="sha256")
        for entry in ENTRIES:
            tree.append_entry(entry)
        return tree

    tree = append()
    whole = tree.get_root(SIZE)
    made = [(tree.get_leaf(i + 1), tree.prove_inclusion(i + 1, SIZE)) for i in chosen]
    return {
        "append": _each(append, SIZE),
        "append in one go": _each(
            lambda: peer.InmemoryTree(algorithm="sha256").append_entries(ENTRIES), SIZE
        ),
        "prove": _each(lambda: [tree.prove_inclusion(i + 1, SIZE) for i in chosen], PROOFS),
        "verify": _each(
            lambda: [peer.verify_inclusion(leaf, whole, path) for leaf, path in made], PROOFS
        ),
    }


def _each(call: Callable[[], object], count: int) -> float:
    return cpu_s(call) / count * 1e6


def _full_verification() -> Iterator[Figure]:
    """A published log read, hashed anew and compared: at least 800,000 entries a second."""
    stored = Levels(ENTRIES)
    files = {tile.path: tile_data(tile, stored) for tile in tiles_of(SIZE)}
    for first in range(0, SIZE, WIDTH):
        entries = ENTRIES[first : first + WIDTH]
        files[Tile(None, first // WIDTH, len(entries)).path] = join_bundle(entries)
    whole = root(SIZE, stored)

    def verify() -> None:
        if list(audit(SIZE, whole, files.get)):
            raise RuntimeError("the log should be whole")

    spent = _each(verify, SIZE)
    said = f"{1e6 / spent:,.0f} entries a second"
    yield Figure("log: full verification (one entry, CPU)", spent, "µs", 1e6 / 800_000, said)
