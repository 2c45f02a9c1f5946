"""The index follows the acts: a worker sees new ones, and a job a minute takes what was missed."""

from __future__ import annotations

from datetime import timedelta

from django_tasks import task

from registan.jobs.looks import look
from registan.jobs.schedules import schedule
from registan.search import index


@look("search.catch_up", index.unseen)
@schedule("search.catch_up", every=timedelta(minutes=1), only_if=index.is_behind)
@task()
def catch_up() -> int:
    """Follow the acts since the last one seen."""
    return index.catch_up()
