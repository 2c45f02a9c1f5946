"""What a person should look at in a file that was read: one sentence each, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.cli.speech import sentence
from registan.cli.terminal import clean
from registan.kernel.plan.reading import Recurrence
from registan.web.texts import has_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.kernel.plan.reading import Leftover, Place, PlanReading, PlanRow, Question

# Repeated headings and numbers of columns are no content; the other codes tell what was done well.
SILENT = frozenset({
    "column_numbers", "repeated_header",
    "footnote_cut", "article_cut", "elided_prefix", "elided_ending", "columns_guessed",
})  # fmt: skip
LONGEST = 120


def unsettled(reading: PlanReading) -> Iterator[str]:
    """Sentences in the order of the file: its tables, its rows, and what is no measure."""
    for note in reading.notes:
        if note not in SILENT:
            yield sentence(f"reading.note.{note}") if _known(f"note.{note}") else _look(note)
    for question in reading.questions:
        yield _question(question, read="columns_guessed" in reading.notes)
    for row in reading.rows:
        yield from _row(row)
    for leftover in (*reading.not_read, *reading.joined):
        if leftover.reason not in SILENT:
            yield _flagged(leftover.place, _reason("left", leftover.reason), _printed(leftover))


def _question(question: Question, *, read: bool) -> str:
    if not read:
        return sentence("reading.header_unknown", place=_place(question.place))
    columns = ", ".join(
        f"{number} — " + sentence("reading.column." + (role or "other"))
        for number, role in enumerate(question.guess, start=1)
    )
    return sentence("reading.no_header", place=_place(question.place), columns=columns)


def _row(row: PlanRow) -> Iterator[str]:
    term, responsible = row.term, row.responsible
    term_flags = [flag for flag in term.flags if flag not in SILENT]
    if term.raw and not term_flags and term.recurrence == Recurrence.UNKNOWN:
        term_flags = ["term_unknown"]
    for flags, printed in (
        (row.flags, row.text),
        (term_flags, term.raw),
        (responsible.flags, responsible.raw),
    ):
        for flag in flags:
            if flag not in SILENT:
                yield _flagged(row.place, _reason("flag", flag), printed)


def _flagged(place: Place, reason: str, printed: str) -> str:
    flat = clean(printed)
    shown = flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"
    return sentence("reading.flagged", place=_place(place), reason=reason, printed=shown)


def _place(place: Place) -> str:
    sheet = clean(place.sheet)
    if sheet.startswith("#"):
        return sentence("reading.place_in_table", table=sheet[1:], row=place.row)
    return sentence("reading.place_in" if sheet else "reading.place", sheet=sheet, row=place.row)


def _reason(kind: str, code: str) -> str:
    return sentence(f"reading.{kind}.{code}") if _known(f"{kind}.{code}") else _look(code)


def _known(key: str) -> bool:
    return has_text(f"cli.reading.{key}")


def _look(code: str) -> str:
    return sentence("reading.look", code=code)


def _printed(leftover: Leftover) -> str:
    return " | ".join(leftover.cells)
