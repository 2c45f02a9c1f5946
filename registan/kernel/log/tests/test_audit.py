"""Full verification finds and names whatever was changed in a published log."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan.kernel.log.audit import audit
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, tile_data, tiles_of

SIZE = 66_100
ENTRIES = [b"registan/act/v1\n" + number.to_bytes(32, "big") for number in range(SIZE)]
STORED = Levels(ENTRIES)


def published(size: int) -> dict[str, bytes]:
    files = {tile.path: tile_data(tile, STORED) for tile in tiles_of(size)}
    for first in range(0, size, WIDTH):
        entries = ENTRIES[first : min(first + WIDTH, size)]
        files[Tile(None, first // WIDTH, len(entries)).path] = join_bundle(entries)
    return files


FILES = published(700)
ROOT = root(700, STORED)


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 65_536, SIZE])
def test_a_whole_log_has_no_fault(size: int) -> None:
    assert list(audit(size, root(size, STORED), published(size).get)) == []


def test_entries_of_any_length_are_verified() -> None:
    entries = [b"", b"one", bytes(300)]
    stored = Levels(entries)
    files = {
        "tile/0/000.p/3": b"".join(stored.levels[0]),
        "tile/entries/000.p/3": join_bundle(entries),
    }
    assert list(audit(3, root(3, stored), files.get)) == []


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1, exclude_max=True), st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_found_and_the_entry_named(
    path: str, part: float, bit: int
) -> None:
    data = bytearray(FILES[path])
    at = int(part * len(data))
    data[at] ^= 1 << bit
    faults = list(audit(700, ROOT, {**FILES, path: bytes(data)}.get))
    place, number = path.split("/")[1:3]
    n = int(number[:3])
    if place != "entries":
        # A changed tile shows alone: the entries still lead to the root.
        index = (n * WIDTH + at // 32) << (8 * int(place))
        assert [(fault.path, fault.index) for fault in faults] == [(path, index)]
    elif faults[0].code == "length":
        assert at % 50 < 2  # the entry's length, which no longer fits
        assert faults[0].path == path
    else:
        assert faults[0].index == n * WIDTH + at // 50
        assert faults[-1].code == "root"


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_missing_and_a_truncated_file_are_named(path: str) -> None:
    gone = {name: data for name, data in FILES.items() if name != path}
    assert [(f.code, f.path) for f in audit(700, ROOT, gone.get)] == [("missing", path)]
    cut = {**FILES, path: FILES[path][:-1]}
    assert [(f.code, f.path) for f in audit(700, ROOT, cut.get)] == [("length", path)]


def test_two_entries_that_changed_places_are_named() -> None:
    entries = ENTRIES[:300]
    entries[3], entries[4] = entries[4], entries[3]
    files = {**published(300), "tile/entries/000": join_bundle(entries[:256])}
    faults = list(audit(300, root(300, STORED), files.get))
    assert [fault.index for fault in faults] == [3, 4, 0, None]
    assert faults[-1].code == "root"


def test_partial_files_may_be_gone_once_the_full_ones_exist() -> None:
    kept = {**published(300), **published(600)}
    del kept["tile/0/001.p/44"], kept["tile/entries/001.p/44"]
    assert list(audit(300, root(300, STORED), kept.get)) == []


def test_another_root_is_a_fault_even_when_all_files_agree() -> None:
    assert [fault.code for fault in audit(300, bytes(32), published(300).get)] == ["root"]
