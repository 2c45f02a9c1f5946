"""Where the headings of a table stand, and which column is what, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from registan.kernel.plan.columns import (
    LONGEST_HEAD,
    NAMING,
    Column,
    begins_or_ends,
    is_year,
    names_a_section,
    names_an_aim,
    role_of,
)
from registan.kernel.plan.term import read_term
from registan.kernel.plan.words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.grid import Cell, Grid


USUAL_HEAD = 45
# What stands in bodies and never in headings: numbers, dates, formulas.
_VALUE = re.compile(r"\s*(?:\d{1,4}(?:[.\-/]\d{1,4})*[.)]?|=.*|\d{5})\s*", re.DOTALL)
ROWS_SEARCHED = 40
MOSTLY_NUMBERS = 0.5
LONGEST_NUMBER = 30  # on the average; what is longer below "пункт плана" is the text of the point


@dataclass(frozen=True)
class Header:
    """Roles of the columns, the words of the headings, and where the body begins."""

    columns: tuple[Column | None, ...]
    heads: tuple[str, ...]
    body: int
    start: int = 0

    @property
    def names_persons(self) -> bool:
        """Whether the only responsible column is headed for persons."""
        return any(
            column == Column.RESPONSIBLE and role_of(head) == Column.PERSON
            for column, head in zip(self.columns, self.heads, strict=False)
        )

    def of(self, *wanted: Column) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column in wanted]


def find_header(grid: Grid) -> Header | None:
    """The first row, or pair of rows, that reads as headings of a plan table."""
    for place in range(min(len(grid.rows), ROWS_SEARCHED)):
        row = grid.rows[place]
        if _is_title(row):
            continue
        columns = [role_of(cell.text) if not cell.left else None for cell in row]
        if not _is_header(columns, row):
            continue
        return _finished(grid, place)
    return None


def _is_title(row: Sequence[Cell]) -> bool:
    texts = {cell.text for cell in row if cell.text}
    return len(texts) < 2


def _is_header(columns: Sequence[Column | None], row: Sequence[Cell]) -> bool:
    known = {column for column in columns if column}
    texts = [cell.text for cell in row if cell.text and not cell.left]
    if len(known) < 2 or any(len(text) > LONGEST_HEAD for text in texts):
        return False
    has_values = any(_VALUE.fullmatch(text) and not is_year(text) for text in texts)
    if has_values or sum(map(len, texts)) > USUAL_HEAD * len(texts):
        return False
    main = known & {Column.TEXT, Column.RESULT, Column.SECTION}
    side = known & {Column.TERM, Column.PERSON, *NAMING}
    named = sum(1 for column in columns if column)
    # Term and body are named, and one column more has a heading of its own: "тема", "предмет".
    unnamed = len(texts) > named and Column.TERM in known and bool(known & set(NAMING))
    return bool((main and side) or unnamed) and named * 2 >= len(texts)


def repeats(heads: Sequence[str], row: Sequence[Cell]) -> bool:
    """Whether the headings stand once more in a row of the body."""
    lines = [one_line(head) for head in heads]
    same = [one_line(cell.text) == head for cell, head in zip(row, lines, strict=False) if head]
    return bool(same) and sum(same) * 3 >= len(same) * 2


def is_wide(row: Sequence[Cell]) -> bool:
    """One text merged over more than half of the columns."""
    own = {cell.text for cell in row if cell.text and not cell.left and not cell.above}
    wide = sum(1 for cell in row if cell.text in own and not cell.above)
    return len(own) == 1 and len(row) > 1 and wide * 2 > len(row)


def has_headings_above(grid: Grid, header: Header) -> bool:
    """Whether each part of the table has its heading above the row of column headings."""
    body = grid.rows[header.body :]
    return any(is_wide(row) and repeats(header.heads, below) for row, below in pairwise(body))


def _finished(grid: Grid, place: int) -> Header:
    """Join a second row of headings, settle rival columns, skip the row of column numbers."""
    row = grid.rows[place]
    heads = [cell.text for cell in row]
    body = place + 1
    if body < len(grid.rows) and _is_second_row(row, grid.rows[body]):
        lower = grid.rows[body]
        heads = [
            upper.text
            if cell.above or cell.text == upper.text
            else f"{upper.text} {cell.text}".strip()
            for upper, cell in zip(row, lower, strict=True)
        ]
        columns = [_lower_role(upper, cell) for upper, cell in zip(row, lower, strict=True)]
        body += 1
    else:
        # A heading merged over two columns governs both.
        columns = [role_of(cell.text) for cell in row]
    if body < len(grid.rows) and is_column_numbers(grid.rows[body]):
        body += 1
    return Header(_settled(columns, heads, grid, body), tuple(heads), body, place)


def _is_second_row(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    split = any(cell.left for cell in upper)
    continued = any(cell.above for cell in lower)
    own = [cell for cell in lower if cell.text and not cell.above and not cell.left]
    if not (split and own) or any(len(cell.text) > 60 for cell in own):
        return False
    under_split = [
        low for up, low, following in zip(upper, lower, [*upper[1:], None], strict=True)
        if (up.left or (following is not None and following.left)) and low.text
    ]  # fmt: skip
    filled_elsewhere = [
        low
        for up, low in zip(upper, lower, strict=True)
        if low.text and not low.above and low not in under_split
    ]
    return bool(under_split) and (continued or not filled_elsewhere)


def _lower_role(upper: Cell, lower: Cell) -> Column | None:
    above = role_of(upper.text)
    if lower.above or not lower.text:
        return above
    own = role_of(lower.text)
    if Column.TERM in {above, own} and (end := begins_or_ends(lower.text)):
        return end
    return own or above


def is_column_numbers(row: Sequence[Cell]) -> bool:
    """A row 1 2 3 4 below the headings."""
    texts = [cell.text.strip(" ().") for cell in row if cell.text and not cell.left]
    # "А | Б | 1 | 2": the first columns are lettered in some forms.
    letters = next((place for place, text in enumerate(texts) if text.isdigit()), 0)
    if "".join(texts[:letters]) in {"АБВГ"[:letters], "ABCD"[:letters]}:
        texts = texts[letters:]
    return (
        len(texts) >= (2 if letters else 3)
        and all(text.isdigit() for text in texts)
        and [int(text) for text in texts] == list(range(int(texts[0]), int(texts[0]) + len(texts)))
    )


def _settled(
    columns: list[Column | None], heads: Sequence[str], grid: Grid, body: int
) -> tuple[Column | None, ...]:
    settled = list(columns)
    terms = [place for place, column in enumerate(settled) if column == Column.TERM]
    if len(terms) == 2 and not grid.rows[body - 1][terms[1]].left:
        ends = [begins_or_ends(heads[place]) for place in terms]
        if ends == [Column.TERM_FROM, Column.TERM_TO]:
            settled[terms[0]], settled[terms[1]] = Column.TERM_FROM, Column.TERM_TO
    _settle_texts(settled, heads, grid, body)
    text = settled.index(Column.TEXT) if Column.TEXT in settled else len(settled)
    aims = {place for place, head in enumerate(heads) if place > text and names_an_aim(head)}
    settled = [
        Column.RESULT if each == Column.SECTION and place in aims else each
        for place, each in enumerate(settled)
    ]
    if not set(NAMING) & set(settled):
        settled = [Column.RESPONSIBLE if each == Column.PERSON else each for each in settled]
    numbers = [place for place, column in enumerate(settled) if column == Column.NUMBER]
    if not numbers and (place := _unheaded_numbers(settled, heads, grid, body)) is not None:
        settled[place] = Column.NUMBER
    for place in numbers[1:]:
        settled[place] = Column.NOTE
    return tuple(settled)


def _unheaded_numbers(
    settled: Sequence[Column | None], heads: Sequence[str], grid: Grid, body: int
) -> int | None:
    """A first column of numbers whose heading was left empty."""
    first = next((place for place, column in enumerate(settled) if column), 0)
    rows = grid.rows[body:]
    return next(
        (
            place
            for place in range(first)
            if not heads[place].strip() and _shape(rows, place)[0] > MOSTLY_NUMBERS
        ),
        None,
    )


def _settle_texts(
    settled: list[Column | None], heads: Sequence[str], grid: Grid, body: int
) -> None:
    """Of several text columns one is the measure; those merged downwards before it are sections."""
    texts = [
        place
        for place, column in enumerate(settled)
        if column == Column.TEXT and not _same_as_left(grid, body, place)
    ]
    for place, column in enumerate(settled):
        if column == Column.TEXT and place not in texts:
            settled[place] = None
    if not texts:
        candidates = [
            place
            for place, column in enumerate(settled)
            if column in {Column.RESULT, Column.SECTION, None}
            or (column == Column.NUMBER and _length(grid, body, place) > LONGEST_NUMBER)
        ]
        if candidates:
            settled[max(candidates, key=lambda place: _length(grid, body, place))] = Column.TEXT
        return
    if len(texts) == 1:
        return
    with_steps = [place for place in texts if _merges_with_measure(settled, grid, body, place)]
    main = max(
        with_steps[:1] or texts,
        key=lambda place: (not _merges_down(grid, body, place), _length(grid, body, place)),
    )
    for place in texts:
        if place == main:
            continue
        before = place < main
        is_section = before and (_merges_down(grid, body, place) or names_a_section(heads[place]))
        settled[place] = Column.SECTION if is_section else Column.RESULT
    if main != texts[0] and settled[texts[0]] == Column.RESULT:
        # A short column before the long one, with a text in every row: the measure's name and its content.
        settled[texts[0]], settled[main] = Column.TEXT, Column.RESULT


def _same_as_left(grid: Grid, body: int, place: int) -> bool:
    return place > 0 and all(
        row[place].left for row in grid.rows[body : body + 30] if row[place].text
    )


def _merges_down(grid: Grid, body: int, place: int) -> bool:
    rows = grid.rows[body : body + 200]
    merged = sum(1 for row in rows if row[place].above)
    blank = sum(1 for row in rows if not row[place].text)
    return merged > 0 or blank * 2 > len(rows)


def _merges_with_measure(
    settled: Sequence[Column | None], grid: Grid, body: int, place: int
) -> bool:
    """Whether number and responsible are merged downwards wherever this column is: a measure's steps."""
    beside = [
        next((at for at, column in enumerate(settled) if column in kinds), None)
        for kinds in ({Column.NUMBER}, set(NAMING))
    ]
    merged = [row for row in grid.rows[body:] if row[place].above]
    return bool(merged) and all(at is not None and row[at].above for row in merged for at in beside)


def _length(grid: Grid, body: int, place: int) -> float:
    texts = [
        row[place].text
        for row in grid.rows[body : body + 60]
        if not row[place].left and not row[place].above
    ]
    return sum(map(len, texts)) / max(1, len(texts))


def guess_columns(grid: Grid) -> tuple[Column | None, ...]:
    """Roles by what stands in the columns, for a table without headings: to be asked, never silent."""
    width = grid.width
    guessed: list[Column | None] = [None] * width
    shares = {place: _shape(grid.rows, place) for place in range(width)}
    free = set(range(width))
    if numbers := [place for place in sorted(free) if shares[place][0] > MOSTLY_NUMBERS]:
        guessed[numbers[0]] = Column.NUMBER
        free.discard(numbers[0])
    if terms := [place for place in free if shares[place][1] > 0.4]:
        best = max(terms, key=lambda place: shares[place][1])
        guessed[best] = Column.TERM
        free.discard(best)
    filled = sorted(place for place in free if shares[place][2] > 0)
    if len(filled) > 1:
        bodies = max(filled, key=lambda place: (_share_of_bodies(grid, place), place))
        guessed[bodies] = Column.RESPONSIBLE
        filled.remove(bodies)
    if filled:
        text = max(filled, key=lambda place: shares[place][2])
        for place in filled:
            guessed[place] = Column.TEXT if place == text else Column.RESULT
    return tuple(guessed)


_BODY_LIKE = re.compile(
    r"министерств|\bмин[а-я]+|комитет|агентств|служб|орган|правительств|секретариат|"
    r"совет|государства|департамент"
    r"|[厅局委部署会行]$|政府|单位|成员国|ministr|department|agenc|council|"
    r"committee|secretariat|office|states\b",
    re.IGNORECASE,
)


def _share_of_bodies(grid: Grid, place: int) -> float:
    texts = [row[place].text for row in grid.rows[:200] if row[place].text and not row[place].left]
    named = sum(1 for text in texts if _BODY_LIKE.search(text) and len(text) < 250)
    starts = sum(1 for text in texts if _BODY_LIKE.match(text[:12]) or text[:1].islower())
    return (named + starts) / max(1, len(texts))


def _shape(rows: Sequence[Sequence[Cell]], place: int) -> tuple[float, float, float]:
    """Share of number-like cells, share of cells that read as terms, mean length."""
    cells = [row[place] for row in rows[:200] if row[place].text and not row[place].left]
    if not cells:
        return 0.0, 0.0, 0.0
    numbers = sum(
        1
        for cell in cells
        if re.fullmatch(r"[A-ZА-Я]?\d{1,3}(?:[.-]\d{1,3})*[.)]?|=ROW.*", cell.text.strip())
    )
    terms = sum(1 for cell in cells if len(cell.text) < 120 and _is_term(cell))
    return (
        numbers / len(cells),
        terms / len(cells),
        sum(len(cell.text) for cell in cells) / len(cells),
    )


def _is_term(cell: Cell) -> bool:
    if "date" in cell.flags or re.match(r"=DATE", cell.text):
        return True
    term = read_term(cell.text)
    return term.recurrence != "unknown" and not re.fullmatch(r"\d{1,3}", cell.text.strip())
