"""A tree that grows by leaf hashes, and the tiles that it makes on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.growth import HASH, TILE, edge_of, grow, root_of
from registan.kernel.log.tiles import Tile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Growing:
    """Size, root and right edge. What it holds in memory: the edge, one tile for each level."""

    def __init__(self, size: int, edge: dict[int, bytes]) -> None:
        self.size = size
        self.root = root_of(size, edge)
        self.edge = edge
        self._made: dict[tuple[int, int], bytes] = {}

    def add(self, leaf_hashes: Sequence[bytes]) -> None:
        """One batch more."""
        grown = grow(self.size, self.edge, leaf_hashes)
        self._made |= grown.tiles
        self.edge = {
            level: self._made.get((level, number), self.edge.get(level, b""))
            for level, number, _ in edge_of(grown.size)
        }
        self.size, self.root = grown.size, grown.root

    def full(self) -> Iterator[tuple[Tile, bytes]]:
        """The tiles that became full since the last time."""
        for place in [place for place, row in self._made.items() if len(row) == TILE]:
            yield Tile(*place), self._made.pop(place)

    def partial(self) -> Iterator[tuple[Tile, bytes]]:
        """The tiles on the right edge that changed."""
        for place, row in self._made.items():
            if len(row) < TILE:
                yield Tile(*place, len(row) // HASH), row
