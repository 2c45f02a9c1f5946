"""The rules of a plan, written a second time and plainly; the best plan of a tiny instance by trying all."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from registan.kernel.match.instance import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registan.kernel.match.instance import Instance, Offer, Request


def factor(offer: Offer, request: Request) -> float | None:
    if offer.item in request.barred:
        return None
    return 1.0 if offer.item == request.item else request.substitutes.get(offer.item)


def can_go(instance: Instance, offer: Offer, request: Request, week: int) -> bool:
    lane = {(x.donor, x.state): x for x in instance.lanes}.get((offer.state, request.state))
    if lane is None or offer.state == request.state or factor(offer, request) is None:
        return False
    cold = {x.key: x.cold for x in instance.items}[offer.item]
    arrival = week + lane.lead
    return (
        request.state not in offer.never_for
        and (not offer.only_for or request.state in offer.only_for)
        and cold in lane.cold
        and week >= offer.week
        and (not lane.leaves or week in lane.leaves)
        and request.window[0] <= arrival <= request.window[1]
        and (offer.expiry is None or offer.expiry - arrival >= request.shelf_weeks)
    )


def broken(instance: Instance, cells: Iterable[Cell]) -> list[str]:
    """Every rule that the cells break."""
    offers = {x.key: x for x in instance.offers}
    requests = {x.key: x for x in instance.requests}
    volumes = {x.key: x.volume for x in instance.items}
    sent: dict[str, int] = defaultdict(int)
    got: dict[str, float] = defaultdict(float)
    filled: dict[tuple[str, str, int], float] = defaultdict(float)
    arrived: dict[tuple[str, str], int] = defaultdict(int)
    found = []
    for cell in cells:
        offer, request = offers[cell.offer], requests[cell.request]
        if not can_go(instance, offer, request, cell.week):
            found.append(f"way {cell}")
            continue
        per = factor(offer, request) or 0.0
        if cell.quantity < offer.smallest or cell.quantity * per < request.smallest - 1e-6:
            found.append(f"smallest {cell}")
        sent[cell.offer] += cell.quantity
        got[cell.request] += cell.quantity * per
        filled[offer.state, request.state, cell.week] += cell.quantity * volumes[offer.item]
        arrived[request.state, offer.item] += cell.quantity
    found += [f"stock {key}" for key, packs in sent.items() if packs > offers[key].available]
    found += [f"need {key}" for key, packs in got.items() if packs > requests[key].quantity + 1e-6]
    rooms = {(x.donor, x.state): x.room for x in instance.lanes}
    for (donor, state, week), volume in filled.items():
        room = rooms[donor, state]
        if room is not None and volume > room + 1e-6:
            found.append(f"room {donor}-{state} {week}")
    asked = {(x.state, x.item) for x in instance.requests}
    for ratio in instance.ratios:
        for state in {x.state for x in instance.requests}:
            if {(state, ratio.item), (state, ratio.needs)} <= asked and arrived[
                state, ratio.needs
            ] < ratio.factor * arrived[state, ratio.item] - 1e-6:
                found.append(f"ratio {state}")
    return found


def merit(instance: Instance, cells: Iterable[Cell], reached: set[str]) -> tuple[float, float]:
    """(least share of the States that can be reached, service) of a plan."""
    offers = {x.key: x for x in instance.offers}
    requests = {x.key: x for x in instance.requests}
    weights: dict[str, float] = defaultdict(float)
    served: dict[str, float] = defaultdict(float)
    for request in instance.requests:
        weights[request.state] += request.weight
    for cell in cells:
        request = requests[cell.request]
        per = factor(offers[cell.offer], request) or 0.0
        served[request.state] += request.weight * cell.quantity * per / request.quantity
    least = min((served[state] / weights[state] for state in reached), default=0.0)
    return round(least, 6), sum(served.values()) / sum(weights.values())


def reachable(instance: Instance) -> set[str]:
    return {request.state for _, request, _ in _arcs(instance)}


def _arcs(instance: Instance) -> Iterator[tuple[Offer, Request, int]]:
    for offer in instance.offers:
        for request in instance.requests:
            for week in range(instance.weeks):
                if offer.available and can_go(instance, offer, request, week):
                    yield offer, request, week


def by_trying_all(instance: Instance) -> tuple[float, float]:
    """The best (floor, service) of all plans in whole packs."""
    arcs, reached = list(_arcs(instance)), reachable(instance)
    ranges = [
        range(min(offer.available, int(request.quantity / (factor(offer, request) or 1))) + 1)
        for offer, request, _ in arcs
    ]
    best = (0.0, 0.0)
    for packs in product(*ranges):
        cells = [
            Cell(offer.key, request.key, week, count)
            for (offer, request, week), count in zip(arcs, packs, strict=True) if count
        ]  # fmt: skip
        if not broken(instance, cells):
            best = max(best, merit(instance, cells, reached))
    return best
