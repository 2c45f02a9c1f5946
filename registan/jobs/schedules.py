"""Schedules: what happens at its time, once, however many workers run and however often they start.

    @schedule("plans.remind", at=time(8, 0))
    @task()
    def remind() -> int: ...

A due time is seen to by inserting the row (schedule, due time), which is unique, and queueing the job
in the same transaction. After an interruption only the latest missed time is made up for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from registan.jobs.models import Firing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_tasks.base import Task

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEPT_FOR = timedelta(days=60)
# A firing further ahead than this was written by a clock that went astray, and holds nobody up.
ASTRAY = timedelta(days=1)
_registry: dict[str, Schedule] = {}
AnyTask = TypeVar("AnyTask", bound="Task[Any, Any]")


@dataclass(frozen=True)
class Schedule:
    """When a task is due: every so often (counted from 1970, UTC), or at a time of day at the seat.

    weekdays: 0 is Monday; empty means every day. only_if: asked at each due time; when it answers no,
    nothing is queued and nothing is written.
    """

    name: str
    task: Task[Any, Any]
    every: timedelta | None
    at: time | None
    weekdays: frozenset[int]
    only_if: Callable[[], bool] | None

    def latest(self, now: datetime) -> datetime:
        """The last due time that is not after `now`."""
        if self.every is not None:
            return now.astimezone(UTC) - (now - EPOCH) % self.every
        today = now.astimezone(_seat()).date()
        days = (today - timedelta(days=back) for back in range(8))
        return next(due for day in days if (due := self._on(day)) is not None and due <= now)

    def next(self, now: datetime) -> datetime:
        """The first due time after `now`."""
        if self.every is not None:
            return self.latest(now) + self.every
        today = now.astimezone(_seat()).date()
        days = (today + timedelta(days=ahead) for ahead in range(9))
        return next(due for day in days if (due := self._on(day)) is not None and due > now)

    def _on(self, day: date) -> datetime | None:
        if self.at is None or (self.weekdays and day.weekday() not in self.weekdays):
            return None
        # A clock time that a change of summer time skips or repeats counts once, as its first.
        return datetime.combine(day, self.at, tzinfo=_seat()).astimezone(UTC)


def _seat() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def schedule(
    name: str, *, every: timedelta | None = None, at: time | None = None,
    weekdays: tuple[int, ...] = (), only_if: Callable[[], bool] | None = None,
) -> Callable[[AnyTask], AnyTask]:  # fmt: skip
    """Have a task queued at its times. `name` is app.verb_noun."""
    if (every is None) == (at is None):
        raise ValueError(f"schedule {name!r}: give `every` or `at`, not both")
    if every is not None and (every <= timedelta(0) or weekdays):
        raise ValueError(f"schedule {name!r}: `every` is positive and knows no weekdays")

    def enter(task: AnyTask) -> AnyTask:
        known = _registry.get(name)
        if known is not None and known.task.module_path != task.module_path:
            raise ValueError(f"schedule {name!r} is defined twice")
        _registry[name] = Schedule(name, task, every, at, frozenset(weekdays), only_if)
        return task

    return enter


def all_schedules() -> list[Schedule]:
    """Every schedule of every app (their `jobs.py`), by name."""
    autodiscover_modules("jobs")
    return [_registry[name] for name in sorted(_registry)]


def fire(row: Schedule, now: datetime) -> bool:
    """Queue the schedule's job if it is due at `now` and not yet seen to. True when this call did.

    A schedule that is met for the first time begins with its next due time.
    """
    due = row.latest(now)
    # `gte`: a worker whose clock is behind must not make up for what another has seen to.
    seen_to = Firing.objects.filter(schedule=row.name, due__gte=due, due__lte=now + ASTRAY)
    if seen_to.exists():
        return False
    is_new = not Firing.objects.filter(schedule=row.name).exists()
    if not is_new and row.only_if is not None and not row.only_if():
        return False
    with transaction.atomic():
        firing, is_ours = Firing.objects.get_or_create(schedule=row.name, due=due)
        if not is_ours or is_new:
            return False
        firing.result_id = str(row.task.enqueue().id)
        firing.save(update_fields=["result_id"])
    return True


def forget(now: datetime) -> int:
    """Clear out firings of two months ago, keeping the last one of each schedule."""
    last = {
        row.pk
        for name in Firing.objects.order_by().values_list("schedule", flat=True).distinct()
        if (row := Firing.objects.filter(schedule=name).first()) is not None
    }
    return Firing.objects.filter(due__lt=now - KEPT_FOR).exclude(pk__in=last).delete()[0]
