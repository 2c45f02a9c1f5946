"""CPU time of this process: what a call costs, whatever else the machine is doing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 3


def cpu_ms(
    call: Callable[[], object], *, times: int = 20, before: Callable[[], object] | None = None
) -> float:
    """Milliseconds of CPU of one `call`: the best of three runs of `times` calls.

    `before` is called ahead of each call and not counted.
    """
    call()
    return min(_run(call, times, before) for _ in range(RUNS)) * 1000


def _run(call: Callable[[], object], times: int, before: Callable[[], object] | None) -> float:
    spent = 0.0
    for _ in range(times):
        if before is not None:
            before()
        begun = time.process_time()
        call()
        spent += time.process_time() - begun
    return spent / times


def cpu_s(call: Callable[[], object]) -> float:
    """Seconds of CPU of one long `call`: the best of three."""
    found = []
    for _ in range(RUNS):
        begun = time.process_time()
        call()
        found.append(time.process_time() - begun)
    return min(found)


def wall_ms(call: Callable[[], object], *, times: int = 20) -> float:
    """Milliseconds on the clock of one `call`: depends on what else the machine does."""
    found = []
    for _ in range(RUNS):
        begun = time.monotonic()
        for _ in range(times):
            call()
        found.append((time.monotonic() - begun) / times)
    return min(found) * 1000
