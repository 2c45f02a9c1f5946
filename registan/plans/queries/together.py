"""Which reports of a party can be cleared or filed together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.plans.models import Draft, Indicator, Measure, Report
from registan.plans.models.reports import Stage
from registan.plans.queries.owing import owed_by

if TYPE_CHECKING:
    from registan.plans.models import Round

UNCLEARED = frozenset({"", Stage.DRAFT, Stage.RETURNED})


@dataclass(frozen=True)
class Typed:
    """One report as typed, and what is counted for its measure."""

    measure: Measure
    typed: dict[str, str]
    indicators: list[Indicator] = field(default_factory=list)


def typed_together(round_: Round, party: str, deed: str) -> list[Typed]:
    """Drafts to be cleared, or cleared ones to be filed, in the order of the plan."""
    mine = Q(state__key=party) | Q(body__key=party)
    stages = dict(Report.objects.filter(mine, round=round_).values_list("measure_id", "stage"))
    wanted = UNCLEARED if deed == "clear" else {Stage.CLEARED}
    drafts = dict(Draft.objects.filter(mine, round=round_).values_list("measure_id", "typed"))
    ids = [
        row.measure_id
        for row in owed_by(round_, party)
        if row.measure_id in drafts and stages.get(row.measure_id, "") in wanted
    ]
    measures = Measure.objects.filter(pk__in=ids).prefetch_related("indicators", "texts")
    return [
        Typed(row, drafts[row.pk], list(row.indicators.all()))
        for row in measures.order_by("position")
    ]
