"""Other spreadsheets (.xls, .xlsb, .ods) as grids, through calamine."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from registan.kernel.plan.grid import Cell, Contents, Grid
from registan.kernel.plan.reading import Unreadable


def read_old_sheets(data: bytes) -> Contents:
    """Sheets as grids. Merged cells are known where the format tells them. Raises Unreadable."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        contents = Contents([])
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [
                [_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)
            ]
            _merge(rows, sheet.merged_cell_ranges or [])
            if any(cell.text for row in rows for cell in row):
                contents.blocks.append(Grid(rows, name))
    except CalamineError as error:
        raise Unreadable("password" if "assword" in str(error) else "damaged") from error
    return contents


def _cell(value: object) -> Cell:
    if isinstance(value, datetime | date):
        return Cell(value.strftime("%d.%m.%Y"), flags=("date",))
    if isinstance(value, float) and value == int(value):
        return Cell(str(int(value)))
    return Cell("" if value is None or isinstance(value, bool) else str(value))


def _merge(rows: list[list[Cell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        origin = rows[top][left]
        for number in range(top, min(bottom, len(rows) - 1) + 1):
            for column in range(left, min(right, len(rows[number]) - 1) + 1):
                if (number, column) != (top, left):
                    rows[number][column] = Cell(origin.text, above=number > top, left=column > left)
