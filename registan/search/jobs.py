"""The index follows the acts: a job after each commit, and one a minute for what was missed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django_tasks import task

from registan.jobs import queue
from registan.jobs.schedules import schedule
from registan.search import index

if TYPE_CHECKING:
    from registan.ledger.models import Entry


@schedule("search.catch_up", every=timedelta(minutes=1), only_if=index.is_behind)
@task()
def catch_up() -> int:
    """Follow the acts since the last one seen."""
    return index.catch_up()


def note_act(entry: Entry) -> None:
    """Queue the following of an act, unless such a job waits already."""
    if not queue.is_waiting(catch_up.module_path):
        catch_up.enqueue()
