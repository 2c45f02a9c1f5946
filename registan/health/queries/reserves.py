"""Stocks by item: how long they last, what expires when, and who could take what will not be used.

What is real and what is of an exercise never come together: each reading is of the one or the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from registan.health.models import Item, ItemKind, Lane, Request, StockPledge
from registan.health.queries.readiness import readiness
from registan.kernel.reserve.cover import Lot, days_of_cover, reserve_of, unused
from registan.kernel.reserve.rotation import Wanted, arrives
from registan.parties.queries import place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from registan.health.models import Exercise, StockLot
    from registan.ledger.audience import Viewer

WEEK = 7


@dataclass(frozen=True)
class LotStanding:
    """A lot: days until it expires, units that expire before they are used, requests that could take it."""

    pledge: StockPledge
    lot: StockLot
    days: int | None
    unused: int
    takers: tuple[Request, ...] = ()

    @property
    def weeks(self) -> int | None:
        return None if self.days is None else self.days // WEEK

    @property
    def is_expired(self) -> bool:
        return self.days is not None and self.days <= 0


@dataclass(frozen=True)
class StateStock:
    """One State's stock of an item. `cover`: days of its own part, `common_cover`: of the whole common
    reserve at its demand; None where it states no demand."""

    pledge: StockPledge
    stock: int
    common: int
    reserve: int
    cover: int | None
    common_cover: int | None
    lots: tuple[LotStanding, ...]
    is_awaited: bool

    @property
    def own(self) -> int:
        return self.stock - self.common


@dataclass(frozen=True)
class ItemReserve:
    """An item: the States in protocol order, the common reserve, for how long it lasts all of them."""

    item: Item
    states: tuple[StateStock, ...] = ()
    common: int = 0
    common_cover: int | None = None
    lots: tuple[LotStanding, ...] = field(default=())


def reserves(viewer: Viewer, today: date, exercise: Exercise | None = None) -> list[ItemReserve]:
    """Items of which a stock is pledged, in the order of the catalogue."""
    pledges = sorted(
        _live(viewer, exercise),
        key=lambda row: (row.item.kind, row.item.code, place_of(row.state), row.n),
    )
    fitting = _Takers(viewer, today, exercise)
    days = readiness().stock_days
    return [
        _reserve(item, list(rows), today, fitting, days)
        for item, rows in groupby(pledges, key=lambda row: row.item)
    ]


def _live(viewer: Viewer, exercise: Exercise | None) -> list[StockPledge]:
    rows = StockPledge.objects.visible_to(viewer).filter(
        is_newest=True, withdrawn_at=None, exercise=exercise
    )
    return list(
        rows.select_related("state", "item", "exercise", "condition").prefetch_related("lots")
    )


def _reserve(
    item: Item, pledges: Sequence[StockPledge], today: date, fitting: _Takers, days: int
) -> ItemReserve:
    standings = [_lots(pledge, today, fitting) for pledge in pledges]
    pool = sum(each.lot.common for lots in standings for each in lots if not each.is_expired)
    states = tuple(
        _state(pledge, lots, pool, today, days)
        for pledge, lots in zip(pledges, standings, strict=True)
    )
    demand = sum((pledge.daily for pledge in pledges), Decimal(0))
    return ItemReserve(
        item,
        states,
        pool,
        days_of_cover(pool, demand),
        tuple(lot for lots in standings for lot in lots),
    )


def _state(
    pledge: StockPledge, lots: Sequence[LotStanding], pool: int, today: date, days: int
) -> StateStock:
    good = [each.lot for each in lots if not each.is_expired]
    stock, common = sum(lot.quantity for lot in good), sum(lot.common for lot in good)
    return StateStock(
        pledge, stock, common, reserve_of(pledge.daily, pledge.reserve_days),
        days_of_cover(stock - common, pledge.daily), days_of_cover(pool, pledge.daily), tuple(lots),
        pledge.as_of + timedelta(days=days) < today,
    )  # fmt: skip


def _lots(pledge: StockPledge, today: date, fitting: _Takers) -> list[LotStanding]:
    """The lots of a stock, the soonest first: used in that order, as if counted today."""
    rows = list(pledge.lots.all())
    left = unused([Lot(row.quantity, row.days_left(today)) for row in rows], pledge.daily)
    return [
        LotStanding(
            pledge, row, row.days_left(today), spare,
            fitting.takers(pledge, row) if spare and (row.days_left(today) or 1) > 0 else (),
        )
        for row, spare in zip(rows, left, strict=True)
    ]  # fmt: skip


class _Takers:
    """Open requests of an item that a lot could still serve, the weightiest first."""

    def __init__(self, viewer: Viewer, today: date, exercise: Exercise | None) -> None:
        self.today = today
        rows = Request.objects.visible_to(viewer).filter(withdrawn_at=None, aid__closed_at=None)
        # An exercise asks the rounds that are played in it, and nothing real.
        rows = (
            rows.filter(aid__exercise=True, aid__exercise_part__exercise=exercise)
            if exercise
            else rows.filter(aid__exercise=False)
        )
        self.requests: dict[int, list[Request]] = {}
        for row in rows.select_related("state", "aid", "item").order_by("-weight", "aid", "number"):
            self.requests.setdefault(row.item.pk, []).append(row)
        lanes = Lane.objects.visible_to(viewer) if self.requests else Lane.objects.none()
        self.lanes = {(row.donor_id, row.state_id): row for row in lanes}

    def takers(self, pledge: StockPledge, lot: StockLot) -> tuple[Request, ...]:
        found = self.requests.get(pledge.item.pk, ())
        return tuple(row for row in found if self._fits(pledge, lot, row))

    def _fits(self, pledge: StockPledge, lot: StockLot, row: Request) -> bool:
        lane = self.lanes.get((pledge.state_id, row.state_id))
        if lane is None or pledge.item.cold not in lane.cold or pledge.item.code in row.barred:
            return False
        aid = row.aid
        last = aid.monday(row.last_week) + timedelta(days=6)
        wanted = Wanted(aid.monday(row.first_week), last, row.shelf_weeks)
        return arrives(self.today, lane.lead, lot.expires_on, wanted)


def radar(found: Sequence[ItemReserve]) -> list[LotStanding]:
    """Lots that expire, the soonest first."""
    lots = [each for row in found for each in row.lots if each.days is not None]
    return sorted(lots, key=lambda each: (each.days or 0, place_of(each.pledge.state), each.lot.pk))


def find_stock(key: str, viewer: Viewer) -> StockPledge:
    """The newest version of a pledge by its key (`KZ-1`). Raises NotThere."""
    state, _, n = key.rpartition("-")
    if not (n.isascii() and n.isdigit() and len(n) < 6):
        raise NotThere
    rows = StockPledge.objects.visible_to(viewer).filter(state__key=state, n=int(n), is_newest=True)
    found = rows.select_related("state", "item", "exercise", "condition").first()
    if found is None:
        raise NotThere
    return found


def stock_items(viewer: Viewer) -> list[Item]:
    """Items of the catalogue of which there can be a stock."""
    return list(Item.objects.visible_to(viewer).filter(kind=ItemKind.SUPPLY))
