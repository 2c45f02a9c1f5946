"""Stocks: pledged, renewed, withdrawn; a sheet of several items, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from registan.health.acts.exercises import hold_exercise
from registan.health.models import (
    Condition,
    Estimate,
    Item,
    ItemKind,
    Measure,
    StockLot,
    StockPledge,
)
from registan.kernel.reserve.cover import reserve_of
from registan.kernel.reserve.sheet import MOST_LOTS, MOST_UNITS, LotLine, is_lot_name
from registan.ledger.act import Refused, act
from registan.ledger.models import Entry
from registan.parties.permissions import require
from registan.parties.queries import members

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.health.models import Exercise
    from registan.parties.models import Mandate, State

POWER = "reserves.pledge"
LONGEST_RESERVE = 730
WEEK = 7


@dataclass(frozen=True)
class Stock:
    """What a State says of its stock of one item.

    The demand is stated (`daily`), or follows the forecast of a condition: `per_case` units a case.
    """

    item: str
    as_of: date
    lots: Sequence[LotLine]
    daily: Decimal = Decimal(0)
    reserve_days: int = 0
    condition: str = ""
    per_case: Decimal | None = None


@act("health.stock.pledged")
def pledge_stock(
    by: Mandate, stock: Stock, *, now: datetime, exercise: Exercise | None = None,
    illustrative: bool = False,
) -> StockPledge:  # fmt: skip
    """Tell the other members of a stock, and pledge a part of it to the common reserve."""
    state = _member(by, now)
    if exercise:
        exercise = hold_exercise(exercise)
    last = StockPledge.objects.filter(state=state).order_by("-n").first()
    item = _item(stock.item)
    standing = StockPledge.objects.filter(state=state, item=item, exercise=exercise)
    if there := standing.filter(is_newest=True, withdrawn_at=None).first():
        raise Refused("stock_there", field="item", status=409, stock=there.key)
    return _record(state, last.n + 1 if last else 1, 1, item, stock, exercise, now,
                   illustrative=illustrative)  # fmt: skip


@act("health.stock.renewed")
def renew_stock(by: Mandate, pledge: StockPledge, stock: Stock, *, now: datetime) -> StockPledge:
    """Tell how the stock stands on a later day. What was told before stays on record."""
    held = _own(by, pledge, now)
    if stock.item != held.item.code:
        raise Refused("item_stays", field="item")
    if stock.as_of < held.as_of:
        raise Refused("stock_before", field="as_of", day=held.as_of)
    held.is_newest = False
    held.save(update_fields=["is_newest"])
    return _record(held.state, held.n, held.version + 1, held.item, stock, held.exercise, now,
                   illustrative=held.illustrative)  # fmt: skip


@act("health.stock.withdrawn")
def withdraw_stock(by: Mandate, pledge: StockPledge, *, now: datetime) -> StockPledge:
    """Take a pledge back: nothing of this stock is for the common reserve any more."""
    held = _own(by, pledge, now)
    held.withdrawn_at = now
    held.save(update_fields=["withdrawn_at"])
    return held


def pledge_sheet(
    by: Mandate, stocks: Sequence[Stock], *, exercise: Exercise | None = None,
    key: str | None = None, now: datetime | None = None,
) -> list[StockPledge]:  # fmt: skip
    """Pledge or renew each item of a sheet: an act each, in one transaction, so all of it or nothing."""
    if by.state is None:
        raise Refused("reserves_of_members", status=403)
    with transaction.atomic():
        return [
            _pledge_or_renew(by, stock, exercise, f"{key}:{place}" if key else None, now)
            for place, stock in enumerate(stocks)
        ]


def _pledge_or_renew(
    by: Mandate, stock: Stock, exercise: Exercise | None, key: str | None, now: datetime | None
) -> StockPledge:
    """A second click does what the first one did, whatever stands there by then."""
    standing = StockPledge.objects.filter(
        state=by.state, item__code=stock.item, exercise=exercise, is_newest=True, withdrawn_at=None
    ).first()
    did = Entry.objects.filter(idempotency_key=f"{by.urn}:{key}") if key else Entry.objects.none()
    kind = did.values_list("kind", flat=True).first()
    if standing and kind != "health.stock.pledged":
        return renew_stock(by, standing, stock, key=key, now=now)
    return pledge_stock(by, stock, exercise=exercise, key=key, now=now)


def _member(by: Mandate, now: datetime) -> State:
    require(by, POWER, now)
    if by.state is None or by.state.pk not in {
        each.pk for each in members(timezone.localdate(now))
    }:
        raise Refused("reserves_of_members", status=403)
    return by.state


def _own(by: Mandate, pledge: StockPledge, now: datetime) -> StockPledge:
    """One's own pledge as it stands now, in no exercise or in an open one."""
    require(by, POWER, now, state=pledge.state)
    held = StockPledge.objects.select_for_update(of=("self",)).select_related(
        "state", "item", "exercise", "condition"
    ).get(pk=pledge.pk)  # fmt: skip
    if not held.is_newest:
        raise Refused("changed_meanwhile", status=409)
    if held.is_withdrawn:
        raise Refused("withdrawn_already", status=409)
    if held.exercise:
        hold_exercise(held.exercise)
    return held


def _record(
    state: State, n: int, version: int, item: Item, stock: Stock, exercise: Exercise | None,
    now: datetime, *, illustrative: bool,
) -> StockPledge:  # fmt: skip
    daily, condition, week = _checked(state, stock, now)
    pledge = StockPledge.objects.create(
        state=state, n=n, version=version, item=item, exercise=exercise, as_of=stock.as_of,
        daily=daily, condition=condition, per_case=stock.per_case if condition else None,
        forecast_week=week, reserve_days=stock.reserve_days, illustrative=illustrative, made_at=now,
    )  # fmt: skip
    StockLot.objects.bulk_create(
        StockLot(pledge=pledge, lot=each.lot, quantity=each.quantity, common=each.common,
                 expires_on=each.expires_on)
        for each in stock.lots
    )  # fmt: skip
    return pledge


def check_stock(state: State, stock: Stock, now: datetime) -> None:
    """Refuse what could not be recorded, before anything of a sheet is."""
    _item(stock.item)
    _checked(state, stock, now)


def _checked(
    state: State, stock: Stock, now: datetime
) -> tuple[Decimal, Condition | None, date | None]:
    """The demand, once all else is found to be in order."""
    _check(stock, now)
    demand = _demand(state, stock)
    _check_common(stock, reserve_of(demand[0], stock.reserve_days))
    return demand


def _check(stock: Stock, now: datetime) -> None:
    if stock.as_of > timezone.localdate(now):
        raise Refused("day_to_come", field="as_of")
    if not stock.lots:
        raise Refused("lots_missing", field="lots")
    if not all(is_lot_name(each.lot) for each in stock.lots):
        raise Refused("lot_malformed", field="lots")
    bounds: list[tuple[str, int | Decimal, int, int]] = [
        ("lots", len(stock.lots), 1, MOST_LOTS), ("daily", stock.daily, 0, MOST_UNITS),
        ("reserve_days", stock.reserve_days, 0, LONGEST_RESERVE),
        ("per_case", stock.per_case or 0, 0, 1_000),
        *(("lots", each.quantity, 1, MOST_UNITS) for each in stock.lots),
        *(("lots", each.common, 0, each.quantity) for each in stock.lots),
    ]  # fmt: skip
    for field, value, low, high in bounds:
        if not low <= value <= high:
            raise Refused("number_out_of_range", field=field, low=low, high=high)


def _check_common(stock: Stock, reserve: int) -> None:
    """Nothing expired, and nothing of the reserve that the State keeps for itself, is pledged."""
    good = [each for each in stock.lots if not each.expires_on or each.expires_on > stock.as_of]
    if any(each.common for each in stock.lots if each not in good):
        raise Refused("expired_pledged", field="lots")
    held = sum(each.quantity for each in good)
    if sum(each.common for each in good) > max(0, held - reserve):
        raise Refused(
            "common_takes_reserve", field="lots", reserve=reserve, most=max(0, held - reserve)
        )


def _demand(state: State, stock: Stock) -> tuple[Decimal, Condition | None, date | None]:
    """Units a day, and the condition and week of the forecast that they follow.

    From a forecast: units a case times the upper 95 % bound of its first week, by 7. The figure is
    kept, so that it is the same for who reads it later.
    """
    if not stock.condition:
        return stock.daily, None, None
    condition = Condition.objects.filter(code=stock.condition).first()
    if condition is None:
        raise Refused("condition_not_there", field="condition", condition=stock.condition)
    if not stock.per_case:
        raise Refused("per_case_missing", field="per_case")
    estimate = Estimate.objects.filter(
        series__condition=condition, series__state=state, series__measure=Measure.CASES,
        series__area="", series__sex="", series__age="",
    ).first()  # fmt: skip
    bands = estimate.found.get("forecast", {}).get("bands") if estimate else None
    if not estimate or not bands:
        raise Refused("forecast_not_there", field="condition", status=409)
    most = Decimal(repr(float(bands[0][-1])))
    daily = (stock.per_case * most / WEEK).quantize(Decimal("0.001"))
    return daily, condition, estimate.week


def _item(code: str) -> Item:
    found = Item.objects.filter(code=code).first()
    if found is None:
        raise Refused("item_unknown", field="item", item=code)
    if found.kind != ItemKind.SUPPLY:
        raise Refused("item_no_stock", field="item", item=code)
    return found
