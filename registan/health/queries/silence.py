"""Silence: who has not sent, and since when, as carefully as what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Max

from registan.health.differences import step_of
from registan.health.models import Condition, Series
from registan.kernel.counts.periods import monday_of, period_name
from registan.parties.queries import members

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.parties.models import State

GRACE = timedelta(days=3)  # after a period has ended, before its figure is awaited


@dataclass(frozen=True)
class Silence:
    """A State of which figures are awaited. `last`: first day of the last period spoken of, if any."""

    state: State
    last: date | None
    awaited: int


def last_awaited(condition: Condition, today: date) -> date:
    """First day of the last period whose figure should be there."""
    ended = today - GRACE
    if step_of(condition) == 1:
        return ended - timedelta(days=1)
    return date.fromordinal(monday_of(ended.toordinal())) - timedelta(days=7)


def silences(condition: Condition, today: date) -> list[Silence]:
    """Members of which figures are awaited, in protocol order. What each has sent is no secret here."""
    wanted = last_awaited(condition, today)
    spoken = dict(
        Series.objects.filter(condition=condition)
        .values_list("state_id")
        .annotate(last=Max("last_start"))
    )
    found = []
    for state in members(today):
        last = spoken.get(state.pk)
        if last is None:
            found.append(Silence(state, None, 0))
        elif last < wanted:
            found.append(Silence(state, last, (wanted - last).days // step_of(condition)))
    return found


MOST_AWAITED = 60  # periods a condition, in a template


def awaited_of(state: str, viewer: Viewer, today: date) -> list[tuple[str, str, str]]:
    """(state, condition, period) of every figure awaited of a State: for its template."""
    found = []
    for condition in Condition.objects.visible_to(viewer):
        wanted, step = last_awaited(condition, today), step_of(condition)
        spoken = Series.objects.filter(condition=condition, state__key=state)
        last = spoken.aggregate(last=Max("last_start"))["last"]
        first = last + timedelta(days=step) if last else wanted
        first = max(first, wanted - timedelta(days=step * (MOST_AWAITED - 1)))
        found += [
            (state, condition.code, period_name(condition.period, start))
            for start in range(first.toordinal(), wanted.toordinal() + 1, step)
        ]
    return found
