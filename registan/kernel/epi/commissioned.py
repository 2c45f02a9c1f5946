"""A commissioned scenario computed: assumptions in, both arms on the same random numbers, figures out.

`part` computes some runs and packs what the summary needs as bytes, so that whoever passes the parts on
needs no NumPy; `summary` pairs the runs. Which runs are computed together changes nothing (streams.py).
"""

from __future__ import annotations

from dataclasses import fields, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

from registan.kernel.epi.assumptions import BY_PEOPLE, Assumptions, Trigger, of_ages
from registan.kernel.epi.comparison import INTERVAL, Account, Averted, compare
from registan.kernel.epi.scenario import Arm, Disease, Measure, Region, Scenario
from registan.kernel.epi.seir import Outcomes, simulate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ARMS = ("unilateral", "joint")
OUTCOMES = ("infections", "peak_beds", "restriction")
# What of an arm is passed on; the weeks are summed over all States first.
KEPT = ("infections", "deaths", "peak_beds", "peak_beds_all", "peak_day", "local_days",
        "travel_days", "first_day", "onsets")  # fmt: skip
DIGITS = 6


def laid_out(told: Assumptions) -> tuple[Scenario, dict[str, Arm]]:
    """The scenario and its two arms as the model takes them."""
    people = np.array([of_ages(place.people, told.age_shares) for place in told.places])
    infectious = np.zeros_like(people)
    infectious[:, 1] = [place.first for place in told.places]
    contacts = np.array(told.contacts)
    disease = Disease(
        transmission=_transmission(told, contacts), latent_days=told.latent_days,
        infectious_days=told.infectious_days, hospital=told.hospital, stay_days=told.stay_days,
    )  # fmt: skip
    region = Region(
        population=people, contacts=contacts, abroad=told.abroad, routes=_routes(told),
        reported=told.reported, report_delay=[0.0] * told.report_delay + [1.0],
    )  # fmt: skip
    return Scenario(disease, region, infectious, days=told.days), {
        "unilateral": Arm(_measure(told.local, "delay"), _measure(told.travel, "delay")),
        "joint": Arm(
            _measure(told.local, "joint_delay"), _measure(told.travel, "joint_delay"), joint=True
        ),
    }


def _transmission(told: Assumptions, contacts: Floats) -> float:
    """Infections per contact: R0 over contacts (largest eigenvalue) and mean infectious time, with
    steps of a day."""
    if told.transmission is not None:
        return told.transmission
    most = float(np.abs(np.linalg.eigvals(contacts)).max())
    time = -1.0 / np.expm1(-1.0 / told.infectious_days)
    return float((told.r0 or 0.0) / (most * time))


def _routes(told: Assumptions) -> Floats:
    """How contacts abroad divide (P, P): by the people of the other State, or evenly; pairs changed."""
    keys = [place.key for place in told.places]
    people = np.array([place.people for place in told.places], dtype=np.float64)
    routes = np.tile(people if told.routes == BY_PEOPLE else np.ones_like(people), (len(keys), 1))
    for a, b, weight in told.links:
        i, j = keys.index(a), keys.index(b)
        routes[i, j] *= weight
        routes[j, i] *= weight
    np.fill_diagonal(routes, 0.0)
    return routes


def _measure(trigger: Trigger, delay: str) -> Measure:
    return Measure(
        level=trigger.level, factor=trigger.factor, days=trigger.days, lasts=trigger.lasts,
        delay=getattr(trigger, delay), shared_delay=trigger.shared_delay,
    )  # fmt: skip


def part(
    told: Assumptions, first: int, runs: int, *, progress: Callable[[float], None] | None = None
) -> bytes:
    """Runs `first` to `first + runs` of both arms, packed for `summary`."""
    scenario, arms = laid_out(told)
    packed: dict[str, Any] = {}
    for number, name in enumerate(ARMS):
        found = simulate(scenario, arms[name], told.seed, runs=runs, first=first)
        found = replace(found, onsets=found.onsets.sum(axis=1, keepdims=True))
        packed |= {f"{name} {field}": getattr(found, field) for field in KEPT}
        if progress is not None:
            progress((number + 1) / len(ARMS))
    written = BytesIO()
    np.savez(written, **packed)
    return written.getvalue()


def summary(told: Assumptions, parts: Sequence[bytes]) -> dict[str, Any]:
    """All runs as figures that JSON can hold: medians and 90 % intervals, numbers to six digits.

    `states` by key; `averted` of each outcome is unilateral minus joint, run by run. short: share of runs
    in which the beds do not suffice, first_day: median day on which the local measure begins (-1: never).
    weeks: onsets of all States a week, the ends of the interval and the median, by arm.
    """
    loaded = [np.load(BytesIO(each)) for each in parts]
    arms = {name: _joined(name, loaded) for name in ARMS}
    people = [place.people for place in told.places]
    found = compare(arms["unilateral"], arms["joint"], people)
    states = {
        place.key: _account(account) | _of_state(arms, at, place.beds)
        for at, (place, account) in enumerate(zip(told.places, found.states, strict=True))
    }
    weeks = {
        name: [[_short(value) for value in row] for row in np.quantile(arm.onsets[:, 0], INTERVAL, axis=0)]
        for name, arm in arms.items()
    }  # fmt: skip
    return {
        "runs": found.runs,
        "together": _account(found.together),
        "states": states,
        "weeks": weeks,
    }


def _joined(name: str, loaded: Sequence[Any]) -> Outcomes:
    held = {field: np.concatenate([each[f"{name} {field}"] for each in loaded]) for field in KEPT}
    empty = np.zeros(0, dtype=np.int64)
    return Outcomes(**{field.name: held.get(field.name, empty) for field in fields(Outcomes)})


def _account(account: Account) -> dict[str, dict[str, float]]:
    return {name: _averted(getattr(account, name)) for name in OUTCOMES}


def _averted(found: Averted) -> dict[str, float]:
    return {name: _short(value) for name, value in vars(found).items()}


def _of_state(arms: dict[str, Outcomes], at: int, beds: int) -> dict[str, dict[str, float]]:
    return {
        "short": {name: _short((arm.peak_beds[:, at] > beds).mean()) for name, arm in arms.items()},
        "first_day": {
            name: _short(np.median(arm.first_day[:, at])) for name, arm in arms.items()
        },
    }  # fmt: skip


def _short(value: float) -> float:
    """Six digits: the last ones of a sum may differ from one processor to the next."""
    return float(f"{value:.{DIGITS}g}")
