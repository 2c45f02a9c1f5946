"""One week of all series under one method: numbers, alarms, false discovery rate, order of urgency."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.epi.ears import Ears, ears
from registan.kernel.epi.farrington import Farrington, Mode, farrington
from registan.kernel.epi.method import FEWEST_YEARS, Method
from registan.kernel.epi.reasons import Reason
from registan.kernel.epi.reference_weeks import reference_weeks
from registan.kernel.epi.rounding import rounded

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import ArrayLike, NDArray

Controls = Farrington | Ears


@dataclass(frozen=True)
class Screen:
    """Arrays (series,), rounded (rounding.py); NaN where there is no number.

    alarm: score > 1. q: Benjamini-Hochberg over all series that have a p, the least false discovery
    rate at which the series is among those found. reason: "" or why there is no result
    (reasons.Reason.word). rule: by what the series was tested, "farrington b=5" or "ears C2".
    order: the series by score, the highest first, then by p; those without score last.
    expected_false_alarms: of the series tested so many alarms come by chance when nothing is going on.
    """

    count: NDArray[np.float64]
    expected: NDArray[np.float64]
    upper: NDArray[np.float64]
    score: NDArray[np.float64]
    p: NDArray[np.float64]
    q: NDArray[np.float64]
    alarm: NDArray[np.bool_]
    reason: list[str]
    rule: list[str]
    order: NDArray[np.int64]
    expected_false_alarms: float


def screen(
    counts: ArrayLike, weeks: date, at: int, method: Method, population: ArrayLike | None = None
) -> Screen:
    """Test week `at` of counts (series, weeks), NaN where not reported; `weeks`: day week 0 begins on.

    population (series, weeks) is needed by methods with an offset. Weeks after `at` are not looked at.

    >>> from datetime import date
    >>> found = screen([[4.0, 3, 5, 4, 3, 5, 4, 4, 3, 4, 60]], date(2026, 1, 5), 10, Method.desk())
    >>> found.alarm.tolist(), found.rule, found.expected_false_alarms
    ([True], ['ears C2'], 0.001)
    """
    y = np.atleast_2d(np.asarray(counts, dtype=np.float64))
    if not 0 <= at < y.shape[1]:
        raise ValueError(f"week {at} is not among the {y.shape[1]} of the series")
    people = None if population is None else np.atleast_2d(np.asarray(population, np.float64))
    numbers = np.full((4, len(y)), np.nan)
    reason = np.full(len(y), Reason.NOT_REPORTED)
    alpha = np.zeros(len(y))
    rules = _rules(y[:, : at + 1], weeks, at, method)
    for controls in dict.fromkeys(rules):
        own = np.array([rule == controls for rule in rules])
        part = None if people is None else people[own]
        numbers[:, own], reason[own] = _tested(y[own], weeks, at, controls, method.mode, part)
        alpha[own] = controls.level if isinstance(controls, Ears) else controls.alpha
    return _screen(y[:, at], rounded(numbers), reason, [_word(rule) for rule in rules], alpha)


def _rules(y: NDArray[np.float64], first: date, at: int, method: Method) -> list[Controls]:
    """The controls of each series; by_history looks at where its first reported week lies."""
    full, shorter, new = method.farrington, method.shorter, method.ears
    if full is None or shorter is None or new is None:
        return [full or new or Ears()] * len(y)
    most = max(full.years, shorter.years)
    points = reference_weeks(at, most, first)
    found: list[Controls] = []
    for begin in np.where(np.isnan(y).all(axis=1), at + 1, (~np.isnan(y)).argmax(axis=1)):
        years = sum(point >= begin for point in points)
        if years >= full.years:
            found.append(full)
        elif years >= FEWEST_YEARS:
            found.append(replace(shorter, years=min(years, shorter.years)))
        else:
            found.append(new)
    return found


def _tested(
    y: NDArray[np.float64], first: date, at: int, controls: Controls, mode: Mode,
    people: NDArray[np.float64] | None,
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:  # fmt: skip
    """(expected, upper, score, p) and the reason of each series."""
    if isinstance(controls, Ears):
        near = ears(y, at, controls, mode=mode)
        return np.stack([near.expected, near.upper, near.score, near.p]), near.reason
    far = farrington(y, at, controls, mode=mode, first=first, population=people)
    return np.stack([far.expected, far.upper, far.score, far.p]), far.reason


def _word(controls: Controls) -> str:
    if isinstance(controls, Ears):
        return f"ears {controls.method}"
    return f"farrington b={controls.years}"


def _screen(
    count: NDArray[np.float64], numbers: NDArray[np.float64], reason: NDArray[np.int64],
    rules: list[str], alpha: NDArray[np.float64],
) -> Screen:  # fmt: skip
    expected, upper, score, p = numbers
    there = reason == Reason.NONE
    return Screen(
        count=count, expected=expected, upper=upper, score=score, p=p, q=false_discovery(p),
        alarm=there & (score > 1) & (count > 0),
        reason=[Reason(code).word for code in reason.tolist()], rule=rules, order=ranked(score, p),
        expected_false_alarms=float(f"{sum(alpha[there].tolist()):.9g}"),
    )  # fmt: skip


def false_discovery(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """q of each p by Benjamini and Hochberg 1995, JRSS B 57:289; a missing p stays out of the count.

    q_(i) = min over j >= i of n p_(j) / j.

    >>> false_discovery(np.array([0.01, np.nan, 0.02, 0.9])).tolist()
    [0.03, nan, 0.03, 0.9]
    """
    q = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    n, least = len(order), 1.0
    for rank in range(n, 0, -1):
        least = min(least, n * float(p[order[rank - 1]]) / rank)
        q[order[rank - 1]] = least
    return rounded(q)


def ranked(score: NDArray[np.float64], p: NDArray[np.float64]) -> NDArray[np.int64]:
    """Indices by falling score, then rising p, then place; without score last."""
    last = np.isnan(score)
    return np.lexsort((np.nan_to_num(p, nan=2.0), np.where(last, 0.0, -score), last))
