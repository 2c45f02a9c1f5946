"""epydemix on the scenario of the bench, in a process of its own: GPL, and 1 GB of memory.

`python -m bench.peer_epydemix SCENARIO.json RUNS` prints JSON: CPU and wall seconds, attack rates and days of
the peak by run and State. epydemix has no travel: States are given as groups with one block contact matrix.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import epydemix
import numpy as np
from epydemix.population import Population

AGES = 3


def model(told: dict[str, Any]) -> Any:
    groups = [f"{iso}{age}" for iso in told["iso"] for age in range(AGES)]
    people = Population(name="bench")
    people.add_population(Nk=np.round(np.array(told["Nk"])), Nk_names=groups)
    people.add_contact_matrix(np.array(told["C"]), layer_name="all")
    made = epydemix.EpiModel(compartments=["S", "E", "I", "R"], use_default_population=True)
    made.set_population(people)
    made.add_transition("S", "E", kind="mediated", params=(told["beta"], "I"))
    made.add_transition("E", "I", kind="spontaneous", params=told["sigma"])
    made.add_transition("I", "R", kind="spontaneous", params=told["gamma"])
    return made


def main(file: str, runs: int) -> dict[str, Any]:
    told = json.loads(Path(file).read_text(encoding="utf-8"))
    people = np.round(np.array(told["Nk"]))
    infectious = np.zeros_like(people)
    infectious[told["seed_index"]] = told["seed"]
    start = {"S": people - infectious, "I": infectious}
    end = str(np.datetime64("2020-01-01") + told["days"] - 1)
    made = model(told)
    cpu, wall = time.process_time(), time.monotonic()
    found = made.run_simulations("2020-01-01", end, initial_conditions_dict=start, Nsim=runs, rng=1)
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    return {"cpu": cpu, "wall": wall, **_read(found.get_stacked_compartments(), told, people)}


def _read(series: dict[str, Any], told: dict[str, Any], people: Any) -> dict[str, Any]:
    """Attack rate after day 0 and day with most infectious people, by run and State."""
    attack, peak = [], []
    for at, iso in enumerate(told["iso"]):
        groups = [f"{iso}{age}" for age in range(AGES)]
        left = sum(series[f"S_{group}"][:, -1] for group in groups)
        ill = sum(series[f"I_{group}"] for group in groups)
        own = slice(at * AGES, at * AGES + AGES)
        first = told["seed"] if told["seed_index"] // AGES == at else 0
        attack.append((people[own].sum() - first - left) / people[own].sum())
        peak.append(ill.argmax(axis=1) + 1)
    return {"attack": np.array(attack).T.tolist(), "peak": np.array(peak).T.tolist()}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
