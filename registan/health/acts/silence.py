"""Silence after a notice: a reminder to the focal points, then word to the national coordinator.

No act of the organisation: letters, and when they went out. A silence shames nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.acts.events import link_to
from registan.health.queries.events import silent_deliveries
from registan.health.queries.focal_points import coordinators, focal_points
from registan.jobs.outbox import post
from registan.ledger.act import working_paper
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import datetime

    from registan.health.models import Delivery, Event


@working_paper
def follow_silence(*, now: datetime) -> int:
    """Write on every receipt that is awaited beyond the rules, once a step; how many letters."""
    return sum(_follow(row, step, now) for row, step in silent_deliveries(now))


def _follow(row: Delivery, step: str, now: datetime) -> int:
    party, event = row.state.key, row.notice.event
    if step == "escalation":
        readers = coordinators([party], now).get(party, [])
        kind, row.escalated_at = "health.silence", now
    else:
        readers = focal_points([party], now).get(party, [])
        kind, row.reminded_at = "health.reminder", now
    row.save(update_fields=["escalated_at", "reminded_at"])
    letters = post(
        kind, readers, link=link_to(event), now=now, once=row.urn, since=row.notice.made_at,
        state=_marked(event),
    )  # fmt: skip
    return len(letters)


def _marked(event: Event) -> dict[str, str]:
    """Name of the State, and that it is an exercise, so that the subject says it."""
    if not event.exercise:
        return dict(event.state.short_names)
    return {
        lang: say("events.exercise.of", lang, state=name)
        for lang, name in event.state.short_names.items()
    }
