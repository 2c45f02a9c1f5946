"""Growing the tree by a batch of leaves: which tiles change, and the new root.

Only the right edge is needed: the partial tile of each level (C2SP tlog-tiles). A batch of k leaves
costs k leaf hashes and as many node hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.merkle import EMPTY_ROOT, fold, parents
from registan.kernel.log.tiles import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HASH = 32
TILE = WIDTH * HASH


@dataclass(frozen=True)
class Growth:
    """The tree after a batch: its size and root, and each tile that changed by (level, number)."""

    size: int
    root: bytes
    tiles: dict[tuple[int, int], bytes]


def edge_of(size: int) -> list[tuple[int, int, int]]:
    """The partial tiles of a tree of `size` leaves: (level, number, width), width 1..255.

    Width at level l is floor(size / 256^l) mod 256 (tlog-tiles, "Merkle tree").

    >>> edge_of(70_000)
    [(0, 273, 112), (1, 1, 17), (2, 0, 1)]
    """
    found, level = [], 0
    while size:
        number, width = divmod(size, WIDTH)
        if width:
            found.append((level, number, width))
        size, level = number, level + 1
    return found


def grow(size: int, edge: Mapping[int, bytes], leaf_hashes: Sequence[bytes]) -> Growth:
    """The tree of `size` leaves, with `leaf_hashes` (32 bytes each) appended.

    `edge` maps a level to the hashes of its partial tile. Raises ValueError when the edge does not
    belong to a tree of that size.
    """
    tiles: dict[tuple[int, int], bytes] = {}
    partial = {level: edge.get(level, b"") for level, _, _ in edge_of(size)}
    for level, number, width in edge_of(size):
        if len(partial[level]) != width * HASH:
            raise ValueError(f"tile {level}/{number} has not the width {width} of size {size}")
    new, place, level = b"".join(leaf_hashes), size, 0
    while new:
        number, width = divmod(place, WIDTH)
        row = (partial.get(level, b"") if width else b"") + new
        chunks = [row[at : at + TILE] for at in range(0, len(row), TILE)]
        tiles |= {(level, number + count): chunk for count, chunk in enumerate(chunks)}
        partial[level] = chunks[-1] if len(chunks[-1]) < TILE else b""
        new = b"".join(subtree_root(chunk) for chunk in chunks if len(chunk) == TILE)
        place, level = number, level + 1
    total = size + len(leaf_hashes)
    return Growth(total, root_of(total, partial), tiles)


def root_of(size: int, edge: Mapping[int, bytes]) -> bytes:
    """Root from the right edge: RFC 9162 section 2.1.1, folded from the smallest subtree up.

    >>> root_of(0, {}) == EMPTY_ROOT
    True
    """
    found: list[bytes] = []
    for level, _, width in reversed(edge_of(size)):
        start = 0
        while start < width:
            # The largest complete subtree that fits: the highest bit of what is left.
            step = 1 << (width - start).bit_length() - 1
            found.append(subtree_root(edge[level][start * HASH : (start + step) * HASH]))
            start += step
    return fold(found) if found else EMPTY_ROOT


def subtree_root(hashes: bytes) -> bytes:
    """Root over 2^k joined hashes (RFC 6962 section 2.1).

    >>> subtree_root(bytes(32)) == bytes(32)
    True
    """
    row = [hashes[at : at + HASH] for at in range(0, len(hashes), HASH)]
    while len(row) > 1:
        row = parents(row)
    return row[0]
