"""What a scenario assumes: the disease, the States and their links, the measures of an arm.

Everything here is an assumption that a State may read and change; `ready` checks it and lays it out for the
compiled model (seir.py). P States (patches), A age groups. docs/explanation/scenarios.md has the formulas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

MOST_DAYS, MOST_STEPS, MOST_CELLS = 3_650, 24, 5_000
MOST_PEOPLE = 2**53  # beyond, a float no longer counts every person
NEVER = 2**40


@dataclass(frozen=True)
class Disease:
    """transmission: infections per contact; contacts are per day. Shares are by age, 0 to 1.

    hospital: of those whose infectious time ends, the share admitted; death: of the others, the share
    that dies; hospital_death: of those admitted without treatment, the share that dies.
    """

    transmission: float
    latent_days: float
    infectious_days: float
    hospital: ArrayLike = 0.0
    death: ArrayLike = 0.0
    hospital_death: ArrayLike = 0.0
    stay_days: float = 10.0


@dataclass(frozen=True)
class Region:
    """population: people (P, A). contacts: (A, A) or (P, A, A), row meets column, a day.

    abroad: share of a State's contacts that are with others (P). routes: how those divide (P, P); rows
    are scaled to 1, the diagonal counts for nothing. reported: share of onsets that is ever reported (P).
    report_delay: shares of 0, 1, 2 ... days until the report. report_size: size of the negative binomial;
    infinite: Poisson. courses: treatment courses in stock (P); reserve: those a State never lends (P).
    """

    population: ArrayLike
    contacts: ArrayLike
    abroad: ArrayLike = 0.0
    routes: ArrayLike | None = None
    reported: ArrayLike = 0.0
    report_delay: ArrayLike = (1.0,)
    report_size: float = np.inf
    courses: ArrayLike = 0.0
    reserve: ArrayLike = 0.0


@dataclass(frozen=True)
class Measure:
    """Begins `delay` days after reports have been above `level` (per 100,000 a day) on `days` days running.

    In a joint arm also `shared_delay` days after any other State's alarm, whichever comes first. It lasts
    `lasts` days (0: to the end) and may begin again. While it holds, what it acts on is multiplied by
    `factor`: all contacts of the State (local measure) or its contacts abroad (travel measure).
    Each is one number for all States, or one for each (P).
    """

    level: ArrayLike
    factor: ArrayLike
    days: ArrayLike = 3
    delay: ArrayLike = 14
    shared_delay: ArrayLike = 14
    lasts: ArrayLike = 0


@dataclass(frozen=True)
class Arm:
    """One way to act: together or each State alone.

    treatment_day: from which day treatment is known (P; its own research, or shared). effect: by how much
    it lowers `hospital_death`. lends: stock above the reserves goes to States that have run out.
    """

    local: Measure | None = None
    travel: Measure | None = None
    joint: bool = False
    lends: bool = False
    treatment_day: ArrayLike = NEVER
    effect: float = 0.0


@dataclass(frozen=True)
class Scenario:
    """infectious: who is infectious on day 0 (P, A). steps: steps a day; more of them, closer to
    continuous time."""

    disease: Disease
    region: Region
    infectious: ArrayLike
    days: int = 365
    steps: int = 1


class World(NamedTuple):
    """A scenario and an arm as the compiled model takes them."""

    people: NDArray[np.int64]
    infectious: NDArray[np.int64]
    contacts: NDArray[np.float64]
    abroad: NDArray[np.float64]
    routes: NDArray[np.float64]
    beta: float
    to_onset: float
    to_end: float
    to_leave: float
    hospital: NDArray[np.float64]
    death: NDArray[np.float64]
    hospital_death: NDArray[np.float64]
    reported: NDArray[np.float64]
    report_delay: NDArray[np.float64]
    report_size: float
    courses: NDArray[np.float64]
    reserve: NDArray[np.float64]
    trigger: NDArray[np.float64]  # (local and travel, level or factor, P)
    timing: NDArray[np.int64]  # (local and travel, days or delay or shared delay or lasts, P)
    treatment_day: NDArray[np.int64]
    effect: float
    joint: bool
    lends: bool
    days: int
    steps: int


def ready(scenario: Scenario, arm: Arm) -> World:
    """The two laid out. Raises ValueError with a sentence for what cannot be computed."""
    people = _people(scenario.region.population)
    patches, ages = people.shape
    _within("days", scenario.days, 1, MOST_DAYS)
    _within("steps", scenario.steps, 1, MOST_STEPS)
    disease, region = scenario.disease, scenario.region
    infectious = _counts("infectious", scenario.infectious, (patches, ages))
    if (infectious > people).any():
        raise ValueError("infectious: more people are infectious than there are")
    routes = _routes(region.routes, patches)
    return World(
        people=people, infectious=infectious,
        contacts=_contacts(region.contacts, patches, ages),
        # A State without routes has all its contacts at home.
        abroad=np.where(routes.any(axis=1), _shares("abroad", region.abroad, patches), 0.0),
        routes=routes,
        beta=_number("transmission", disease.transmission, 0, 1e6),
        to_onset=_chance("latent_days", disease.latent_days, scenario.steps),
        to_end=_chance("infectious_days", disease.infectious_days, scenario.steps),
        to_leave=_chance("stay_days", disease.stay_days, scenario.steps),
        hospital=_shares("hospital", disease.hospital, ages),
        death=_shares("death", disease.death, ages),
        hospital_death=_shares("hospital_death", disease.hospital_death, ages),
        reported=_shares("reported", region.reported, patches),
        report_delay=_delays(region.report_delay),
        report_size=_size(region.report_size),
        courses=_spread("courses", region.courses, patches, 0, 1e12),
        reserve=_spread("reserve", region.reserve, patches, 0, 1e12),
        trigger=np.stack([_trigger(each, patches) for each in (arm.local, arm.travel)]),
        timing=np.stack([_timing(each, patches) for each in (arm.local, arm.travel)]),
        treatment_day=_spread("treatment_day", arm.treatment_day, patches, 0, NEVER).astype(np.int64),
        effect=_number("effect", arm.effect, 0, 1),
        joint=arm.joint, lends=arm.lends, days=scenario.days, steps=scenario.steps,
    )  # fmt: skip


def _people(given: ArrayLike) -> NDArray[np.int64]:
    found = np.asarray(given, dtype=np.float64)
    if found.ndim != 2 or not found.size or found.size > MOST_CELLS:
        raise ValueError(f"population: States x ages is asked, 1 to {MOST_CELLS:,} numbers in all")
    people = _counts("population", found, found.shape)
    empty = np.flatnonzero(people.sum(axis=1) == 0)
    if empty.size:
        raise ValueError(f"population: State number {empty[0]} has no people")
    return people


def _counts(name: str, given: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.int64]:
    found = np.asarray(given, dtype=np.float64)
    if found.shape != shape:
        raise ValueError(f"{name}: {shape} numbers are asked, {found.shape} are given")
    if not (np.isfinite(found).all() and (found >= 0).all() and found.sum() <= MOST_PEOPLE):
        raise ValueError(f"{name}: whole numbers of people from 0 are asked")
    if (found != np.floor(found)).any():
        raise ValueError(f"{name}: {found[found != np.floor(found)][0]} is not a whole number")
    return found.astype(np.int64)


def _spread(
    name: str, given: ArrayLike, length: int, low: float, high: float
) -> NDArray[np.float64]:
    """One number for all, or one for each; all of them from `low` to `high`."""
    found = np.asarray(given, dtype=np.float64)
    if found.shape not in {(), (length,)}:
        raise ValueError(f"{name}: one number or {length} are asked, {found.shape} are given")
    if not ((found >= low) & (found <= high)).all():
        raise ValueError(f"{name}: numbers from {low:g} to {high:g} are asked")
    return np.ascontiguousarray(np.broadcast_to(found, (length,)))


def _shares(name: str, given: ArrayLike, length: int) -> NDArray[np.float64]:
    return _spread(name, given, length, 0, 1)


def _number(name: str, given: float, low: float, high: float) -> float:
    return float(_spread(name, given, 1, low, high)[0])


def _within(name: str, given: int, low: int, high: int) -> None:
    if not low <= given <= high:
        raise ValueError(f"{name}: {given} is given; from {low:,} to {high:,} are computed")


def _chance(name: str, mean_days: float, steps: int) -> float:
    """Probability to leave in one step where the stay is exponential with this mean."""
    mean = _number(name, mean_days, 1e-3, 1e5)
    return float(-np.expm1(-1.0 / (mean * steps)))


def _size(given: float) -> float:
    if not given > 0:
        raise ValueError("report_size: a number above 0 is asked")
    return float(given)


def _contacts(given: ArrayLike, patches: int, ages: int) -> NDArray[np.float64]:
    found = np.asarray(given, dtype=np.float64)
    if found.shape not in {(ages, ages), (patches, ages, ages)}:
        raise ValueError(f"contacts: ages x ages is asked ({ages}), {found.shape} are given")
    if not (np.isfinite(found).all() and (found >= 0).all()):
        raise ValueError("contacts: numbers from 0 are asked")
    return np.ascontiguousarray(np.broadcast_to(found, (patches, ages, ages)))


def _routes(given: ArrayLike | None, patches: int) -> NDArray[np.float64]:
    found = np.zeros((patches, patches)) if given is None else np.array(given, dtype=np.float64)
    if found.shape != (patches, patches) or not (np.isfinite(found).all() and (found >= 0).all()):
        raise ValueError(f"routes: States x States is asked ({patches}), numbers from 0")
    np.fill_diagonal(found, 0.0)
    sums = found.sum(axis=1, keepdims=True)
    return found / np.where(sums > 0, sums, 1.0)


def _delays(given: ArrayLike) -> NDArray[np.float64]:
    found = np.atleast_1d(np.asarray(given, dtype=np.float64))
    if found.ndim != 1 or not 1 <= found.size <= 100 or not (found >= 0).all():
        raise ValueError("report_delay: 1 to 100 shares from 0 are asked")
    if not 0 < found.sum() < np.inf:
        raise ValueError("report_delay: the shares have no sum")
    return np.ascontiguousarray(found / found.sum(), dtype=np.float64)


def _trigger(measure: Measure | None, patches: int) -> NDArray[np.float64]:
    if measure is None:
        return np.stack([np.full(patches, np.inf), np.ones(patches)])
    level = _spread("level", measure.level, patches, 0, np.inf)
    return np.stack([level, _spread("factor", measure.factor, patches, 0, 10)])


def _timing(measure: Measure | None, patches: int) -> NDArray[np.int64]:
    kept = measure or Measure(level=np.inf, factor=1.0)
    return np.stack([
        _spread("days", kept.days, patches, 1, MOST_DAYS),
        _spread("delay", kept.delay, patches, 0, NEVER),
        _spread("shared_delay", kept.shared_delay, patches, 0, NEVER),
        _spread("lasts", kept.lasts, patches, 0, MOST_DAYS),
    ]).astype(np.int64)  # fmt: skip
