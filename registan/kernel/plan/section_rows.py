"""Which rows of a table are headings over the rows below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.columns import Column
from registan.kernel.plan.header import is_wide
from registan.kernel.plan.words import HAN, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.grid import Cell, Grid
    from registan.kernel.plan.header import Header

NUMBER = re.compile(
    r"[A-ZА-Яа-яa-z]{0,4}[.-]?\d{1,4}(?:[.\-/]\d{1,4})*[.)]?[а-яa-z]?|[IVXІХ]{1,6}[.)]?"
    r"|[一二三四五六七八九十]{1,3}、?|[（(][\d一二三四五六七八九十]{1,3}[)）]|[a-zа-я][.)]"
)
ENDS = re.compile(r"[.;:!?。；！？)）»”\"]\s*$")
_SECTION_NUMBER = re.compile(
    r"[IVXІХ]{1,6}[.)]?|[一二三四五六七八九十]{1,3}、?|[A-ZА-Я][.)]?"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_SECTION_WORDS = re.compile(
    r"(?:[IVXІХ]{1,5}\.|[一二三四五六七八九十]+、|раздел|глава|section|chapter)", re.IGNORECASE
)
_HAN = re.compile(f"[{HAN}]")
_FILLED = (Column.TERM, Column.TERM_TO, Column.RESPONSIBLE, Column.LEAD)
LONGEST_TITLE, LONGEST_HAN_TITLE = 120, 40


class SectionRows:
    """Tells headings from measures by what stands in the row, and by how the other rows are filled."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self.rows, self.body, self.kinds = grid.rows, header.body, header.columns
        self.numbers = header.of(Column.NUMBER)
        texts = header.of(Column.TEXT)
        rows = [row for row in self.rows[self.body :] if any(cell.text for cell in row)]
        filled = [row for row in rows if any(row[place].text for place in header.of(*_FILLED))]
        ended = [row for row in filled if any(ENDS.search(row[place].text) for place in texts)]
        # Where headings are drawn over the columns, a text alone in its own column is none.
        self.are_wide = any(map(is_wide, rows))
        self.is_filled = len(filled) * 2 >= len(rows)
        self.is_ended = len(ended) * 2 > len(filled)

    def title(self, place: int, before: str) -> str:
        """The title of a row that is a heading, "" for any other; `before` is the measure above it."""
        row = self.rows[place]
        own = [cell for cell in row if cell.text and not cell.left and not cell.above]
        texts = {cell.text for cell in own}
        if len(texts) == 2:
            return self._numbered(place, own)
        if len(texts) != 1:
            return ""
        text = own[0].text
        if is_wide(row):
            return one_line(text)
        is_merged = any(cell.above and cell.text for cell in row)
        if not is_merged and self._stands_alone(row.index(own[0]), own[0], before):
            return one_line(text)
        return ""

    def _stands_alone(self, column: int, cell: Cell, before: str) -> bool:
        kind = self.kinds[column] if column < len(self.kinds) else None
        if column == 0 and kind != Column.TEXT:
            return not NUMBER.fullmatch(cell.text.strip())
        if kind != Column.TEXT and column != 0:
            return False
        shouted = cell.text.isupper() and len(cell.text) > 3
        if cell.bold or shouted or _SECTION_WORDS.match(cell.text):
            return True
        is_cut = self.is_ended and bool(before) and not ENDS.search(before)
        return self.is_filled and not is_cut and not self.are_wide and _reads_as_title(cell.text)

    def _numbered(self, place: int, own: Sequence[Cell]) -> str:
        """A number in one cell and a heading over the others: "I. | Безопасность"."""
        row = self.rows[place]
        number, title = own[0].text.strip(), own[1]
        if row.index(own[0]) != 0 or not NUMBER.fullmatch(number):
            return ""
        rest = row[row.index(title) + 1 :]
        if not rest or any(cell.text and not cell.left for cell in rest):
            return ""
        spans = sum(1 for cell in rest if cell.left) >= max(1, len(rest) - 1)
        is_over = bool(_SECTION_NUMBER.fullmatch(number)) or self._is_over_next(place, number)
        if spans or (len(row) > 2 and (title.bold or is_over) and not any(c.left for c in rest)):
            return one_line(f"{number} {title.text}")
        return ""

    def _is_over_next(self, place: int, number: str) -> bool:
        """Whether the next number goes on with this one: 1, then 1.1."""
        following = next(
            (row for row in self.rows[place + 1 :] if any(cell.text for cell in row)), None
        )
        if following is None or not self.numbers:
            return False
        return following[self.numbers[0]].text.strip().startswith(number.rstrip(".)") + ".")


def _reads_as_title(text: str) -> bool:
    line = one_line(text)
    if ENDS.search(line) or line.endswith(("-", ",", "、", "，")):
        return False
    if _HAN.search(line):
        return len(line) <= LONGEST_HAN_TITLE
    return len(line) <= LONGEST_TITLE and not line[0].islower()
