"""Heartbeats, and what is done when one falls silent: its job is ready again for the others."""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from registan.jobs.models import Worker
from registan.jobs.queue import BACKEND, give_back

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from registan.jobs.queue import Job

FORGOTTEN_AFTER = timedelta(days=1)


def beat(worker_id: str) -> None:
    """Say that this worker lives. Also brings back a row that was cleared out meanwhile."""
    if not Worker.objects.filter(worker_id=worker_id).update(seen_at=Now()):
        Worker.objects.create(
            worker_id=worker_id, host=socket.gethostname()[:120], process=os.getpid(),
            started_at=Now(), seen_at=Now(),
        )  # fmt: skip


def leave(worker_id: str, *, most: int) -> None:
    """The worker stops in good order."""
    release(worker_id, most=most)
    Worker.objects.filter(worker_id=worker_id).delete()


def release(worker_id: str, *, most: int) -> None:
    """Give back what this worker holds though it is at work on nothing.

    A commit whose answer was lost on the way may have claimed a job that nobody knows of.
    """
    for job in DBTaskResult.objects.running().filter(backend_name=BACKEND):
        if job.worker_ids and job.worker_ids[-1] == worker_id:
            give_back(job, most=most)


def clock() -> datetime:
    """What the clock of the database says; to be asked by a worker that has signed on."""
    now: datetime = Worker.objects.annotate(clock=Now()).values_list("clock", flat=True)[0]
    return now


def living(patience: timedelta) -> set[str]:
    """Workers that were heard within `patience`, by the clock of the database."""
    return {
        row.worker_id
        for row in Worker.objects.annotate(clock=Now())
        if row.clock - row.seen_at <= patience
    }


class Reaper:
    """Gives back the jobs of workers that are silent for longer than `patience`, or gone.

    A claim must be found silent at two looks, a heartbeat apart. A machine that was asleep, or one
    whose database was held for long, lets all workers fall silent at once: whichever wakes first would
    else take jobs that the others are still at work on.
    """

    def __init__(self, patience: timedelta, *, most: int) -> None:
        self._patience = patience
        self._most = most
        self._suspected: frozenset[tuple[object, ...]] = frozenset()

    def look(self) -> list[UUID]:
        """Give back what was silent at the last look too. Returns the jobs that this call moved.

        Several reapers at once do no harm: each write names the claim it ends.
        """
        silent = {(job.pk, *job.worker_ids): job for job in self._silent()}
        sure = [job for claim, job in silent.items() if claim in self._suspected]
        self._suspected = frozenset(silent)
        return [job.pk for job in sure if give_back(job, most=self._most)]

    def _silent(self) -> list[Job]:
        running = list(DBTaskResult.objects.running().filter(backend_name=BACKEND))
        alive = living(self._patience) if running else set()
        return [job for job in running if not job.worker_ids or job.worker_ids[-1] not in alive]


def forget() -> int:
    """Clear out workers that have been silent for a day."""
    with transaction.atomic():
        gone = [
            row.pk
            for row in Worker.objects.annotate(clock=Now())
            if row.clock - row.seen_at > FORGOTTEN_AFTER
        ]
        return Worker.objects.filter(pk__in=gone).delete()[0]
