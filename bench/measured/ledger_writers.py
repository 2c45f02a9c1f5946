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
# As docs/how-to/move-to-postgresql.md sets it: who commits waits so long for others before the sync of
# all, in microseconds, where five more have begun (commit_siblings, as delivered).
GROUPED = 1000
# The same wait whoever else has begun: how a disk behaves whose sync takes so much longer.
SLOWER = 2000
Rates = dict[str, dict[str, float]]


def figures(_at: Installation) -> Iterator[Figure]:
    """Smaller is better: the rate with the index inside, as part of the product's.

    With PostgreSQL as delivered, as the how-to sets it, and with a slower disk; each for both ways. As
    the how-to sets it, the way with the index inside may have what suits it better of the first two.
    """
    if programs() is None:
        print(f"{WRITERS} writers on PostgreSQL: not measured, it is not installed.")
        return
    with on_postgres() as environment:
        disk = f"the disk: {syncs_a_second():,.0f} syncs a second"
        plain = _measured(environment)
        yield from _told(f"{WRITERS} writers on PostgreSQL as delivered", disk, plain, plain)
        grouped = _measured({**environment, "PGOPTIONS": f"-c commit_delay={GROUPED}"})
        best = max(plain, grouped, key=lambda each: each["inside"]["rate"])
        said = f"commit_delay {GROUPED}; the index inside in its better setting"
        yield from _told(f"{WRITERS} writers, set as the how-to says", said, grouped, best)
        slower = f"-c commit_delay={SLOWER} -c commit_siblings=0"
        found = _measured({**environment, "PGOPTIONS": slower})
        disk = f"each sync {SLOWER / 1000:.0f} ms longer (commit_delay)"
        yield from _told(f"{WRITERS} writers, a slower disk", disk, found, found)


def _measured(environment: dict[str, str]) -> Rates:
    told = subprocess.run(
        [sys.executable, "-m", "bench.writers"],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    found: Rates = json.loads(told)
    return found


def _told(head: str, disk: str, found: Rates, peer: Rates) -> Iterator[Figure]:
    ours, inside = found["waiting"], peer["inside"]
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
