"""Matching of requests to offers: a proposal with its proof, or the conflict that makes it impossible.

Goals, in this order: (1) the least served share of a State as great as can be, (2) all service, (3) least
cost and shipments, (4) the last plan kept. The linear program gives the bounds; whole packs come from
repair.py, and the distance to the bounds is part of the result. docs/explanation/matching.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.match.arcs import arcs, table
from registan.kernel.match.conflicts import Conflict, conflicts, ratio_conflicts
from registan.kernel.match.goals import pursue
from registan.kernel.match.instance import Cell, check, digest
from registan.kernel.match.reasons import Reason, Shortfall, reasons, shortfalls
from registan.kernel.match.repair import whole
from registan.kernel.match.rows import program

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from registan.kernel.match.arcs import Arcs, Table
    from registan.kernel.match.goals import Found
    from registan.kernel.match.instance import Instance
    from registan.kernel.match.rows import Program

LIMIT_S = 30.0
# The engine's share of the limit; the rest is for reading, rounding and reasons.
OF_SOLVER = 0.8


@dataclass(frozen=True)
class Proposal:
    """What is proposed. The States decide: each cell is accepted, changed or refused.

    shares: served share of each State, by its weights. floor: least of them among the States that
    anything can reach; service: of all. floor_bound: no plan has a higher floor. service_bound: no plan
    with that floor serves more. None: not proven within the time. goals: those reached ("weighed":
    cost and the last plan by weights); by_time: the limit came first. cost in the unit of the prices.
    """

    cells: tuple[Cell, ...]
    shares: tuple[tuple[str, float], ...]
    floor: float
    service: float
    floor_bound: float | None
    service_bound: float | None
    cost: float
    shipments: int
    goals: tuple[str, ...]
    by_time: bool
    reasons: tuple[Reason, ...]
    shortfalls: tuple[Shortfall, ...]
    conflicts: tuple[Conflict, ...]
    seed: int
    digest: str


def solve(
    instance: Instance, *, seed: int = 0, limit_s: float = LIMIT_S,
    progress: Callable[[float], None] | None = None,
) -> Proposal:  # fmt: skip
    """The proposal for an instance; the same for the same instance and seed, unless `by_time`.

    Raises ValueError with a sentence for an instance that cannot be. Locked cells that contradict
    each other or the rest give a proposal without cells, with the conflicts by name.

    >>> from registan.kernel.match.instance import Instance, Item, Lane, Offer, Request
    >>> asked = Request("r", "TJ", "masks", 80, window=(0, 3))
    >>> offered = Offer("o", "KZ", "masks", stock=100, reserve=50)
    >>> made = solve(Instance((Item("masks", "box"),), (asked,), (offered,), (Lane("KZ", "TJ"),), weeks=4))
    >>> made.cells[0].quantity, made.service
    (50, 0.625)
    """
    check(instance)
    if not (0 <= seed < 2**31 and limit_s > 0):
        raise ValueError("seed: a number from 0 below 2^31 is asked; limit_s: one above 0")
    tell = progress or (lambda _: None)
    columns = table(instance)
    found = arcs(instance, columns)
    refused = conflicts(instance, columns, found)
    if refused:
        return _impossible(instance, seed, refused)
    if not instance.requests or found.offer.size == 0:
        return _nothing(instance, columns, found, seed)
    rows = program(instance, columns, found)
    tell(0.05)
    reached = pursue(rows, seed, limit_s * OF_SOLVER, tell)
    if reached.infeasible:
        return _impossible(instance, seed, ratio_conflicts(instance, columns, rows, reached))
    rounded = [whole(instance, columns, found, rows, y) for y in (reached.y, *reached.plans)]
    best = max(rounded, key=lambda packs: _merit(columns, rows, reached, packs))
    tell(0.95)
    return _proposal(instance, columns, found, rows, reached, best, seed)


def _merit(
    columns: Table, rows: Program, reached: Found, packs: NDArray[np.int64]
) -> tuple[float, float]:
    """Floors before service, as the goals stand: the least part of its floor that a State gets."""
    shares = _shares(columns, rows, packs)
    kept = [shares[state] / least for state, least in reached.floors.items() if least > 0]
    return round(float(min(kept, default=1.0)), 3), round(
        float(rows.service @ (packs / rows.packs)), 9
    )


def _shares(
    columns: Table, rows: Program, packs: NDArray[np.int64]
) -> NDArray[np.float64]:  # fmt: skip
    """Served share of each State."""
    served = np.bincount(rows.state, rows.service * packs / rows.packs, len(columns.states))
    weights = rows.weights / rows.weights.sum()
    return np.asarray(served / np.where(weights > 0, weights, 1.0), np.float64)


def _proposal(
    instance: Instance, columns: Table, found: Arcs, rows: Program, reached: Found,
    packs: NDArray[np.int64], seed: int,
) -> Proposal:  # fmt: skip
    share = _shares(columns, rows, packs)
    shares = tuple((columns.states[s], float(share[s])) for s in np.flatnonzero(rows.weights))
    floor = min((float(share[state]) for state in reached.floors), default=0.0)
    service = float(rows.service @ (packs / rows.packs))
    used = np.flatnonzero(packs)
    cells = tuple(
        Cell(instance.offers[found.offer[arc]].key, instance.requests[found.request[arc]].key,
             int(found.week[arc]), int(packs[arc])) for arc in used
    )  # fmt: skip
    return Proposal(
        cells=cells, shares=shares, floor=floor, service=service,
        floor_bound=min(reached.floors.values(), default=None),
        service_bound=reached.bound, cost=_cost(instance, found, used, packs),
        shipments=len(used), goals=tuple(reached.reached), by_time=reached.by_time,
        reasons=reasons(instance, columns, found, rows, reached),
        shortfalls=shortfalls(instance, found, packs), conflicts=(), seed=seed, digest=digest(instance),
    )  # fmt: skip


def _cost(
    instance: Instance, found: Arcs, used: NDArray[np.int64], packs: NDArray[np.int64]
) -> float:
    """What the whole packs cost: prices, ways by volume, and each shipment."""
    volumes = {each.key: each.volume for each in instance.items}
    spent = 0.0
    for arc in used.tolist():
        offer, lane = instance.offers[found.offer[arc]], instance.lanes[found.lane[arc]]
        spent += packs[arc] * (offer.price + lane.cost * volumes[offer.item]) + lane.shipment_cost
    return float(spent)


def _impossible(instance: Instance, seed: int, named: tuple[Conflict, ...]) -> Proposal:
    return Proposal(
        cells=(), shares=(), floor=0.0, service=0.0, floor_bound=None, service_bound=None, cost=0.0,
        shipments=0, goals=(), by_time=False, reasons=(), shortfalls=(), conflicts=named, seed=seed,
        digest=digest(instance),
    )  # fmt: skip


def _nothing(instance: Instance, columns: Table, found: Arcs, seed: int) -> Proposal:
    """Nobody asks, or nothing offered reaches who asks: the empty plan is the best, and that is proven."""
    asking = sorted({each.state for each in instance.requests})
    return Proposal(
        cells=(), shares=tuple((state, 0.0) for state in asking), floor=0.0, service=0.0,
        floor_bound=0.0, service_bound=0.0, cost=0.0, shipments=0,
        goals=("floor", "service", "cost", "kept"), by_time=False,
        reasons=(), shortfalls=shortfalls(instance, found, np.zeros(0, np.int64)), conflicts=(),
        seed=seed, digest=digest(instance),
    )  # fmt: skip
