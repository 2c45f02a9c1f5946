"""The Merkle log beside pymerkle 7 in the same run: append, prove, verify; full verification.

pymerkle is GPL and belongs to the bench alone (`make bench` installs it); without it our figures stand
without a limit. Both hold a tree of 100,000 entries of 48 bytes in memory.
"""

from __future__ import annotations

import gc
import json
import random
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from bench.clock import cpu_ms, cpu_s
from bench.figure import Figure
from bench.live_parsing import CALLS
from registan.kernel.log.audit import audit
from registan.kernel.log.canonical import read_json
from registan.kernel.log.errors import Malformed
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import parse_note
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import parse_proof_file
from registan.kernel.log.proofs import (
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, split_bundle, tile_data, tiles_of
from registan.kernel.log.witness import parse_request

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
    yield from _hostile()


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


def _hostile() -> Iterator[Figure]:
    """64 KiB of the worst input we know for each parser: at most 10 ms for the parser alone.

    Then the worst of many calls in a process that serves pages, where a collection may fall into each.
    """
    size, line = 64 * 1024, b"A" * 43 + b"=\n"
    worst = {
        "note": (parse_note, b"text\n\n" + "— x AAAAAAA=\n".encode() * (size // 16)),
        "policy": (parse_policy, b"#\n" * (size // 2)),
        "proof file": (parse_proof_file, line * (size // 45)),
        "request": (parse_request, b"old 1\n" + line * (size // 45) + b"\n"),
        "bundle": (split_bundle, bytes(size)),
        "json": (read_json, b'"' + b'\\"' * (size // 2)),
        "json depth": (read_json, b"[" * size),
        "json width": (read_json, b"[" + b"[]," * (size // 3)),
        "json objects": (read_json, b"[" + b'{"":1},' * (size // 7)),
        "json numbers": (read_json, b"[" + b"1e9," * (size // 4)),
    }
    # What the figures above left on the heap is no work of the parsers: a collection of it in the
    # midst of one has once been taken for 13 ms of `read_json`.
    gc.collect()
    gc.freeze()
    for name, (parser, data) in worst.items():
        spent = cpu_ms(lambda parser=parser, data=data: _refused(parser, data))  # type: ignore[misc]
        yield Figure(
            f"log: 64 KiB of hostile {name} (parser alone, heap frozen, CPU)", spent, "ms", 10
        )
    gc.unfreeze()
    told = subprocess.run(
        [sys.executable, "-m", "bench.live_parsing"],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ).stdout  # fmt: skip
    live = json.loads(told)
    for name, worst_call in live["worst"].items():
        yield Figure(
            f"log: 64 KiB of hostile json {name}, worst of {CALLS} calls in a server, CPU",
            worst_call, "ms", 10, f"{live['heap']:,} objects on its heap",
        )  # fmt: skip


def _refused(parser: Callable[[bytes], object], data: bytes) -> None:
    try:
        parser(data)
    except Malformed:
        return
    raise RuntimeError("the parser should have refused this")
