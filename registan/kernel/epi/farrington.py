"""Farrington's method, flexible: weekly counts against a bound from the same season of past years.

1. Reference weeks, 2. training weeks: reference_weeks.py. 3. Model, 4. dispersion, 5. less weight to
past outbreaks, 6. trend or not: farrington_fit.py. 7. bound, 8. score: farrington_bound.py.
References: Farrington 1996, JRSS A 159:547; Noufaily 2013, Stat Med 32:1206; Salmon, Schumacher, Hoehle
2016, JSS 70(10). Mode `strict` follows the papers. Mode `r-compat` gives the numbers of
`farringtonFlexible` of R's surveillance 1.20 to 1.26, its departures from the papers included (see
docs/explanation/detection.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from registan.kernel.epi.farrington_bound import LINES, evaluate
from registan.kernel.epi.reasons import MOST, Reason
from registan.kernel.epi.reference_weeks import Training, training
from registan.kernel.epi.tails import normal_bound

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import ArrayLike, NDArray

Mode = Literal["strict", "r-compat"]
MODES = ("strict", "r-compat")
BOUNDS = ("delta", "nbPlugin", "muan")
POWERS = ("2/3", "1/2", "none")


@dataclass(frozen=True)
class Farrington:
    """The controls; names in a record are those of R (`to_record`), so that they can be compared."""

    years: int = 5
    half: int = 3
    seasons: int = 1
    left_out: int | None = None  # None: as `half`
    reweight: bool = True
    weights_threshold: float = 2.58
    trend: bool = True
    trend_level: float = 0.05
    alpha: float = 0.05
    power: str = "2/3"
    bound: str = "delta"
    least_cases: float = 5
    least_weeks: int = 4
    offset: bool = False

    def __post_init__(self) -> None:
        if self.years < 1 or self.half < 0 or self.seasons < 1 or (self.left_out or 0) < 0:
            raise ValueError("years and seasons are 1 or more, half and left_out are not negative")
        if self.left_out is None:
            object.__setattr__(self, "left_out", self.half)
        if not 0 < self.alpha < 0.5 or not 0 <= self.trend_level <= 1:
            raise ValueError("alpha lies between 0 and 0.5, trend_level from 0 to 1")
        if self.bound not in BOUNDS or self.power not in POWERS:
            raise ValueError(f"the bound is one of {BOUNDS}, the power one of {POWERS}")
        if not self.weights_threshold > 0 or self.least_cases < 0 or self.least_weeks < 1:
            raise ValueError("weights_threshold and least_weeks are positive, least_cases from 0")


@dataclass(frozen=True)
class Result:
    """Arrays (series,); NaN where there is no number, and then `reason` says why (reasons.Reason).

    mean_quantile: the 1 - alpha quantile of the mean. trend_coefficient: a week, on the log scale.
    """

    expected: NDArray[np.float64]
    upper: NDArray[np.float64]
    score: NDArray[np.float64]
    p: NDArray[np.float64]
    phi: NDArray[np.float64]
    trend: NDArray[np.bool_]
    trend_coefficient: NDArray[np.float64]
    mean_quantile: NDArray[np.float64]
    alarm: NDArray[np.bool_]
    reason: NDArray[np.int64]


def farrington(
    counts: ArrayLike, at: int, controls: Farrington, *, mode: Mode = "strict",
    first: date | None = None, population: ArrayLike | None = None,
) -> Result:  # fmt: skip
    """Test week `at` (from 0) of counts (series, weeks); a week that was not reported is NaN.

    `first`: day on which week 0 begins; without it a year has 52 weeks. A count that is negative,
    infinite or above MOST is no count: it is left out of the past, and has no result itself.

    >>> quiet = [[3.0, 4, 2, 3] * 15 + [30.0]]
    >>> found = farrington(quiet, 60, Farrington(years=1))
    >>> found.expected.round(2).tolist(), found.alarm.tolist()
    ([3.0], [True])
    """
    y = np.atleast_2d(np.asarray(counts, dtype=np.float64))
    people = _people(y, controls, population)
    if mode not in MODES:
        raise ValueError(f"the mode is one of {MODES}, not {mode!r}")
    if not 0 <= at < y.shape[1]:
        raise ValueError(f"week {at} is not among the {y.shape[1]} of the series")
    learned = training(
        at, years=controls.years, half=controls.half, seasons=controls.seasons,
        left_out=controls.left_out or 0, first=first,
    )  # fmt: skip
    if learned is None:
        return _none(len(y), Reason.SHORT_HISTORY)
    # Where a week is no count it is NaN in what follows, and marked in what is said of week `at`.
    valid = (y >= 0) & (y <= MOST)
    lines = _lines(np.where(valid, y, np.nan), people, at, learned, controls, mode, first)
    wrong = ~np.isnan(y[:, at]) & ~valid[:, at]
    lines[-1, wrong] = Reason.NOT_A_COUNT
    return _result(lines)


def _people(
    y: NDArray[np.float64], controls: Farrington, population: ArrayLike | None
) -> NDArray[np.float64]:
    if not controls.offset:
        return np.ones((1, 1))
    if population is None:
        raise ValueError("a population offset needs the population (series, weeks)")
    people = np.atleast_2d(np.asarray(population, dtype=np.float64))
    if people.shape != y.shape:
        raise ValueError(f"counts are {y.shape}, the population is {people.shape}")
    return people


def _lines(
    y: NDArray[np.float64], people: NDArray[np.float64], at: int, learned: Training,
    controls: Farrington, mode: Mode, first: date | None,
) -> NDArray[np.float64]:  # fmt: skip
    """One line for each number of a Result, the reason last; one column a series."""
    lines = np.full((LINES, len(y)), np.nan)
    evaluate(
        y, people, at, learned.weeks, learned.labels, learned.label, mode == "strict",
        first is not None, controls.reweight, controls.weights_threshold, controls.trend,
        controls.years >= 3, controls.trend_level, BOUNDS.index(controls.bound),
        POWERS.index(controls.power), controls.alpha, normal_bound(controls.alpha),
        float(controls.least_cases), controls.least_weeks, controls.offset, lines,
    )  # fmt: skip
    return lines


def _result(lines: NDArray[np.float64]) -> Result:
    expected, upper, score, p, phi, coefficient, quantile, alarm, reason = lines
    return Result(
        expected, upper, score, p, phi, ~np.isnan(coefficient), coefficient, quantile,
        alarm == 1, reason.astype(np.int64),
    )  # fmt: skip


def _none(series: int, reason: Reason) -> Result:
    lines = np.full((LINES, series), np.nan)
    lines[-1] = reason
    return _result(lines)
