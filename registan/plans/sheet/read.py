"""Reading a filled sheet: every mistake is named by sheet and cell; formulas are never run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from registan.kernel.plan.formats import format_of
from registan.kernel.plan.reading import Unreadable
from registan.plans.content import PROGRESSES, RESULT_TYPES
from registan.plans.sheet.columns import COLUMNS, FACTS_SHEET, FORMAT, QUANTITY_COLUMNS, SheetFacts
from registan.plans.words import LONGEST_TEXT, hidden_characters
from registan.web.asked import whole_number
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = 5
MOST_ROWS = 5_000
CHOICES = {"progress": PROGRESSES, "result_type": RESULT_TYPES}
_DAY = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})$")


@dataclass(frozen=True)
class CellProblem:
    """A mistake: where it is, which sentence (`sheet.<code>`) says it, and the sentence's facts."""

    sheet: str
    cell: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)

    def sentence(self, lang: str | None = None) -> str:
        where = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return where + say("web.colon", lang) + say(f"sheet.{self.code}", lang, **self.facts)


@dataclass(frozen=True)
class FilledRow:
    """One row as filled: the fields of a draft in the sheet's language, and where they stand."""

    number: str
    base: int
    typed: dict[str, str]
    sheet: str
    cells: dict[str, str]  # field -> cell


@dataclass
class FilledSheet:
    facts: SheetFacts
    rows: list[FilledRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)


def read_sheet(data: bytes) -> FilledSheet:
    """The sheet as filled. Raises Unreadable for a file that is none of our sheets."""
    if format_of(data, "sheet.xlsx") != "xlsx":
        raise Unreadable("not_a_sheet")
    try:
        book = load_workbook(BytesIO(data), data_only=False)
    except (KeyError, ValueError, TypeError, AttributeError, InvalidFileException) as error:
        raise Unreadable("damaged") from error
    filled = FilledSheet(_facts(book))
    quantities: dict[str, dict[str, tuple[str, str, str]]] = {}
    for sheet in book.worksheets:
        codes = _codes(sheet)
        if "value" in codes and "key" in codes:
            quantities = _quantities(sheet, codes, filled)
    for sheet in book.worksheets:
        codes = _codes(sheet)
        if "progress" in codes:
            _rows(sheet, codes, filled, quantities)
    if not filled.rows and not filled.problems:
        raise Unreadable("not_a_sheet")
    return filled


def _facts(book: Any) -> SheetFacts:
    if FACTS_SHEET not in book.sheetnames:
        raise Unreadable("not_a_sheet")
    held = {
        str(row[0]): str(row[1])
        for row in book[FACTS_SHEET].iter_rows(max_row=10, max_col=2, values_only=True)
        if row[0] is not None
    }
    known = held.get("format") == FORMAT and held.get("lang") in LANGS
    if not known or not whole_number(held.get("round", "")):
        raise Unreadable("not_a_sheet")
    return SheetFacts(held.get("plan", ""), int(held["round"]), held.get("party", ""), held["lang"])


def _codes(sheet: Any) -> dict[str, int]:
    """code -> column, from the hidden first row."""
    known = {column.code for column in (*COLUMNS, *QUANTITY_COLUMNS)}
    first = next(sheet.iter_rows(min_row=1, max_row=1, max_col=60, values_only=True), ())
    return {str(code): place for place, code in enumerate(first, start=1) if code in known}


def _quantities(
    sheet: Any, codes: dict[str, int], filled: FilledSheet
) -> dict[str, dict[str, tuple[str, str, str]]]:
    """number -> indicator key -> (value as text, sheet, cell)."""
    found: dict[str, dict[str, tuple[str, str, str]]] = {}
    for place in _places(sheet):
        number = _text(sheet.cell(place, codes["number"]).value)
        key = _text(sheet.cell(place, codes["key"]).value)
        cell = sheet.cell(place, codes["value"])
        name = f"{get_column_letter(codes['value'])}{place}"
        value = _quantity(cell, sheet.title, name, filled)
        if number and key and value is not None:
            found.setdefault(number, {})[key] = (value, sheet.title, name)
    return found


def _rows(
    sheet: Any, codes: dict[str, int], filled: FilledSheet,
    quantities: dict[str, dict[str, tuple[str, str, str]]],
) -> None:  # fmt: skip
    seen: dict[str, str] = {}
    for place in _places(sheet):
        number = _text(sheet.cell(place, codes.get("number", 1)).value)
        typed: dict[str, str] = {}
        cells: dict[str, str] = {}
        for column in COLUMNS:
            if column.locked or column.code not in codes:
                continue
            cell = sheet.cell(place, codes[column.code])
            name = f"{get_column_letter(codes[column.code])}{place}"
            lang = filled.facts.lang
            to = f"{column.code}_{lang}" if column.by_language else column.code
            cells[to] = name
            value = _value(cell, column.kind, column.code, sheet.title, name, filled)
            if value:
                typed[to] = value
        if not number and not typed:
            continue
        for key, (value, title, name) in quantities.get(number, {}).items():
            cells[f"quantity_{key}"] = f"{title}!{name}"
            if value:
                typed[f"quantity_{key}"] = value
        here = f"{get_column_letter(codes.get('number', 1))}{place}"
        if number in seen:
            facts: dict[str, object] = {"number": number, "other": seen[number]}
            filled.problems.append(CellProblem(sheet.title, here, "number_twice", facts))
            continue
        seen[number] = here
        base = _text(sheet.cell(place, codes["base"]).value) if "base" in codes else "0"
        filled.rows.append(FilledRow(number, whole_number(base), typed, sheet.title, cells))


def _places(sheet: Any) -> Iterator[int]:
    yield from range(FIRST, min(sheet.max_row, FIRST + MOST_ROWS) + 1)


def _value(cell: Any, kind: str, code: str, sheet: str, name: str, filled: FilledSheet) -> str:
    if cell.data_type == "f":
        filled.problems.append(CellProblem(sheet, name, "formula"))
        return ""
    if kind == "day":
        return _day(cell.value, sheet, name, filled)
    text = _text(cell.value)
    if kind == "choice":
        return _choice(text, code, sheet, name, filled)
    if len(text) > LONGEST_TEXT:
        facts: dict[str, object] = {"length": len(text), "longest": LONGEST_TEXT}
        filled.problems.append(CellProblem(sheet, name, "too_long", facts))
        return ""
    if found := hidden_characters(text):
        facts = {"characters": ", ".join(found[:5])}
        filled.problems.append(CellProblem(sheet, name, "hidden_characters", facts))
        return ""
    return text


def _choice(text: str, code: str, sheet: str, name: str, filled: FilledSheet) -> str:
    if not text:
        return ""
    wanted = " ".join(text.casefold().split())
    for choice in CHOICES[code]:
        words = {say(f"{code}.{choice}", lang).casefold() for lang in LANGS} | {choice}
        if wanted in words:
            return choice
    lang = filled.facts.lang
    known = say("web.list", lang).join(say(f"{code}.{choice}", lang) for choice in CHOICES[code])
    filled.problems.append(
        CellProblem(sheet, name, "unknown_choice", {"text": text[:60], "known": known})
    )
    return ""


def _day(value: Any, sheet: str, name: str, filled: FilledSheet) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = _text(value)
    try:
        if found := _DAY.match(text):
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        filled.problems.append(CellProblem(sheet, name, "no_day", {"text": text[:40]}))
        return ""


def _quantity(cell: Any, sheet: str, name: str, filled: FilledSheet) -> str | None:
    if cell.data_type == "f":
        filled.problems.append(CellProblem(sheet, name, "formula"))
        return None
    text = _text(cell.value).replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not text:
        return ""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= Decimal(10) ** 14 or -value.as_tuple().exponent > 4:  # type: ignore[operator]
        filled.problems.append(CellProblem(sheet, name, "no_quantity", {"text": text[:40]}))
        return None
    return f"{value:f}"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
