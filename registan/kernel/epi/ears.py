"""EARS C1, C2, C3: a count against the seven weeks (or days) before it; for short histories.

    C1    mean and sd of t-7 .. t-1                      U = mean + z max(sd, least)
    C2    mean and sd of t-9 .. t-3                      U = mean + z max(sd, least)
    C3    C2 of t, and what C2 of t-1 and t-2 has above 1:
          E = max(0, C2(t-1) - 1) + max(0, C2(t-2) - 1)  U = max(0, mean_t + max(sd_t, least) (z - E))

References: Hutwagner 2003, J Urban Health 80:i89; Fricker 2008, Stat Med 27:3407. Mode `r-compat` gives
what R's surveillance 1.20 to 1.26 computes, where the bound of C3 stands on the count of t in place of
mean_t: the tested week then has no say in its own alarm.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan, sqrt
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.farrington import MODES, Mode
from registan.kernel.epi.reasons import MOST, Reason
from registan.kernel.epi.tails import normal_bound, normal_tail

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

from numpy.typing import NDArray

METHODS = ("C1", "C2", "C3")
ALPHAS = {"C1": 0.001, "C2": 0.001, "C3": 0.025}
# Strict: of the baseline so many may be missing; R has no result when one is.
MISSING_ALLOWED = 2
LINES = 6
EXPECTED, UPPER, SCORE, P, ALARM, REASON = range(LINES)
NOT_REPORTED, FEW_REPORTS, NO_SPREAD = 1.0, 4.0, 9.0


@dataclass(frozen=True)
class Ears:
    """The controls. `alpha` None: 0.001 for C1 and C2, 0.025 for C3."""

    method: str = "C2"
    baseline: int = 7
    least_sigma: float = 0.0
    alpha: float | None = None

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise ValueError(f"the method is one of {METHODS}, not {self.method!r}")
        if self.baseline < 3 or not 0 <= self.least_sigma < np.inf:
            raise ValueError("the baseline is 3 or more, least_sigma is not negative")
        if self.alpha is None:
            object.__setattr__(self, "alpha", ALPHAS[self.method])
        if not 0 < self.level < 0.5:
            raise ValueError("alpha lies between 0 and 0.5")

    @property
    def level(self) -> float:
        return ALPHAS[self.method] if self.alpha is None else self.alpha

    @property
    def reach(self) -> int:
        """So many weeks before the tested one are looked at."""
        return self.baseline + {"C1": 0, "C2": 2, "C3": 4}[self.method]


@dataclass(frozen=True)
class EarsResult:
    """Arrays (series,); `reason` as in reasons.Reason. C3 is a sum over weeks: it has no p-value."""

    expected: NDArray[np.float64]
    upper: NDArray[np.float64]
    score: NDArray[np.float64]
    p: NDArray[np.float64]
    alarm: NDArray[np.bool_]
    reason: NDArray[np.int64]


def ears(counts: ArrayLike, at: int, controls: Ears, *, mode: Mode = "strict") -> EarsResult:
    """Test week `at` (from 0) of counts (series, weeks); missing is NaN, and is never zero.

    The score is (y - expected)/(U - expected), above 1 beyond the bound.

    >>> found = ears([[2.0, 3, 2, 3, 2, 3, 2, 3, 2, 9]], 9, Ears("C2"))
    >>> found.upper.round(3).tolist(), found.alarm.tolist()
    ([4.08], [True])
    """
    y = np.atleast_2d(np.asarray(counts, dtype=np.float64))
    if mode not in MODES:
        raise ValueError(f"the mode is one of {MODES}, not {mode!r}")
    if not 0 <= at < y.shape[1]:
        raise ValueError(f"week {at} is not among the {y.shape[1]} of the series")
    lines = np.full((LINES, len(y)), np.nan)
    if at < controls.reach:
        lines[REASON], lines[ALARM] = Reason.SHORT_HISTORY, 0
    else:
        valid = (y >= 0) & (y <= MOST)
        lag = 1 if controls.method == "C1" else 3
        _evaluate(
            np.where(valid, y, np.nan), at, controls.baseline, lag, controls.method == "C3",
            mode == "strict", controls.least_sigma, normal_bound(controls.level), lines,
        )  # fmt: skip
        lines[REASON, ~np.isnan(y[:, at]) & ~valid[:, at]] = Reason.NOT_A_COUNT
    expected, upper, score, p, alarm, reason = lines
    return EarsResult(expected, upper, score, p, alarm == 1, reason.astype(np.int64))


@compiled
def _evaluate(
    y: NDArray[np.float64], at: int, baseline: int, lag: int, third: bool, strict: bool,
    least: float, z: float, lines: NDArray[np.float64],
) -> None:  # fmt: skip
    missing = MISSING_ALLOWED if strict else 0
    for series in range(y.shape[0]):
        line, count = lines[:, series], y[series, at]
        mean, deviation = _past(y[series], at, baseline, lag, missing, least)
        earlier = 0.0
        if third:
            for week in (at - 2, at - 1):
                centre, width = _past(y[series], week, baseline, lag, missing, least)
                above = (y[series, week] - centre) / width - 1.0 if width > 0.0 else nan
                # A week that was not reported adds nothing; R knows no bound then.
                earlier += max(0.0, above) if above == above or strict else nan
        upper = mean + deviation * (z - earlier)
        if third and not strict:
            upper = count + deviation * (z - earlier)
        line[EXPECTED], line[UPPER] = mean, max(0.0, upper) if third and upper == upper else upper
        _judge(line, count, deviation, third, strict)


@compiled
def _judge(
    line: NDArray[np.float64], count: float, deviation: float, third: bool, strict: bool
) -> None:
    mean, upper = line[EXPECTED], line[UPPER]
    line[ALARM], line[REASON] = 0.0, 0.0
    if mean != mean:
        line[REASON] = FEW_REPORTS
    elif count != count:
        line[REASON] = NOT_REPORTED
    elif upper != upper or (strict and not deviation > 0.0):
        line[REASON] = NO_SPREAD
        line[UPPER] = nan
    else:
        # R gives a bound without any spread as well, and lets it raise an alarm.
        line[ALARM] = 1.0 if count > upper else 0.0
        line[SCORE] = _score(count, mean, upper)
        if not third and deviation > 0.0:
            line[P] = normal_tail((count - mean) / deviation)


@compiled
def _score(count: float, mean: float, upper: float) -> float:
    if upper > mean:
        return (count - mean) / (upper - mean)
    return 1.0 + (count - upper)


@compiled
def _past(
    row: NDArray[np.float64], at: int, baseline: int, lag: int, missing: int, least: float
) -> tuple[float, float]:
    """Mean and standard deviation (at least `least`) of the baseline of week `at`."""
    total, reported = 0.0, 0
    for week in range(at - lag - baseline + 1, at - lag + 1):
        if row[week] == row[week]:
            total += row[week]
            reported += 1
    if baseline - reported > missing or reported < 3:
        return nan, nan
    mean = total / reported
    squares = 0.0
    for week in range(at - lag - baseline + 1, at - lag + 1):
        if row[week] == row[week]:
            squares += (row[week] - mean) * (row[week] - mean)
    return mean, max(sqrt(squares / (reported - 1)), least)
