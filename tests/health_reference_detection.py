"""Farrington and EARS beside reference values of R: pairs (ours, theirs) for health_reference.py.

r-compat must equal every number. strict must equal what the papers and R have in common: Farrington
without re-weighting and gaps, EARS C1 and C2 where the past varies.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from registan.kernel.epi.ears import Ears, ears
from registan.kernel.epi.farrington import Farrington, Mode, farrington
from registan.kernel.epi.method import FARRINGTON_NAMES
from registan.kernel.epi.reasons import Reason

Pair = tuple[float, float]
Row = dict[str, str]
COLUMNS = {
    "expected": "expected", "upper": "upper", "alarm": "alarm", "score": "score", "pvalue": "p",
    "phi": "phi", "trend": "trend", "trend_coef": "trend_coefficient", "mu0q": "mean_quantile",
}  # fmt: skip


@dataclass(frozen=True)
class Series:
    counts: NDArray[np.float64]
    population: NDArray[np.float64]
    first: date | None


def rows(path: Path) -> list[Row]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> float:
    return float("nan") if text in ("", "NA") else float(text)


def series_of(path: Path) -> dict[str, Series]:
    own: dict[str, list[Row]] = defaultdict(list)
    for row in rows(path):
        own[row["series"]].append(row)
    return {
        name: Series(
            np.array([number(row["count"]) for row in of]),
            np.array([number(row.get("population", "")) for row in of]),
            date.fromisoformat(of[0]["date"]) if of[0].get("date") else None,
        )
        for name, of in own.items()
    }


def controls(config: dict[str, object]) -> Farrington:
    ours = {mine: config[theirs] for mine, theirs in FARRINGTON_NAMES.items()}
    limit: list[int] = config["limit54"]  # type: ignore[assignment]
    return Farrington(**ours, least_cases=limit[0], least_weeks=limit[1])  # type: ignore[arg-type]


def farrington_pairs(folder: Path, mode: Mode) -> list[Pair]:
    configs = json.loads((folder / "farrington_configs.json").read_text(encoding="utf-8"))
    series = series_of(folder / "farrington_input.csv.gz")
    pairs: list[Pair] = []
    for row in rows(folder / "farrington_expected.csv.gz"):
        how, one = controls(configs[row["config"]]), series[row["series"]]
        # With gaps R may read the trend at a wrong week, and knows no cases of the last weeks.
        if mode == "strict" and (how.reweight or np.isnan(one.counts).any()):
            continue
        found = farrington(
            one.counts, int(row["t"]) - 1, how, mode=mode, first=one.first,
            population=one.population if how.offset else None,
        )  # fmt: skip
        for theirs, ours in COLUMNS.items():
            mine, reference = float(getattr(found, ours)[0]), number(row[theirs])
            if mode == "strict" and _apart(theirs, how, reference):
                continue
            pairs.append((mine, reference))
    return pairs


def _apart(column: str, how: Farrington, reference: float) -> bool:
    """Where strict mode says something else on purpose (docs/explanation/detection.md)."""
    if column in ("expected", "upper"):
        return bool(np.isnan(reference))  # R hides them below limit54
    return (column == "mu0q" and how.bound == "delta") or (
        column == "score" and how.bound != "delta"
    )


def ears_pairs(folder: Path, mode: Mode) -> list[Pair]:
    series = series_of(folder / "ears_input.csv.gz")
    pairs: list[Pair] = []
    for row in rows(folder / "ears_expected.csv.gz"):
        if mode == "strict" and row["method"] == "C3":
            continue
        counts = series[row["series"]].counts
        how = Ears(row["method"], int(row["baseline"]), float(row["min_sigma"]))
        found = ears(counts, len(counts) - 1 - int(row["t_from_end"]), how, mode=mode)
        if mode == "strict" and found.reason[0] == Reason.NO_SPREAD and not how.least_sigma:
            continue
        pairs.append((float(found.upper[0]), number(row["upper"])))
        pairs.append((float(found.alarm[0]), 0.0 if row["alarm"] == "NA" else number(row["alarm"])))
    return pairs
