"""Where a log keeps its hashes and entries, and in which form (C2SP tlog-tiles 0.1.0).

A full tile holds 256 hashes, 8,192 bytes: hash i of tile n at level l is MTH of the leaves
[(n*256+i)*256^l, (n*256+i+1)*256^l). A bundle holds the entries below a tile of level 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed
from registan.kernel.log.strict import HASH_LENGTH, LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registan.kernel.log.merkle import HashReader

WIDTH = 256
HEIGHT = 8  # 256 = 2^8: a tile spans eight levels of the tree
LEVELS = 64
ENTRIES = "entries"
MAX_ENTRY = 0xFFFF
_PATH = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?\Z"
)


@dataclass(frozen=True)
class Tile:
    """A tile (level 0..63) or an entry bundle (level None), number n, `width` hashes or entries."""

    level: int | None
    n: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The path below the log's prefix ("Merkle Tree").

        >>> Tile(3, 1234067).path, Tile(None, 273, 112).path
        ('tile/3/x001/x234/067', 'tile/entries/273.p/112')
        """
        place = ENTRIES if self.level is None else self.level
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{place}/{_number(self.n)}{partial}"


def _number(n: int) -> str:
    # Groups of three digits, all but the last with an x: 1234067 -> x001/x234/067.
    groups = [f"{n % 1000:03}"]
    while n >= 1000:
        n //= 1000
        groups.append(f"x{n % 1000:03}")
    return "/".join(reversed(groups))


def parse_path(path: str) -> Tile:
    """Which tile or bundle a path names. Raises Malformed("tile_path"); one tile has one path.

    >>> parse_path("tile/0/273.p/112")
    Tile(level=0, n=273, width=112)
    """
    found = _PATH.match(path)
    if not found:
        raise Malformed("tile_path", "not tile/<level>/<number>[.p/<width>]")
    level = None if found[1] == ENTRIES else int(found[1])
    n = int(found[2].replace("x", "").replace("/", ""))
    tile = Tile(level, n, int(found[3] or WIDTH))
    # The width 256 has no .p form, and leading groups of zeros have no meaning.
    if tile.path != path or tile.width > WIDTH or (level or 0) >= LEVELS or n > LARGEST:
        raise Malformed("tile_path", "another spelling, level or width than can be")
    return tile


def tiles_of(size: int, since: int = 0) -> Iterator[Tile]:
    """The tiles that a log of `size` entries has and one of `since` entries did not have.

    Full ones and at most one partial per level, level by level. Bundles have the numbers and widths
    of level 0.

    >>> [tile.path for tile in tiles_of(257)]
    ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
    """
    level = 0
    while size:
        for n in range(since // WIDTH, size // WIDTH):
            yield Tile(level, n)
        if size % WIDTH and size != since:
            yield Tile(level, size // WIDTH, size % WIDTH)
        size, since, level = size // WIDTH, since // WIDTH, level + 1


def tile_data(tile: Tile, reader: HashReader) -> bytes:
    """The bytes of a tile of hashes: 32 * width, out of the stored hashes.

    Raises ValueError for a bundle, which holds entries.

    >>> from registan.kernel.log.merkle import Levels
    >>> len(tile_data(Tile(0, 0, 2), Levels([b"", b"a"])))
    64
    """
    if tile.level is None:
        raise ValueError("a bundle holds entries, not hashes")
    first, level = tile.n * WIDTH, tile.level * HEIGHT
    return b"".join(reader.hashes([(level, first + i) for i in range(tile.width)]))


def split_tile(data: bytes, width: int = WIDTH) -> list[bytes]:
    """The `width` hashes of a tile. Raises Malformed("tile") for any other length.

    >>> len(split_tile(bytes(64), 2))
    2
    """
    if len(data) != width * HASH_LENGTH:
        raise Malformed("tile", f"{len(data)} bytes, not {width} hashes")
    return [data[at : at + HASH_LENGTH] for at in range(0, len(data), HASH_LENGTH)]


def join_bundle(entries: Iterable[bytes]) -> bytes:
    """An entry bundle: for each entry its length (uint16, big-endian) and its bytes.

    Raises ValueError for an entry of 64 KiB or more.

    >>> join_bundle([b"one", b""])
    b'\\x00\\x03one\\x00\\x00'
    """
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > MAX_ENTRY:
            raise ValueError(f"entry of {len(entry)} bytes")
        parts += (len(entry).to_bytes(2, "big"), entry)
    return b"".join(parts)


def split_bundle(data: bytes, width: int = WIDTH) -> list[bytes]:
    """The `width` entries of a bundle. Raises Malformed("bundle") for more, fewer or half ones.

    >>> split_bundle(b"\\x00\\x03one\\x00\\x00", 2)
    [b'one', b'']
    """
    entries: list[bytes] = []
    at, end = 0, len(data)
    while at < end and len(entries) < width:
        begin = at + 2
        at = begin + int.from_bytes(data[begin - 2 : begin], "big")
        entries.append(data[begin:at])
    if at != end or len(entries) != width:
        raise Malformed("bundle", f"not {width} whole entries")
    return entries
