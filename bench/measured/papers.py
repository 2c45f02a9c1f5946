"""The consolidated report of 150 measures x 10 States, as Word and as PDF."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.utils import timezone

from bench.figure import Figure
from bench.installation import PLAN
from registan.parties.queries import secretariat_viewer
from registan.plans.queries.plans import find_plan
from registan.plans.queries.review import gather
from registan.plans.queries.rounds import find_round
from registan.plans.review.pdf import write_pdf
from registan.plans.review.word import write_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

LIMITS = (("DOCX", write_docx, 3), ("PDF", write_pdf, 2))


def figures(at: Installation) -> Iterator[Figure]:
    viewer = secretariat_viewer()
    round_ = find_round(find_plan(PLAN, viewer), 2, viewer)
    for name, write, limit in LIMITS:
        cpu, wall = [], []
        for _ in range(3):
            began, clock = time.process_time(), time.monotonic()
            write(gather(round_, viewer, "ru", timezone.now()))
            cpu.append(time.process_time() - began)
            wall.append(time.monotonic() - clock)
        yield Figure(f"report of 150 measures x 10 States, {name}, CPU", min(cpu), "s", limit)
        yield Figure(f"report of 150 measures x 10 States, {name}, wall", min(wall), "s")
