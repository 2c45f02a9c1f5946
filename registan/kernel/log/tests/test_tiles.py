"""Tiles: paths, widths, contents, and proofs out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.errors import Malformed
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.proofs import consistency_proof, inclusion_proof
from registan.kernel.log.tile_reader import TileReader
from registan.kernel.log.tiles import (
    Tile,
    join_bundle,
    parse_path,
    split_bundle,
    split_tile,
    tile_data,
    tiles_of,
)

SIZE = 66_000
STORED = Levels([b"%d" % number for number in range(SIZE)])


def files(size: int) -> dict[str, bytes]:
    return {tile.path: tile_data(tile, STORED) for tile in tiles_of(size)}


def test_the_worked_widths() -> None:
    counts = [(tile.level, tile.n, tile.width) for tile in tiles_of(70_000)]
    assert len(counts) == 274 + 2 + 1
    assert (0, 273, 112) in counts
    assert (1, 1, 17) in counts
    assert (2, 0, 1) in counts
    assert [tile.path for tile in tiles_of(256)] == ["tile/0/000", "tile/1/000.p/1"]


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_growth_adds_the_tiles_that_were_not_there(one: int, other: int) -> None:
    since, size = sorted((one, other))
    before, after = set(tiles_of(since)), set(tiles_of(size))
    assert set(tiles_of(size, since)) == after - before


@given(st.one_of(st.none(), st.integers(0, 63)), st.integers(0, 2**63 - 1), st.integers(1, 256))
def test_a_path_is_read_back_as_its_tile(level: int | None, n: int, width: int) -> None:
    tile = Tile(level, n, width)
    assert parse_path(tile.path) == tile


@pytest.mark.parametrize("path", [
    "", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/0/001/234", "tile/0/x000/001",
    "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/05", "tile/0/000/", "/tile/0/000",
    "tile/0/../000", "tile/entries/000.p/999", "tile/0/000\n", "tile/0/٠٠٠",
])  # fmt: skip
def test_one_tile_has_one_path(path: str) -> None:
    with pytest.raises(Malformed, match="tile_path"):
        parse_path(path)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_a_bundle_is_read_back_as_its_entries(entries: list[bytes]) -> None:
    data = join_bundle(entries)
    assert split_bundle(data, len(entries)) == entries
    for broken, width in ((data + b"\0", len(entries)), (data, len(entries) + 1)):
        with pytest.raises(Malformed, match="bundle"):
            split_bundle(broken, width)


def test_it_refuses_a_tile_of_another_length_and_an_entry_that_has_no_length() -> None:
    with pytest.raises(Malformed, match="tile"):
        split_tile(bytes(8191))
    with pytest.raises(ValueError, match="65536"):
        join_bundle([bytes(65_536)])


@pytest.mark.parametrize("size", [1, 255, 256, 257, 511, 65_536, SIZE])
def test_roots_and_proofs_from_tiles_are_those_from_all_hashes(size: int) -> None:
    reader = TileReader(size, files(size).get)
    assert root(size, reader) == root(size, STORED)
    for index in {0, size // 3, size - 1}:
        assert inclusion_proof(index, size, reader) == inclusion_proof(index, size, STORED)
        grown = consistency_proof(index + 1, size, reader)
        assert grown == consistency_proof(index + 1, size, STORED)


def test_a_full_tile_stands_in_for_a_partial_one_that_was_deleted() -> None:
    kept = {**files(300), **files(600)}
    del kept["tile/0/001.p/44"]
    reader = TileReader(300, kept.get)
    assert root(300, reader) == root(300, STORED)


def test_a_missing_tile_and_a_hash_beyond_the_tree_are_named() -> None:
    nothing: dict[str, bytes] = {}
    with pytest.raises(LookupError, match=r"tile/0/000\.p/5"):
        root(5, TileReader(5, nothing.get))
    with pytest.raises(LookupError, match="tree of 5"):
        TileReader(5, files(5).get).hashes([(0, 5)])
    with pytest.raises(LookupError, match="tree of 5"):
        TileReader(5, files(5).get).hashes([(1, 2)])
    short = {"tile/0/000.p/5": bytes(31)}
    with pytest.raises(Malformed, match="tile"):
        root(5, TileReader(5, short.get))
