"""A file of counts of any of the forms, read by what is in it."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from registan.kernel.counts.columns import is_of_exercise, personal
from registan.kernel.counts.dhis2 import read_dhis2
from registan.kernel.counts.tables import read_rows
from registan.kernel.plan.grid import Grid
from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.xlsx_grid import read_xlsx

if TYPE_CHECKING:
    from registan.kernel.counts.lines import CountReading
    from registan.kernel.counts.tables import Row

PACKED = b"PK\x03\x04"
MOST_LINES = 200_000
MOST_COLUMNS = 4_000
WIDEST_CELL = 4_000


def read_counts(data: bytes, file_name: str = "", *, silent_zeros: bool = False) -> CountReading:
    """Read a file of counts (docs/reference/counts.md). Raises Unreadable, and nothing else.

    A table with one row a person is refused whatever else it holds, and so are counts of an exercise.
    """
    if not data.startswith(PACKED) and (text := text_of(data)).lstrip()[:1] in {"{", "["}:
        return read_dhis2(text)
    rows = rows_of(data)
    if is_of_exercise(rows):
        raise Unreadable("counts_of_exercise")
    return read_rows(rows, silent_zeros=silent_zeros, file_name=file_name)


def rows_of(data: bytes) -> list[Row]:
    """The rows of a CSV or of the first sheet of an XLSX that is not empty, with their numbers.

    Raises Unreadable, also where the headings are those of a list of persons.
    """
    rows = _xlsx_rows(data) if data.startswith(PACKED) else _csv_rows(text_of(data))
    if not rows:
        raise Unreadable("counts_empty")
    if found := personal(rows[0][1]):
        raise Unreadable("counts_line_list", columns=", ".join(found)[:200])
    return rows


def text_of(data: bytes) -> str:
    """UTF-8 text, with or without its mark. Raises Unreadable."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("counts_not_utf8") from error


def _csv_rows(text: str) -> list[Row]:
    first = text.lstrip().partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    rows: list[Row] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, row))
            if len(rows) > MOST_LINES or len(row) > MOST_COLUMNS:
                raise Unreadable("counts_too_large", most=MOST_LINES)
    except csv.Error as error:
        raise Unreadable("counts_csv_damaged", line=reader.line_num) from error
    return rows


def _xlsx_rows(data: bytes) -> list[Row]:
    """The first sheet that has anything in it."""
    try:
        contents = read_xlsx(data)
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable("damaged") from error
    grid = next((block for block in contents.blocks if isinstance(block, Grid)), None)
    if grid is None:
        return []
    return [
        (number, [cell.text[:WIDEST_CELL] for cell in row])
        for number, row in enumerate(grid.rows, start=grid.first_row)
        if any(cell.text.strip() for cell in row)
    ]
