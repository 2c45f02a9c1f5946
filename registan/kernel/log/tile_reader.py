"""The stored hashes of a published log, read from its tiles (C2SP tlog-tiles 0.1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.merkle import parents
from registan.kernel.log.tiles import HEIGHT, WIDTH, Tile, split_tile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class TileReader:
    """A HashReader over tiles; `fetch` gives the bytes at a path, or None when nothing is there.

    Every proof needs at most one tile per level and the right edge. What is read is not trusted:
    verify the proof against a signed checkpoint. Raises LookupError for a tile that is missing and
    Malformed("tile") for one of another length.

    >>> from registan.kernel.log.proofs import inclusion_proof
    >>> files = {"tile/0/000.p/2": bytes(32) + bytes([7] * 32)}
    >>> inclusion_proof(0, 2, TileReader(2, files.get)) == [bytes([7] * 32)]
    True
    """

    def __init__(self, size: int, fetch: Callable[[str], bytes | None]) -> None:
        self._size = size
        self._fetch = fetch
        self._kept: dict[tuple[int, int], list[bytes]] = {}

    def hashes(self, places: Sequence[tuple[int, int]]) -> list[bytes]:
        """See HashReader."""
        return [self._hash(level, index) for level, index in places]

    def _hash(self, level: int, index: int) -> bytes:
        # A tile holds only every eighth level: what lies between is hashed anew.
        height = level % HEIGHT
        n, at = divmod(index << height, WIDTH)
        row = self._tile(level // HEIGHT, n)[at : at + (1 << height)]
        if len(row) != 1 << height:
            raise LookupError(f"hash {index} of level {level} is not in a tree of {self._size}")
        while len(row) > 1:
            row = parents(row)
        return row[0]

    def _tile(self, level: int, n: int) -> list[bytes]:
        kept = self._kept.get((level, n))
        if kept is None:
            width = min(WIDTH, (self._size >> (HEIGHT * level)) - n * WIDTH)
            kept = self._kept[level, n] = split_tile(self._bytes(level, n, width), width)
        return kept

    def _bytes(self, level: int, n: int, width: int) -> bytes:
        if width <= 0:
            raise LookupError(f"no tile {n} of level {level} in a tree of {self._size}")
        tile = Tile(level, n, width)
        data = self._fetch(tile.path)
        if data is not None:
            return data
        # A partial tile may be gone once the full one exists ("Partial Tiles").
        full = None if width == WIDTH else self._fetch(Tile(level, n).path)
        if full is None:
            raise LookupError(tile.path)
        return full[: 32 * width]
