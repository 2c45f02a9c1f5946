"""Requests of assistance that are open: what is asked for in open rounds and may still be met."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from registan.health.models import Request
from registan.health.queries.tracking import promised
from registan.parties.queries import place_of

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class OpenRequest:
    """What is asked for, and how many units of it nobody has promised yet."""

    request: Request
    lacking: int


@dataclass(frozen=True)
class OpenRequests:
    """Real requests and those of exercises, never in one list; States in protocol order."""

    real: list[OpenRequest]
    exercises: list[OpenRequest]


def open_requests(viewer: Viewer, today: date) -> OpenRequests:
    """What is asked for, not taken back nor promised in full, in rounds that are open, and whose last week
    is not over."""
    rows = (
        Request.objects.visible_to(viewer)
        .filter(withdrawn_at=None, aid__closed_at=None)
        .select_related("aid", "state", "item")
    )
    found = [row for row in rows if row.aid.week_of(today) <= row.last_week]
    found.sort(key=lambda row: (place_of(row.state), row.aid.number, row.number))
    given = promised(viewer, found)
    opened = [OpenRequest(row, ceil(row.quantity - given[row.pk])) for row in found]
    lacking = [row for row in opened if row.lacking > 0]
    return OpenRequests(
        [row for row in lacking if not row.request.aid.exercise],
        [row for row in lacking if row.request.aid.exercise],
    )
