"""Which offer can reach which request in which week, and what alone keeps the others apart.

All pairs of an item at once, as arrays: 5,000 requests and 3,000 offers make half a million pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from registan.kernel.match.instance import COLD, Cell, Limit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from registan.kernel.match.instance import Instance

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Said = TypeVar("Said", Limit, Cell)
NO_LANE = -1
# What may keep a pair apart, in the order in which it is asked.
BARRIERS = ("earmark", "lane", "cold", "window", "expiry")
# And what a side has said: such a pair is no arc, whatever else holds.
REFUSED = len(BARRIERS)
CAUSES = (*BARRIERS, "refused")


@dataclass(frozen=True)
class Arcs:
    """offer, request, week (n): numbers of each arc. factor (n): packs asked that one pack replaces.

    lane (n): number of its lane. blocked: (offer, request, cause): pairs that one barrier alone or a
    refusal keeps apart; were it lifted, they could be matched.
    """

    offer: Ints
    request: Ints
    week: Ints
    factor: Floats
    lane: Ints
    blocked: NDArray[np.int64]


@dataclass(frozen=True)
class Table:
    """The instance as columns, States and lanes as numbers."""

    states: tuple[str, ...]
    lane: Ints  # (donor, State) -> number of the lane or NO_LANE
    lead: Ints  # by lane
    keeps: Flags  # (lane, cold class)
    leaves: Flags  # (lane, week)
    offer_state: Ints
    release: Ints
    expiry: Ints
    allowed: Flags  # (offer, State)
    request_state: Ints
    first: Ints
    last: Ints
    shelf: Ints


FAR = 10**9


def table(instance: Instance) -> Table:
    """Columns of a checked instance. States in the order of their names."""
    requests, offers, lanes = instance.requests, instance.offers, instance.lanes
    named = [*(each.state for each in requests), *(each.state for each in offers)]
    named += [state for each in lanes for state in (each.donor, each.state)]
    states = tuple(sorted(set(named)))
    at = {state: number for number, state in enumerate(states)}
    lane = np.full((len(states), len(states)), NO_LANE)
    for number, each in enumerate(lanes):
        lane[at[each.donor], at[each.state]] = number
    return Table(
        states=states, lane=lane, lead=_ints(each.lead for each in lanes),
        keeps=np.array([[c in each.cold for c in COLD] for each in lanes], bool).reshape(-1, len(COLD)),
        leaves=np.array(
            [[not each.leaves or week in each.leaves for week in range(instance.weeks)] for each in lanes],
            bool,
        ).reshape(-1, instance.weeks),
        offer_state=_ints(at[each.state] for each in offers),
        release=_ints(each.week for each in offers),
        expiry=_ints(FAR if each.expiry is None else each.expiry for each in offers),
        allowed=np.array([
            [state not in each.never_for and (not each.only_for or state in each.only_for)
             for state in states] for each in offers
        ], bool).reshape(len(offers), len(states)),
        request_state=_ints(at[each.state] for each in requests),
        first=_ints(each.window[0] for each in requests),
        last=_ints(each.window[1] for each in requests),
        shelf=_ints(each.shelf_weeks for each in requests),
    )  # fmt: skip


def arcs(instance: Instance, columns: Table) -> Arcs:
    """All arcs, by item, offer, request and week."""
    cold = {each.key: COLD.index(each.cold) for each in instance.items}
    offers: dict[str, list[int]] = {}
    for number, offer in enumerate(instance.offers):
        if offer.available > 0:
            offers.setdefault(offer.item, []).append(number)
    wanted: dict[str, list[tuple[int, float]]] = {}
    for number, request in enumerate(instance.requests):
        for item, factor in {**request.substitutes, request.item: 1.0}.items():
            if item in offers and item not in request.barred:
                wanted.setdefault(item, []).append((number, factor))
    found = [
        _of_item(columns, np.array(offers[item]), _ints(n for n, _ in wanted[item]),
                 np.array([factor for _, factor in wanted[item]]), cold[item])
        for item in sorted(wanted)
    ]  # fmt: skip
    if not found:
        nothing = np.zeros(0, np.int64)
        return Arcs(nothing, nothing, nothing, np.zeros(0), nothing, nothing.reshape(0, 3))
    every = Arcs(*(np.concatenate([getattr(each, name) for each in found])
                   for name in Arcs.__dataclass_fields__))  # fmt: skip
    return _without_refused(instance, _without_past(instance, every))


def pairs(offer: Ints, request: Ints, instance: Instance) -> Ints:
    """A number for each pair of offer and request."""
    return offer * max(len(instance.requests), 1) + request


def by_pair(instance: Instance, said: Iterable[Said]) -> list[tuple[int, Said]]:
    """Each limit or cell with the number of its pair."""
    offers = {each.key: number for number, each in enumerate(instance.offers)}
    requests = {each.key: number for number, each in enumerate(instance.requests)}
    many = max(len(requests), 1)
    return [(offers[each.offer] * many + requests[each.request], each) for each in said]


def _without_past(instance: Instance, found: Arcs) -> Arcs:
    """Nothing new leaves before the first week that is left; what is locked has left."""
    past = found.week < instance.begins
    if not past.any():
        return found
    many = max(instance.weeks, 1)
    pair = by_pair(instance, instance.locked)
    locked = _ints(key * many + cell.week for key, cell in pair)
    kept = np.isin(pairs(found.offer, found.request, instance) * many + found.week, locked)
    return _without(instance, found, past & ~kept, BARRIERS.index("window"))


def _without_refused(instance: Instance, found: Arcs) -> Arcs:
    refused = _ints(pair for pair, each in by_pair(instance, instance.limits) if not each.quantity)
    gone = np.isin(pairs(found.offer, found.request, instance), refused)
    return _without(instance, found, gone, REFUSED) if gone.any() else found


def _without(instance: Instance, found: Arcs, gone: Flags, cause: int) -> Arcs:
    """Without these arcs; pairs that have none left are blocked by this cause."""
    pair = pairs(found.offer, found.request, instance)
    apart, first = np.unique(pair[gone], return_index=True)
    at = np.flatnonzero(gone)[first[~np.isin(apart, pair[~gone])]]
    named = np.column_stack([found.offer[at], found.request[at], np.full(at.size, cause)])
    left = ~gone
    return Arcs(
        found.offer[left], found.request[left], found.week[left], found.factor[left],
        found.lane[left], np.concatenate([found.blocked, named]),
    )  # fmt: skip


def _of_item(columns: Table, offers: Ints, requests: Ints, factors: Floats, cold: int) -> Arcs:
    donor, state = columns.offer_state[offers], columns.request_state[requests]
    lane = columns.lane[donor[:, None], state[None, :]]
    free = _barriers(columns, offers, requests, lane, cold)
    apart = donor[:, None] != state[None, :]
    open_ = np.logical_and.reduce(list(free.values())) & apart[:, :, None]
    o, r, week = np.nonzero(open_)
    return Arcs(
        offer=offers[o], request=requests[r], week=week, factor=factors[r], lane=lane[o, r],
        blocked=_blocked(free, open_.any(axis=2) | ~apart, offers, requests),
    )  # fmt: skip


def _barriers(
    columns: Table, offers: Ints, requests: Ints, lane: Ints, cold: int
) -> dict[str, Flags]:
    """Barrier -> (offers, requests, weeks): where it does not stand in the way."""
    if not columns.lead.size:
        shape = (*lane.shape, columns.leaves.shape[1])
        nothing = {name: np.zeros(shape, bool) for name in BARRIERS}
        may = columns.allowed[offers[:, None], columns.request_state[requests][None, :]]
        return {**nothing, "earmark": np.broadcast_to(may[:, :, None], shape)}
    weeks = np.arange(columns.leaves.shape[1])
    arrival = weeks + columns.lead[lane][:, :, None]
    state = columns.request_state[requests]
    in_window = (arrival >= columns.first[requests][None, :, None]) & (
        arrival <= columns.last[requests][None, :, None]
    )
    leaves = columns.leaves[lane] & (weeks >= columns.release[offers][:, None, None])
    lasts = (
        columns.expiry[offers][:, None, None] - arrival >= columns.shelf[requests][None, :, None]
    )
    free = {
        "earmark": columns.allowed[offers[:, None], state[None, :]][:, :, None],
        "lane": (lane != NO_LANE)[:, :, None],
        "cold": columns.keeps[lane, cold][:, :, None],
        "window": in_window & leaves,
        "expiry": lasts,
    }
    return {name: np.broadcast_to(flags, arrival.shape) for name, flags in free.items()}


def _blocked(free: dict[str, Flags], settled: Flags, offers: Ints, requests: Ints) -> Ints:
    found = []
    for number, name in enumerate(BARRIERS):
        others = np.logical_and.reduce([flags for each, flags in free.items() if each != name])
        # Without a lane nothing is known of the way: lifting that barrier means a new lane.
        alone = free["earmark"].any(axis=2) & ~free["lane"].any(axis=2)
        reach = alone if name == "lane" else others.any(axis=2)
        o, r = np.nonzero(reach & ~settled)
        found.append(np.stack([offers[o], requests[r], np.full(o.size, number)], axis=1))
    return np.concatenate(found)


def _ints(values: object) -> Ints:
    return np.fromiter(values, dtype=np.int64)  # type: ignore[call-overload, no-any-return]
