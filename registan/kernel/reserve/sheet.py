"""Stocks as a table, a lot a line: read to values; whatever is wrong is named with its line and cure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from registan.kernel.counts.columns import folded
from registan.kernel.counts.read import rows_of
from registan.kernel.plan.reading import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("item", "lot", "quantity", "common", "expires_on", "daily", "reserve_days", "as_of",
           "condition", "per_case")  # fmt: skip
# Columns that a file of ours has beside them; nobody has to take them out.
PASSED_OVER = ("unit", "days_left", "unused")
NEEDED = ("item", "quantity")
OF_THE_ITEM = ("daily", "reserve_days", "as_of", "condition", "per_case")
MOST_LOTS = 200
MOST_UNITS = 10**9
_LOT = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,19}", re.ASCII)
_BLANKS = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True)
class LotLine:
    """One lot of an item."""

    quantity: int
    common: int = 0
    expires_on: date | None = None
    lot: str = ""


@dataclass
class ItemLines:
    """What a table says of one item. None and "": not said."""

    item: str
    line: int
    lots: list[LotLine] = field(default_factory=list)
    daily: Decimal | None = None
    reserve_days: int | None = None
    as_of: date | None = None
    condition: str = ""
    per_case: Decimal | None = None


@dataclass(frozen=True)
class StockProblem:
    """A line that cannot stand. Each code has a sentence `stocks.problem.<code>` with the cure."""

    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass
class StockReading:
    """Items in the order of the table. `states`, `exercises`: what it says they are of, with the line."""

    items: dict[str, ItemLines] = field(default_factory=dict)
    problems: list[StockProblem] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    exercises: dict[str, int] = field(default_factory=dict)


class _Wrong(Exception):
    """Raised and caught in this file."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def read_stocks(data: bytes) -> StockReading:
    """Read a table of stocks (docs/reference/reserves.md). Raises Unreadable, and nothing else."""
    rows = rows_of(data)
    heads = [folded(cell).replace(" ", "_") for cell in rows[0][1]]
    known = {*COLUMNS, *PASSED_OVER, "state", "exercise"}
    strange = [
        cell for cell, head in zip(rows[0][1], heads, strict=True) if head and head not in known
    ]
    lacking = [each for each in NEEDED if each not in heads]
    named = [head for head in heads if head]
    if strange or lacking or len(set(named)) < len(named):
        told = ", ".join(cell for cell in rows[0][1] if cell)[:200]
        raise Unreadable("stocks_columns", columns=told, known=", ".join(COLUMNS))
    reading = StockReading()
    for number, cells in rows[1:]:
        told_here = {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}
        try:
            _take(reading, number, told_here)
        except _Wrong as wrong:
            reading.problems.append(StockProblem(number, wrong.code, wrong.facts))
    if not reading.items and not reading.problems:
        raise Unreadable("counts_empty")
    return reading


def _take(reading: StockReading, number: int, told: Mapping[str, str]) -> None:
    if not told.get("item"):
        raise _Wrong("item_missing")
    lot = LotLine(
        whole(told.get("quantity", ""), "quantity", least=1),
        whole(told.get("common") or "0", "common"),
        day(told.get("expires_on", ""), "expires_on"),
        lot_name(told.get("lot", "")),
    )
    if lot.common > lot.quantity:
        raise _Wrong("common_above", quantity=lot.quantity)
    for name, seen in (("state", reading.states), ("exercise", reading.exercises)):
        seen.setdefault(told.get(name, ""), number)
    entry = reading.items.setdefault(told["item"], ItemLines(told["item"], number))
    _of_the_item(entry, told)
    if len(entry.lots) >= MOST_LOTS:
        raise _Wrong("lots_too_many", most=MOST_LOTS)
    if any((each.lot, each.expires_on) == (lot.lot, lot.expires_on) for each in entry.lots):
        raise _Wrong("lot_twice")
    entry.lots.append(lot)


def _of_the_item(entry: ItemLines, told: Mapping[str, str]) -> None:
    """What holds for all lots of an item is said once, or the same each time."""
    said: dict[str, object] = {}
    if told.get("daily"):
        said["daily"] = amount(told["daily"], "daily")
    if told.get("per_case"):
        said["per_case"] = amount(told["per_case"], "per_case")
    if told.get("reserve_days"):
        said["reserve_days"] = whole(told["reserve_days"], "reserve_days")
    if told.get("as_of"):
        said["as_of"] = day(told["as_of"], "as_of")
    if told.get("condition"):
        said["condition"] = told["condition"]
    for name, value in said.items():
        if getattr(entry, name) not in {None, "", value}:
            raise _Wrong("told_two_ways", column=name, line=entry.line)
        setattr(entry, name, value)


def read_lots(text: str) -> tuple[list[LotLine], list[StockProblem]]:
    """Lots as typed, one a line: `quantity; common; day of expiry; lot`, the last three optional.

    >>> read_lots("1 200; 300; 2027-03-01; A-7")[0][0].common
    300
    """
    found: list[LotLine] = []
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.split(";")]
        if not any(cells):
            continue
        quantity, common, expires_on, lot, *more = [*cells, *[""] * (4 - len(cells))]
        try:
            if more:
                raise _Wrong("cells_too_many")
            reading = StockReading({"x": ItemLines("x", number, found)})
            _take(reading, number, {"item": "x", "quantity": quantity, "common": common,
                                    "expires_on": expires_on, "lot": lot})  # fmt: skip
        except _Wrong as wrong:
            problems.append(StockProblem(number, wrong.code, wrong.facts))
    return found, problems


def whole(text: str, column: str, *, least: int = 0) -> int:
    bare = _BLANKS.sub("", text)
    if not (bare.isascii() and bare.isdecimal() and len(bare) < 12):
        raise _Wrong("not_whole", column=column, value=text[:40])
    number = int(bare)
    if not least <= number <= MOST_UNITS:
        raise _Wrong("out_of_range", column=column, low=least, high=MOST_UNITS)
    return number


def amount(text: str, column: str) -> Decimal:
    bare = _BLANKS.sub("", text).replace(",", ".")
    try:
        number = Decimal(bare)
    except InvalidOperation:
        raise _Wrong("not_a_number", column=column, value=text[:40]) from None
    if not number.is_finite() or not 0 <= number <= MOST_UNITS:
        raise _Wrong("out_of_range", column=column, low=0, high=MOST_UNITS)
    return number.quantize(Decimal("0.001"))


def day(text: str, column: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10] if text.endswith("00:00:00") else text)
    except ValueError:
        raise _Wrong("not_a_day", column=column, value=text[:40]) from None


def is_lot_name(text: str) -> bool:
    """Whether it can be the number of a lot: none at all, or capital letters, digits and marks.

    >>> is_lot_name("A-7"), is_lot_name("Ivan's")
    (True, False)
    """
    return not text or bool(_LOT.fullmatch(text))


def lot_name(text: str) -> str:
    if not is_lot_name(text):
        raise _Wrong("lot_malformed", value=text[:40])
    return text
