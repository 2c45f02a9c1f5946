"""The matching as a linear program: its rows and columns, scaled so that every variable is a share.

Variable y_j of arc j (offer o, request r, week t): the share of r that it serves; u_j = q_r / factor packs
for y_j = 1. One more variable z: the share that every State on the floor gets at least.

    request  sum y_j <= 1                          offer  sum (u_j / available_o) y_j <= 1
    room     sum (u_j volume / room_lt) y_j <= 1    limit  sum (u_j / limit_or) y_j <= 1
    state  sum p_r y_j - W_s z >= 0,  W_s = sum p_r
    ratio    sum u_j y_j (needs) - factor sum u_j y_j (item) >= 0, for each State that asks for both
    service  sum p_r y_j / P     cost  sum cost_j y_j     kept  y_j + v_j >= y_j of the last plan
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csc_matrix

from registan.kernel.match.arcs import by_pair, pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from registan.kernel.match.arcs import Arcs, Table
    from registan.kernel.match.instance import Cell, Instance

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Program:
    """matrix: rows x arcs. z_column: of z. lower, upper: of rows. Where each block of rows begins.

    packs (n): u_j. least (n): packs of the smallest shipment. service, cost (n): what the goals count.
    kept_rows: rows of the last plan's cells, whose shortfall variables are added behind z.
    fixed (n): y of locked cells, NaN elsewhere. late (n): service, by the part of the weeks that is over.
    """

    matrix: csc_matrix
    z_column: Floats
    lower: Floats
    upper: Floats
    at: dict[str, int]
    packs: Floats
    least: Floats
    service: Floats
    cost: Floats
    state: Ints
    weights: Floats
    kept_rows: Ints
    kept_packs: Floats
    fixed: Floats
    late: Floats
    ratio_rows: tuple[tuple[int, int], ...]


class _Rows:
    """Rows gathered block by block, as coordinates."""

    def __init__(self) -> None:
        self.count = 0
        self.at: dict[str, int] = {}
        self.row: list[Ints] = []
        self.column: list[Ints] = []
        self.value: list[Floats] = []
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []

    def block(self, name: str, count: int, low: float, high: float) -> int:
        begin = self.at[name] = self.count
        self.count += count
        self.lower.append(np.full(count, low))
        self.upper.append(np.full(count, high))
        return begin

    def put(self, row: Ints, column: Ints, value: Floats) -> None:
        self.row.append(row)
        self.column.append(column)
        self.value.append(value)


def program(instance: Instance, columns: Table, found: Arcs) -> Program:
    """The linear program of a checked instance."""
    n = found.offer.size
    asked = _floats(each.quantity for each in instance.requests)
    priority = _floats(each.weight for each in instance.requests)
    packs, arc = asked[found.request] / found.factor, np.arange(n)
    useful = _floats(each.smallest for each in instance.requests)[found.request] / found.factor
    sent = _floats(each.smallest for each in instance.offers)[found.offer]
    weights = np.bincount(columns.request_state, priority, len(columns.states)).astype(np.float64)
    rows = _Rows()
    begin = rows.block("request", asked.size, -np.inf, 1.0)
    rows.put(begin + found.request, arc, np.ones(n))
    _put_supply(rows, instance, found, packs)
    _put_limits(rows, instance, found, packs)
    state = columns.request_state[found.request]
    begin = rows.block("state", len(columns.states), 0.0, np.inf)
    rows.put(begin + state, arc, priority[found.request])
    ratio_rows = _put_ratios(rows, instance, columns, found, packs)
    service = priority[found.request] / max(priority.sum(), 1e-300)
    rows.put(np.full(n, rows.block("service", 1, -np.inf, np.inf)), arc, service)
    cost = _cost(instance, found, packs)
    rows.put(np.full(n, rows.block("cost", 1, -np.inf, np.inf)), arc, cost)
    kept, before = _cells(instance.previous, instance, found)
    begin = rows.block("kept", kept.size, 0.0, np.inf)
    rows.put(begin + np.arange(kept.size), kept, np.ones(kept.size))
    lower = np.concatenate(rows.lower)
    lower[begin:] = np.minimum(before / packs[kept], 1.0)
    fixed = np.full(n, np.nan)
    locked, agreed = _cells(instance.locked, instance, found)
    fixed[locked] = agreed / packs[locked]
    z = np.zeros(rows.count)
    reached = np.bincount(state, minlength=weights.size) > 0
    z[rows.at["state"] : rows.at["state"] + weights.size] = np.where(reached, -weights, 0.0)
    where = np.concatenate(rows.row), np.concatenate(rows.column)
    return Program(
        matrix=csc_matrix((np.concatenate(rows.value), where), shape=(rows.count, n)), z_column=z,
        lower=lower, upper=np.concatenate(rows.upper), at=rows.at, packs=packs,
        least=np.maximum(sent, np.ceil(useful - 1e-9)), service=service,
        cost=cost, state=state, weights=weights, kept_rows=begin + np.arange(kept.size),
        kept_packs=packs[kept], fixed=fixed,
        late=service * found.week / instance.weeks, ratio_rows=ratio_rows,
    )  # fmt: skip


def _put_supply(rows: _Rows, instance: Instance, found: Arcs, packs: Floats) -> None:
    arc = np.arange(packs.size)
    stock = _floats(each.available for each in instance.offers)
    begin = rows.block("offer", stock.size, -np.inf, 1.0)
    rows.put(begin + found.offer, arc, packs / stock[found.offer])
    room = np.array([np.inf if each.room is None else each.room for each in instance.lanes])
    begin = rows.block("room", room.size * instance.weeks, -np.inf, 1.0)
    volume = _volume(instance)[found.offer] * packs
    bounded = np.flatnonzero(np.isfinite(room[found.lane]) & (volume > 0)) if room.size else arc
    # A lane without any room takes nothing: a large share instead of a division by nought.
    share = volume[bounded] / np.maximum(room[found.lane[bounded]], 1e-9)
    slot = begin + found.lane[bounded] * instance.weeks + found.week[bounded]
    rows.put(slot, bounded, np.minimum(share, 1e6))


def _put_limits(rows: _Rows, instance: Instance, found: Arcs, packs: Floats) -> None:
    """What a side wants less of. Pairs that are refused are no arcs."""
    said = by_pair(instance, instance.limits)
    told = {pair: each.quantity for pair, each in sorted(said, key=itemgetter(0)) if each.quantity}
    begin = rows.block("limit", len(told), -np.inf, 1.0)
    if not told:
        return
    known, most = _ints_of(told), _floats(told.values())
    pair = pairs(found.offer, found.request, instance)
    place = np.minimum(np.searchsorted(known, pair), known.size - 1)
    bound = np.flatnonzero(known[place] == pair)
    rows.put(begin + place[bound], bound, packs[bound] / most[place[bound]])


def _put_ratios(
    rows: _Rows, instance: Instance, columns: Table, found: Arcs, packs: Floats
) -> tuple[tuple[int, int], ...]:
    """(ratio, State) of each row."""
    item = np.array([each.item for each in instance.offers], dtype=object)[found.offer]
    state = columns.request_state[found.request]
    asked = {(each.state, each.item) for each in instance.requests}
    made = [
        (number, at)
        for number, ratio in enumerate(instance.ratios)
        for at, name in enumerate(columns.states)
        if {(name, ratio.item), (name, ratio.needs)} <= asked
    ]
    begin = rows.block("ratio", len(made), 0.0, np.inf)
    for row, (number, at) in enumerate(made):
        ratio, here = instance.ratios[number], state == at
        needed = np.flatnonzero(here & (item == ratio.needs))
        bound = np.flatnonzero(here & (item == ratio.item))
        scale = max(packs[needed].max(initial=1.0), 1.0)
        rows.put(np.full(needed.size, begin + row), needed, packs[needed] / scale)
        rows.put(np.full(bound.size, begin + row), bound, -ratio.factor * packs[bound] / scale)
    return tuple(made)


def _cost(instance: Instance, found: Arcs, packs: Floats) -> Floats:
    """Price, way, and the share of a shipment that the cell fills, in the unit of cost."""
    price = _floats(each.price for each in instance.offers)[found.offer]
    stock = _floats(each.available for each in instance.offers)[found.offer]
    if not instance.lanes:
        return price * packs
    way = _floats(each.cost for each in instance.lanes)[found.lane] * _volume(instance)[found.offer]
    shipment = _floats(each.shipment_cost for each in instance.lanes)[found.lane]
    # The relaxation of "a shipment is made or not": exact when the cell is as large as it can be.
    return (price + way + shipment / np.minimum(packs, stock)) * packs


def _cells(cells: tuple[Cell, ...], instance: Instance, found: Arcs) -> tuple[Ints, Floats]:
    """Numbers of the arcs that cells name, and their packs; cells that are no arc any more are left out."""
    offers = {each.key: number for number, each in enumerate(instance.offers)}
    requests = {each.key: number for number, each in enumerate(instance.requests)}
    named = {
        (offers.get(cell.offer), requests.get(cell.request), cell.week): cell.quantity
        for cell in cells
    }
    if not named:
        return np.zeros(0, np.int64), np.zeros(0)
    keys = zip(found.offer.tolist(), found.request.tolist(), found.week.tolist(), strict=True)
    hits = [(arc, named[key]) for arc, key in enumerate(keys) if key in named]
    return _ints_of(arc for arc, _ in hits), _floats(packs for _, packs in hits)


def _volume(instance: Instance) -> Floats:
    volumes = {each.key: each.volume for each in instance.items}
    return _floats(volumes[each.item] for each in instance.offers)


def _floats(values: object) -> Floats:
    return np.fromiter(values, dtype=np.float64)  # type: ignore[call-overload, no-any-return]


def _ints_of(values: object) -> Ints:
    return np.fromiter(values, dtype=np.int64)  # type: ignore[call-overload, no-any-return]
