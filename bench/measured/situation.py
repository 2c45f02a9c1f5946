"""The situation room as it stands on a wall: asked each minute, made anew after an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.clock import cpu_ms
from bench.figure import Figure
from registan.ledger import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

READER = "coordinator.kz"


def figures(at: Installation) -> Iterator[Figure]:
    cookie, count = at.cookie(READER), iter(range(10_000))

    def another() -> None:
        """Another address each time: the page gate does not have it."""
        at.get(f"/en/health/situation/?screen=large&n={next(count)}", cookie)

    yield Figure("situation room, large screen, CPU", cpu_ms(another), "ms", 10)
    first = cpu_ms(another, times=5, before=kept.forget)
    yield Figure("situation room, first time after an act, CPU", first, "ms")
