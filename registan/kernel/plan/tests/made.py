"""Files made for the tests: the same table as DOCX, XLSX, CSV and HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from docx import Document
from openpyxl import Workbook

from registan.kernel.plan.read import read_plan

if TYPE_CHECKING:
    from registan.kernel.plan.reading import PlanReading, PlanRow

Rows = Sequence[Sequence[str]]
Merge = tuple[int, int, int, int]  # top, left, bottom, right; all counted from 0
FORMATS = ("docx", "xlsx", "csv", "html")


def docx(rows: Rows, *, above: Sequence[str] = (), merges: Sequence[Merge] = ()) -> bytes:
    document = Document()
    for line in above:
        document.add_paragraph(line)
    add_table(document, rows, merges)
    return saved(document)


def add_table(document: Any, rows: Rows, merges: Sequence[Merge] = ()) -> Any:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    for top, left, bottom, right in merges:
        kept = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = kept
    return table


def saved(made: Any) -> bytes:
    """A python-docx document or an openpyxl workbook as bytes."""
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def xlsx(rows: Rows, *, above: Sequence[str] = (), merges: Sequence[Merge] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    for line in (*([each] for each in above), *rows):
        sheet.append([text or None for text in line])
    for top, left, bottom, right in merges:
        sheet.merge_cells(
            start_row=top + len(above) + 1, start_column=left + 1,
            end_row=bottom + len(above) + 1, end_column=right + 1,
        )  # fmt: skip
    return saved(book)


def as_csv(
    rows: Rows, *, above: Sequence[str] = (), delimiter: str = ",", code: str = "utf-8"
) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([*([each] for each in above), *rows])
    return text.getvalue().encode(code)


def html(rows: Rows, *, above: Sequence[str] = ()) -> bytes:
    lines = "".join(f"<p>{escape(line)}</p>" for line in above)
    body = "".join(
        "<tr>" + "".join(f"<td>{_escaped(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<html><meta charset=utf-8><body>{lines}<table>{body}</table></body></html>".encode()


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def made(form: str, rows: Rows, *, above: Sequence[str] = ()) -> bytes:
    """The table in one of FORMATS, short rows filled with empty cells."""
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    if form == "docx":
        return docx(full, above=above)
    if form == "xlsx":
        return xlsx(full, above=above)
    return as_csv(full, above=above) if form == "csv" else html(full, above=above)


def read(data: bytes, name: str = "plan") -> PlanReading:
    return read_plan(data, name)


def brief(row: PlanRow) -> tuple[str, str, str, str, str]:
    """Number, text, term, recurrence and names of a row, as a line of expectations has them."""
    term = row.term
    days = f"{term.start or ''}..{term.end or ''}" if term.start or term.end else ""
    actors = ", ".join(
        {"lead": "+", "support": "~"}.get(str(actor.role), "") + actor.name
        for actor in row.responsible.actors
    )
    return row.number, row.text, days, str(term.recurrence), actors
