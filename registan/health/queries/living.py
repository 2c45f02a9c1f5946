"""What the desk of health offers to plans: figures of all States together, as of a day, for a reader."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.models import Condition, Event, Measure, Request, Series
from registan.health.queries.series import in_weeks, standings
from registan.health.queries.silence import GRACE
from registan.health.queries.tracking import received
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.kernel.counts.periods import monday_of
from registan.parties.queries import members
from registan.plans.living import Offered, Worked

if TYPE_CHECKING:
    from registan.kernel.counts.standing import Standing
    from registan.ledger.audience import Viewer

WEEKS = 52  # looked back upon
DAYS = 365


def complete_weeks(viewer: Viewer, as_of: date) -> Worked:
    """Share of the last 52 weeks for which every member had sent a figure of cases by the end of a day.

    Each condition counts on its own, from the first week that anybody spoke of. A week is awaited from
    three days after its end. Per cent, to one place.
    """
    asked = {row.pk: row for row in Condition.objects.visible_to(viewer)}
    rows = Series.objects.visible_to(viewer).filter(
        condition__in=asked, measure=Measure.CASES, area="", sex="", age=""
    )
    known = None if as_of >= timezone.localdate() else as_of
    told: dict[int, dict[str, Standing]] = defaultdict(dict)
    for row, standing in standings(list(rows.select_related("condition", "state")), known):
        told[row.condition_id][row.state.key] = in_weeks(row, standing, by_week=True)
    last = monday_of((as_of - GRACE).toordinal()) - 7

    @cache
    def inside(monday: int) -> frozenset[str]:
        return frozenset(state.key for state in members(date.fromordinal(monday + 6)))

    part = whole = 0
    for by_state in told.values():
        spoken = [row.first for row in by_state.values() if row.kinds]
        first = max(min(spoken, default=last + 7), last - 7 * (WEEKS - 1))
        for monday in range(first, last + 1, 7):
            whole += 1
            part += all(
                key in by_state and by_state[key].at(monday)[0] in {REPORTED, ZERO}
                for key in inside(monday)
            )
    invented = any(asked[pk].illustrative for pk in told)
    if not whole:
        return Worked(None)
    return Worked((Decimal(100 * part) / whole).quantize(Decimal("0.1")), part, whole, invented)


def hours_to_notify(viewer: Viewer, as_of: date) -> Worked:
    """Median hours from the moment a State came to know of an emergency to its word to the others.

    Real emergencies notified in the year that ends with the day; exercises never.
    """
    end = timezone.make_aware(datetime.combine(as_of + timedelta(days=1), time.min))
    rows = Event.objects.visible_to(viewer).filter(
        exercise=False, notified_at__lt=end, notified_at__gte=end - timedelta(days=DAYS)
    )
    found = list(rows.values_list("aware_at", "notified_at", "illustrative"))
    if not found:
        return Worked(None)
    hours = median(
        (notified - aware).total_seconds() / 3600 for aware, notified, _ in found if notified
    )
    value = Decimal(hours).quantize(Decimal("0.1"))
    return Worked(value, len(found), len(found), any(invented for *_, invented in found))


def requests_served(viewer: Viewer, as_of: date) -> Worked:
    """Share of the requests of a year that were received in full by the end of a day. Per cent.

    Requests of real rounds made in the year that ends with the day and not taken back by then; what
    arrived counts by the units that it replaces (registan.health.queries.tracking).
    """
    end = timezone.make_aware(datetime.combine(as_of + timedelta(days=1), time.min))
    rows = Request.objects.visible_to(viewer).filter(
        aid__exercise=False, made_at__lt=end, made_at__gte=end - timedelta(days=DAYS)
    )
    rows = rows.exclude(withdrawn_at__lt=end).select_related("aid", "item")
    asked = {row.pk: row for row in rows}
    got = received(viewer, list(asked.values()), before=end)
    served = sum(got[pk] >= row.quantity for pk, row in asked.items())
    invented = any(row.aid.illustrative for row in asked.values())
    if not asked:
        return Worked(None)
    share = (Decimal(100 * served) / len(asked)).quantize(Decimal("0.1"))
    return Worked(share, served, len(asked), invented)


OFFERS = (
    Offered("health.complete_weeks", 1, "situation", complete_weeks),
    Offered("health.hours_to_notify", 1, "events", hours_to_notify),
    Offered("health.requests_served", 1, "assistance", requests_served),
)
