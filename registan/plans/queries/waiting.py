"""What waits for an official in the open rounds: reports owed, returned with a question, to be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.ledger.kept import kept
from registan.plans.models import Report
from registan.plans.models.reports import OUTSIDE, Stage
from registan.plans.queries.owing import owed_by
from registan.plans.queries.rounds import open_rounds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.plans.models import Measure, Round


@dataclass(frozen=True)
class Waiting:
    """One open round, and how many reports in it wait for whom one acts for."""

    plan: str
    titles: Mapping[str, str]
    number: int
    due_on: date
    awaited: int
    returned: int
    to_read: int


def waiting(viewer: Viewer, party: str, *, reads: bool) -> list[Waiting]:
    """Open rounds in which anything waits, by due date; `reads`: whether one receives the reports."""
    return kept(("waiting", viewer, party, reads), lambda: _waiting(viewer, party, reads=reads))


def _waiting(viewer: Viewer, party: str, *, reads: bool) -> list[Waiting]:
    found = [_in_round(round_, viewer, party, reads=reads) for round_ in open_rounds(viewer)]
    return [row for row in found if row.awaited or row.returned or row.to_read]


def next_owed(round_: Round, measure: Measure, party: str) -> str:
    """Number of the measure to report on next: the first after this one that is not filed, or ""."""
    own = Report.objects.filter(Q(state__key=party) | Q(body__key=party), round=round_)
    filed = set(
        own.filter(stage__in=(Stage.FILED, Stage.ACCEPTED)).values_list("measure_id", flat=True)
    )
    rows = owed_by(round_, party)
    here = next((at for at, row in enumerate(rows) if row.measure_id == measure.pk), -1)
    in_turn = [*rows[here + 1 :], *rows[: max(here, 0)]]
    return next((row.number for row in in_turn if row.measure_id not in filed), "")


def _in_round(round_: Round, viewer: Viewer, party: str, *, reads: bool) -> Waiting:
    own = Report.objects.filter(Q(state__key=party) | Q(body__key=party), round=round_)
    stages = dict(own.values_list("measure_id", "stage"))
    filed = Report.objects.visible_to(viewer).filter(round=round_, stage=Stage.FILED)
    return Waiting(
        plan=round_.plan.key, titles=round_.plan.titles, number=round_.number,
        due_on=round_.due_on,
        awaited=sum(stages.get(row.measure_id) not in OUTSIDE for row in owed_by(round_, party)),
        returned=Counter(stages.values())[Stage.RETURNED],
        to_read=filed.count() if reads else 0,
    )  # fmt: skip
