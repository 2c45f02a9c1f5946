"""A file as officials bring it -> a PlanReading. Same bytes, same result; nothing dropped silently."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from registan.kernel.plan.columns import Column
from registan.kernel.plan.docx_grid import read_docx
from registan.kernel.plan.formats import format_of
from registan.kernel.plan.grid import Contents, Grid, Paragraph, check_size
from registan.kernel.plan.header import (
    Header,
    find_header,
    guess_columns,
    has_headings_above,
    is_wide,
)
from registan.kernel.plan.inline import read_paragraphs
from registan.kernel.plan.known_names import NO_NAMES, KnownNames
from registan.kernel.plan.old_sheets import read_old_sheets
from registan.kernel.plan.reading import (
    Leftover,
    Milestone,
    Period,
    Place,
    PlanReading,
    PlanRow,
    Question,
    Recurrence,
    Responsible,
    Role,
    Term,
    Unreadable,
)
from registan.kernel.plan.responsible import read_responsible, with_column
from registan.kernel.plan.rows import Draft, Table, TableReader, join_split, tidy
from registan.kernel.plan.sections import Sections, reads_as_heading
from registan.kernel.plan.term import first_day, propose_period, read_term
from registan.kernel.plan.text_grid import read_csv, read_html
from registan.kernel.plan.words import language_of, one_line
from registan.kernel.plan.xlsx_grid import read_xlsx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_Cells = tuple[tuple[str, Role | None], ...]
READERS = {
    "docx": read_docx,
    "xlsx": read_xlsx,
    "csv": read_csv,
    "html": read_html,
    "sheets": read_old_sheets,
}
_DOCUMENT_TITLE = re.compile(
    r"план|программ|перечень|стратеги|комплекс|дорожная|график|мероприяти|计划|清单|方案|规划|任务|"
    r"要点|分工|安排|台账|行动|措施|意见|纲要|"
    r"plan|programme|program|strategy|roadmap|list|schedule|agenda|commitment",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)")
LONGEST_TITLE = 300
_STAMP = re.compile(r"утвержд|приложени|附件|annex|appendix|approved", re.IGNORECASE)


def read_plan(
    data: bytes, name: str, *, lang: str = "", period: Period | None = None,
    known: KnownNames = NO_NAMES, columns: Mapping[str, Sequence[str]] | None = None,
) -> PlanReading:  # fmt: skip
    """Read a plan table (DOCX, XLSX and other spreadsheets, CSV, HTML) or a plan in paragraphs.

    `columns` answers the questions of an earlier reading: "sheet!row" of the table's first row -> a
    role (see header.Column, "" for none) for each column. Raises Unreadable with a code of
    `formats.UNREADABLE_CODES`.
    """
    contents = _contents(data, name)
    gathered = _Gathered(contents, columns or {})
    lang = lang or language_of(_sample(contents))
    title = gathered.title
    period = period or propose_period(title)
    if not gathered.drafts and not gathered.questions:
        rows, not_read = read_paragraphs(contents, lang=lang, period=period, known=known)
        if not rows:
            raise Unreadable("no_table")
        return PlanReading(
            lang, title, period, tuple(rows), not_read=tuple(not_read), notes=tuple(contents.notes)
        )
    names = with_column(known, _responsible_cells(gathered.drafts))
    reader = _RowReader(lang, period, names)
    rows = [reader.read(draft) for draft in gathered.drafts]
    return PlanReading(
        lang, title, period, tuple(rows), tuple(gathered.joined), tuple(gathered.not_read),
        tuple(gathered.questions), tuple(dict.fromkeys([*contents.notes, *gathered.notes])),
    )  # fmt: skip


def _contents(data: bytes, name: str) -> Contents:
    form = format_of(data, name)
    try:
        contents = READERS[form](data)
    except Unreadable:
        raise
    except (ValueError, OverflowError) as error:
        # A number that is none, in a place where the format demands one.
        raise Unreadable("damaged") from error
    check_size(sum(len(grid.rows) for grid in contents.grids), contents.width)
    return contents


def _sample(contents: Contents) -> str:
    texts: list[str] = []
    for block in contents.blocks[:200]:
        if isinstance(block, Paragraph):
            texts.append(block.text[:500])
        else:
            texts += [
                cell.text[:300]
                for row in block.rows[:60]
                for cell in row
                if not cell.left and not cell.above
            ]
    return " ".join(texts)[:60_000]


class _Gathered:
    """Walks the blocks of a file and gathers what its tables hold."""

    def __init__(self, contents: Contents, columns: Mapping[str, Sequence[str]]) -> None:
        self.drafts: list[Draft] = []
        self.joined: list[Leftover] = []
        self.not_read: list[Leftover] = []
        self.questions: list[Question] = []
        self.notes: list[str] = []
        self.columns = columns
        self.unread: set[str] = set()
        self.title = ""
        self.heading = ""
        self.heading_level = 0
        self.sections = Sections()
        self.last: Header | None = None
        self.lines: list[Paragraph] = []
        for block in contents.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._grid(block)

    def _paragraph(self, block: Paragraph) -> None:
        self.lines.append(block)
        text = one_line(f"{block.number} {block.text}".strip())
        if not self.title and (
            block.level == 1 or (block.bold and not block.level) or _DOCUMENT_TITLE.search(text)
        ):
            self.title = "" if _STAMP.match(text) else text
            return
        if (
            self.title
            and not self.drafts
            and not block.level
            and self._goes_on_as_title(text, block)
        ):
            self.title = f"{self.title} {text}"
            return
        is_heading = block.level > 0 or (block.bold and len(text) < 200) or reads_as_heading(text)
        if is_heading and text:
            self.heading, self.heading_level = text, block.level
            self.sections.clear()

    def _goes_on_as_title(self, text: str, block: Paragraph) -> bool:
        if len(self.title) + len(text) > LONGEST_TITLE or _STAMP.match(text):
            return False
        names_years = not _YEAR.search(self.title) and bool(_YEAR.search(text))
        return names_years or (block.bold and not self.heading)

    def _grid(self, grid: Grid) -> None:
        answered = self.columns.get(f"{grid.sheet}!{grid.first_row}")
        header = self._answered(grid, answered) if answered else find_header(grid)
        if header:
            self._title_rows(grid, header)
            self.last = header
            if Column.PERSON in header.columns:
                self.notes.append("person_column")
        elif self.last and grid.width == len(self.last.columns) and self.drafts:
            header = Header(self.last.columns, self.last.heads, 0)
            self.notes.append("split_table")
        elif self._is_plan_without_header(grid):
            header = self._question(grid)
        if header is None:
            self._not_a_plan(grid)
            return
        table = TableReader(
            grid, header, self.sections, self.heading if self._heads_table() else ""
        ).read()
        self._take(table, fresh=header.body > 0)
        self._unread_columns(grid, header)

    def _unread_columns(self, grid: Grid, header: Header) -> None:
        """Name the columns whose texts are left out, each heading once in a file."""
        for place, (column, head) in enumerate(zip(header.columns, header.heads, strict=True)):
            name = one_line(head)
            is_read = column not in {None, Column.NOTE, Column.PERSON}
            if is_read or name in self.unread:
                continue
            if any(row[place].text and not row[place].left for row in grid.rows[header.body :]):
                self.unread.add(name)
                where = Place(grid.sheet, grid.number_of(header.start))
                self.not_read.append(Leftover(where, (name,), "column_not_read"))

    def _heads_table(self) -> bool:
        """The heading above a table is its section, unless it is the title of the whole."""
        return bool(self.heading) and self.heading not in self.title

    def _take(self, table: Table, *, fresh: bool) -> None:
        drafts = table.drafts
        if (
            not fresh
            and drafts
            and self.drafts
            and not drafts[0].number
            and drafts[0].text[:1].islower()
        ):
            self.joined.append(join_split(self.drafts[-1], drafts.pop(0)))
        self.drafts += drafts
        self.joined += table.joined
        self.not_read += table.not_read

    def _title_rows(self, grid: Grid, header: Header) -> None:
        """Lines above the header inside the grid: the title, or headings of the table."""
        above = has_headings_above(grid, header)
        for place in range(header.start):
            texts = [
                one_line(cell.text) for cell in grid.rows[place] if cell.text and not cell.left
            ]
            line = " ".join(dict.fromkeys(texts))
            if not line:
                continue
            if above and place == header.start - 1 and is_wide(grid.rows[place]):
                self.sections.enter(line)
                continue
            is_title = not _STAMP.match(line) and (
                not self.title or (not _YEAR.search(self.title) and bool(_YEAR.search(line)))
            )
            if is_title and not self.drafts:
                self.title = f"{self.title} {line}".strip()
            else:
                left = Place(grid.sheet, grid.number_of(place))
                self.not_read.append(Leftover(left, tuple(texts), "title_line"))

    def _is_plan_without_header(self, grid: Grid) -> bool:
        filled = [
            row for row in grid.rows if sum(1 for cell in row if cell.text and not cell.left) >= 2
        ]
        return grid.width >= 3 and len(filled) >= 3 and not self.drafts

    def _question(self, grid: Grid) -> Header | None:
        guess = guess_columns(grid)
        shown = tuple(tuple(cell.text for cell in row) for row in grid.rows[:5])
        self.questions.append(
            Question(
                Place(grid.sheet, grid.first_row), shown, tuple(str(each or "") for each in guess)
            )
        )
        if Column.TEXT not in guess or not {Column.TERM, Column.RESPONSIBLE} & set(guess):
            return None
        self.notes.append("columns_guessed")
        return Header(guess, ("",) * grid.width, 0)

    def _answered(self, grid: Grid, answer: Sequence[str]) -> Header:
        roles = tuple(
            Column(role) if role in set(Column) else None for role in answer[: grid.width]
        )
        found = find_header(grid)
        padded = roles + (None,) * (grid.width - len(roles))
        return Header(
            padded, found.heads if found else ("",) * grid.width, found.body if found else 0
        )

    def _not_a_plan(self, grid: Grid) -> None:
        for place, row in enumerate(grid.rows):
            texts = tuple(one_line(cell.text) for cell in row if cell.text and not cell.left)
            if texts:
                self.not_read.append(
                    Leftover(Place(grid.sheet, grid.number_of(place)), texts, "not_a_plan_table")
                )


def _responsible_cells(drafts: Sequence[Draft]) -> frozenset[str]:
    return frozenset(text for draft in drafts for text, _ in draft.responsible if text)


class _RowReader:
    """Reads the words of drafts; cells that say the same are read once."""

    def __init__(self, lang: str, period: Period | None, known: KnownNames) -> None:
        self.lang, self.period, self.known = lang, period, known
        self._responsibles: dict[tuple[_Cells, bool], Responsible] = {}
        self._years: dict[str, Period | None] = {}
        self._above: PlanRow | None = None

    def read(self, draft: Draft) -> PlanRow:
        if draft.section not in self._years:
            self._years[draft.section] = self.period or propose_period(draft.section)
        years = self._years[draft.section]
        steps = tuple(_step(text, raw, years, self.lang) for text, raw in draft.steps)
        term = self._term(draft, years)
        row = PlanRow(
            draft.number,
            draft.section,
            draft.text,
            draft.result,
            _spanning(term, steps) if steps else term,
            self._responsible(tuple(draft.responsible), draft.names_persons),
            draft.place,
            steps,
            tuple(dict.fromkeys(draft.flags)),
        )
        self._above = _with_what_stands_above(row, self._above)
        return self._above

    def _responsible(self, cells: _Cells, persons: bool) -> Responsible:
        if (cells, persons) not in self._responsibles:
            self._responsibles[cells, persons] = read_responsible(
                cells, known=self.known, lang=self.lang, persons=persons
            )
        return self._responsibles[cells, persons]

    def _term(self, draft: Draft, years: Period | None) -> Term:
        if draft.term_from or draft.term_to:
            return _two_columns(draft, years, self.lang)
        raw = tidy(draft.term)
        return read_term(raw, period=years, lang=_term_lang(raw, self.lang))


def _with_what_stands_above(row: PlanRow, above: PlanRow | None) -> PlanRow:
    """A cell that says "the same" or "see above" means what the row above says; the flag stays."""
    if above and "as_above" in row.term.flags:
        row = replace(row, term=replace(above.term, raw=row.term.raw, flags=row.term.flags))
    if above and "as_above" in row.responsible.flags:
        row = replace(row, responsible=replace(row.responsible, actors=above.responsible.actors))
    return row


def _term_lang(term: str, lang: str) -> str:
    """A Latin or Cyrillic term in a Chinese table is read in its own language."""
    own = language_of(term) if any(map(str.isalpha, term)) else lang
    return (
        own if own == "zh" or lang != "ru" or re.search(r"[a-z]{3}", term, re.IGNORECASE) else lang
    )


def _two_columns(draft: Draft, period: Period | None, lang: str) -> Term:
    begin = read_term(draft.term_from, period=period, lang=lang)
    end = read_term(draft.term_to, period=period, lang=lang)
    raw = " – ".join(part for part in (tidy(draft.term_from), tidy(draft.term_to)) if part)
    start = first_day(draft.term_from, period=period, lang=lang) or begin.start or begin.end
    last = end.end
    if start and last and last < start:
        start = None
    is_once = end.recurrence in {Recurrence.ONCE, Recurrence.UNKNOWN} and bool(start or last)
    recurrence = Recurrence.ONCE if is_once else end.recurrence
    return Term(
        raw, start, last, recurrence, flags=tuple(dict.fromkeys([*begin.flags, *end.flags]))
    )


def _step(text: str, raw: str, period: Period | None, lang: str) -> Milestone:
    term = read_term(raw, period=period, lang=lang)
    return Milestone(term.start, term.end, text)


def _spanning(term: Term, steps: Sequence[Milestone]) -> Term:
    """A measure with steps lasts from the first to the last of them."""
    ends: list[date] = [step.end for step in steps if step.end]
    if not ends or term.recurrence not in {Recurrence.ONCE, Recurrence.UNKNOWN}:
        return term
    starts = [step.start for step in steps]
    start = min(each for each in starts if each) if all(starts) else None
    return replace(
        term,
        start=start,
        end=max(ends),
        recurrence=Recurrence.ONCE,
        flags=tuple(flag for flag in term.flags if flag != "several_dates"),
    )
