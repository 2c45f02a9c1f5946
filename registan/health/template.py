"""The template in the tidy form: a heading, and the weeks or days that are awaited of a State."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = ("state", "area", "condition", "period", "measure", "sex", "age", "value", "definition")


def write_template(rows: Sequence[tuple[str, str, str]], form: str) -> bytes:
    """Rows of (state, condition, period) with an empty value, as xlsx or csv."""
    lines = [(state, "", condition, period, "cases", "", "", "", "")
             for state, condition, period in rows]  # fmt: skip
    if form == "csv":
        text = StringIO()
        csv.writer(text, lineterminator="\r\n").writerows([HEAD, *lines])
        return b"\xef\xbb\xbf" + text.getvalue().encode()
    book, data = Workbook(), BytesIO()
    sheet = book.active
    for row in (HEAD, *lines):
        sheet.append(row)
    sheet.freeze_panes = "A2"
    book.save(data)
    return data.getvalue()
