"""Matching of 500 and 5,000 requests, beside greedy by priority in the same run: time, and what is served.

CPU and clock are both shown: the limits are those of a machine with nothing else to do, so the CPU is held
to them (the solver has one thread), and the solver's own limit on the clock is set far away. The bound is
proven by the solver itself.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.figure import Figure
from bench.matching import instance
from bench.peer_greedy import greedy
from registan.kernel.match.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

# Requests -> seconds, best of so many.
SIZES = ((500, 1.0, 3), (5_000, 30.0, 1))
PATIENCE_S = 300.0
# What whole packs and least shipments may take from what is proven to be the most, in per cent.
MOST_BELOW = 2.0


def figures(at: Installation) -> Iterator[Figure]:
    solve(instance(20))  # loads the solver
    for requests, limit, times in SIZES:
        yield from _size(requests, limit, times)


def _size(requests: int, limit: float, times: int) -> Iterator[Figure]:
    given, name, runs = instance(requests), f"matching of {requests:,} requests", []
    for _ in range(times):
        begun, clock = time.process_time(), time.monotonic()
        made = solve(given, seed=1, limit_s=PATIENCE_S)
        runs.append((time.process_time() - begun, time.monotonic() - clock))
    cpu, wall = min(runs)
    begun = time.process_time()
    served, floor = greedy(given)
    peer = time.process_time() - begun
    bound, highest = made.service_bound, made.floor_bound
    yield Figure(f"{name}, CPU", cpu, "s", limit, f"greedy {peer:.2f} s")
    yield Figure(f"{name}, clock, with whatever else ran", wall, "s")
    if bound is None or highest is None:
        yield Figure(f"{name}, bound not proven in time", 1, "")
        return
    yield Figure(f"{name}, service below its proven bound", 100 * (1 - made.service / bound), "%", MOST_BELOW,
                 f"served {made.service:.3f}, bound {bound:.3f}; greedy {served:.3f}")  # fmt: skip
    yield Figure(f"{name}, floor of a State below its proven bound", 100 * (highest - made.floor),
                 "points of %", 100 * max(0.0, highest - floor),
                 f"floor {made.floor:.3f}, bound {highest:.3f}; greedy {floor:.3f}")  # fmt: skip
