"""The hashes of the tree: leaves, nodes, stored levels and roots (RFC 6962 and 9162 section 2.1)."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EMPTY_ROOT = sha256(b"").digest()  # 2.1.1: MTH({}) = SHA-256()


class HashReader(Protocol):
    """Whatever holds the stored hashes of a tree: a list, a table, a folder of tiles."""

    def hashes(self, places: Sequence[tuple[int, int]]) -> list[bytes]:
        """The hashes at (level, index), in the order asked for; 32 bytes each."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 || entry): 32 bytes (RFC 9162 2.1.1).

    >>> leaf_hash(b"").hex()[:8]
    '6e340b9c'
    """
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right): 32 bytes (RFC 9162 2.1.1).

    >>> node_hash(leaf_hash(b""), leaf_hash(b"\\x00")).hex()[:8]
    'fac54203'
    """
    return sha256(b"\x01" + left + right).digest()


def parents(row: Sequence[bytes]) -> list[bytes]:
    """The complete nodes above a row of hashes: len(row) // 2 of them.

    >>> len(parents([leaf_hash(b"")] * 5))
    2
    """
    sha = sha256
    each = iter(row)
    return [sha(b"\x01" + left + right).digest() for left, right in zip(each, each, strict=False)]


def cover(start: int, end: int) -> list[tuple[int, int]]:
    """The complete subtrees, from left to right, that make up leaves [start, end).

    `start` must be a multiple of the largest power of two that fits; the right edge of a tree is
    cut this way (RFC 9162 2.1.1: k is the largest power of two smaller than n).

    >>> cover(0, 7)
    [(2, 0), (1, 2), (0, 6)]
    """
    places = []
    while start < end:
        level = (end - start).bit_length() - 1
        places.append((level, start >> level))
        start += 1 << level
    return places


def fold(hashes: Sequence[bytes]) -> bytes:
    """One hash out of the subtrees that `cover` names: from the right, node(higher, lower).

    >>> fold([leaf_hash(b"")]) == leaf_hash(b"")
    True
    """
    folded = hashes[-1]
    for higher in hashes[-2::-1]:
        folded = sha256(b"\x01" + higher + folded).digest()
    return folded


def root(size: int, reader: HashReader) -> bytes:
    """MTH(D[0:size]): 32 bytes, from the stored hashes of a tree of at least `size` leaves.

    >>> stored = Levels([b"", b"\\x00", b"\\x10"])
    >>> root(3, stored).hex()[:8]
    'aeb6bcfe'
    """
    if size == 0:
        return EMPTY_ROOT
    return fold(reader.hashes(cover(0, size)))


class Levels:
    """All stored hashes of a tree in memory, level by level: the plainest HashReader.

    Level L holds size // 2^L hashes; incomplete subtrees are never stored.

    >>> len(Levels([b""] * 5).levels)
    3
    """

    __slots__ = ("levels",)

    def __init__(self, entries: Iterable[bytes] = ()) -> None:
        self.levels: list[list[bytes]] = [[]]
        self.extend(entries)

    def __len__(self) -> int:
        return len(self.levels[0])

    def hashes(self, places: Sequence[tuple[int, int]]) -> list[bytes]:
        """See HashReader. Raises IndexError for a hash that is not stored."""
        levels = self.levels
        return [levels[level][index] for level, index in places]

    def append(self, entry: bytes) -> None:
        """One more entry: its leaf hash, and each node that it completes."""
        sha = sha256
        levels = self.levels
        row = levels[0]
        value = sha(b"\x00" + entry).digest()
        row.append(value)
        count = len(row)
        level = 0
        # An even count means that the last two hashes of the row have a complete parent.
        while not count & 1:
            value = sha(b"\x01" + row[-2] + value).digest()
            count >>= 1
            level += 1
            if level == len(levels):
                levels.append([])
            row = levels[level]
            row.append(value)

    def extend(self, entries: Iterable[bytes]) -> None:
        """Many entries, row by row: faster than one by one."""
        sha = sha256
        self.extend_hashes([sha(b"\x00" + entry).digest() for entry in entries])

    def extend_hashes(self, leaf_hashes: Sequence[bytes]) -> None:
        """Many entries whose leaf hashes are known."""
        levels = self.levels
        levels[0].extend(leaf_hashes)
        level = 0
        while len(levels[level]) >= 2:
            if level + 1 == len(levels):
                levels.append([])
            above = levels[level + 1]
            fresh = levels[level][2 * len(above) :]
            if len(fresh) < 2:
                break
            above.extend(parents(fresh))
            level += 1


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """The leaf hash of each entry.

    >>> len(leaf_hashes([b"", b"a"]))
    2
    """
    sha = sha256
    return [sha(b"\x00" + entry).digest() for entry in entries]
