"""What happens by itself: screening each night and when counts arrive, and back-tests of proposals."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from registan.health import backtest, screening
from registan.jobs import queue
from registan.jobs.lanes import HEAVY
from registan.jobs.schedules import schedule

if TYPE_CHECKING:
    from registan.ledger.models import Entry

# Acts after which proposals are tried, and series screened.
TRIED = frozenset({"health.method.proposed", "health.method.adopted"})
SCREENED = frozenset({"health.counts.submitted", "health.method.adopted"})


@schedule("health.screen_counts", at=time(4, 30), only_if=screening.is_due)
@task(queue_name=HEAVY)
def screen_counts() -> int:
    """Look at the last weeks of every series by the method in force; how many signals were raised."""
    return screening.screen_counts(timezone.now())


@schedule("health.try_methods", at=time(4, 45), only_if=lambda: bool(backtest.untested()))
@task(queue_name=HEAVY)
def try_methods() -> int:
    """Try each proposal that was not yet tried against the version in force; how many."""
    return sum(backtest.try_method(row, timezone.now()) is not None for row in backtest.untested())


def note_act(entry: Entry) -> None:
    """Queue what an act calls for, unless such a job waits already."""
    if entry.kind in TRIED and not queue.is_waiting(try_methods.module_path):
        try_methods.enqueue()
    if (
        entry.kind in SCREENED
        and screening.is_due()
        and not queue.is_waiting(screen_counts.module_path)
    ):
        screen_counts.enqueue()
