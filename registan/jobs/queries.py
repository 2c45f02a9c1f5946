"""What the secretariat sees of the machine: what waits, runs and failed; what went to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from registan.jobs.models import Attempts, Firing, Letter, LetterStatus, Worker
from registan.jobs.schedules import all_schedules
from registan.web.languages import HTML_LANG
from registan.web.texts import has_text, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from registan.jobs.queue import Job

SHOWN = 50
LETTER_STATUSES: tuple[str, ...] = tuple(LetterStatus.values)
SILENT = timedelta(seconds=30)


@dataclass(frozen=True)
class JobLine:
    """One job as the page shows it."""

    pk: UUID
    name: str
    queued_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    not_before: datetime | None
    attempts: int
    reason: str
    detail: str


@dataclass(frozen=True)
class WorkerLine:
    """One worker and when it was last heard."""

    name: str
    host: str
    process: int
    started_at: datetime
    seen_at: datetime
    is_silent: bool
    job: str


@dataclass(frozen=True)
class ScheduleLine:
    """One schedule, when it fired last and when it is due next."""

    name: str
    last: datetime | None
    next: datetime


@dataclass(frozen=True)
class Overview:
    """The page of jobs. The numbers are complete; the lists end after fifty."""

    waiting_count: int
    running_count: int
    failed_count: int
    waiting: list[JobLine]
    running: list[JobLine]
    failed: list[JobLine]
    workers: list[WorkerLine]
    schedules: list[ScheduleLine]


def overview(now: datetime) -> Overview:
    """What waits, runs and failed, who works, what is due next, in the reader's language."""
    counts = dict(DBTaskResult.objects.order_by().values_list("status").annotate(n=Count("pk")))
    lists = {
        status: list(DBTaskResult.objects.filter(status=status).order_by(order)[:SHOWN])
        for status, order in (
            (TaskResultStatus.READY, "enqueued_at"),
            (TaskResultStatus.RUNNING, "started_at"),
            (TaskResultStatus.FAILED, "-finished_at"),
        )
    }
    lines = {status: _lines(rows) for status, rows in lists.items()}
    return Overview(
        counts.get(TaskResultStatus.READY, 0),
        counts.get(TaskResultStatus.RUNNING, 0),
        counts.get(TaskResultStatus.FAILED, 0),
        lines[TaskResultStatus.READY],
        lines[TaskResultStatus.RUNNING],
        lines[TaskResultStatus.FAILED],
        _workers(lists[TaskResultStatus.RUNNING]),
        _schedules(now),
    )


def _lines(jobs: list[Job]) -> list[JobLine]:
    attempts = Attempts.objects.in_bulk([job.pk for job in jobs])
    return [_line(job, attempts.get(job.pk)) for job in jobs]


def _line(job: Job, tried: Attempts | None) -> JobLine:
    reason = say(f"jobs.reason.{tried.reason}") if tried and tried.reason else ""
    return JobLine(
        pk=job.pk,
        name=job_name(job.task_path),
        queued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        not_before=None if job.run_after == get_date_max() else job.run_after,
        attempts=tried.count if tried else 0,
        reason=reason,
        detail=in_lang(tried.detail) if tried else "",
    )


def job_name(task_path: str) -> str:
    """What the job does, in words: the text `job.<app>.<function>`, or else the code's own name."""
    parts = task_path.split(".")
    key = f"job.{parts[1]}.{parts[-1]}" if len(parts) > 2 else ""
    return say(key) if key and has_text(key) else task_path


def _workers(running: list[Job]) -> list[WorkerLine]:
    busy = {job.worker_ids[-1]: job_name(job.task_path) for job in running if job.worker_ids}
    return [
        WorkerLine(
            row.worker_id, row.host, row.process, row.started_at, row.seen_at,
            row.clock - row.seen_at > SILENT, busy.get(row.worker_id, ""),
        )
        for row in Worker.objects.annotate(clock=Now())
    ]  # fmt: skip


def _schedules(now: datetime) -> list[ScheduleLine]:
    fired = Firing.objects.exclude(result_id="").order_by()
    last = dict(fired.values_list("schedule").annotate(Max("due")))
    return [
        ScheduleLine(job_name(row.task.module_path), last.get(row.name), row.next(now))
        for row in all_schedules()
    ]


@dataclass(frozen=True)
class LetterLine:
    """One letter of the log."""

    uid: str
    username: str
    address: str
    kind: str
    subject: str
    html_lang: str
    status: str
    posted_at: datetime
    sent_at: datetime | None
    attempts: int
    reason: str
    error: str
    is_again: bool


def letter_log(
    *, username: str = "", status: str = "", page: int = 1
) -> tuple[list[LetterLine], bool]:
    """A page of the log, latest first, and whether there are older letters."""
    rows = Letter.objects.select_related("digest")
    if username:
        rows = rows.filter(username=username)
    if status in LetterStatus.values:
        rows = rows.filter(status=status)
    start = (max(page, 1) - 1) * SHOWN
    found = list(rows[start : start + SHOWN + 1])
    return _letter_lines(found[:SHOWN]), len(found) > SHOWN


def letter(uid: UUID) -> Letter | None:
    """One letter, for "send again"."""
    return Letter.objects.filter(uid=uid).first()


def _letter_lines(rows: Iterable[Letter]) -> list[LetterLine]:
    return [
        LetterLine(
            uid=str(row.uid),
            username=row.username,
            address=row.address,
            kind=kind_name(row.kind),
            subject=row.subject,
            html_lang=HTML_LANG[row.lang],
            status=say(f"letters.status.{row.status}"),
            posted_at=row.created_at,
            sent_at=row.digest.sent_at if row.digest else row.sent_at,
            attempts=row.attempts,
            reason=say(f"letters.reason.{row.reason}") if row.reason else "",
            error=row.error,
            is_again=row.again_of_id is not None,
        )
        for row in rows
    ]


def kind_name(kind: str) -> str:
    """The kind of letter in words."""
    key = f"letter.{kind}.name"
    return say(key) if has_text(key) else kind
