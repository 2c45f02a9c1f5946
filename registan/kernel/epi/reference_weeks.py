"""Which weeks the Farrington method learns from: windows a year apart and the seasons between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

YEAR = 52


@dataclass(frozen=True)
class Training:
    """`weeks` (n) are indices into the series, rising; `labels` (n) from 0, `label` is the tested week's."""

    weeks: NDArray[np.int64]
    labels: NDArray[np.int64]
    label: int


def reference_weeks(at: int, years: int, first: date | None) -> list[int]:
    """Weeks i = 1..years before week `at`, 0 being the week that begins on `first`; may be negative.

    Without dates at - 52 i. With dates the same day of the calendar i years before (1 March for the
    29th of February), moved to the nearest day with the same day of the week.

    >>> reference_weeks(300, 3, date(2011, 1, 4)), reference_weeks(300, 3, None)
    ([248, 196, 143], [248, 196, 144])
    """
    if first is None:
        return [at - YEAR * i for i in range(1, years + 1)]
    day = first + timedelta(weeks=at)
    return [at - round((day - _years_before(day, i)).days / 7) for i in range(1, years + 1)]


def _years_before(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        try:
            return day.replace(year=day.year - years)
        except ValueError:
            return date(day.year - years, 3, 1)
    return day.replace(year=day.year - years)


def training(
    at: int, *, years: int, half: int, seasons: int, left_out: int, first: date | None
) -> Training | None:
    """Training weeks of week `at`; None when the oldest reference week is not in the series.

    Windows [t_i - half, t_i + half] carry the last label. With more than one season each gap between
    a window and the next newer one is cut into seasons - 1 blocks, the first ones a week longer where
    it does not come out even. The weeks at - left_out .. at are left out.

    >>> training(120, years=2, half=1, seasons=1, left_out=1, first=None).weeks.tolist()
    [15, 16, 17, 67, 68, 69]
    """
    points = [at, *reference_weeks(at, years, first)]
    if points[-1] < 0:
        return None
    labels = np.full(at + 1, -1)
    labels[max(at - half, 0) :] = seasons - 1
    for newer, older in pairwise(points):
        labels[max(older - half, 0) : older + half + 1] = seasons - 1
        if seasons > 1:
            labels[older + half + 1 : newer - half] = _blocks(newer - older - 2 * half - 1, seasons)
    labels[max(at - left_out, 0) :] = -1
    weeks = np.flatnonzero(labels >= 0)
    return Training(weeks, labels[weeks], seasons - 1)


def _blocks(gap: int, seasons: int) -> NDArray[np.int64]:
    if gap < seasons - 1:
        raise ValueError(f"{seasons} seasons do not fit into {gap} weeks between two windows")
    length, longer = divmod(gap, seasons - 1)
    sizes = [length + (block < longer) for block in range(seasons - 1)]
    return np.repeat(np.arange(seasons - 1), sizes)
