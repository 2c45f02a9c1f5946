"""What stands at the desk of health for a reader, in a few figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from registan.health.models import Condition, Submission

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class DeskStanding:
    """How many conditions the reader sees, how many submissions, and when the last one came."""

    conditions: int
    submissions: int
    last: datetime | None


def standing_of_desk(viewer: Viewer) -> DeskStanding:
    """For the front square."""
    told = Submission.objects.visible_to(viewer).aggregate(n=Count("pk"), last=Max("made_at"))
    return DeskStanding(Condition.objects.visible_to(viewer).count(), told["n"], told["last"])
