"""The assumptions of a commissioned scenario as plain data: read, checked and kept without NumPy.

Pages and workers hold these; only the process that computes turns them into arrays (commissioned.py).
Ages are three groups: 0 to 14, 15 to 64, 65 and more. Shares go from 0 to 1, times are in days.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Raised when the model gives other results for the same assumptions and seed.
MODEL = "seir-1"
AGES = 3
LEAST_RUNS, MOST_RUNS = 100, 10_000
MOST_STATES = 30
EVENLY, BY_PEOPLE = "even", "people"
# Field -> the least and the most that is computed.
BOUNDS: dict[str, tuple[float, float]] = {
    "r0": (0.1, 30), "transmission": (0.0001, 10), "latent_days": (0.5, 60), "infectious_days": (0.5, 120),
    "stay_days": (0.5, 120), "abroad": (0, 0.5), "reported": (0.0001, 1), "report_delay": (0, 60),
    "days": (30, 730), "runs": (LEAST_RUNS, MOST_RUNS), "seed": (0, 2**53),
    "age_shares": (0, 1), "contacts": (0, 100), "hospital": (0, 1),
    "people": (1_000, 2e9), "beds": (0, 1e8), "first": (0, 1e6), "weight": (0, 1e6),
}  # fmt: skip
TRIGGER_BOUNDS: dict[str, tuple[float, float]] = {
    "level": (0.0001, 100_000), "days": (1, 60), "factor": (0, 1), "lasts": (0, 730), "delay": (0, 365),
    "joint_delay": (0, 365), "shared_delay": (0, 365),
}  # fmt: skip
# Shares that pages ask for and show in per cent.
PER_CENT = frozenset(
    {"abroad", "reported", "age_shares", "hospital", "local_factor", "travel_factor"}
)


@dataclass(frozen=True)
class Place:
    """A State: its people and where that figure is from, its hospital beds for these patients, and how
    many are infectious there on day 0."""

    key: str
    people: int
    source: str
    beds: int
    first: int


@dataclass(frozen=True)
class Trigger:
    """A measure: begins when `level` reports per 100,000 a day were exceeded on `days` days running.

    delay: days from the alarm until it works, each State alone; joint_delay: the same when all act
    together; shared_delay: days after another State's alarm, together. It multiplies contacts by
    `factor` and lasts `lasts` days (0: to the end).
    """

    level: float
    days: int
    factor: float
    lasts: int
    delay: int
    joint_delay: int
    shared_delay: int


@dataclass(frozen=True)
class Assumptions:
    """All that a scenario rests on. One of `r0` and `transmission` is set, the other is None.

    contacts: a day, row meets column. abroad: share of contacts with people of other States; `routes`
    says how those divide, `links` multiplies the share of a pair (a, b, weight). hospital: share of the
    infected admitted, by age.
    """

    places: tuple[Place, ...]
    age_shares: tuple[float, ...]
    contacts: tuple[tuple[float, ...], ...]
    r0: float | None
    transmission: float | None
    latent_days: float
    infectious_days: float
    hospital: tuple[float, ...]
    stay_days: float
    abroad: float
    routes: str
    links: tuple[tuple[str, str, float], ...]
    reported: float
    report_delay: int
    local: Trigger
    travel: Trigger
    days: int
    runs: int
    seed: int

    def to_dict(self) -> dict[str, Any]:
        """As JSON keeps it."""
        found: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return found

    @property
    def digest(self) -> str:
        """SHA-256 of the assumptions, the seed among them, and the model: what a result rests on."""
        told = {"model": MODEL, **self.to_dict()}
        whole = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return sha256(whole.encode()).hexdigest()


def from_dict(told: Mapping[str, Any]) -> Assumptions:
    """The assumptions that `to_dict` told."""
    facts = {field.name: told[field.name] for field in fields(Assumptions)}
    return Assumptions(**{
        **facts,
        "places": tuple(Place(**each) for each in told["places"]),
        "age_shares": tuple(told["age_shares"]),
        "contacts": tuple(tuple(row) for row in told["contacts"]),
        "hospital": tuple(told["hospital"]),
        "links": tuple((a, b, weight) for a, b, weight in told["links"]),
        "local": Trigger(**told["local"]), "travel": Trigger(**told["travel"]),
    })  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field, and with which value; low, high: what is computed, for a `range`."""

    field: str
    what: str
    value: str = ""
    low: str = ""
    high: str = ""


def faults(told: Assumptions) -> Iterator[Fault]:
    """All that cannot be computed, field by field; nothing where all is well."""
    if not LEAST_RUNS <= told.runs <= MOST_RUNS:
        yield Fault("runs", "runs", str(told.runs))
    for name, value, low, high in _numbers(told):
        if name != "runs" and not (isfinite(value) and low <= value <= high):
            yield Fault(name, "range", str(value), *_ends(name, low, high))
    if (told.r0 is None) == (told.transmission is None):
        yield Fault("r0", "spread")
    if abs(sum(told.age_shares) - 1) > 1e-6:
        yield Fault("age_shares", "age_shares")
    if not any(any(row) for row in told.contacts):
        yield Fault("contacts", "no_contacts")
    yield from _of_places(told)


def _ends(name: str, low: float, high: float) -> tuple[str, str]:
    """Least and most in words; shares as people type them, in per cent."""
    if name in PER_CENT:
        return f"{100 * low:g} %", f"{100 * high:g} %"
    return _digits(low), _digits(high)


def _digits(value: float) -> str:
    """In full, with thin spaces in thousands: nobody types 2e+09."""
    return f"{value:,.0f}".replace(",", "\u2009") if value >= 1000 else f"{value:g}"


def _numbers(told: Assumptions) -> Iterator[tuple[str, float, float, float]]:
    """(field, value, least, most) of every number."""
    singles = ("r0", "transmission", "latent_days", "infectious_days", "stay_days", "abroad",
               "reported", "report_delay", "days", "seed")  # fmt: skip
    for name in singles:
        if getattr(told, name) is not None:
            yield (name, getattr(told, name), *BOUNDS[name])
    for name in ("age_shares", "hospital"):
        for value in getattr(told, name):
            yield (name, value, *BOUNDS[name])
    for row in told.contacts:
        for value in row:
            yield ("contacts", value, *BOUNDS["contacts"])
    for place in told.places:
        for name in ("people", "beds", "first"):
            yield (f"{name}_{place.key}", getattr(place, name), *BOUNDS[name])
    for _, _, weight in told.links:
        yield ("links", weight, *BOUNDS["weight"])
    for kind in ("local", "travel"):
        for name, (low, high) in TRIGGER_BOUNDS.items():
            yield (f"{kind}_{name}", getattr(getattr(told, kind), name), low, high)


def _of_places(told: Assumptions) -> Iterator[Fault]:
    keys = [place.key for place in told.places]
    if not 2 <= len(keys) <= MOST_STATES or len(set(keys)) != len(keys):
        yield Fault("places", "states")
    for place in told.places:
        if not place.source.strip():
            yield Fault(f"source_{place.key}", "source")
        if place.first > of_ages(place.people, told.age_shares)[1]:
            yield Fault(f"first_{place.key}", "first_too_many")
    if keys and not sum(place.first for place in told.places):
        yield Fault(f"first_{keys[0]}", "nobody")
    if told.routes not in {EVENLY, BY_PEOPLE}:
        yield Fault("routes", "routes")
    for a, b, _ in told.links:
        if a == b or a not in keys or b not in keys:
            yield Fault("links", "link", f"{a} {b}")


def of_ages(people: int, shares: tuple[float, ...]) -> list[int]:
    """The people of a State by age; the middle group takes what rounding leaves.

    >>> of_ages(101, (0.25, 0.5, 0.25))
    [25, 51, 25]
    """
    young, old = round(people * shares[0]), round(people * shares[2])
    return [young, people - young - old, old]
