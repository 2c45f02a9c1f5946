"""The queue: taking up a job, setting down what came of it, running a failed one again.

The rows are those of django-tasks-db. A claim appends the worker to `worker_ids`; every later write
names the whole list, so that a worker that was given up for dead and wakes again changes nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from registan.jobs.lanes import LANES
from registan.jobs.models import Attempts
from registan.web.refusal import NotThere, Refused
from registan.web.texts import LANGS, has_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

Job: TypeAlias = DBTaskResult[Any, Any]
BACKEND = "default"
RETRY_AFTER = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5))


class GaveUp(RuntimeError):
    """Stands in a failed job whose workers died: there is no exception to show."""


def take(worker_id: str, lane: str = "all") -> Job | None:
    """Claim the next job of a lane that is ready, or None. Two workers never get the same one.

    Asks first without a lock: an idle worker must not take SQLite's write lock twice a second.
    """
    ready = DBTaskResult.objects.ready().filter(backend_name=BACKEND, queue_name__in=LANES[lane])
    if not ready.exists():
        return None
    try:
        with exclusive_transaction():
            job: Job | None = ready.get_locked()
            if job is not None:
                job.claim(worker_id)
                _count(job.pk)
            return job
    except OperationalError as error:
        if is_locked_database_exception(error):
            return None
        raise


def _count(result_id: UUID) -> None:
    if not Attempts.objects.filter(pk=result_id).update(count=F("count") + 1):
        Attempts.objects.create(pk=result_id, count=1)


def is_waiting(task_path: str) -> bool:
    """Whether a job of this task stands in the queue and nobody has taken it up yet."""
    adapted = connection.ops.adapt_datetimefield_value
    # In plain SQL, as it is asked after each act; the condition is that of `ready()`.
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM {DBTaskResult._meta.db_table} WHERE status = %s AND backend_name = %s"  # noqa: S608  a table's name
            " AND task_path = %s AND (run_after = %s OR run_after <= %s) LIMIT 1",
            [
                TaskResultStatus.READY, BACKEND, task_path,
                adapted(get_date_max()), adapted(timezone.now()),
            ],
        )  # fmt: skip
        return cursor.fetchone() is not None


def succeed(job: Job, returned: Any) -> bool:
    """Set the job down as done. False when it was given to another worker meanwhile."""
    return _mine(job).update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now(), return_value=returned,
        exception_class_path="", traceback="",
    ) == 1  # fmt: skip


def fall_short(job: Job, error: BaseException, traceback: str, *, most: int) -> bool:
    """The attempt raised `error`: ready again after a while, or failed after `most` attempts.

    What the rules forbid is not tried again. True when the job is now failed.
    """
    forbidden = isinstance(error, Refused)
    reason = "refused" if forbidden else "raised"
    with transaction.atomic():
        count = _note(job.pk, reason, _in_words(error))
        if not forbidden and count < most:
            delay = RETRY_AFTER[min(count, len(RETRY_AFTER)) - 1]
            _mine(job).update(status=TaskResultStatus.READY, run_after=timezone.now() + delay)
            return False
        path = f"{type(error).__module__}.{type(error).__qualname__}"
        return _fail(job, path, traceback)


def give_back(job: Job, *, most: int) -> bool:
    """The worker of this job is dead: ready again at once, or failed after `most` attempts.

    True when this call moved the job (another worker may have been quicker).
    """
    with transaction.atomic():
        count = Attempts.objects.filter(pk=job.pk).values_list("count", flat=True).first() or 1
        if count >= most:
            moved = _fail(
                job,
                f"{GaveUp.__module__}.{GaveUp.__qualname__}",
                f"The worker died in each of {count} attempts.",
            )
        else:
            moved = _mine(job).update(status=TaskResultStatus.READY, run_after=get_date_max()) == 1
        if moved:
            _note(job.pk, "worker_lost", {})
        return moved


def run_again(result_id: UUID) -> None:
    """Let a failed job wait once more, with its attempts counted from nought."""
    with transaction.atomic():
        failed = DBTaskResult.objects.filter(pk=result_id, status=TaskResultStatus.FAILED)
        if not failed.update(
            status=TaskResultStatus.READY, run_after=get_date_max(), finished_at=None,
            exception_class_path="", traceback="",
        ):  # fmt: skip
            if DBTaskResult.objects.filter(pk=result_id).exists():
                raise Refused("job_not_failed", status=409)
            raise NotThere
        Attempts.objects.filter(pk=result_id).update(count=0, reason="", detail={})


def clear_out(now: datetime) -> int:
    """Forget jobs done a week ago and jobs failed a quarter ago, with their attempts."""
    old = DBTaskResult.objects.successful().filter(finished_at__lt=now - timedelta(days=7))
    lost = DBTaskResult.objects.failed().filter(finished_at__lt=now - timedelta(days=90))
    gone = [*old.values_list("pk", flat=True), *lost.values_list("pk", flat=True)]
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        Attempts.objects.filter(pk__in=some).delete()
        DBTaskResult.objects.filter(pk__in=some).delete()
    return len(gone)


def _mine(job: Job) -> QuerySet[Job]:
    return DBTaskResult.objects.filter(
        pk=job.pk, status=TaskResultStatus.RUNNING, worker_ids=job.worker_ids
    )


def _fail(job: Job, path: str, traceback: str) -> bool:
    return _mine(job).update(
        status=TaskResultStatus.FAILED, finished_at=timezone.now(), return_value=None,
        exception_class_path=path, traceback=traceback,
    ) == 1  # fmt: skip


def _note(result_id: UUID, reason: str, detail: Mapping[str, str]) -> int:
    Attempts.objects.filter(pk=result_id).update(reason=reason, detail=detail)
    return Attempts.objects.filter(pk=result_id).values_list("count", flat=True).first() or 1


def _in_words(error: BaseException) -> dict[str, str]:
    if isinstance(error, Refused) and has_text(f"refusal.{error.code}"):
        return {lang: error.sentence(lang) for lang in LANGS}
    return {"en": f"{type(error).__name__}: {error}"[:500]}
