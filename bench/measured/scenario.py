"""SCO-8x3 (8 States, 3 ages, 365 days), 1,000 runs: our kernel beside epydemix, and that both say the same.

The scenario lies outside the repository (REGISTAN_BENCH_SCENARIO, or beside it in shared/brief); epydemix
comes with requirements-bench.txt. Where one of them is missing this says so and measures what it can.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.clock import cpu_s
from bench.figure import Figure
from registan.kernel.epi.scenario import Arm, Disease, Region, Scenario
from registan.kernel.epi.seir import simulate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

RUNS, AGES = 1000, 3
ROOT = Path(__file__).resolve().parents[2]
BESIDE = [parent / "shared" / "brief" / "scenario-sco-8x3.json" for parent in ROOT.parents]
# Ours may take a fiftieth of the CPU of the peer.
MOST_PER_CENT = 2.0
LEVELS = (0.05, 0.5, 0.95)


def figures(at: Installation) -> Iterator[Figure]:
    file = _file()
    if file is None:
        print("NOT MEASURED: scenario-sco-8x3.json is not here (REGISTAN_BENCH_SCENARIO)")
        return
    scenario = read(json.loads(file.read_text(encoding="utf-8")))
    ours = cpu_s(lambda: simulate(scenario, Arm(), 1, runs=RUNS))
    yield Figure(f"SCO-8x3, {RUNS} runs, our kernel, CPU", ours, "s")
    peer = _peer(file)
    if peer is None:
        print("NOT MEASURED: epydemix is not installed (requirements-bench.txt)")
        return
    yield from compared(scenario, ours, peer)


def compared(scenario: Scenario, ours: float, peer: dict[str, Any]) -> Iterator[Figure]:
    """What the peer took, and how far the distributions are apart, over all States."""
    yield Figure(f"SCO-8x3, {RUNS} runs, epydemix, CPU", peer["cpu"], "s")
    yield Figure("SCO-8x3, our CPU in per cent of epydemix's", 100 * ours / peer["cpu"], "%", MOST_PER_CENT,
                 f"{peer['cpu'] / ours:.0f} times as quick")  # fmt: skip
    found = simulate(scenario, Arm(), 1, runs=RUNS)
    people = np.asarray(scenario.region.population).sum(axis=1)
    attack, peak = found.infections.sum(axis=2) / people, found.peak_day
    apart = [
        np.abs(np.quantile(own, LEVELS, axis=0) - np.quantile(np.array(other), LEVELS, axis=0)).max(
            axis=1
        )
        for own, other in ((attack, peer["attack"]), (peak, peer["peak"]))
    ]
    for name, unit, scale, limit, rows in (
        ("attack rate", "points of %", 100, 0.05, apart[0]), ("day of the peak", "days", 1, 3, apart[1]),
    ):  # fmt: skip
        for level, difference in zip(LEVELS, rows, strict=True):
            what = f"SCO-8x3, {name}, {100 * level:g} % quantile, furthest State from epydemix"
            yield Figure(what, float(scale * difference), unit, limit)


def read(told: dict[str, Any]) -> Scenario:
    """The scenario in our terms: contacts, share abroad and routes out of the one block matrix."""
    states = len(told["iso"])
    blocks = np.array(told["C"]).reshape(states, AGES, states, AGES)
    home, away = blocks[0, :, 0, :], blocks[:, 0, :, 0].copy()
    np.fill_diagonal(away, 0.0)
    whole = home[0, 0] + away[0].sum()
    infectious = np.zeros(states * AGES)
    infectious[told["seed_index"]] = told["seed"]
    region = Region(
        population=np.round(np.array(told["Nk"])).reshape(states, AGES), contacts=home * whole / home[0, 0],
        abroad=away.sum(axis=1) / whole, routes=away,
    )  # fmt: skip
    disease = Disease(told["beta"], 1 / told["sigma"], 1 / told["gamma"])
    return Scenario(disease, region, infectious.reshape(states, AGES), days=told["days"])


def _file() -> Path | None:
    named = os.environ.get("REGISTAN_BENCH_SCENARIO")
    return next((path for path in ([Path(named)] if named else BESIDE) if path.is_file()), None)


def _peer(file: Path) -> dict[str, Any] | None:
    """epydemix in a process of its own."""
    python = os.environ.get("REGISTAN_BENCH_PEER_PYTHON", sys.executable)
    if python == sys.executable and find_spec("epydemix") is None:
        return None
    done = subprocess.run(
        [python, "-m", "bench.peer_epydemix", str(file), str(RUNS)], cwd=ROOT, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


__all__ = ["compared", "figures", "read"]
