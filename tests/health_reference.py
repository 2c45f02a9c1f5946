"""Compare the epidemic kernel with files of reference values: python -m tests.health_reference DIR.

Kinds: si, epiestim, wis, nowcast, and in both modes farrington and ears. Names and columns as in DIR;
other series, sizes and controls are fine.

Of the nowcast (Lawless, longest delay 15) five columns are compared with the mode that equals R:
reported_by_now, delay_cdf, median, lo, hi. R's limits may lie in the wrong order or below what is
reported (registan/kernel/epi/lawless.py says why); of the strict mode it is asked that they never do.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from registan.kernel.epi.lawless import lawless
from registan.kernel.epi.reproduction import reproduction
from registan.kernel.epi.scoring import LEVELS, is_covered, score
from registan.kernel.epi.serial_interval import serial_interval
from tests.health_reference_detection import Pair, ears_pairs, farrington_pairs, number, rows

TOLERANCE = 1e-6
LONGEST_DELAY = 15
POSTERIOR = {"q025": 0.025, "q05": 0.05, "q25": 0.25, "median": 0.5}
POSTERIOR |= {"q75": 0.75, "q95": 0.95, "q975": 0.975}


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


def triangles(folder: Path, now: date) -> tuple[date, np.ndarray]:
    """The first day of the line list, and the counts by day and delay as known on `now`."""
    told = [(r["dHosp"], r["dReport"]) for r in rows(folder / "nowcast_linelist.csv")]
    known = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in told if "NA" not in (a, b)]
    first = min(event for event, _ in known)
    n = np.zeros(((now - first).days + 1, LONGEST_DELAY + 1))
    for event, report in known:
        if report <= now:
            n[(event - first).days, min((report - event).days, LONGEST_DELAY)] += 1
    return first, n


def nowcasts(folder: Path) -> list[Pair]:
    groups: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows(folder / "nowcast_expected.csv.gz"):
        groups[row["now"], row["m"]].append(row)
    pairs: list[Pair] = []
    for (now, m), expected in groups.items():
        first, n = triangles(folder, date.fromisoformat(now))
        window = int(m) or None
        as_r, strict = (lawless(n, window=window, r_compat=mode) for mode in (True, False))
        for row in expected:
            at = (date.fromisoformat(row["day"]) - first).days
            ours = (as_r.reported, as_r.share, as_r.median, as_r.low, as_r.high)
            names = ("reported_by_now", "delay_cdf", "median", "lo", "hi")
            pairs += [(mine[at], number(row[n])) for n, mine in zip(names, ours, strict=True)]
            limits = (strict.reported[at], strict.low[at], strict.median[at], strict.high[at])
            pairs.append((float(list(limits) == sorted(limits)), 1.0))
    return pairs


KINDS: list[tuple[str, str, Callable[[Path], list[Pair]]]] = [
    ("si_expected.csv.gz", "", intervals),
    ("epiestim_expected.csv.gz", "", posteriors),
    ("wis_expected.csv.gz", "", scores),
    ("nowcast_expected.csv.gz", "", nowcasts),
    ("farrington_expected.csv.gz", " r-compat", partial(farrington_pairs, mode="r-compat")),
    (
        "farrington_expected.csv.gz",
        " strict, reweight off",
        partial(farrington_pairs, mode="strict"),
    ),
    ("ears_expected.csv.gz", " r-compat", partial(ears_pairs, mode="r-compat")),
    ("ears_expected.csv.gz", " strict, C1 and C2", partial(ears_pairs, mode="strict")),
]


def error(mine: float, theirs: float) -> float:
    """Relative error; absolute below 1e-6; infinite when only one of the two is missing."""
    if mine == theirs:
        return 0.0
    if np.isnan(mine) or np.isnan(theirs):
        return 0.0 if np.isnan(mine) and np.isnan(theirs) else float("inf")
    return abs(mine - theirs) / max(abs(theirs), 1e-6)


def main(folder: Path) -> int:
    found = [kind for kind in KINDS if (folder / kind[0]).exists()]
    failed = 0
    for name, which, check in found:
        errors = [error(*pair) for pair in check(folder)]
        wrong = sum(e > TOLERANCE for e in errors)
        # Strict mode may have nothing in common with these controls.
        failed += wrong or not (errors or "strict" in which)
        largest = max(errors, default=0)
        passed = len(errors) - wrong
        print(f"{name}{which}: {passed} passed, {wrong} failed, largest {largest:.1e}")
    return 1 if failed or not found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
