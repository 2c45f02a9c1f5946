"""Series for those who compute. Apart from series.py: NumPy is loaded here, and by no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.models import Measure, Series
from registan.health.queries.series import in_weeks, standings
from registan.kernel.counts.arrays import arrays

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import Condition
    from registan.kernel.counts.arrays import Arrays


def series_for_kernel(
    condition: Condition, measure: str = Measure.CASES, *, state: str = "",
    as_of: date | None = None, by_week: bool = False,
) -> list[tuple[Series, Arrays]]:  # fmt: skip
    """Whole States as arrays, nothing hidden: for computing alone, never to be shown to a reader."""
    rows = Series.objects.filter(condition=condition, measure=measure, area="", sex="", age="")
    rows = rows.select_related("state", "condition")
    if state:
        rows = rows.filter(state__key=state)
    return [
        (row, arrays(in_weeks(row, standing, by_week=by_week)))
        for row, standing in standings(list(rows), as_of)
    ]
