"""A table ready to be written: title lines, headings, rows under section headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

# A spreadsheet runs a cell that begins with one of these (OWASP, formula injection); with Chinese
# and Japanese settings the full-width signs as well.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Section:
    """A heading over all columns."""

    title: str


@dataclass(frozen=True)
class PaperTable:
    """`widths` are shares of the page; `made_at` makes the bytes repeatable."""

    lang: str
    title: str
    subtitle: str
    notice: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Section | tuple[str, ...], ...]
    made_at: datetime
    page: str  # "Page {page} of {pages}" in the language
    organisation: str = ""
    mark: str = ""  # the annex mark: to which instrument this is the annex
    language_line: str = ""


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet would take this text for a formula."""
    return text.startswith(FORMULA_SIGNS)
