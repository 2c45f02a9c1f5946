"""A worker finds work by its own look; a look that is broken ends nothing."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from registan.jobs import looks, worker
from registan.jobs.looks import Eyes, Look, look
from registan.jobs.tests.tasks import add, break_down

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued_jobs")]


def queued() -> list[str]:
    return [
        row.task_path.rpartition(".")[2] for row in DBTaskResult.objects.order_by("enqueued_at")
    ]


def test_a_mark_makes_one_job_and_a_new_one_another() -> None:
    marks = iter([None, 1, 1, 2])
    eyes = Eyes([Look("tests.break_down", break_down, lambda: next(marks))])
    for wanted in (0, 1, 0, 1):
        assert eyes.queue_what_is_new() == wanted
        DBTaskResult.objects.all().delete()


def test_a_job_that_waits_is_enough() -> None:
    break_down.enqueue()
    eyes = Eyes([Look("tests.break_down", break_down, lambda: 1)])
    assert eyes.queue_what_is_new() == 0
    assert queued() == ["break_down"]


def test_a_broken_look_holds_up_neither_the_worker_nor_the_others() -> None:
    asked = []

    def broken() -> object:
        asked.append(1)
        raise LookupError("no such table")

    eyes = Eyes([Look("tests.a", add, broken), Look("tests.b", break_down, lambda: 1)])
    job = worker.next_job("w1", eyes)
    assert job is not None
    assert job.task_path == break_down.module_path
    assert worker.next_job("w1", eyes) is None
    assert len(asked) == 1


def test_every_look_of_the_product_has_a_schedule_behind_it() -> None:
    """A worker gives up a look that fails, and a mark stands for one job, which may fail."""
    from registan.jobs.schedules import all_schedules

    scheduled = {row.task.module_path for row in all_schedules()}
    found = looks.all_looks()
    assert found
    assert {row.task.module_path for row in found} <= scheduled


def test_a_name_stands_for_one_task() -> None:
    looks.all_looks()
    with pytest.raises(ValueError, match="twice"):
        look("search.catch_up", lambda: None)(add)
