"""Estimates are worked out after counts arrive, and each night: weeks grow older, kernels newer."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from registan.health import estimating, expecting
from registan.health.models import Series
from registan.jobs import queue
from registan.jobs.lanes import HEAVY
from registan.jobs.schedules import schedule

if TYPE_CHECKING:
    from registan.ledger.models import Entry

# Acts after which estimates are made: other counts, or another method.
MADE = frozenset({"health.counts.submitted", "health.method.adopted"})


@schedule("health.make_estimates", at=time(4, 15), only_if=lambda: Series.objects.exists())
@task(queue_name=HEAVY)
def make_estimates() -> int:
    """How many series had other counts, or another method in force, than the last time."""
    made = estimating.make_estimates(timezone.now())
    return max(made, expecting.make_expected())


def note_counts(entry: Entry) -> None:
    """Queue the estimates after a sending or an adoption, unless such a job waits already."""
    if entry.kind in MADE and not queue.is_waiting(make_estimates.module_path):
        make_estimates.enqueue()
