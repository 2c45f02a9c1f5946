"""Looks: work that a worker finds by itself, so that whoever makes it need not queue a job for it.

    @look("search.catch_up", unseen)
    @task()
    def catch_up() -> int: ...

`unseen` answers with a mark of what there is to do (anything that can be compared), or with None where
there is nothing. A worker that has no job asks it at each look at the queue, and queues the job
when the mark is another one than it has queued a job for. Work that many acts make is better found than
announced: an act pays for each question it asks of the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.module_loading import autodiscover_modules

from registan.jobs import queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_tasks.base import Task

AnyTask = TypeVar("AnyTask", bound="Task[Any, Any]")


@dataclass(frozen=True)
class Look:
    """A task, and what tells whether there is anything to do for it."""

    name: str
    task: Task[Any, Any]
    mark: Callable[[], object]


_registry: dict[str, Look] = {}


def look(name: str, mark: Callable[[], object]) -> Callable[[AnyTask], AnyTask]:
    """Have a task queued when `mark` tells of something new. `name` is app.verb_noun."""

    def enter(task: AnyTask) -> AnyTask:
        known = _registry.get(name)
        if known is not None and known.task.module_path != task.module_path:
            raise ValueError(f"look {name!r} is defined twice")
        _registry[name] = Look(name, task, mark)
        return task

    return enter


def all_looks() -> list[Look]:
    """Every look of every app (their `jobs.py`), by name."""
    autodiscover_modules("jobs")
    return [_registry[name] for name in sorted(_registry)]


@dataclass
class Eyes:
    """What one worker has seen. A worker that begins anew has seen nothing, and asks for everything."""

    looks: list[Look] = field(default_factory=all_looks)
    seen: dict[str, object] = field(default_factory=dict)

    def queue_what_is_new(self) -> int:
        """Queue a job for each look whose mark is new. Returns how many were queued."""
        return sum(self.queue_if_new(row) for row in self.looks)

    def queue_if_new(self, row: Look) -> bool:
        """Queue the job of one look, if its mark is new. True when it was queued.

        A job that waits already will see what is new, as the mark was read before: it is enough.
        """
        mark = row.mark()
        if mark is None or self.seen.get(row.name) == mark:
            return False
        waits = queue.is_waiting(row.task.module_path)
        if not waits:
            row.task.enqueue()
        self.seen[row.name] = mark
        return not waits
