"""From grids with headings to measures: sections, steps, split rows, and what is no measure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registan.kernel.plan.columns import NAMING, ROLE_OF, Column
from registan.kernel.plan.header import Header, is_column_numbers, repeats
from registan.kernel.plan.reading import Leftover, Place, Role
from registan.kernel.plan.section_rows import ENDS, SectionRows
from registan.kernel.plan.sections import Sections
from registan.kernel.plan.words import HAN, has_bidi_controls, one_line, without_han_blanks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.grid import Cell, Grid

_TOTAL = re.compile(r"(?:итого|всего|合计|总计|total|subtotal)\b|(?:合计|总计)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:примечани|\*|сноск|注[:：]|备注[:：]|说明[:：]|note[s:]|source:|источник:)", re.IGNORECASE
)
_SIGNATURE = re.compile(r"\(?(?:_{3,}|подпись|签字|签名|盖章|signature)\)?", re.IGNORECASE)
_NUMBER_IN_TEXT = re.compile(
    r"^((?:[A-ZА-Я]{1,3}[.-]?)?\d{1,3}(?:[.\-]\d{1,3})*)[.)、]?[\s\u00a0]+(?=\S)|^(\d{1,3})[、．]"
)
_AUTO_IN_TEXT = re.compile(r"^((?:[A-ZА-Я]{1,2}\.)?\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\S)")


@dataclass
class Draft:
    """A measure while its rows are gathered."""

    number: str
    section: str
    text: str
    result: str
    term: str
    term_from: str
    term_to: str
    responsible: list[tuple[str, Role | None]]
    place: Place
    steps: list[tuple[str, str]] = field(default_factory=list)  # (text, term)
    flags: list[str] = field(default_factory=list)
    names_persons: bool = False


@dataclass
class Table:
    """What one grid gave."""

    drafts: list[Draft] = field(default_factory=list)
    joined: list[Leftover] = field(default_factory=list)
    not_read: list[Leftover] = field(default_factory=list)


class TableReader:
    """Reads the body of one grid under its header, going on with the sections given."""

    def __init__(self, grid: Grid, header: Header, sections: Sections, heading: str) -> None:
        self.grid, self.header, self.sections, self.heading = grid, header, sections, heading
        self.table = Table()
        self.headings = SectionRows(grid, header)
        self.places = {column: header.of(column) for column in Column}
        self.heads = [one_line(head) for head in header.heads]
        self.names_persons = header.names_persons
        self.number_columns = header.of(Column.NUMBER)
        self.text_columns = header.of(Column.TEXT)
        self.numbers_in_text = not self.number_columns and self._texts_hold_numbers()
        self.pending: list[tuple[int, str]] = []
        self.kept_columns: list[str] = []

    def read(self) -> Table:
        for place in range(self.header.body, len(self.grid.rows)):
            self._row(place)
        self._leave_headings(governing=())
        return self.table

    def _leave_headings(self, governing: Sequence[str]) -> None:
        """Name the headings that no measure stands below."""
        self.table.not_read += [
            Leftover(self._place(place), (title,), "heading_without_rows")
            for place, title in self.pending
            if title not in governing
        ]
        self.pending.clear()

    def _row(self, place: int) -> None:
        row = self.grid.rows[place]
        if not any(cell.text for cell in row):
            return
        reason = self._no_measure(row)
        if reason:
            self.table.not_read.append(Leftover(self._place(place), _texts(row), reason))
            return
        if title := self.headings.title(
            place, drafts[-1].text if (drafts := self.table.drafts) else ""
        ):
            self.pending.append((place, title))
            self.sections.enter(title)
            return
        draft = self._draft(row, place)
        if self.table.drafts and self._continues(row, draft):
            return
        self.table.drafts.append(draft)
        self.sections.row_read()
        self._leave_headings(governing=self.sections.titles)

    def _no_measure(self, row: Sequence[Cell]) -> str:
        if is_column_numbers(row):
            return "column_numbers"
        if repeats(self.heads, row):
            return "repeated_header"
        first = next((cell.text for cell in row if cell.text), "")
        if _TOTAL.match(first):
            return "total"
        if _NOTE.match(first) and len(set(_texts(row))) == 1:
            return "note"
        if any(_SIGNATURE.fullmatch(cell.text.strip()) for cell in row):
            return "signature"
        return ""

    def _draft(self, row: Sequence[Cell], place: int) -> Draft:
        text = _joined(row, self.text_columns)
        number = _joined(row, self.number_columns[:1]).strip()
        flags = ["formula_number"] if number.startswith("=") else []
        if any(has_bidi_controls(cell.text) for cell in row):
            flags.append("hidden_characters")
        number = "" if number.startswith("=") else number
        if self.numbers_in_text and (found := _NUMBER_IN_TEXT.match(text)):
            number, text = found[1] or found[2], text[found.end() :]
        elif not number and self._is_auto(row) and (found := _AUTO_IN_TEXT.match(text)):
            number, text = found[1], text[found.end() :]
        return Draft(
            number=bare_number(number),
            section=self._governing(row),
            text=tidy(text),
            result=_results(row, self.places[Column.RESULT]),
            term=_joined(row, self.places[Column.TERM], "; "),
            term_from=_joined(row, self.places[Column.TERM_FROM]),
            term_to=_joined(row, self.places[Column.TERM_TO]),
            responsible=[
                (row[column].text, ROLE_OF[kind])
                for kind in NAMING
                for column in self.places[kind]
                if not row[column].left
            ],
            place=self._place(place),
            flags=flags,
            names_persons=self.names_persons,
        )

    def _is_auto(self, row: Sequence[Cell]) -> bool:
        return any("auto_number" in row[column].flags for column in self.text_columns)

    def _governing(self, row: Sequence[Cell]) -> str:
        named = [
            one_line(row[column].text) for column in self.places[Column.SECTION] if row[column].text
        ]
        # An empty cell in a section column means the section named before.
        self.kept_columns = named or self.kept_columns
        titles = [*self.sections.titles, *self.kept_columns]
        return " / ".join(dict.fromkeys(titles)) or self.heading

    def _continues(self, row: Sequence[Cell], draft: Draft) -> bool:
        """Whether a row goes on with the measure before it; if so it is taken in there."""
        before = self.table.drafts[-1]
        merged = [column for column in self.text_columns if row[column].above]
        if merged and (
            not self.number_columns or row[self.number_columns[0]].above or not draft.number
        ):
            self._take_step(before, row, draft)
            return True
        if draft.number or not (self.number_columns or self.numbers_in_text):
            return False if draft.number else self._goes_on_unnumbered(before, draft, row)
        if not draft.text:
            self._take_step(before, row, draft)
            return True
        if self._is_split(before, draft, row):
            self._join(before, draft)
            return True
        return False

    def _goes_on_unnumbered(self, before: Draft, draft: Draft, row: Sequence[Cell]) -> bool:
        if not draft.text and (
            draft.term or draft.result or any(text for text, _ in draft.responsible)
        ):
            self._take_step(before, row, draft)
            return True
        starts_low = bool(draft.text) and draft.text[0].islower()
        if starts_low and not draft.term and not ENDS.search(before.text):
            self._join(before, draft)
            return True
        return False

    def _is_split(self, before: Draft, draft: Draft, row: Sequence[Cell]) -> bool:
        """A row cut by the end of a page: no number, and the text goes on."""
        if before.number == "":
            return draft.text[0].islower()
        if draft.text[0].islower() or before.text.endswith("-"):
            return True
        nothing_else = not draft.term and not any(text.strip() for text, _ in draft.responsible)
        return nothing_else and not ENDS.search(before.text)

    def _take_step(self, before: Draft, row: Sequence[Cell], draft: Draft) -> None:
        result_columns = self.places[Column.RESULT]
        before.flags += draft.flags
        own_result = "; ".join(
            tidy(row[column].text)
            for column in result_columns
            if row[column].text and not row[column].above and not row[column].left
        )
        own_term = "; ".join(
            tidy(row[column].text)
            for column in self.header.of(Column.TERM, Column.TERM_TO)
            if row[column].text and not row[column].above
        )
        if not before.steps and (before.result or before.term or before.term_to):
            before.steps.append((before.result, before.term or before.term_to))
        if own_result or own_term:
            before.steps.append((own_result, own_term))
        if own_result:
            before.result = "\n".join(part for part in (before.result, own_result) if part)
        if own_term:
            before.term = "; ".join(part for part in (before.term, own_term) if part)
        for kind in NAMING:
            before.responsible += [
                (row[column].text, ROLE_OF[kind])
                for column in self.places[kind]
                if row[column].text and not row[column].above and not row[column].left
            ]

    def _join(self, before: Draft, draft: Draft) -> None:
        self.table.joined.append(join_split(before, draft))

    def _texts_hold_numbers(self) -> bool:
        texts = [_joined(row, self.text_columns) for row in self.grid.rows[self.header.body :]]
        texts = [text for text in texts if text]
        held = sum(1 for text in texts if _NUMBER_IN_TEXT.match(text))
        return bool(texts) and held * 2 >= len(texts)

    def _place(self, place: int) -> Place:
        return Place(self.grid.sheet, self.grid.number_of(place))


def join_split(before: Draft, draft: Draft) -> Leftover:
    """Take the second part of a split row into the measure before it, cell by cell."""
    before.flags += ["row_split", *draft.flags]
    before.text = joined_text(before.text, draft.text)
    before.result = joined_text(before.result, draft.result)
    before.term = joined_text(before.term, draft.term)
    before.term_from = joined_text(before.term_from, draft.term_from)
    before.term_to = joined_text(before.term_to, draft.term_to)
    # A step before may have left more cells here than the row has columns.
    goes_on = {place: more for place, (more, _) in enumerate(draft.responsible)}
    before.responsible = [
        (joined_text(held, goes_on.get(place, "")), role)
        for place, (held, role) in enumerate(before.responsible)
    ] + draft.responsible[len(before.responsible) :]
    return Leftover(draft.place, (draft.text,), "row_split")


def bare_number(number: str) -> str:
    """A number as printed, without a closing dot or bracket."""
    return re.sub(r"[.)、．）]+$", "", one_line(number).lstrip("№# ").strip("()（）")).strip()


def tidy(text: str) -> str:
    """Text of a cell: lines kept as blanks; none beside Han characters."""
    return without_han_blanks(text)


def joined_text(before: str, after: str) -> str:
    """Two parts of one text that a page break cut, inside a word where it was cut there."""
    if not before or not after:
        return before or after
    if before.endswith("-"):
        return before[:-1] + after
    han = re.search(f"[{HAN}]$", before) and re.match(f"[{HAN}]", after)
    return before + after if han else f"{before} {after}"


def _joined(row: Sequence[Cell], columns: Sequence[int], mark: str = " ") -> str:
    texts = [
        row[column].text
        for column in columns
        if row[column].text and not (row[column].left and column - 1 in columns)
    ]
    return mark.join(dict.fromkeys(texts))


def _results(row: Sequence[Cell], places: Sequence[int]) -> str:
    columns = [column for column in places if row[column].text and not row[column].left]
    if len(columns) == 1:
        return tidy(row[columns[0]].text)
    return "; ".join(dict.fromkeys(tidy(row[column].text) for column in columns))


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(one_line(cell.text) for cell in row if cell.text and not cell.left)
