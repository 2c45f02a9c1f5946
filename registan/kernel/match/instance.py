"""Requests, offers and what lies between them, as a matching takes them. docs/explanation/matching.md.

Names are text and unique in their kind; weeks count from 0; quantities are whole packs of the item.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COLD = ("ambient", "2-8", "-20", "-70")
MOST_WEEKS, MOST_REQUESTS, MOST_OFFERS = 104, 10_000, 10_000
MOST_QUANTITY = 10**9


@dataclass(frozen=True)
class Item:
    """Goods, a team, a laboratory slot, advice: what is counted in `unit`. volume: of one pack."""

    key: str
    unit: str
    cold: str = "ambient"
    volume: float = 0.0


@dataclass(frozen=True)
class Request:
    """window: first and last week of arrival. smallest: least part that is of use. shelf_weeks: life
    that must remain on arrival. weight: priority, by the agreed rule. substitutes: other items, and how
    many packs of the item asked one pack of them replaces. barred: items not registered in the State."""

    key: str
    state: str
    item: str
    quantity: int
    window: tuple[int, int]
    smallest: int = 1
    shelf_weeks: int = 0
    weight: float = 1.0
    substitutes: Mapping[str, float] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Offer:
    """reserve: what the State keeps of its stock. week: released from. expiry: week, None: does not expire.
    smallest: least shipment. only_for, never_for: earmarks and exclusions; price: of a pack, 0: a grant."""

    key: str
    state: str
    item: str
    stock: int
    reserve: int = 0
    week: int = 0
    expiry: int | None = None
    smallest: int = 1
    only_for: frozenset[str] = frozenset()
    never_for: frozenset[str] = frozenset()
    price: float = 0.0

    @property
    def available(self) -> int:
        return max(0, self.stock - self.reserve)


@dataclass(frozen=True)
class Lane:
    """How things get from a donor to a State: weeks on the way, classes it keeps cold, room a week
    (None: no limit), weeks in which it leaves (empty: every week), cost of a unit of volume, and of a
    shipment."""

    donor: str
    state: str
    lead: int = 1
    cold: frozenset[str] = frozenset({"ambient"})
    room: float | None = None
    leaves: frozenset[int] = frozenset()
    cost: float = 0.0
    shipment_cost: float = 0.0


@dataclass(frozen=True)
class Ratio:
    """A State that asks for both gets at least `factor` packs of `needs` for each pack of `item`."""

    item: str
    needs: str
    factor: float = 1.0


@dataclass(frozen=True)
class Cell:
    """So many packs of an offer for a request, leaving in a week."""

    offer: str
    request: str
    week: int
    quantity: int


@dataclass(frozen=True)
class Limit:
    """A side's word: at most so many packs of an offer for a request, all weeks together. 0: refused."""

    offer: str
    request: str
    quantity: int


@dataclass(frozen=True)
class Instance:
    """locked: cells that donor and recipient have agreed (0 packs: refused). previous: the last plan.
    limits: what a side has refused or wants less of; what is locked counts within them. begins: the first
    week in which anything new leaves; what is locked may have left before."""

    items: tuple[Item, ...]
    requests: tuple[Request, ...]
    offers: tuple[Offer, ...]
    lanes: tuple[Lane, ...]
    weeks: int
    ratios: tuple[Ratio, ...] = ()
    locked: tuple[Cell, ...] = ()
    previous: tuple[Cell, ...] = ()
    limits: tuple[Limit, ...] = ()
    begins: int = 0


def digest(instance: Instance) -> str:
    """SHA-256 of the instance, in hexadecimal: what a plan was made from."""
    return hashlib.sha256(canonical(instance).encode()).hexdigest()


def canonical(instance: Instance) -> str:
    """The instance as JSON in one form: fields by name, sets in order."""
    return json.dumps(
        instance, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{value!r} has no canonical form")


def check(instance: Instance) -> None:
    """Raises ValueError with a sentence that names what cannot be."""
    _must(1 <= instance.weeks <= MOST_WEEKS, f"weeks: from 1 to {MOST_WEEKS} are matched")
    _whole("begins", instance.begins, 0)
    _must(
        len(instance.requests) <= MOST_REQUESTS, f"at most {MOST_REQUESTS:,} requests are matched"
    )
    _must(len(instance.offers) <= MOST_OFFERS, f"at most {MOST_OFFERS:,} offers are matched")
    _unique("item", (each.key for each in instance.items))
    _unique("request", (each.key for each in instance.requests))
    _unique("offer", (each.key for each in instance.offers))
    _unique("lane", ((each.donor, each.state) for each in instance.lanes))
    items = {each.key for each in instance.items}
    for item in instance.items:
        _must(item.cold in COLD, f"item {item.key}: {item.cold!r} is none of {', '.join(COLD)}")
        _number(f"item {item.key}: volume", item.volume, 0, 1e6)
    for request in instance.requests:
        _check_request(request, items)
    for offer in instance.offers:
        _check_offer(offer, items)
    for lane in instance.lanes:
        _check_lane(lane)
    for ratio in instance.ratios:
        _must({ratio.item, ratio.needs} <= items, f"ratio of {ratio.item}: unknown item")
        _must(ratio.item != ratio.needs, f"ratio of {ratio.item}: to itself")
        _number(f"ratio of {ratio.item}", ratio.factor, 1e-6, 1e6)
    _check_cells(instance)


def _check_request(request: Request, items: set[str]) -> None:
    name = f"request {request.key}"
    asked = {request.item, *request.substitutes}
    _must(asked <= items, f"{name}: unknown item {', '.join(sorted(asked - items))}")
    _whole(f"{name}: quantity", request.quantity, 1)
    _whole(f"{name}: smallest", request.smallest, 1)
    _must(request.smallest <= request.quantity, f"{name}: its least part is more than it asks for")
    _must(0 <= request.window[0] <= request.window[1], f"{name}: its window ends before it begins")
    _whole(f"{name}: shelf_weeks", request.shelf_weeks, 0)
    _number(f"{name}: weight", request.weight, 1e-6, 1e6)
    for factor in request.substitutes.values():
        _number(f"{name}: factor of a substitute", factor, 1e-6, 1e6)


def _check_offer(offer: Offer, items: set[str]) -> None:
    name = f"offer {offer.key}"
    _must(offer.item in items, f"{name}: unknown item {offer.item}")
    _whole(f"{name}: stock", offer.stock, 0)
    _whole(f"{name}: reserve", offer.reserve, 0)
    _whole(f"{name}: smallest", offer.smallest, 1)
    _whole(f"{name}: week", offer.week, 0)
    _number(f"{name}: price", offer.price, 0, 1e12)


def _check_lane(lane: Lane) -> None:
    name = f"lane {lane.donor}-{lane.state}"
    _whole(f"{name}: lead", lane.lead, 0)
    _must(lane.cold <= set(COLD), f"{name}: it keeps cold what is no class")
    _number(f"{name}: room", lane.room or 0, 0, 1e12)
    _number(f"{name}: cost", lane.cost, 0, 1e12)
    _number(f"{name}: shipment_cost", lane.shipment_cost, 0, 1e12)


def _check_cells(instance: Instance) -> None:
    offers = {each.key for each in instance.offers}
    requests = {each.key for each in instance.requests}
    for cell in instance.locked:
        name = f"locked cell {cell.offer} to {cell.request}"
        _must(cell.offer in offers, f"{name}: there is no such offer")
        _must(cell.request in requests, f"{name}: there is no such request")
        _whole(f"{name}: quantity", cell.quantity, 0)
        _must(0 <= cell.week < instance.weeks, f"{name}: week {cell.week} is not matched")
    _unique("locked cell", ((each.offer, each.request, each.week) for each in instance.locked))
    for limit in instance.limits:
        name = f"limit of {limit.offer} to {limit.request}"
        _must(limit.offer in offers, f"{name}: there is no such offer")
        _must(limit.request in requests, f"{name}: there is no such request")
        _whole(f"{name}: quantity", limit.quantity, 0)
    _unique("limit", ((each.offer, each.request) for each in instance.limits))
    for cell in instance.previous:
        _whole(f"previous cell {cell.offer} to {cell.request}: quantity", cell.quantity, 0)


def _must(holds: bool, said: str) -> None:
    if not holds:
        raise ValueError(said)


def _whole(name: str, value: int, least: int) -> None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    _must(
        whole and least <= value <= MOST_QUANTITY, f"{name}: a whole number from {least} is asked"
    )


def _number(name: str, value: float, low: float, high: float) -> None:
    _must(isfinite(value) and low <= value <= high, f"{name}: from {low:g} to {high:g} is asked")


def _unique(kind: str, keys: Iterable[object]) -> None:
    seen: set[object] = set()
    for key in keys:
        _must(key not in seen, f"{kind} {key} is given twice")
        seen.add(key)
