"""The same computations on Dask distributed, for ensembles larger than one machine (extra `dask`).

A part that has begun on a Dask worker cannot be ended there: cancelled, its result is dropped.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

from registan.jobs.calling import call
from registan.jobs.course import LOOK_S, Course

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.jobs.calling import Part
    from registan.jobs.course import Watch

CONNECT_S = 20
# Dask begins a part again when its worker is lost; three times, as the local pool.
RETRIES = 2
ENDED = {"finished", "error", "lost", "cancelled"}


def compute(address: str, path: str, parts: Sequence[Part], watch: Watch) -> list[Any]:
    """Results in the order of the parts, computed by the workers of the scheduler at `address`."""
    course = Course(len(parts), watch)
    with _distributed().Client(address, timeout=CONNECT_S, set_as_default=False) as client:
        futures = [client.submit(call, path, part, pure=False, retries=RETRIES) for part in parts]
        try:
            _follow(futures, course)
            return [future.result() for future in futures]
        finally:
            client.cancel([each for each in futures if each.status not in ENDED])


def _follow(futures: Sequence[Any], course: Course) -> None:
    while True:
        ended = [number for number, each in enumerate(futures) if each.status in ENDED]
        if any(futures[number].status != "finished" for number in ended):
            return
        for number in ended:
            course.reach(number, 1.0)
        if len(ended) == len(futures):
            return
        course.check()
        time.sleep(LOOK_S / 4)


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ModuleNotFoundError:
        raise ImproperlyConfigured(
            "REGISTAN_EXECUTOR names a Dask scheduler, and distributed is not installed: "
            "pip install 'registan[dask]', here and on the Dask workers."
        ) from None
