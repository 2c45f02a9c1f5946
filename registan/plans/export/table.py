"""A table ready to be written: title lines, headings, rows under section headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# A spreadsheet runs a cell that begins with one of these (OWASP, formula injection); with Chinese
# and Japanese settings the full-width signs as well.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Section:
    """A heading over all columns."""

    title: str


# None: the cell above goes on, as in the steps of one measure.
Row = tuple[str | None, ...]


@dataclass(frozen=True)
class PaperTable:
    """`widths` are shares of the page; `made_at` makes the bytes repeatable."""

    lang: str
    title: str
    subtitle: str
    notice: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Section | Row, ...]
    made_at: datetime
    page: str  # "Page {page} of {pages}" in the language
    organisation: str = ""
    mark: str = ""  # the annex mark: to which instrument this is the annex
    language_line: str = ""


def heights(rows: Sequence[Section | Row], place: int) -> list[int]:
    """How many rows each cell of the row at `place` covers: its own and those where it goes on."""
    row = rows[place]
    if isinstance(row, Section):
        return []
    found = [1] * len(row)
    for column in range(len(row)):
        for below in rows[place + 1 :]:
            if isinstance(below, Section) or below[column] is not None:
                break
            found[column] += 1
    return found


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet would take this text for a formula."""
    return text.startswith(FORMULA_SIGNS)
