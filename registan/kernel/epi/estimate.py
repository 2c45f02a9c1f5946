"""All estimates of one weekly series at once: nowcast, R, forecast, and how good past forecasts were.

Lists in, a dictionary of plain numbers out, so that it may be computed elsewhere and kept as JSON. The
same arguments give the same numbers; VERSION changes whenever they would not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from registan.kernel.epi.baseline import baseline
from registan.kernel.epi.nowcast import nowcast, triangle
from registan.kernel.epi.renewal import ensemble, renewal
from registan.kernel.epi.reproduction import reproduction
from registan.kernel.epi.scoring import LEVELS, is_covered, score
from registan.kernel.epi.serial_interval import serial_interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Weeks = Sequence[float | None]

VERSION = 2
DAYS = 7
HORIZONS = 4
# Weeks with a figure below which nothing is forecast, and past forecasts below which none is scored.
LEAST_WEEKS, LEAST_SCORED = 12, 8
# The past forecasts that are repeated, and the weeks of R that are kept.
SCORED, SHOWN_R = 26, 26
# Longest silence at the end of a series: what is older says little of today.
MOST_SILENT = 2
OF_BAND = tuple(LEVELS.index(level) for level in (0.025, 0.25, 0.5, 0.75, 0.975))
# An interval longer than this, in days, is cut.
LONGEST_INTERVAL = 60


def estimate(
    counts: Weeks, *, known: Sequence[Weeks] = (), group: Sequence[Sequence[Weeks]] = (),
    interval: tuple[float, float] | None = None, seed: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """Estimates from weekly counts, oldest first (None: no figure), by name.

    `known`: of the last weeks, what was known 0..D weeks after each (None: not yet); `group`: the same of
    other States; `interval`: mean and sd of the serial interval in days; without it no R and no renewal.
    Bands are [2.5 %, 25 %, 50 %, 75 %, 97.5 %]. A missing estimate has its reason in `why`.

    >>> estimate([5, 6, None])["why"]
    {'nowcast': 'no_delays', 'r': 'no_interval', 'forecast': 'few_weeks', 'score': 'few_weeks'}
    """
    weekly = np.array([np.nan if each is None else each for each in counts], dtype=np.float64)
    found: dict[str, Any] = {"version": VERSION, "why": {}}
    corrected = _nowcast(found, weekly, known, group)
    weights = None
    if interval is not None:
        days = min(round(interval[0] + 4 * interval[1]) + 2, LONGEST_INTERVAL)
        weights = serial_interval(*interval, days)
    _reproduction(found, corrected, weights)
    _forecast(found, corrected, weights, seed)
    _score(found, weekly, weights, seed)
    return found


def _nowcast(
    found: dict[str, Any], weekly: Floats, known: Sequence[Weeks], group: Sequence[Sequence[Weeks]]
) -> Floats:
    """The series with what is outstanding added to the weeks that are still being reported."""
    corrected = weekly.copy()
    if not known:
        found["why"]["nowcast"] = "no_delays"
        return corrected
    own = nowcast(_triangle(known), group=[_triangle(each) for each in group])
    rows = []
    for back in range(min(len(known[0]) - 1, len(known))):
        at = -1 - back
        if (
            np.isnan(weekly[at])
            or own.few[at]
            or own.share[at] >= 1
            or own.reported[at] < weekly[at]
        ):
            continue
        band = own.quantiles[at, OF_BAND]
        told = None if np.isnan(band).any() else _numbers(band)
        rows.append({"back": back, "share": float(own.share[at]), "band": told,
                     "point": _number(own.point[at])})  # fmt: skip
        corrected[at] = max(own.point[at], weekly[at])
    if rows:
        found["nowcast"] = rows[::-1]
    else:
        few = bool(own.few[-1])
        found["why"]["nowcast"] = "few_reported" if few else "complete"
    return corrected


def _triangle(known: Sequence[Weeks]) -> Floats:
    """What nobody spoke of counts as nothing reported so far; what lies ahead stays unknown."""
    rows = np.array([[np.nan if n is None else n for n in row] for row in known], dtype=np.float64)
    age = np.arange(len(rows))[::-1]
    due = np.arange(rows.shape[1]) <= age[:, None]
    return triangle(np.where(due, np.nan_to_num(rows), np.nan))


def _reproduction(found: dict[str, Any], weekly: Floats, weights: Floats | None) -> None:
    if weights is None:
        found["why"]["r"] = "no_interval"
        return
    daily = np.repeat(weekly / DAYS, DAYS)
    told = reproduction([daily], weights, window=DAYS)
    rows = []
    for back in range(min(SHOWN_R, len(weekly) - 1)):
        at = np.flatnonzero(told.ends == (len(weekly) - back) * DAYS)
        if len(at) and not np.isnan(told.mean[0, at[0]]):
            rows.append({"back": back, "band": _numbers(told.quantiles[0, at[0]], 3)})
    if rows:
        found["r"] = rows[::-1]
    else:
        found["why"]["r"] = "few_weeks"


def _forecast(found: dict[str, Any], weekly: Floats, weights: Floats | None, seed: int) -> None:
    told = np.flatnonzero(~np.isnan(weekly))
    if len(told) < LEAST_WEEKS:
        found["why"]["forecast"] = "few_weeks"
        return
    silent = len(weekly) - 1 - int(told[-1])
    if silent > MOST_SILENT:
        found["why"]["forecast"] = "silent"
        return
    bands = _members(weekly[: told[-1] + 1], weights, seed, draws=4000)["ensemble"]
    if np.isnan(bands).any():
        found["why"]["forecast"] = "few_weeks"
        return
    found["forecast"] = {"silent": silent, "bands": [_numbers(row[list(OF_BAND)]) for row in bands]}


def _members(known: Floats, weights: Floats | None, seed: int, draws: int) -> dict[str, Floats]:
    of_hub = baseline(known, seed=seed, horizons=HORIZONS, draws=5 * draws)
    if weights is None:
        return {"baseline": of_hub, "ensemble": of_hub}
    ours = renewal(known, weights, seed=seed, horizons=HORIZONS, draws=draws)[0]
    return {"baseline": of_hub, "ensemble": ensemble([ours, of_hub])}


def _score(found: dict[str, Any], weekly: Floats, weights: Floats | None, seed: int) -> None:
    """The last forecasts that could have been made of this series, against the plain baseline."""
    sums = {"ensemble": 0.0, "baseline": 0.0}
    covered: list[float] = []
    made = 0
    for origin in range(max(LEAST_WEEKS, len(weekly) - 1 - SCORED), len(weekly) - 1):
        later = weekly[origin + 1 : origin + 1 + HORIZONS]
        known = weekly[: origin + 1]
        if np.isnan(known[-1]) or np.isnan(later).all():
            continue
        members = _members(known, weights, seed + origin, draws=1000)
        if any(np.isnan(each).any() for each in members.values()):
            continue
        made += 1
        for name in sums:
            told = score(members[name][: len(later)], later, log=True)
            sums[name] += float(np.nansum(told.wis))
        covered += is_covered(members["ensemble"][: len(later)], later, 95).tolist()
    if made < LEAST_SCORED or not sums["baseline"] > 0:
        found["why"]["score"] = "few_weeks"
        return
    found["score"] = {
        "n": made, "rwis": round(sums["ensemble"] / sums["baseline"], 3),
        "held": round(100 * float(np.nanmean(covered))),
    }  # fmt: skip


def _numbers(values: Floats, digits: int = 1) -> list[float]:
    return [round(float(value), digits) for value in values]


def _number(value: float) -> float:
    return round(float(value), 1)
