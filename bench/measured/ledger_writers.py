"""What it brings that acts do not take their index themselves: 16 writers on PostgreSQL."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.figure import Figure
from bench.postgres import on_postgres, syncs_a_second
from bench.writers import WRITERS
from tests.faults.cluster import programs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

ASKED = 2.5
# The leader of a group of commits waits so long before its sync, in microseconds: how a disk behaves
# whose sync takes so much longer. The same for both ways.
SLOWER = 2000


def figures(_at: Installation) -> Iterator[Figure]:
    """Smaller is better: the rate with the index inside, as part of the product's."""
    if programs() is None:
        print(f"{WRITERS} writers on PostgreSQL: not measured, it is not installed.")
        return
    with on_postgres() as environment:
        disk = f"the disk: {syncs_a_second():,.0f} syncs a second"
        yield from _pair(f"{WRITERS} writers on PostgreSQL", disk, environment)
        slower = {"PGOPTIONS": f"-c commit_delay={SLOWER} -c commit_siblings=0"}
        disk = f"each sync {SLOWER / 1000:.0f} ms longer (commit_delay)"
        yield from _pair(f"{WRITERS} writers, a slower disk", disk, {**environment, **slower})


def _pair(head: str, disk: str, environment: dict[str, str]) -> Iterator[Figure]:
    told = subprocess.run(
        [sys.executable, "-m", "bench.writers"],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    found = json.loads(told)
    ours, inside = found["waiting"], found["inside"]
    said = (
        f"{ours['rate']:,.0f} acts a second, {ours['cpu']:.1f} ms CPU each on the whole machine;"
        f" {disk}"
    )
    yield Figure(f"{head}: one act of all, wall", 1000 / ours["rate"], "ms", None, said)
    said = f"{inside['rate']:,.0f} acts a second, {inside['cpu']:.1f} ms CPU each"
    yield Figure(f"{head}, index taken inside: one act of all, wall", 1000 / inside["rate"], "ms",
                 None, said)  # fmt: skip
    part, times = inside["rate"] / ours["rate"], ours["rate"] / inside["rate"]
    said = f"{times:.2f} times the rate with the index taken inside; asked: {ASKED}"
    yield Figure(f"{head}: rate with the index inside, as part of ours", part, "x", 1 / ASKED, said)
    yield Figure(f"{head}: p99 of an act, wall", ours["p99"], "ms")
    yield Figure(f"{head}, index taken inside: p99 of an act, wall", inside["p99"], "ms")
