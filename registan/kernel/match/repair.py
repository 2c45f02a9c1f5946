"""From shares to whole packs: round down, drop what is below the least shipment, then fill again.

Filling goes to the State that is worst off first, in it to the highest priority, first into shipments
that are made anyway. Every rule of the rows holds in the end; what rounding costs is seen against the
bound.
"""

from __future__ import annotations

from collections import defaultdict
from math import ceil, floor, inf
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.match.arcs import by_pair, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from registan.kernel.match.arcs import Arcs, Table
    from registan.kernel.match.instance import Instance
    from registan.kernel.match.rows import Program

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

# A share of a share: what the solver's tolerance may leave below a whole pack.
TOLERANCE = 1e-5


class Ledger:
    """What is left of each stock, need and room while packs are placed."""

    def __init__(self, instance: Instance, columns: Table, found: Arcs) -> None:
        self.instance, self.columns = instance, columns
        self.offer, self.request = found.offer.tolist(), found.request.tolist()
        self.factor = found.factor.tolist()
        self.state = columns.request_state[found.request].tolist()
        self.stock = [each.available for each in instance.offers]
        self.need = [float(each.quantity) for each in instance.requests]
        self.room: list[float] = [
            inf if lane.room is None else lane.room
            for lane in instance.lanes for _ in range(instance.weeks)
        ]  # fmt: skip
        self.slot = (found.lane * instance.weeks + found.week).tolist()
        volumes = {each.key: each.volume for each in instance.items}
        self.volume = [volumes[each.item] for each in instance.offers]
        # Packs of an item that a State gets, for the ratios.
        self.arrives: dict[tuple[int, str], int] = defaultdict(int)
        self.bounds = _bounds(instance, columns)
        # What is left of the pairs that a side has limited.
        said = by_pair(instance, instance.limits)
        self.limit = {pair: each.quantity for pair, each in said if each.quantity}
        self.pair = pairs(found.offer, found.request, instance).tolist() if self.limit else []
        self.packs = [0] * found.offer.size
        self.served = [0.0] * len(columns.states)
        self.weights = np.bincount(
            columns.request_state, [each.weight for each in instance.requests], len(columns.states)
        ).tolist()

    def least(self, arc: int) -> int:
        """The smallest cell that this offer sends and this request can use."""
        request = self.instance.requests[self.request[arc]]
        useful: int = ceil(request.smallest / self.factor[arc] - 1e-9)
        sent: int = self.instance.offers[self.offer[arc]].smallest
        return max(sent, useful, 1)

    def most(self, arc: int) -> int:
        """How many more packs this cell can take."""
        offer = self.offer[arc]
        volume = self.volume[offer]
        room = self.room[self.slot[arc]] / volume if volume > 0 else inf
        wanted = self.need[self.request[arc]] / self.factor[arc]
        most: int = floor(min(float(self.stock[offer]), wanted, room, self.paired(arc)) + 1e-9)
        if self.limit:
            most = min(most, self.limit.get(self.pair[arc], most))
        return max(0, most)

    def paired(self, arc: int) -> float:
        """How many more packs have what they need beside them, by the ratios."""
        state, item = self.state[arc], self.instance.offers[self.offer[arc]].item
        return min((
            self.arrives[state, needs] / factor - self.arrives[state, item]
            for needs, factor in self.bounds.get((state, item), ())
        ), default=inf)  # fmt: skip

    def place(self, arc: int, packs: int) -> None:
        """Add packs to a cell; take them away where negative."""
        offer, request = self.offer[arc], self.request[arc]
        self.packs[arc] += packs
        self.arrives[self.state[arc], self.instance.offers[offer].item] += packs
        self.stock[offer] -= packs
        if self.limit and self.pair[arc] in self.limit:
            self.limit[self.pair[arc]] -= packs
        self.need[request] -= packs * self.factor[arc]
        self.room[self.slot[arc]] -= packs * self.volume[offer]
        asked = self.instance.requests[request]
        share = packs * self.factor[arc] / asked.quantity
        self.served[self.state[arc]] += asked.weight * share

    def share(self, state: int) -> float:
        return self.served[state] / self.weights[state] if self.weights[state] else 1.0


def whole(
    instance: Instance, columns: Table, found: Arcs, program: Program, y: Floats
) -> Ints:  # fmt: skip
    """Packs (n) of each cell."""
    ledger = Ledger(instance, columns, found)
    locked = ~np.isnan(program.fixed)
    for arc in np.flatnonzero(locked).tolist():
        ledger.place(arc, round(program.fixed[arc] * program.packs[arc]))
    wanted = np.floor(y * program.packs + TOLERANCE).astype(np.int64)
    open_arcs = np.flatnonzero(~locked & (wanted > 0))
    # What others need beside them comes first; then the largest cells.
    items = {item for _, item in ledger.bounds}
    later = np.array([instance.offers[found.offer[arc]].item in items for arc in open_arcs], bool)
    for arc in open_arcs[np.lexsort((-wanted[open_arcs], later))].tolist():
        packs = min(int(wanted[arc]), ledger.most(arc))
        if packs >= ledger.least(arc):
            ledger.place(arc, packs)
    _fill(ledger, found, locked, program)
    _trim(ledger, program, locked)
    return np.array(ledger.packs, np.int64)


def _bounds(
    instance: Instance, columns: Table
) -> dict[tuple[int, str], list[tuple[str, float]]]:  # fmt: skip
    """(State, item) -> what it needs beside it, and how much; where the State asks for both."""
    asked = {(each.state, each.item) for each in instance.requests}
    made: dict[tuple[int, str], list[tuple[str, float]]] = defaultdict(list)
    for ratio in instance.ratios:
        for at, state in enumerate(columns.states):
            if {(state, ratio.item), (state, ratio.needs)} <= asked:
                made[at, ratio.item].append((ratio.needs, ratio.factor))
    return dict(made)


def _fill(ledger: Ledger, found: Arcs, locked: NDArray[np.bool_], program: Program) -> None:
    """Use what is left: State by State from the worst off, each request once."""
    order = np.lexsort((np.arange(found.offer.size), program.cost / program.packs, found.request))
    ends = np.searchsorted(found.request[order], np.arange(len(ledger.need) + 1))
    waiting: list[list[int]] = [[] for _ in ledger.columns.states]
    by_weight = sorted(
        range(len(ledger.need)), key=lambda r: (ledger.instance.requests[r].weight, -r)
    )
    for request in by_weight:
        if ledger.need[request] > 0:
            waiting[ledger.columns.request_state[request]].append(request)
    while any(waiting):
        state = min(
            (s for s, left in enumerate(waiting) if left), key=lambda s: (ledger.share(s), s)
        )
        request = waiting[state].pop()
        own = [arc for arc in order[ends[request] : ends[request + 1]].tolist() if not locked[arc]]
        _serve(ledger, own)


def _serve(ledger: Ledger, own: list[int]) -> None:
    """First the cells that are there already, then new ones."""
    for is_new in (False, True):
        for arc in own:
            if (ledger.packs[arc] == 0) != is_new:
                continue
            packs = ledger.most(arc)
            if packs > 0 and ledger.packs[arc] + packs >= ledger.least(arc):
                ledger.place(arc, packs)


def _trim(ledger: Ledger, program: Program, locked: NDArray[np.bool_]) -> None:
    """Take back packs of an item for which what it needs did not come along."""
    for number, state in program.ratio_rows:
        ratio = ledger.instance.ratios[number]
        here = [arc for arc in np.flatnonzero(program.state == state).tolist() if ledger.packs[arc]]
        there = sum(ledger.packs[arc] for arc in _of(ledger, here, ratio.needs))
        cells = list(_of(ledger, here, ratio.item))
        excess = sum(ledger.packs[arc] for arc in cells) - floor(there / ratio.factor + 1e-9)
        for arc in sorted(cells, key=lambda arc: (ledger.packs[arc], arc)):
            if excess <= 0:
                break
            if locked[arc]:
                continue
            less = min(excess, ledger.packs[arc])
            if 0 < ledger.packs[arc] - less < ledger.least(arc):
                less = ledger.packs[arc]
            ledger.place(arc, -less)
            excess -= less


def _of(ledger: Ledger, arcs: Iterable[int], item: str) -> Iterable[int]:
    return (arc for arc in arcs if ledger.instance.offers[ledger.offer[arc]].item == item)
