from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from registan.jobs import lanes, queue, reaper, schedules, worker
from registan.jobs.models import Attempts, Worker
from registan.jobs.pace import Pace
from registan.jobs.tests import tasks
from registan.web.refusal import NotThere, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued_jobs")]
PATIENCE = timedelta(seconds=30)


def reap() -> list[object]:
    """Two looks, as of a worker that beats twice."""
    watch = reaper.Reaper(PATIENCE, most=3)
    assert watch.look() == []
    return list(watch.look())


def run_next(name: str = "w1", attempts: int = 3) -> bool:
    job = queue.take(name)
    if job is None:
        return False
    worker.run_job(job, threading.Event(), Pace(attempts=attempts))
    return True


def run_all_at_once() -> None:
    DBTaskResult.objects.update(run_after=timezone.now())


def the_job() -> Any:
    return DBTaskResult.objects.get()


def start_worker(name: str, silent_for: timedelta = timedelta()) -> None:
    reaper.beat(name)
    row = Worker.objects.get(worker_id=name)
    Worker.objects.filter(pk=row.pk).update(seen_at=row.seen_at - silent_for)


def test_it_runs_jobs_in_the_order_they_were_queued() -> None:
    first, second = tasks.add.enqueue(1, 2), tasks.add.enqueue(3, second=4)
    assert run_next()
    assert [row.status for row in DBTaskResult.objects.order_by("enqueued_at")] == [
        TaskResultStatus.SUCCESSFUL,
        TaskResultStatus.READY,
    ]
    assert run_next()
    assert not run_next()
    for result, value in ((first, 3), (second, 7)):
        result.refresh()
        assert result.return_value == value


def test_a_heavy_job_that_came_first_does_not_hold_up_a_light_one() -> None:
    tasks.compute.enqueue(2)
    tasks.add.enqueue(1, 2)
    light = queue.take("light", "light")
    assert light is not None
    assert light.task_path.endswith(".add")
    assert queue.take("light", "light") is None, "nor does a light worker take it up when idle"
    heavy = queue.take("heavy", "heavy")
    assert heavy is not None
    assert heavy.task_path.endswith(".compute")


def test_a_worker_for_all_takes_both() -> None:
    tasks.compute.enqueue(2)
    tasks.add.enqueue(1, 2)
    assert run_next()
    assert run_next()
    assert {row.status for row in DBTaskResult.objects.all()} == {TaskResultStatus.SUCCESSFUL}


def test_what_computes_for_long_is_in_the_heavy_lane() -> None:
    heavy = {row.name for row in schedules.all_schedules() if row.task.queue_name == lanes.HEAVY}
    assert heavy >= {
        "health.screen_counts", "health.make_estimates", "health.try_methods",
        "health.compute_forgotten_scenarios",
    }  # fmt: skip
    assert not heavy & {"search.catch_up", "jobs.send_letters", "health.follow_silence"}


def test_it_tries_again_after_a_pause_and_gives_up_after_the_last_attempt() -> None:
    tasks.break_down.enqueue()
    assert run_next(attempts=2)
    assert the_job().status == TaskResultStatus.READY
    assert not run_next(), "not before the pause is over"
    run_all_at_once()
    assert run_next(attempts=2)
    assert the_job().status == TaskResultStatus.FAILED
    assert "the bridge is closed" in the_job().traceback
    tried = Attempts.objects.get()
    assert (tried.count, tried.reason) == (2, "raised")
    assert tried.detail == {"en": "ValueError: the bridge is closed"}
    run_all_at_once()
    assert not run_next()


def test_what_the_rules_forbid_is_not_tried_again_and_says_why_in_three_languages() -> None:
    tasks.do_what_is_forbidden.enqueue()
    assert run_next()
    assert the_job().status == TaskResultStatus.FAILED
    tried = Attempts.objects.get()
    assert tried.reason == "refused"
    assert len({tried.detail[lang] for lang in ("ru", "zh", "en")}) == 3


@pytest.mark.parametrize("path", ["registan.jobs.tests.tasks.gone", "registan.gone.task", "x"])
def test_a_job_whose_code_is_gone_fails_and_the_worker_lives(path: str) -> None:
    DBTaskResult.objects.create(
        task_path=path, args_kwargs={"args": [], "kwargs": {}}, backend_name="default",
        run_after=timezone.now(),
    )  # fmt: skip
    assert run_next(attempts=1)
    assert the_job().status == TaskResultStatus.FAILED
    assert the_job().task_name


def test_a_result_that_json_cannot_say_is_a_failure() -> None:
    tasks.return_what_no_json_can_say.enqueue()
    assert run_next(attempts=1)
    assert "TypeError" in Attempts.objects.get().detail["en"]


def test_the_job_of_a_silent_worker_is_ready_again() -> None:
    tasks.add.enqueue(1, 1)
    start_worker("dead", silent_for=timedelta(seconds=31))
    start_worker("alive")
    job = queue.take("dead")
    assert job is not None
    assert reap() == [job.pk]
    assert the_job().status == TaskResultStatus.READY
    assert Attempts.objects.get().reason == "worker_lost"
    assert run_next("alive")
    assert the_job().worker_ids == ["dead", "alive"]
    assert the_job().return_value == 2


def test_the_job_of_a_living_worker_is_left_alone() -> None:
    tasks.add.enqueue(1, 1)
    start_worker("slow", silent_for=timedelta(seconds=29))
    assert queue.take("slow") is not None
    assert reap() == []
    assert the_job().status == TaskResultStatus.RUNNING


def test_a_worker_that_only_slept_keeps_its_job() -> None:
    tasks.add.enqueue(1, 1)
    start_worker("asleep", silent_for=timedelta(hours=8))
    assert queue.take("asleep") is not None
    watch = reaper.Reaper(PATIENCE, most=3)
    assert watch.look() == []
    reaper.beat("asleep")
    assert watch.look() == []
    assert the_job().status == TaskResultStatus.RUNNING


def test_a_claim_made_between_two_looks_is_not_taken_for_the_silent_one() -> None:
    tasks.add.enqueue(1, 1)
    start_worker("dead", silent_for=timedelta(hours=8))
    assert queue.take("dead") is not None
    first, second = (reaper.Reaper(PATIENCE, most=3) for _ in range(2))
    first.look(), second.look()
    assert first.look()
    assert queue.take("dead") is not None
    assert second.look() == []


def test_a_job_that_kills_every_worker_fails_with_a_plain_reason() -> None:
    tasks.add.enqueue(1, 1)
    for name in ("w1", "w2", "w3"):
        assert queue.take(name) is not None
        assert reap()
    assert the_job().status == TaskResultStatus.FAILED
    assert the_job().traceback == "The worker died in each of 3 attempts."
    assert the_job().task_result.errors[0].exception_class is queue.GaveUp


def test_a_worker_that_wakes_from_the_dead_changes_nothing() -> None:
    tasks.add.enqueue(1, 1)
    late = queue.take("late")
    assert late is not None
    reap()
    start_worker("quick")
    taken = queue.take("quick")
    assert taken is not None
    assert not queue.succeed(late, "from the dead")
    assert not queue.fall_short(late, ValueError(), "", most=1)
    assert not queue.give_back(late, most=1)
    assert the_job().status == TaskResultStatus.RUNNING
    assert queue.succeed(taken, 2)
    assert the_job().return_value == 2


def test_a_worker_that_stops_gives_back_what_it_holds() -> None:
    tasks.add.enqueue(1, 1)
    start_worker("w1")
    assert queue.take("w1") is not None
    reaper.leave("w1", most=3)
    assert the_job().status == TaskResultStatus.READY
    assert not Worker.objects.exists()


def test_a_failed_job_runs_again_with_its_attempts_counted_from_nought() -> None:
    tasks.break_down.enqueue()
    run_next(attempts=1)
    queue.run_again(the_job().pk)
    assert Attempts.objects.get().count == 0
    assert run_next(attempts=2)
    assert the_job().status == TaskResultStatus.READY, "the first of two new attempts"


def test_it_refuses_to_run_a_job_again_that_has_not_failed() -> None:
    tasks.add.enqueue(1, 1)
    with pytest.raises(Refused, match="job_not_failed"):
        queue.run_again(the_job().pk)
    with pytest.raises(NotThere):
        queue.run_again(uuid4())


def test_it_clears_out_jobs_long_done_and_keeps_failed_ones_longer() -> None:
    now = timezone.now()
    tasks.add.enqueue(1, 1)
    run_next()
    tasks.break_down.enqueue()
    run_next(attempts=1)
    assert queue.clear_out(now + timedelta(days=6)) == 0
    assert queue.clear_out(now + timedelta(days=8)) == 1
    assert the_job().status == TaskResultStatus.FAILED
    assert queue.clear_out(now + timedelta(days=91)) == 1
    assert not Attempts.objects.exists()


def test_workers_are_forgotten_after_a_day() -> None:
    start_worker("dead", silent_for=timedelta(hours=25))
    start_worker("resting", silent_for=timedelta(hours=23))
    assert reaper.forget() == 1
    assert Worker.objects.get().worker_id == "resting"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs PostgreSQL")
def test_a_worker_passes_over_a_job_that_another_is_just_claiming() -> None:
    for number in range(2):
        tasks.add.enqueue(number, 0)
    claimed: list[UUID] = []

    def claim() -> None:
        job = queue.take("second")
        claimed.extend([job.pk] if job else [])
        connection.close()

    with transaction.atomic():
        held = DBTaskResult.objects.ready().get_locked()
        other = threading.Thread(target=claim)
        other.start()
        other.join(timeout=5)
        assert not other.is_alive(), "it must not wait for the lock"
    assert held is not None
    assert claimed == list(DBTaskResult.objects.exclude(pk=held.pk).values_list("pk", flat=True))
