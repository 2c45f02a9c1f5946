"""Jobs that the tests queue."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django_tasks import task

from registan.jobs.lanes import HEAVY
from registan.web.refusal import NotThere


@task()
def add(first: int, second: int) -> int:
    return first + second


@task()
def break_down() -> None:
    raise ValueError("the bridge is closed")


@task()
def do_what_is_forbidden() -> None:
    raise NotThere


@task()
def return_what_no_json_can_say() -> object:
    return object()


@task()
def run_alone(folder: str, number: int) -> None:
    """Fails when the same job is running elsewhere at this moment, or has run before."""
    running = Path(folder, f"{number}.running")
    running.touch(exist_ok=False)
    time.sleep(0.005)
    running.rename(Path(folder, f"{number}.done-by-{os.getpid()}"))


@task()
def linger_at_first(folder: str) -> str:
    """Takes a minute in the first process that takes it up, and no time in the next."""
    first = not list(Path(folder).glob("taken-by-*"))
    Path(folder, f"taken-by-{os.getpid()}").touch()
    if first:
        time.sleep(60)
    return "done"


@task(queue_name=HEAVY)
def compute(number: int) -> int:
    return number * number
