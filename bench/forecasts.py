"""Back-test of the forecasts on reported COVID-19 weeks: python -m bench.forecasts [--tune] [--keep].

Every member, observer and partner of the data, cases and deaths. The parameters were fixed on forecasts
made up to 30 June 2021 (`--tune` shows how they stand there); the score is of those made later, which
were not looked at before. The reports are those of 2023: corrections are in them, reporting delay is not.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.run import RESULTS
from registan.kernel.epi.baseline import baseline
from registan.kernel.epi.renewal import STANDARD, Renewal, ensemble, renewal
from registan.kernel.epi.scoring import is_covered, score
from registan.kernel.epi.serial_interval import serial_interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "health" / "covid19_daily.csv"
FIXED_ON = date(2021, 6, 30)
FIRST_MONDAY = date(2020, 1, 27)
# Weeks of history before the first forecast; without a report before them there is nothing to forecast.
HISTORY, HORIZONS = 16, 4
WEIGHTS = serial_interval(4.7, 2.9, 22)


@dataclass
class Told:
    """Forecasts of one series: quantiles (n, horizons, 23) of three methods, and outcomes (n, horizons)."""

    name: str
    outcomes: Floats
    methods: dict[str, Floats] = field(default_factory=dict)


def weekly_series(path: Path = DATA) -> dict[str, Floats]:
    """ISO weeks by `state measure`. A week of nothing but noughts after the first case was not reported,
    and one with a negative sum was corrected: both are missing."""
    daily: dict[str, dict[date, int]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for measure in ("cases", "deaths"):
                of = daily.setdefault(f"{row['iso3']} {measure}", {})
                of[date.fromisoformat(row["date"])] = int(row[measure] or 0)
    return {name: _weeks(days) for name, days in sorted(daily.items())}


def _weeks(days: dict[date, int]) -> Floats:
    values = np.array([days[day] for day in sorted(days) if day >= FIRST_MONDAY], dtype=np.float64)
    weeks = values[: len(values) // 7 * 7].reshape(-1, 7).sum(axis=1)
    begun = np.cumsum(np.abs(weeks)) > 0
    return np.where((weeks < 0) | (begun & (weeks == 0)), np.nan, weeks)


def forecasts(
    weeks: Floats, name: str, model: Renewal, *, early: bool, draws: int = 1000
) -> Told | None:
    """Every forecast that can be made of one series in one of the two spans; None where none can."""
    last = (FIXED_ON - FIRST_MONDAY).days // 7
    origins = range(HISTORY, last) if early else range(last, len(weeks) - 1)
    rows: dict[str, list[Floats]] = {"baseline": [], "renewal": []}
    outcomes = []
    for origin in origins:
        known = weeks[: origin + 1]
        if not np.nansum(known[:-1]) > 0 or np.isnan(known[-1]):
            continue
        of_model = renewal(known, WEIGHTS, seed=origin, draws=draws, model=model)[0]
        of_hub = baseline(known, seed=origin, draws=20_000)
        if np.isnan(of_model).any() or np.isnan(of_hub).any():
            continue
        rows["baseline"].append(of_hub)
        rows["renewal"].append(of_model)
        later = weeks[origin + 1 : origin + 1 + HORIZONS]
        outcomes.append(np.pad(later, (0, HORIZONS - len(later)), constant_values=np.nan))
    if not outcomes:
        return None
    told = Told(name, np.array(outcomes), {key: np.array(each) for key, each in rows.items()})
    told.methods["ensemble"] = ensemble([told.methods["renewal"], told.methods["baseline"]])
    return told


def relative(told: Sequence[Told], method: str, horizon: int, *, log: bool) -> float:
    """rWIS: mean score over that of the baseline; below 1 is better than it."""
    sums = {method: 0.0, "baseline": 0.0}
    for each in told:
        for name in sums:
            found = score(each.methods[name][:, horizon], each.outcomes[:, horizon], log=log)
            sums[name] += float(np.nansum(found.wis))
    return sums[method] / sums["baseline"]


def coverage(told: Sequence[Told], method: str, horizon: int, percent: int) -> float:
    held = [
        is_covered(each.methods[method][:, horizon], each.outcomes[:, horizon], percent)
        for each in told
    ]
    return float(np.nanmean(np.concatenate(held)))


def table(told: Sequence[Told]) -> Iterator[str]:
    """Rows of a table: by method and horizon."""
    yield "| Method | Weeks ahead | Forecasts | rWIS, log | rWIS, natural | 50 % | 95 % |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for method in ("baseline", "renewal", "ensemble"):
        for horizon in range(HORIZONS):
            n = sum(int((~np.isnan(each.outcomes[:, horizon])).sum()) for each in told)
            logs, natural = (relative(told, method, horizon, log=log) for log in (True, False))
            half, most = (coverage(told, method, horizon, percent) for percent in (50, 95))
            yield (
                f"| {method} | {horizon + 1} | {n:,} | {logs:.3f} | {natural:.3f} "
                f"| {100 * half:.1f} | {100 * most:.1f} |"
            )


def by_state(told: Sequence[Told]) -> Iterator[str]:
    """Rows of a table: the ensemble in each State, all horizons, in the order of the codes."""
    yield "| Series | Forecasts | rWIS, log | rWIS, natural | 95 % |"
    yield "| --- | --- | --- | --- | --- |"
    for each in told:
        scores = {}
        for log in (True, False):
            sums = [
                sum(
                    float(np.nansum(score(q[:, h], each.outcomes[:, h], log=log).wis))
                    for h in range(HORIZONS)
                )
                for q in (each.methods["ensemble"], each.methods["baseline"])
            ]
            scores[log] = sums[0] / sums[1]
        held = [
            is_covered(each.methods["ensemble"][:, h], each.outcomes[:, h], 95)
            for h in range(HORIZONS)
        ]
        yield (
            f"| {each.name} | {len(each.outcomes)} | {scores[True]:.3f} | {scores[False]:.3f} "
            f"| {100 * np.nanmean(held):.1f} |"
        )


def study(model: Renewal = STANDARD, *, early: bool = False) -> list[Told]:
    found = (forecasts(weeks, name, model, early=early) for name, weeks in weekly_series().items())
    return [each for each in found if each is not None]


def main(words: Sequence[str]) -> int:
    if not DATA.is_file():
        print(f"NOT RUN: {DATA.name} is not on this machine.")
        return 1
    began = time.process_time()
    early = "--tune" in words
    told = study(early=early)
    when = f"made up to {FIXED_ON}" if early else f"made after {FIXED_ON}"
    lines = [
        f"## Forecasts of reported COVID-19 weeks, {when}", "",
        f"`python -m bench.forecasts{' --tune' if early else ''}`: {len(told)} series of cases and "
        f"deaths, {sum(len(each.outcomes) for each in told):,} forecasts of {HORIZONS} weeks, "
        f"{time.process_time() - began:.0f} s of CPU. rWIS: score over that of the hub's baseline, below "
        f"1 is better. 50 % and 95 %: how many outcomes the interval held. Parameters fixed on forecasts "
        f"made up to {FIXED_ON}: {STANDARD}.",
        "", *table(told), "", *by_state(told), "",
    ]  # fmt: skip
    print(*lines, sep="\n")
    if "--keep" in words:
        keep(lines)
    return 0


def keep(lines: Sequence[str]) -> None:
    """In RESULTS.md, in the place of an earlier study with the same heading."""
    held = RESULTS.read_text(encoding="utf-8")
    old = re.search(rf"^{re.escape(lines[0])}$.*?(?=^## |\Z)", held, re.MULTILINE | re.DOTALL)
    text = "\n".join(lines)
    if old:
        held = held.replace(old[0], text + "\n")
    else:
        top, mark, runs = held.partition("\n## ")
        held = f"{top}\n{text}{mark}{runs}"
    RESULTS.write_text(held, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
