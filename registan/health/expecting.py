"""What the method in force expects week by week: expected number and bound beside each figure of a year.

Kept with the estimate of a series: worked out from counts, no act, and again at any time. The numbers of
a signal are its own record (acts/alerts.py); these show how the weeks around it stood.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from registan.health.differences import step_of
from registan.health.inputs import digest_of_input, input_over
from registan.health.models import Estimate, Measure
from registan.health.queries.series import in_weeks
from registan.health.screening import method_in_force
from registan.jobs import executor
from registan.kernel.counts.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.inputs import Input
    from registan.health.models import MethodVersion

KERNEL = "registan.kernel.epi.screened:over_weeks"
# Weeks told, and series that are computed in one part.
WEEKS, MOST_A_PART = 52, 100

Due = tuple[Estimate, "Input", str]


def make_expected() -> int:
    """Work out anew what rests on other counts, or on another method; how many series."""
    method = method_in_force()
    if method is None:
        return 0
    pieces = _pieces(_due(method))
    parts = [
        executor.Part((method.content, piece[0][1].first_week.isoformat(),
                       [list(one.counts) for _, one, _ in piece], _places(piece[0][1])))
        for piece in pieces
    ]  # fmt: skip
    for piece, weeks in zip(pieces, executor.run_parts(KERNEL, parts), strict=True):
        for place, (row, _, digest) in enumerate(piece):
            told = [_told(rows[place]) for rows, _ in weeks]
            row.expected = {"version": method.n, "digest": digest, "last": row.week.isoformat(),
                            "weeks": told}  # fmt: skip
            row.save(update_fields=["expected"])
    return sum(map(len, pieces))


def _due(method: MethodVersion) -> list[Due]:
    """Series of cases whose counts, week or method are not those of the last time."""
    rows = Estimate.objects.filter(series__measure=Measure.CASES)
    found = []
    for row in rows.select_related("series__state", "series__condition"):
        held = Standing.load(step_of(row.series.condition), row.series.held)
        standing = in_weeks(row.series, held, by_week=True)
        given = input_over(row.series, standing, row.week.toordinal(), method, weeks=WEEKS)
        digest = digest_of_input(given.content)
        if row.expected.get("digest") != digest:
            found.append((row, given, digest))
    return found


def _pieces(due: Sequence[Due]) -> list[list[Due]]:
    """Series that cover the same weeks are computed together."""
    alike: dict[Any, list[Due]] = defaultdict(list)
    for each in due:
        alike[each[1].first_week].append(each)
    return [
        rows[begin : begin + MOST_A_PART]
        for _, rows in sorted(alike.items())
        for begin in range(0, len(rows), MOST_A_PART)
    ]


def _places(given: Input) -> list[int]:
    return list(range(len(given.counts) - WEEKS, len(given.counts)))


def _told(row: dict[str, Any]) -> list[Any]:
    """[expected, bound, is above], or [reason] where there is no bound."""
    if row["reason"]:
        return [row["reason"]]
    return [row["expected"], row["upper"], row["is_above"]]
