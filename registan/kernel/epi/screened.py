"""Screening with plain values in and out: for callers that keep NumPy out of their own process."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from registan.kernel.epi.method import Method
from registan.kernel.epi.screening import screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.kernel.epi.screening import Screen


Row = dict[str, Any]
NUMBERS = ("expected", "upper", "score", "p", "q")


def last_weeks(
    method: Mapping[str, Any], first_week: str, counts: Sequence[Sequence[int | None]]
) -> tuple[list[Row], float]:
    """One row a series on the last week (reason, rule, expected, upper, score, p, q, is_above), and the
    number of false alarms to be expected.

    method: as Method.to_record gives it. first_week: day on which the first week begins, ISO. counts
    (series, weeks): None where there is no figure. Without a bound `reason` says why.
    """
    return over_weeks(method, first_week, counts, [len(counts[0]) - 1])[0]


def over_weeks(
    method: Mapping[str, Any], first_week: str, counts: Sequence[Sequence[int | None]],
    weeks: Sequence[int],
) -> list[tuple[list[Row], float]]:  # fmt: skip
    """The same for each of several weeks (places from 0), each seen with what lies before it alone."""
    read = Method.from_record(method)
    first = date.fromisoformat(first_week)
    table = np.array(
        [[np.nan if value is None else value for value in row] for row in counts], dtype=np.float64
    )
    found = [screen(table, first, week, read) for week in weeks]
    return [(_rows(each), each.expected_false_alarms) for each in found]


def _rows(found: Screen) -> list[Row]:
    numbers = zip(*(getattr(found, name).tolist() for name in NUMBERS), strict=True)
    rows = zip(found.reason, found.rule, numbers, found.alarm.tolist(), strict=True)
    return [
        {"reason": reason, "rule": rule, "is_above": False} if reason else {
            "reason": "", "rule": rule, "is_above": above,
            **{name: None if value != value else value
               for name, value in zip(NUMBERS, row, strict=True)},
        }
        for reason, rule, row, above in rows
    ]  # fmt: skip
