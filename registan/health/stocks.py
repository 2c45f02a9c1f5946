"""Tables of stocks: what was read against the house's tables, and stocks as a table again."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.acts.reserves import Stock, check_stock
from registan.kernel.reserve.sheet import COLUMNS, StockProblem
from registan.web.refusal import Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from registan.health.models import Exercise
    from registan.health.queries.reserves import ItemReserve, LotStanding
    from registan.kernel.reserve.sheet import ItemLines, StockReading
    from registan.parties.models import State

LOT_COLUMNS = ("state", "exercise", *COLUMNS, "unit", "days_left", "unused")
COVER_COLUMNS = (
    "item", "unit", "state", "exercise", "stock", "own", "common", "daily", "reserve_days",
    "own_days", "common_reserve", "common_reserve_days", "as_of", "renewal_awaited", "illustrative",
)  # fmt: skip
Row = dict[str, object]
REFUSED = "refused"


def problem_sentence(problem: StockProblem, lang: str | None = None) -> str:
    """A slip with its line and cure, in the reader's language."""
    if problem.code == REFUSED:
        cure = str(problem.facts["sentence"])
    else:
        cure = say(f"stocks.problem.{problem.code}", lang, **problem.facts)
    return say("stocks.problem.line", lang, line=problem.line, cure=cure)


def settle_stocks(
    reading: StockReading, state: State, exercise: Exercise | None, now: datetime
) -> tuple[list[Stock], list[StockProblem]]:
    """The stocks of a table as the act takes them, and all that is wrong with it, by line."""
    problems = list(reading.problems)
    own = {"", state.key.casefold(), state.iso3.casefold()}
    own |= {name.casefold() for name in (*state.names.values(), *state.short_names.values())}
    problems += [
        StockProblem(line, "another_state", {"state": told[:40]})
        for told, line in reading.states.items()
        if told.casefold() not in own
    ]
    # A table made for an exercise says so in each line or not at all; a real one never does.
    mark = {"", str(exercise.number)} if exercise else {""}
    problems += [
        StockProblem(line, "another_exercise", {"exercise": told[:40]})
        for told, line in reading.exercises.items()
        if told not in mark
    ]
    stocks = []
    for entry in reading.items.values():
        stock = _stock(entry, timezone.localdate(now))
        try:
            check_stock(state, stock, now)
        except Refused as refusal:
            told = {"sentence": refusal.sentence()}
            problems.append(StockProblem(entry.line, REFUSED, told))
        stocks.append(stock)
    return stocks, sorted(problems, key=lambda each: each.line)


def _stock(entry: ItemLines, today: date) -> Stock:
    """What is not said: counted today, no demand, no reserve."""
    return Stock(
        item=entry.item, as_of=entry.as_of or today, lots=tuple(entry.lots), daily=entry.daily or Decimal(0),
        reserve_days=entry.reserve_days or 0, condition=entry.condition, per_case=entry.per_case,
    )  # fmt: skip


def lot_rows(found: Sequence[ItemReserve], *, own: str = "") -> list[Row]:
    """Every lot, in the columns that are read again. `own`: of one State alone."""
    return [
        _lot_row(each)
        for row in found
        for each in row.lots
        if own in {"", each.pledge.state.key}
    ]  # fmt: skip


def _lot_row(each: LotStanding) -> Row:
    pledge, lot = each.pledge, each.lot
    return {
        "state": pledge.state.key, "exercise": pledge.exercise.number if pledge.exercise else "",
        "item": pledge.item.code, "lot": lot.lot, "quantity": lot.quantity, "common": lot.common,
        "expires_on": lot.expires_on.isoformat() if lot.expires_on else "",
        "daily": "" if pledge.condition else f"{pledge.daily.normalize():f}",
        "reserve_days": pledge.reserve_days, "as_of": pledge.as_of.isoformat(),
        "condition": pledge.condition.code if pledge.condition else "",
        "per_case": "" if pledge.per_case is None else f"{pledge.per_case.normalize():f}",
        "unit": pledge.item.unit, "days_left": "" if each.days is None else each.days,
        "unused": each.unused,
    }  # fmt: skip


def cover_rows(found: Sequence[ItemReserve]) -> list[Row]:
    """Every State's stock of every item, with the days for which it lasts."""
    return [
        {
            "item": row.item.code, "unit": row.item.unit, "state": each.pledge.state.key,
            "exercise": each.pledge.exercise.number if each.pledge.exercise else "",
            "stock": each.stock, "own": each.own, "common": each.common,
            "daily": f"{each.pledge.daily.normalize():f}", "reserve_days": each.pledge.reserve_days,
            "own_days": _days(each.cover), "common_reserve": row.common,
            "common_reserve_days": _days(each.common_cover), "as_of": each.pledge.as_of.isoformat(),
            "renewal_awaited": "yes" if each.is_awaited else "",
            "illustrative": "illustrative" if each.pledge.illustrative else "",
        }
        for row in found
        for each in row.states
    ]  # fmt: skip


def _days(days: int | None) -> int | str:
    return "" if days is None else days


def stock_table(stocks: Sequence[Stock]) -> str:
    """Stocks as a table that is read to the same stocks again."""
    return csv_text(COLUMNS, [
        {
            "item": stock.item, "lot": lot.lot, "quantity": lot.quantity, "common": lot.common,
            "expires_on": lot.expires_on.isoformat() if lot.expires_on else "",
            "daily": f"{stock.daily:f}", "reserve_days": stock.reserve_days,
            "as_of": stock.as_of.isoformat(), "condition": stock.condition,
            "per_case": "" if stock.per_case is None else f"{stock.per_case:f}",
        }
        for stock in stocks
        for lot in stock.lots
    ])  # fmt: skip


def csv_text(columns: Sequence[str], rows: Sequence[Row]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
