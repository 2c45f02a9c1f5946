"""Locked cells that cannot stand: each by name, with the numbers that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registan.kernel.match.arcs import Arcs, Table
    from registan.kernel.match.goals import Found
    from registan.kernel.match.instance import Cell, Instance
    from registan.kernel.match.rows import Program

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Conflict:
    """kind: way (the cell is none: no lane, too late, expired ...), smallest, stock, need, room, ratio.
    facts: what a sentence about it needs."""

    kind: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


def conflicts(instance: Instance, columns: Table, found: Arcs) -> tuple[Conflict, ...]:
    """Conflicts of locked cells with the offers, requests and lanes they name."""
    cells = [each for each in instance.locked if each.quantity > 0]
    if not cells:
        return ()
    arc_of = _arcs_by_name(instance, found)
    named = [
        Conflict("way", {"offer": cell.offer, "request": cell.request, "week": cell.week})
        for cell in cells if (cell.offer, cell.request, cell.week) not in arc_of
    ]  # fmt: skip
    if named:
        return tuple(named)
    return (*_smallest(instance, cells), *_over(instance, found, cells, arc_of))


def _smallest(instance: Instance, cells: list[Cell]) -> list[Conflict]:
    offers = {each.key: each for each in instance.offers}
    return [
        Conflict("smallest", {"offer": cell.offer, "request": cell.request, "quantity": cell.quantity,
                              "smallest": offers[cell.offer].smallest})
        for cell in cells if cell.quantity < offers[cell.offer].smallest
    ]  # fmt: skip


def _over(
    instance: Instance, found: Arcs, cells: list[Cell], arc_of: Mapping[tuple[str, str, int], int]
) -> list[Conflict]:
    """Sums of locked cells above a stock, a need or the room of a lane."""
    volumes = {each.key: each.volume for each in instance.items}
    stock: dict[int, float] = defaultdict(float)
    need: dict[int, float] = defaultdict(float)
    room: dict[tuple[int, int], float] = defaultdict(float)
    for cell in cells:
        arc = arc_of[cell.offer, cell.request, cell.week]
        offer = int(found.offer[arc])
        stock[offer] += cell.quantity
        need[int(found.request[arc])] += cell.quantity * found.factor[arc]
        volume = volumes[instance.offers[offer].item] * cell.quantity
        room[int(found.lane[arc]), cell.week] += volume
    named = [
        Conflict("stock", {"offer": instance.offers[offer].key, "locked": int(packs),
                           "available": instance.offers[offer].available})
        for offer, packs in stock.items() if packs > instance.offers[offer].available
    ]  # fmt: skip
    named += [
        Conflict("need", {"request": instance.requests[request].key, "locked": float(packs),
                          "asked": instance.requests[request].quantity})
        for request, packs in need.items()
        if packs > instance.requests[request].quantity * (1 + TOLERANCE)
    ]  # fmt: skip
    for (number, week), volume in room.items():
        lane = instance.lanes[number]
        if lane.room is not None and volume > lane.room * (1 + TOLERANCE):
            named.append(Conflict("room", {"donor": lane.donor, "state": lane.state, "week": week,
                                           "locked": float(volume), "room": lane.room}))  # fmt: skip
    return named


def ratio_conflicts(
    instance: Instance, columns: Table, rows: Program, reached: Found
) -> tuple[Conflict, ...]:
    """Pairings that the locked cells break whatever else is sent."""
    named = []
    for row in reached.short_ratios:
        number, state = rows.ratio_rows[row]
        ratio = instance.ratios[number]
        named.append(Conflict("ratio", {"state": columns.states[state], "item": ratio.item,
                                        "needs": ratio.needs, "factor": ratio.factor}))  # fmt: skip
    # The rows of locked cells were checked before; what else contradicts is the sum of all.
    return tuple(named) or (Conflict("together", {"locked": len(instance.locked)}),)


def _arcs_by_name(instance: Instance, found: Arcs) -> dict[tuple[str, str, int], int]:
    locked = {(each.offer, each.request, each.week) for each in instance.locked}
    offers = [each.key for each in instance.offers]
    requests = [each.key for each in instance.requests]
    arcs = zip(found.offer.tolist(), found.request.tolist(), found.week.tolist(), strict=True)
    return {
        key: arc for arc, (offer, request, week) in enumerate(arcs)
        if (key := (offers[offer], requests[request], week)) in locked
    }  # fmt: skip
