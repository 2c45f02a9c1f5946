"""What stands at the desk of health for a reader, in a few figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from registan.health.models import Condition, Signal, SignalStanding, Submission
from registan.health.queries.events import counted
from registan.health.queries.open_requests import open_requests

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class DeskStanding:
    """How much is counted and came in, and what is open: signals without an answer, emergencies, requests.

    Of what the reader sees; exercises are in none of them.
    """

    conditions: int
    submissions: int
    last: datetime | None
    signals: int
    emergencies: int
    requests: int


def standing_of_desk(viewer: Viewer, today: date) -> DeskStanding:
    """For the front square."""
    told = Submission.objects.visible_to(viewer).aggregate(n=Count("pk"), last=Max("made_at"))
    return DeskStanding(
        Condition.objects.visible_to(viewer).count(), told["n"], told["last"],
        Signal.objects.visible_to(viewer).filter(standing=SignalStanding.OPEN).count(),
        counted(viewer).open, len(open_requests(viewer, today).real),
    )  # fmt: skip
