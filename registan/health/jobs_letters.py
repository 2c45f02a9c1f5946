"""Letters of the night: what was found above expectation, to the State that it concerns."""

from __future__ import annotations

from datetime import time

from django.utils import timezone
from django_tasks import task

from registan.health.acts.signal_letters import tell_of_signals
from registan.health.queries.signal_waits import waits
from registan.jobs.schedules import schedule


def somebody_is_to_be_told() -> bool:
    """Asked at the due time: where nothing is new nothing is queued."""
    return bool(waits(timezone.now()))


@schedule("health.tell_of_signals", at=time(6, 30), only_if=somebody_is_to_be_told)
@task()
def tell_officials() -> int:
    """Write to the officials of each State whose signals wait; how many letters."""
    return tell_of_signals(now=timezone.now())
