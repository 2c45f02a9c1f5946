"""What health does by the clock: it follows notices that nobody has confirmed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from registan.health.acts.silence import follow_silence
from registan.health.queries.events import silent_deliveries
from registan.jobs.schedules import schedule


def somebody_is_silent() -> bool:
    """Asked at each due time: where nothing is awaited nothing is queued."""
    return bool(silent_deliveries(timezone.now()))


@schedule("health.follow_silence", every=timedelta(minutes=10), only_if=somebody_is_silent)
@task()
def follow_silences() -> int:
    """Remind focal points, then write to national coordinators."""
    return follow_silence(now=timezone.now())
