"""What machines ask: JSON and iCalendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.clock import cpu_ms
from bench.figure import Figure
from bench.installation import PLAN
from registan.ledger import kept
from registan.parties.models import Official

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

READER = "coordinator.kz"


def figures(at: Installation) -> Iterator[Figure]:
    cookie = at.cookie(READER)
    feed = Official.objects.get(username=READER).feed_key
    asked = (
        ("JSON of 150 measures", f"/api/plans/{PLAN}/measures?lang=ru", "Kausal 98, Indico 9 ms"),
        ("iCalendar of what a State owes", f"/feeds/own/{feed}.ics", "Indico 7-10 ms"),
    )
    for name, path, peer in asked:

        def ask(path: str = path) -> None:
            at.get(path, cookie)

        yield Figure(f"{name}, CPU", cpu_ms(ask), "ms", 2, peer)
        first = cpu_ms(ask, times=5, before=kept.forget)
        yield Figure(f"{name}, first time after an act, CPU", first, "ms", None, peer)
