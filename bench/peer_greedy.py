"""The peer of the matching: greedy, by priority, as a table in an office does it.

Requests by falling weight, each filled from the first offers that can reach it, in the week that comes first.
It keeps the same rules: stock, need, room, least shipments.
"""

from __future__ import annotations

from collections import defaultdict
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.match.arcs import arcs, table
from registan.kernel.match.rows import program

if TYPE_CHECKING:
    from registan.kernel.match.instance import Instance


def greedy(instance: Instance) -> tuple[float, float]:
    """(service, least share of a State that anything can reach) of the greedy plan."""
    columns = table(instance)
    found = arcs(instance, columns)
    least = program(instance, columns, found).least
    stock = [each.available for each in instance.offers]
    volumes = {each.key: each.volume for each in instance.items}
    volume = [volumes[each.item] for each in instance.offers]
    room = {
        (lane, week): each.room if each.room is not None else float("inf")
        for lane, each in enumerate(instance.lanes) for week in range(instance.weeks)
    }  # fmt: skip
    ways: dict[int, list[int]] = defaultdict(list)
    for arc in np.lexsort((found.offer, found.week)).tolist():
        ways[int(found.request[arc])].append(arc)
    served: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for number in sorted(range(len(instance.requests)), key=lambda r: -instance.requests[r].weight):
        request = instance.requests[number]
        total[request.state] += request.weight
        need = float(request.quantity)
        for arc in ways[number]:
            offer, slot = int(found.offer[arc]), (int(found.lane[arc]), int(found.week[arc]))
            space = room[slot] / volume[offer] if volume[offer] else float("inf")
            packs = floor(min(stock[offer], need / found.factor[arc], space) + 1e-9)
            if packs < max(1, least[arc]):
                continue
            stock[offer] -= packs
            room[slot] -= packs * volume[offer]
            need -= packs * found.factor[arc]
        served[request.state] += request.weight * (1 - need / request.quantity)
    reached = {instance.requests[int(r)].state for r in np.unique(found.request)}
    floor_ = min((served[state] / total[state] for state in reached), default=0.0)
    return sum(served.values()) / sum(total.values()), floor_
