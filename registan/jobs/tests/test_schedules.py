from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from registan.jobs import schedules
from registan.jobs.models import Firing
from registan.jobs.queries import job_name
from registan.jobs.schedules import Schedule, schedule
from registan.jobs.tests.tasks import add

MORNING = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai


@task()
def nothing() -> None:
    return None


def made(
    every: timedelta | None = None, at: time | None = None, weekdays: tuple[int, ...] = (),
    only_if: Any = None,
) -> Schedule:  # fmt: skip
    return Schedule("tests.nothing", nothing, every, at, frozenset(weekdays), only_if)


def test_a_time_of_day_is_meant_at_the_seat(settings: Any) -> None:
    daily = made(at=time(8, 0))
    settings.TIME_ZONE = "Asia/Shanghai"
    assert daily.latest(MORNING) == datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    assert daily.next(MORNING) == datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
    settings.TIME_ZONE = "Asia/Tashkent"
    assert daily.latest(MORNING) == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    assert daily.next(MORNING) == datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def test_a_due_time_counts_from_its_own_instant() -> None:
    daily = made(at=time(8, 0))
    due = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    assert daily.latest(due) == due
    assert daily.next(due) == due + timedelta(days=1)
    assert daily.latest(due - timedelta(microseconds=1)) == due - timedelta(days=1)


def test_weekdays_leave_out_the_other_days() -> None:
    mondays = made(at=time(8, 0), weekdays=(0,))
    assert mondays.latest(MORNING) == datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    assert mondays.next(MORNING) == datetime(2026, 11, 30, 0, 0, tzinfo=UTC)


def test_a_clock_time_that_summer_time_skips_comes_once(settings: Any) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    nightly = made(at=time(2, 30))
    before = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    due = nightly.next(before)
    assert due == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert nightly.next(due) == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)


def test_an_interval_is_counted_from_fixed_instants() -> None:
    often = made(every=timedelta(minutes=20))
    assert often.latest(MORNING) == datetime(2026, 11, 24, 1, 20, tzinfo=UTC)
    assert often.next(MORNING) == datetime(2026, 11, 24, 1, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    "times",
    [
        {},
        {"every": timedelta(minutes=1), "at": time(8)},
        {"every": timedelta(0)},
        {"every": timedelta(minutes=1), "weekdays": (0,)},
    ],
)
def test_a_schedule_without_a_clear_time_is_a_mistake(times: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"tests\.unclear"):
        schedule("tests.unclear", **times)(nothing)


def test_one_name_for_two_jobs_is_a_mistake() -> None:
    schedules.all_schedules()
    with pytest.raises(ValueError, match="twice"):
        schedule("jobs.clear_out", at=time(1))(add)


def test_every_schedule_is_called_by_name_on_the_page() -> None:
    names = [job_name(row.task.module_path) for row in schedules.all_schedules()]
    assert names
    assert not [name for name in names if name.startswith("registan.")]


@pytest.mark.django_db
@pytest.mark.usefixtures("queued_jobs")
class TestFiring:
    def test_it_begins_with_the_next_due_time(self) -> None:
        daily = made(at=time(8, 0))
        assert not schedules.fire(daily, MORNING)
        assert not schedules.fire(daily, MORNING + timedelta(hours=22))
        assert schedules.fire(daily, MORNING + timedelta(hours=23))
        assert DBTaskResult.objects.get().task_path == nothing.module_path

    def test_it_fires_once_for_each_due_time(self) -> None:
        daily = made(at=time(8, 0))
        for hours in range(72):
            schedules.fire(daily, MORNING + timedelta(hours=hours))
            schedules.fire(daily, MORNING + timedelta(hours=hours, seconds=5))
        assert DBTaskResult.objects.count() == 3
        queued = Firing.objects.exclude(result_id="").values_list("result_id", flat=True)
        assert sorted(queued) == sorted(str(row.pk) for row in DBTaskResult.objects.all())

    def test_it_makes_up_only_for_the_latest_of_the_missed_times(self) -> None:
        daily = made(at=time(8, 0))
        schedules.fire(daily, MORNING)
        assert schedules.fire(daily, MORNING + timedelta(days=10))
        assert not schedules.fire(daily, MORNING + timedelta(days=10, hours=1))
        assert DBTaskResult.objects.count() == 1

    def test_a_clock_that_is_behind_fires_nothing_twice(self) -> None:
        daily = made(at=time(8, 0))
        schedules.fire(daily, MORNING)
        schedules.fire(daily, MORNING + timedelta(days=2))
        assert not schedules.fire(daily, MORNING + timedelta(days=1))

    def test_nothing_is_written_while_there_is_nothing_to_do(self) -> None:
        answers = iter([False, True])
        often = made(every=timedelta(minutes=1), only_if=lambda: next(answers))
        schedules.fire(often, MORNING)
        assert not schedules.fire(often, MORNING + timedelta(minutes=1))
        assert Firing.objects.count() == 1
        assert schedules.fire(often, MORNING + timedelta(minutes=2))

    def test_the_last_firing_of_each_schedule_is_kept(self) -> None:
        daily = made(at=time(8, 0))
        for days in range(4):
            schedules.fire(daily, MORNING + timedelta(days=days))
        assert schedules.forget(MORNING + timedelta(days=61)) == 2
        assert schedules.forget(MORNING + timedelta(days=400)) == 1
        assert Firing.objects.count() == 1
