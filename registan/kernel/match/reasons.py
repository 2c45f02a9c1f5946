"""Why not more: dual values and barriers as facts, from which an app makes sentences.

A dual value says what one more unit of a scarce thing would be worth; a barrier that alone keeps pairs apart
(a lane without cold chain, an earmark) can cost at most the sum of what those pairs would gain at these
prices (weak duality: that is a proven limit, not an estimate of the loss itself).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.match.arcs import BARRIERS, CAUSES, REFUSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from registan.kernel.match.arcs import Arcs, Table
    from registan.kernel.match.goals import Found
    from registan.kernel.match.instance import Instance
    from registan.kernel.match.rows import Program

    Floats = NDArray[np.float64]

MOST_REASONS = 20
WORTH_SAYING = 1e-5


@dataclass(frozen=True)
class Reason:
    """kind: stock or room (a tenth more of it would raise service by at most `gain`), fairness (holding
    a State at its floor costs at most `gain` for each hundredth of its share), or a barrier: cold, window,
    expiry, earmark, lane (without it service would rise by at most `gain`). gain: of all service, 0 to 1."""

    kind: str
    gain: float
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Shortfall:
    """A request that is not fully served: what is missing, in its own packs, and the nearest cause.

    cause: no_offer, a barrier (most of what is on offer is kept apart by it alone), refused (by a side),
    several (more than one barrier), or scarce (something reaches it, and others were served).
    """

    request: str
    missing: float
    cause: str


def reasons(
    instance: Instance, columns: Table, found: Arcs, rows: Program, reached: Found
) -> tuple[Reason, ...]:
    """The weightiest reasons, greatest gain first; none where the goal of service was not reached."""
    if reached.prices is None:
        return ()
    prices = reached.prices
    told = [
        *_stock(instance, rows, prices), *_room(instance, rows, prices),
        *_fairness(columns, rows, prices), *_barriers(instance, columns, found, rows, prices),
    ]  # fmt: skip
    told = [each for each in told if each.gain > WORTH_SAYING]
    told.sort(key=lambda each: (-each.gain, each.kind, sorted(map(str, each.facts.values()))))
    return tuple(told[:MOST_REASONS])


def _stock(instance: Instance, rows: Program, prices: Floats) -> list[Reason]:
    worth: dict[str, float] = defaultdict(float)
    begin = rows.at["offer"]
    for number, offer in enumerate(instance.offers):
        worth[offer.item] += float(prices[begin + number])
    return [Reason("stock", price / 10, {"item": item}) for item, price in worth.items()]


def _room(instance: Instance, rows: Program, prices: Floats) -> list[Reason]:
    begin, made = rows.at["room"], []
    for number, lane in enumerate(instance.lanes):
        for week in range(instance.weeks):
            price = float(prices[begin + number * instance.weeks + week])
            facts: dict[str, str | int] = {"donor": lane.donor, "state": lane.state, "week": week}
            made.append(Reason("room", price / 10, facts))
    return made


def _fairness(columns: Table, rows: Program, prices: Floats) -> list[Reason]:
    begin = rows.at["state"]
    return [
        Reason("fairness", float(-prices[begin + number] * rows.weights[number]) / 100, {"state": state})
        for number, state in enumerate(columns.states)
    ]  # fmt: skip


def _barriers(
    instance: Instance, columns: Table, found: Arcs, rows: Program, prices: Floats
) -> list[Reason]:
    """Gains of blocked pairs at these prices: of each request the best one, summed by what blocks it."""
    # What a State refuses is its right: no price is put on it.
    told = found.blocked[found.blocked[:, 2] != REFUSED]
    if not told.size:
        return []
    offer, request, barrier = told.T
    gain = _gains(instance, columns, rows, prices, offer, request)
    best: dict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    colds = {each.key: each.cold for each in instance.items}
    for at in np.flatnonzero(gain > WORTH_SAYING / 100).tolist():
        given, asked = instance.offers[offer[at]], instance.requests[request[at]]
        kind = BARRIERS[barrier[at]]
        last = colds[given.item] if kind in {"cold", "lane"} else given.item
        group = best[kind, given.state, asked.state, last]
        group[request[at]] = max(group.get(request[at], 0.0), float(gain[at]))
    return [
        Reason(kind, sum(group.values()),
               {"donor": donor, "state": state, "cold" if kind in {"cold", "lane"} else "item": last})
        for (kind, donor, state, last), group in best.items()
    ]  # fmt: skip


def _gains(
    instance: Instance, columns: Table, rows: Program, prices: Floats,
    offer: NDArray[np.int64], request: NDArray[np.int64],
) -> Floats:  # fmt: skip
    """Reduced gain of a pair without a lane's price, as if room were no matter: so an upper limit."""
    asked = np.array([each.quantity for each in instance.requests], float)[request]
    stock = np.array([each.available for each in instance.offers], float)[offer]
    weight = np.array([each.weight for each in instance.requests])
    items = [each.item for each in instance.offers]
    factor = np.array([
        1.0 if items[o] == (wanted := instance.requests[r]).item else wanted.substitutes[items[o]]
        for o, r in zip(offer.tolist(), request.tolist(), strict=True)
    ])  # fmt: skip
    packs = asked / factor
    state = columns.request_state[request]
    gain = weight[request] / weight.sum()
    gain -= prices[rows.at["request"] + request]
    gain -= prices[rows.at["offer"] + offer] * packs / stock
    gain -= prices[rows.at["state"] + state] * weight[request]
    return np.asarray(np.maximum(gain, 0.0) * np.minimum(1.0, stock / packs))


def shortfalls(
    instance: Instance, found: Arcs, packs: NDArray[np.int64]
) -> tuple[Shortfall, ...]:  # fmt: skip
    """Every request that is not fully served."""
    many = len(instance.requests)
    served = np.bincount(found.request, packs * found.factor, many)
    reached = np.bincount(found.request, minlength=many) > 0
    blocked = np.zeros((many, len(CAUSES)), np.int64)
    if found.blocked.size:
        np.add.at(blocked, (found.blocked[:, 1], found.blocked[:, 2]), 1)
    offered = {each.item for each in instance.offers if each.available > 0}
    made = []
    for number, request in enumerate(instance.requests):
        missing = request.quantity - float(served[number])
        if missing > 1e-6:
            if reached[number]:
                cause = "scarce"
            elif blocked[number].any():
                cause = CAUSES[int(blocked[number].argmax())]
            else:
                usable = {request.item, *request.substitutes} - request.barred
                cause = "several" if usable & offered else "no_offer"
            made.append(Shortfall(request.key, missing, cause))
    return tuple(made)
