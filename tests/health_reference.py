"""Compare the epidemic kernel with files of reference values: python -m tests.health_reference DIR.

Kinds: si, epiestim, wis. Names and columns as in DIR; other series, sizes and controls are fine.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np

from registan.kernel.epi.reproduction import reproduction
from registan.kernel.epi.scoring import LEVELS, is_covered, score
from registan.kernel.epi.serial_interval import serial_interval

Pair = tuple[float, float]
TOLERANCE = 1e-6
POSTERIOR = {"q025": 0.025, "q05": 0.05, "q25": 0.25, "median": 0.5}
POSTERIOR |= {"q75": 0.75, "q95": 0.95, "q975": 0.975}


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> float:
    return float("nan") if text in ("", "NA") else float(text)


def intervals(folder: Path) -> list[Pair]:
    found = rows(folder / "si_expected.csv.gz")
    return [
        (serial_interval(float(r["mu"]), float(r["sigma"]), int(r["k"]) + 1)[-1], number(r["w"]))
        for r in found
    ]


def posteriors(folder: Path) -> list[Pair]:
    given = json.loads((folder / "epiestim_configs.json").read_text(encoding="utf-8"))
    daily: dict[str, list[float]] = defaultdict(list)
    for row in rows(folder / "epiestim_input.csv.gz"):
        daily[row["series"]].append(number(row["incidence"]))
    groups: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows(folder / "epiestim_expected.csv.gz"):
        groups[row["series"], row["config"]].append(row)
    pairs: list[Pair] = []
    for (series, name), expected in groups.items():
        config, counts = given["configs"][name], daily[series]
        weights = given["si"].get(series)
        if config["method"] == "parametric_si":
            weights = serial_interval(config["mean_si"], config["std_si"], len(counts))
        found = reproduction(
            [counts],
            weights,
            window=config["win"],
            prior_mean=config["mp"],
            prior_sd=config["sp"],
            levels=tuple(POSTERIOR.values()),
        )
        for row in expected:
            at = int(np.flatnonzero(found.ends == int(row["t_end"]))[0])
            ours = (found.mean[0, at], found.sd[0, at], *found.quantiles[0, at])
            names = ("mean", "std", *POSTERIOR)
            pairs += [(mine, number(row[n])) for n, mine in zip(names, ours, strict=True)]
    return pairs


def scores(folder: Path) -> list[Pair]:
    forecasts = rows(folder / "wis_forecasts.csv.gz")
    key = ("series", "origin_t", "horizon")
    expected = {tuple(r[k] for k in key): r for r in rows(folder / "wis_expected.csv.gz")}
    q = [[float(r[f"{level:g}"]) for level in LEVELS] for r in forecasts]
    y = [float(r["observed"]) for r in forecasts]
    once, twice = score(q, y), score(q, y, median_twice=True)
    ours = {"wis": once.wis, "dispersion": once.dispersion, "overprediction": once.over}
    ours |= {"underprediction": once.under, "wis_median_twice": twice.wis}
    ours |= {"cov50": is_covered(q, y, 50), "cov95": is_covered(q, y, 95)}
    return [
        (mine, number(expected[tuple(r[k] for k in key)][name]))
        for name, values in ours.items()
        for mine, r in zip(values, forecasts, strict=True)
    ]


KINDS: dict[str, Callable[[Path], list[Pair]]] = {
    "si_expected.csv.gz": intervals,
    "epiestim_expected.csv.gz": posteriors,
    "wis_expected.csv.gz": scores,
}


def error(mine: float, theirs: float) -> float:
    """Relative error; absolute below 1e-6; infinite when only one of the two is missing."""
    if np.isnan(mine) or np.isnan(theirs):
        return 0.0 if np.isnan(mine) and np.isnan(theirs) else float("inf")
    return abs(mine - theirs) / max(abs(theirs), 1e-6)


def main(folder: Path) -> int:
    found = {name: check for name, check in KINDS.items() if (folder / name).exists()}
    failed = 0
    for name, check in found.items():
        errors = [error(*pair) for pair in check(folder)]
        wrong = sum(e > TOLERANCE for e in errors)
        failed += wrong or not errors
        print(
            f"{name}: {len(errors) - wrong} passed, {wrong} failed, largest {max(errors, default=0):.1e}"
        )
    return 1 if failed or not found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
