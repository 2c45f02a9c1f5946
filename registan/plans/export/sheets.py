"""Tables as XLSX and CSV. No cell is ever a formula."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from registan.plans.export.table import Section, heights, may_be_formula
from registan.plans.review.printable import printable
from registan.plans.review.word_page import dated

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from registan.plans.export.table import PaperTable

HEAD = PatternFill("solid", fgColor="F1F3F5")
LINE = Border(*(Side(style="thin", color="9AA3AD"),) * 4)
TOP = Alignment(vertical="top", wrap_text=True)
SHEET_WIDTH = 150
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(table: PaperTable) -> bytes:
    """The table as XLSX: heading row frozen and repeated in print, text cells only."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_FORBIDDEN_IN_NAMES.sub(" ", table.heads[1])[:31])
    for letter, share in zip("ABCDEFGHIJ", table.widths, strict=False):
        sheet.column_dimensions[letter].width = max(6, SHEET_WIDTH * share / sum(table.widths))
    lines = [line for line in (table.title, table.subtitle, table.notice) if line]
    sheet.freeze_panes = f"A{len(lines) + 2}"
    sheet.print_title_rows = f"{len(lines) + 1}:{len(lines) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for place, line in enumerate(lines):
        sheet.append([_cell(sheet, line, bold=place == 0, size=13 if place == 0 else 10)])
    sheet.append([_cell(sheet, head, bold=True, framed=True, shaded=True) for head in table.heads])
    for place, row in enumerate(table.rows):
        if isinstance(row, Section):
            sheet.append([_cell(sheet, row.title, bold=True)])
            continue
        sheet.append([_cell(sheet, text or "", framed=True) for text in row])
        for column, height in enumerate(heights(table.rows, place)):
            if height > 1 and row[column] is not None:
                _merge(sheet, column + 1, len(lines) + 2 + place, height)
    book.properties.created = book.properties.modified = table.made_at.replace(tzinfo=None)
    book.properties.title = table.title
    written = BytesIO()
    book.save(written)
    return dated(written.getvalue(), table.made_at)


def _merge(sheet: WriteOnlyWorksheet, column: int, first: int, height: int) -> None:
    letter = get_column_letter(column)
    sheet.merged_cells.ranges.add(CellRange(f"{letter}{first}:{letter}{first + height - 1}"))


def _cell(
    sheet: WriteOnlyWorksheet, text: str, *, bold: bool = False, framed: bool = False,
    shaded: bool = False, size: int = 10,
) -> WriteOnlyCell:  # fmt: skip
    cell = WriteOnlyCell(sheet, printable(text))
    cell.data_type = "s"
    cell.font = Font(name="Arial", size=size, bold=bold)
    cell.alignment = TOP if framed else Alignment(vertical="top")
    if framed:
        cell.border = LINE
    if shaded:
        cell.fill = HEAD
    if may_be_formula(text):
        cell._style.quotePrefix = 1  # shown as text even when the cell is edited
    return cell


def write_csv(table: PaperTable) -> bytes:
    """The table as CSV (RFC 4180), UTF-8 with a mark so that spreadsheets read it right.

    A text that a spreadsheet would run gets an apostrophe in front; our reader takes it off again.
    """
    written = StringIO(newline="")
    out = csv.writer(written)
    width = len(table.heads)
    for line in (table.title, table.subtitle, table.notice):
        if line:
            out.writerow([_safe(line), *[""] * (width - 1)])
    out.writerow(table.heads)
    for row in table.rows:
        cells = (row.title, *[""] * (width - 1)) if isinstance(row, Section) else row
        out.writerow([_safe(text or "") for text in cells])
    return ("\ufeff" + written.getvalue()).encode()


def _safe(text: str) -> str:
    """A cell that nothing runs. Blanks at its ends say nothing, and a tab could hide a sign."""
    shown = text.strip()
    return f"'{shown}" if may_be_formula(shown.lstrip("'")) else shown
