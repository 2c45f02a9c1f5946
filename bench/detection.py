"""Outbreaks injected into real series: python -m bench.detection [--keep].

Each series of the shared reference that has five years before its last two is taken as it is, its own
outbreaks included. An outbreak of k standard deviations in all (after Noufaily 2013: k times the root of
phi mu of its first week, at least k cases) is laid over 4, 6 or 8 weeks, rising and falling, from every
fourth week on, and each week of it is tested.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.forecasts import DATA, keep
from registan.kernel.epi.ears import Ears, ears
from registan.kernel.epi.farrington import Farrington, Mode, farrington
from registan.kernel.epi.method import NOUFAILY
from tests.health_reference_detection import Series, series_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHARED = DATA.parent / "reference"
SIZES, LENGTHS = (0, 2, 4, 6, 8, 10), (4, 6, 8)
TESTED, EVERY, HISTORY, SEED = 104, 4, 264, 20261126
Controls = Farrington | Ears
METHODS: dict[str, tuple[Controls, Mode]] = {
    "Noufaily nbPlugin, strict": (NOUFAILY, "strict"),
    "Noufaily nbPlugin, r-compat": (NOUFAILY, "r-compat"),
    "R's default, strict": (Farrington(), "strict"),
    "R's default, r-compat": (Farrington(), "r-compat"),
    "EARS C1": (Ears("C1", least_sigma=1.0), "strict"),
    "EARS C2": (Ears("C2", least_sigma=1.0), "strict"),
    "EARS C3, strict": (Ears("C3", least_sigma=1.0), "strict"),
    "EARS C3, r-compat": (Ears("C3", least_sigma=1.0), "r-compat"),
}


@dataclass(frozen=True)
class Found:
    """first (outbreaks): week of the first alarm, counted from 0, -1: none. sizes (outbreaks): k."""

    first: NDArray[np.int64]
    sizes: NDArray[np.int64]
    alarms: int  # in the tested weeks as they are
    weeks: int


def alarms(counts: Floats, at: int, one: Series, how: tuple[Controls, Mode]) -> NDArray[np.bool_]:
    controls, mode = how
    if isinstance(controls, Ears):
        return ears(counts, at, controls, mode=mode).alarm
    return farrington(counts, at, controls, mode=mode, first=one.first).alarm


def outbreaks(
    one: Series, start: int, rng: np.random.Generator
) -> tuple[Floats, list[int], list[int]]:
    """Copies of the series (sizes x lengths, weeks) with an outbreak from week `start`; k, weeks."""
    normal = farrington(one.counts, start, NOUFAILY, first=one.first)
    deviation = max(np.nan_to_num(float(np.sqrt(normal.phi[0] * normal.expected[0]))), 1.0)
    copies, sizes, lengths = [], [], []
    for size in SIZES:
        for length in LENGTHS:
            shape = np.minimum(np.arange(length) + 1, length - np.arange(length)).astype(float)
            copy = one.counts.copy()
            cases = rng.multinomial(round(size * deviation), shape / shape.sum())
            copy[start : start + length] += cases
            copies.append(copy)
            sizes.append(size)
            lengths.append(length)
    return np.array(copies), sizes, lengths


def study(series: dict[str, Series]) -> dict[str, Found]:
    first: dict[str, list[int]] = {name: [] for name in METHODS}
    chance = dict.fromkeys(METHODS, 0)
    sizes: list[int] = []
    weeks = 0
    rng = np.random.default_rng(SEED)
    for one in series.values():
        begin = len(one.counts) - TESTED
        for name, how in METHODS.items():
            tested = range(begin, len(one.counts))
            chance[name] += sum(bool(alarms(one.counts, week, one, how)[0]) for week in tested)
        weeks += TESTED
        for start in range(begin, len(one.counts) - max(LENGTHS) + 1, EVERY):
            counts, own, lengths = outbreaks(one, start, rng)
            sizes += own
            for name, how in METHODS.items():
                first[name] += firsts(counts, start, lengths, one, how)
    return {
        name: Found(np.array(first[name]), np.array(sizes), chance[name], weeks) for name in METHODS
    }


def firsts(
    counts: Floats, start: int, lengths: list[int], one: Series, how: tuple[Controls, Mode]
) -> list[int]:
    """Weeks from the start to the first alarm of each copy, -1 where its outbreak is not found."""
    longest = max(lengths)
    raised = np.array([alarms(counts, start + week, one, how) for week in range(longest)])
    raised &= np.arange(longest)[:, None] < np.array(lengths)
    return [int(w) for w in np.where(raised.any(axis=0), raised.argmax(axis=0), -1)]


def table(found: dict[str, Found]) -> Iterator[str]:
    yield "| Method | Alarms a series-year | " + " | ".join(f"k = {k}" for k in SIZES) + " |"
    yield "| --- " * (2 + len(SIZES)) + "|"
    for name, each in found.items():
        cells = []
        for size in SIZES:
            own = each.first[each.sizes == size]
            delay = own[own >= 0].mean() if (own >= 0).any() else np.nan
            cells.append(f"{100 * (own >= 0).mean():.0f} %, {delay:.1f}")
        yield f"| {name} | {each.alarms / each.weeks * 52:.2f} | " + " | ".join(cells) + " |"


def main(words: Sequence[str]) -> int:
    if not SHARED.is_dir():
        print("NOT RUN: the shared health reference is not on this machine.")
        return 1
    began = time.process_time()
    every = series_of(SHARED / "farrington_input.csv.gz")
    long = {name: one for name, one in every.items() if len(one.counts) >= HISTORY + TESTED}
    found = study(long)
    count = len(next(iter(found.values())).first)
    lines = [
        "## Outbreaks injected into surveillance series", "",
        f"`python -m bench.detection`: {len(long)} series, {count:,} outbreaks of k standard "
        f"deviations in all over {', '.join(map(str, LENGTHS))} weeks, {time.process_time() - began:.0f} s "
        "of CPU. Cells: share with an alarm while they last, and weeks until then (0: the first week). "
        "k = 0 is no outbreak: so many would be found by chance, or by real outbreaks of the series, "
        "which are also in the alarms a series-year (the last two years as they are). alpha: Noufaily "
        ".01, R's default .05, C1 and C2 .001, C3 .025.",
        "", *table(found), "",
    ]  # fmt: skip
    print(*lines, sep="\n")
    if "--keep" in words:
        keep(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
