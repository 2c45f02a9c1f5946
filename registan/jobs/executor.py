"""Heavy computing, away from the processes that serve pages and letters.

    from registan.jobs import executor

    run = executor.run("registan.kernel.match.solve:solve", instance, seed=7)
    parts = [Part((first, 250), {"seed": 7}) for first in range(0, 1000, 250)]
    runs = executor.run_parts("registan.kernel.epi.x:runs", parts, Watch(limit_s=120))

A function is named by its path and pure: what it returns rests on its arguments alone, its seed among
them. So the same parts give the same results on any engine (REGISTAN_EXECUTOR) with any number of
processes; only the caller's cutting into parts is the caller's. docs/explanation/computing.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from registan.jobs import dask_pool, local_pool
from registan.jobs.calling import OURS, Part
from registan.jobs.course import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Part", "Watch", "run", "run_parts"]

LOCAL = "local"
MOST_PARTS = 10_000


def run(path: str, *args: Any, watch: Watch | None = None, **kwargs: Any) -> Any:
    """The result of one call of the function `registan.package.module:name`, computed elsewhere.

    A function with a parameter `progress` is given one to call with the share done, 0 to 1.
    What the function raises is raised here. Raises Refused("computing_cancelled") and
    Refused("computing_too_long") as the watch says, RuntimeError when its process ends three times.
    """
    return run_parts(path, [Part(args, kwargs)], watch)[0]


def run_parts(path: str, parts: Sequence[Part], watch: Watch | None = None) -> list[Any]:
    """The results of several calls of one function, in the order of the parts; else as `run`."""
    if not (path.startswith(OURS) and ":" in path):
        raise ValueError(f"{path!r} names no function of ours: write registan.package.module:name")
    if len(parts) > MOST_PARTS:
        raise ValueError(f"{len(parts)} parts; at most {MOST_PARTS}: make each of them larger")
    if not parts:
        return []
    if settings.EXECUTOR == LOCAL:
        return local_pool.compute(path, parts, watch or Watch(), settings.EXECUTOR_PROCESSES)
    return dask_pool.compute(settings.EXECUTOR, path, parts, watch or Watch())
