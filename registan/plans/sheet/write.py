"""Writing the sheet: drop-downs, locked columns, nothing that a spreadsheet would run."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from registan.plans.content import PROGRESSES, RESULT_TYPES
from registan.plans.export.table import may_be_formula
from registan.plans.sheet.columns import (
    COLUMNS,
    DAY_FORMAT,
    FACTS_SHEET,
    FORMAT,
    HIDDEN,
    QUANTITY_COLUMNS,
)
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from registan.plans.sheet.columns import OwedRow, SheetColumn, SheetFacts

FIRST = 5  # row of the first report; above: codes (hidden), title, hint, headings
SHADED = PatternFill("solid", fgColor="F1F3F5")
LINE = Border(*(Side(style="thin", color="9AA3AD"),) * 4)
WRAPPED = Alignment(vertical="top", wrap_text=True)
CHOICES = {"progress": PROGRESSES, "result_type": RESULT_TYPES}
POINTS_A_LINE, HIGHEST = 13.5, 320
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_sheet(
    rows: Sequence[OwedRow], facts: SheetFacts, *, title: str, made_at: datetime
) -> bytes:
    """The sheet as XLSX bytes, in the language `facts.lang`."""
    book = Workbook()
    first = book.active
    if first is None:
        raise ValueError("a new workbook has no sheet")
    _main(first, rows, facts.lang, title)
    if any(row.indicators for row in rows):
        _quantities(book.create_sheet(say("plans.sheet.quantities", facts.lang)), rows, facts.lang)
    _facts(book.create_sheet(FACTS_SHEET), facts)
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    book.properties.title = title
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _main(sheet: Worksheet, rows: Sequence[OwedRow], lang: str, title: str) -> None:
    sheet.title = say("plans.sheet.reports", lang)
    _head(sheet, COLUMNS, lang, title, say("plans.sheet.hint", lang))
    for place, row in enumerate(rows, start=FIRST):
        values = {
            "number": row.number, "measure": row.measure, "result": row.result, "term": row.term,
            "stage": say(f"stage.{row.stage}", lang), "base": str(row.base),
        }  # fmt: skip
        for column, code in enumerate(COLUMNS, start=1):
            text = values.get(code.code, _typed(row, code, lang))
            # What was accepted is changed by a correction on its page, not by a sheet.
            locked = code.locked or row.stage == "accepted"
            _put(sheet.cell(place, column), text, code, locked=locked)
        sheet.row_dimensions[place].height = _height(sheet, place, COLUMNS)
    last = max(FIRST, FIRST + len(rows) - 1)
    for column, code in enumerate(COLUMNS, start=1):
        if code.kind == "choice":
            sheet.add_data_validation(_choice(code.code, column, last, lang))
        if code.kind == "day":
            sheet.add_data_validation(_day(column, last, lang))
    sheet.freeze_panes = f"C{FIRST}"


def _quantities(sheet: Worksheet, rows: Sequence[OwedRow], lang: str) -> None:
    _head(sheet, QUANTITY_COLUMNS, lang, say("plans.sheet.quantities", lang),
          say("plans.sheet.quantities.hint", lang))  # fmt: skip
    place = FIRST
    for row in rows:
        for indicator in row.indicators:
            values = (row.number, indicator.key, indicator.name, indicator.unit, indicator.target,
                      row.typed.get(f"quantity_{indicator.key}", ""))  # fmt: skip
            for column, (code, text) in enumerate(
                zip(QUANTITY_COLUMNS, values, strict=True), start=1
            ):
                locked = code.locked or row.stage == "accepted"
                _put(sheet.cell(place, column), text, code, locked=locked)
            sheet.row_dimensions[place].height = _height(sheet, place, QUANTITY_COLUMNS)
            place += 1
    sheet.freeze_panes = f"A{FIRST}"


def _head(
    sheet: Worksheet, columns: Sequence[SheetColumn], lang: str, title: str, hint: str
) -> None:
    for column, code in enumerate(columns, start=1):
        sheet.cell(1, column, code.code)
        head = sheet.cell(FIRST - 1, column, say(code.text, lang))
        head.font, head.fill, head.border = Font(name="Arial", size=10, bold=True), SHADED, LINE
        head.alignment = WRAPPED
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.hidden = code.width, code.code in HIDDEN
    sheet.row_dimensions[1].hidden = True
    sheet.cell(2, 1, title).font = Font(name="Arial", size=13, bold=True)
    sheet.cell(3, 1, hint).font = Font(name="Arial", size=10)
    sheet.row_dimensions[FIRST - 1].height = 30
    sheet.protection.sheet = True
    for name in ("formatColumns", "formatRows", "formatCells", "autoFilter", "sort"):
        setattr(sheet.protection, name, False)  # False: allowed in a protected sheet
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{FIRST - 1}:{FIRST - 1}"


def _put(cell: Cell, text: str, code: SheetColumn, *, locked: bool) -> None:
    clean = _IMPOSSIBLE.sub("", text)
    cell.font, cell.alignment, cell.border = Font(name="Arial", size=10), WRAPPED, LINE
    cell.protection = Protection(locked=locked)
    if locked:
        cell.fill = SHADED
    if code.kind == "day":
        cell.number_format = DAY_FORMAT
        cell.value = date.fromisoformat(clean) if clean else None
        return
    cell.number_format = "@"
    if clean:
        cell.value = clean
        cell.data_type = "s"
    if may_be_formula(clean):
        cell._style.quotePrefix = 1


def _typed(row: OwedRow, code: SheetColumn, lang: str) -> str:
    value = row.typed.get(f"{code.code}_{lang}" if code.by_language else code.code, "")
    if code.kind == "choice" and value:
        return say(f"{code.code}.{value}", lang)
    return value


def _choice(code: str, column: int, last: int, lang: str) -> DataValidation:
    words = ",".join(say(f"{code}.{choice}", lang) for choice in CHOICES[code])
    rule = DataValidation(
        type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True
    )
    rule.errorTitle = say(f"plans.{code}", lang)[:30]
    rule.error = say("plans.sheet.choose", lang)
    letter = get_column_letter(column)
    rule.add(f"{letter}{FIRST}:{letter}{last}")
    return rule


def _day(column: int, last: int, lang: str) -> DataValidation:
    rule = DataValidation(
        type="date", operator="between", formula1="36526", formula2="73050", allow_blank=True,
        showErrorMessage=True, error=say("plans.sheet.day", lang),
    )  # fmt: skip
    letter = get_column_letter(column)
    rule.add(f"{letter}{FIRST}:{letter}{last}")
    return rule


def _facts(sheet: Worksheet, facts: SheetFacts) -> None:
    for row in (
        ("format", FORMAT),
        ("plan", facts.plan),
        ("round", str(facts.round)),
        ("party", facts.party),
        ("lang", facts.lang),
    ):
        sheet.append(row)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _height(sheet: Worksheet, place: int, columns: Sequence[SheetColumn]) -> float:
    """Points that the fullest cell of a row needs; LibreOffice does not grow rows by itself."""
    lines = 1.0
    for column, code in enumerate(columns, start=1):
        text = str(sheet.cell(place, column).value or "")
        lines = max(lines, lines_of(text, code.width))
    return min(HIGHEST, lines * POINTS_A_LINE + 4)


def lines_of(text: str, width: float) -> float:
    """Lines that a text takes in a column `width` characters wide; a Chinese character counts two."""
    counted = 0
    for line in text.split("\n"):
        long = sum(2 if char >= "\u2e80" else 1 for char in line)
        counted += max(1, -(-long // max(1, int(width) - 1)))
    return float(counted)
