"""How far a plan is, in counts: of one round, by measure and as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from registan.plans.models import Measure, Report
from registan.plans.models.measures import Standing
from registan.plans.models.reports import Progress, Stage
from registan.plans.queries.rounds import found_done, latest_round, round_grid
from registan.web.asked import whole_number

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.plans.models import Plan, Round

SOON = timedelta(days=90)
# In the order in which a summary tells them; "" is "report awaited".
ORDER = (*Progress.values, "")


@dataclass(frozen=True)
class RoundCounts:
    """What the parties said in a round: in all, and by measure (measure id -> progress -> count)."""

    owed: int = 0
    by_progress: Counter[str] = field(default_factory=Counter)
    by_measure: dict[int, Counter[str]] = field(default_factory=dict)

    @property
    def filed(self) -> int:
        return self.owed - self.by_progress[""]


@dataclass(frozen=True)
class Attention:
    """What on a plan asks for someone's eye."""

    due_soon: int = 0
    overdue: int = 0
    unread: int = 0
    returned: int = 0


def round_counts(round_: Round, viewer: Viewer) -> RoundCounts:
    """Counts over the cells of a round."""
    in_all: Counter[str] = Counter()
    by_measure: dict[int, Counter[str]] = defaultdict(Counter)
    grid = round_grid(round_, viewer)
    for (measure, _), progress in grid.items():
        in_all[progress] += 1
        by_measure[measure][progress] += 1
    return RoundCounts(len(grid), in_all, dict(by_measure))


def attention(plan: Plan, round_: Round | None, viewer: Viewer, today: date) -> Attention:
    """Measures that fall due or are past due without a finding "done"; reports to be read."""
    if round_ is None:
        return Attention()
    done = found_done(round_, viewer)
    rows = Measure.objects.visible_to(viewer).filter(
        plan=plan, fate__in=[Standing.IN_FORCE, Standing.POSTPONED], ends_on__lte=today + SOON
    )
    ends = [end for pk, end in rows.values_list("pk", "ends_on") if end and pk not in done]
    reports = Report.objects.visible_to(viewer).filter(round=round_)
    stages = Counter(reports.values_list("stage", flat=True))
    return Attention(
        due_soon=sum(1 for end in ends if end >= today),
        overdue=sum(1 for end in ends if end < today),
        unread=stages[Stage.FILED],
        returned=stages[Stage.RETURNED],
    )


def plan_round(plan: Plan, viewer: Viewer, number: str) -> Round | None:
    """The round a reader asks for by number, else the latest."""
    from_number = plan.rounds.filter(number=whole_number(number)) if number else None
    if from_number is not None:
        found = next((row for row in from_number if viewer.sees(row.audience)), None)
        if found:
            found.plan = plan
            return found
    latest = latest_round(plan, viewer)
    if latest:
        latest.plan = plan
    return latest
