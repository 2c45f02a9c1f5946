"""The jobs of this floor: sending letters, the daily digest, clearing out."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone
from django_tasks import task

from registan.jobs import digest, queue, reaper, schedules, sending
from registan.jobs.schedules import schedule


def letters_are_due() -> bool:
    """Asked every minute: an idle installation queues nothing."""
    return bool(sending.due(timezone.now()).exists())


@schedule("jobs.send_letters", every=timedelta(minutes=1), only_if=letters_are_due)
@task()
def send_letters() -> int:
    """Send what is due. Queued with every posting; the schedule picks up what has to be tried again."""
    return sending.send_due(timezone.now)


@schedule("jobs.send_digests", at=time(8, 0))
@task()
def send_digests() -> int:
    """Gather each Official's digest and send it."""
    written = digest.gather(timezone.now())
    sending.send_due(timezone.now)
    return len(written)


@schedule("jobs.clear_out", at=time(3, 30))
@task()
def clear_out() -> int:
    """Forget what nobody will ask for: jobs long done, old firings, dead workers, old letters."""
    now = timezone.now()
    return queue.clear_out(now) + schedules.forget(now) + reaper.forget() + digest.forget(now)
