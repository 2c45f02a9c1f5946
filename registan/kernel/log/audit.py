"""Full verification of a published log: every entry hashed anew, every tile compared (tlog-tiles)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed
from registan.kernel.log.merkle import EMPTY_ROOT, cover, fold, parents
from registan.kernel.log.strict import HASH_LENGTH
from registan.kernel.log.tiles import HEIGHT, WIDTH, Tile, join_bundle, split_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Fault:
    """Something that is not as the signed root says.

    `code` is "missing", "length", "hash" or "root"; `index` is the first entry concerned, None for
    the root alone.
    """

    code: str
    path: str
    index: int | None


def audit(size: int, root: bytes, fetch: Callable[[str], bytes | None]) -> Iterator[Fault]:
    """Every fault of a log of `size` entries whose signed root is `root` (32 bytes); none when whole.

    `fetch` gives the bytes at a path, or None. Bundles and tiles are read once; memory: one hash
    per 256 entries. Hashes go up from the entries: a changed entry shows in its tile, in those above
    and in the root; a changed tile shows alone. Where a bundle cannot be read its tile stands in, so
    that all other faults are found as well.

    >>> from registan.kernel.log.merkle import leaf_hash
    >>> files = {"tile/entries/000.p/1": b"\\x00\\x01a", "tile/0/000.p/1": leaf_hash(b"a")}
    >>> list(audit(1, leaf_hash(b"a"), files.get))
    []
    """
    row: list[bytes] = []
    for n in range(-(-size // WIDTH)):
        yield from _leaves(n, min(WIDTH, size - n * WIDTH), fetch, row)
    peaks: list[bytes] = []
    level = 0
    while row:
        # The incomplete end of each level, low levels last: the cover of the whole tree.
        whole = len(row) - len(row) % WIDTH
        tail = row[whole:]
        peaks[:0] = [_subtree(tail[i << h : (i + 1) << h]) for h, i in cover(0, len(tail))]
        row = [_subtree(row[at : at + WIDTH]) for at in range(0, whole, WIDTH)]
        level += 1
        yield from _tiles(level, row, fetch)
    if (fold(peaks) if peaks else EMPTY_ROOT) != root:
        yield Fault("root", "checkpoint", None)


def _leaves(
    n: int, width: int, fetch: Callable[[str], bytes | None], row: list[bytes]
) -> Iterator[Fault]:
    """Compare bundle n with tile n of level 0, and add its leaf hashes to the row."""
    bundle, tile = Tile(None, n, width), Tile(0, n, width)
    said = _tile_bytes(tile, fetch)
    made: list[bytes] = []
    try:
        data = _bundle_bytes(bundle, fetch)
        if data is None:
            yield Fault("missing", bundle.path, n * WIDTH)
        else:
            made = bundle_hashes(data, width)
    except Malformed:
        yield Fault("length", bundle.path, n * WIDTH)
    yield from _compare(tile, made, said)
    row += made or _cut((said or b"").ljust(HASH_LENGTH * width, b"\0"), width)


def bundle_hashes(data: bytes, width: int) -> list[bytes]:
    """The leaf hashes of the `width` entries of a bundle. Raises Malformed("bundle").

    >>> bundle_hashes(b"\\x00\\x01a", 1)[0].hex()[:8]
    '022a6979'
    """
    sha = sha256
    stride = 2 + int.from_bytes(data[:2], "big")
    lengths = data[:2]
    # Entries of one length, as ours are: no need to walk from one to the next.
    if (
        len(data) == stride * width
        and data[0::stride] == lengths[:1] * width
        and data[1::stride] == lengths[1:] * width
    ):
        return [
            sha(b"\x00" + data[at + 2 : at + stride]).digest() for at in range(0, len(data), stride)
        ]
    return [sha(b"\x00" + entry).digest() for entry in split_bundle(data, width)]


def _subtree(row: list[bytes]) -> bytes:
    """The root over a power of two of hashes."""
    while len(row) > 1:
        row = parents(row)
    return row[0]


def _tiles(level: int, row: list[bytes], fetch: Callable[[str], bytes | None]) -> Iterator[Fault]:
    """Compare the tiles of one level above the entries with the hashes made for them."""
    for n in range(-(-len(row) // WIDTH)):
        made = row[n * WIDTH : (n + 1) * WIDTH]
        tile = Tile(level, n, len(made))
        yield from _compare(tile, made, _tile_bytes(tile, fetch))


def _compare(tile: Tile, made: list[bytes], said: bytes | None) -> Iterator[Fault]:
    """What a stored tile says otherwise; `made` empty when there is nothing to compare with."""
    span = (tile.level or 0) * HEIGHT
    if said is None:
        yield Fault("missing", tile.path, tile.n * WIDTH << span)
    elif len(said) != HASH_LENGTH * tile.width:
        yield Fault("length", tile.path, tile.n * WIDTH << span)
    elif made and said != b"".join(made):
        for at, (one, other) in enumerate(zip(made, _cut(said, tile.width), strict=True)):
            if one != other:
                yield Fault("hash", tile.path, tile.n * WIDTH + at << span)


def _cut(data: bytes, width: int) -> list[bytes]:
    return [data[at : at + HASH_LENGTH] for at in range(0, HASH_LENGTH * width, HASH_LENGTH)]


def _tile_bytes(tile: Tile, fetch: Callable[[str], bytes | None]) -> bytes | None:
    data = fetch(tile.path)
    if data is None and tile.width < WIDTH:
        # A partial tile may be gone once the full one exists ("Partial Tiles").
        full = fetch(Tile(tile.level, tile.n).path)
        return full and full[: HASH_LENGTH * tile.width]
    return data


def _bundle_bytes(bundle: Tile, fetch: Callable[[str], bytes | None]) -> bytes | None:
    data = fetch(bundle.path)
    if data is None and bundle.width < WIDTH:
        full = fetch(Tile(None, bundle.n).path)
        return full and join_bundle(split_bundle(full)[: bundle.width])
    return data
