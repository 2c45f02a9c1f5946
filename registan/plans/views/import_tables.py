"""Tables of an import tray: rows, what does not match a plan, what became no measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from registan.parties.queries import Names
from registan.plans.bringing import Desk, Purpose
from registan.plans.queries.plans import measure_lines, version_for
from registan.plans.views.import_words import (
    issues_words,
    place_words,
    responsible_words,
    term_words,
)
from registan.web.languages import HTML_LANG
from registan.web.rows import Column, Heading, Link, Tag, Words, table
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from registan.kernel.plan.reading import Leftover, PlanRow
    from registan.ledger.audience import Viewer
    from registan.plans.settling import TrayRow

SHOWN_OF_CELL = 400


def rows_table(desk: Desk, shown: Sequence[tuple[PlanRow, TrayRow]]) -> SafeString:
    """What is printed beside what was made of it; cells are in the language of the table."""
    names, lang = Names.load(), desk.settled.lang
    base = reverse("import_row", args=[desk.tray.token, "0"]).removesuffix("0/")
    any_open = any(row.row_id in desk.issues for _, row in shown)
    rows: list[Any] = []
    last = ""
    for read, row in shown:
        if row.chapter and row.chapter != last:
            rows.append(Heading(row.chapter))
        last = row.chapter
        href = base + _quoted(row.row_id)
        cells = _cells(read, row, names, lang, href)
        if any_open:
            issues = desk.issues.get(row.row_id, ())
            settle = Link(say("import.rows.settle"), href)
            cells.insert(6, (_own(issues_words(issues), lang), settle) if issues else "")
        rows.append(cells)
    heads: list[str | Column] = [
        Column(say("plans.column.number"), "head"), Column(say("plans.column.measure"), "wide"),
        say("plans.column.term"), say("import.rows.read_as"), say("plans.column.responsible"),
        say("import.rows.read_as"), *([say("import.rows.issues")] if any_open else []),
        say("import.rows.place"),
    ]  # fmt: skip
    return table(
        heads, rows, label=say("import.part.rows"), classes="dense settling", lang=HTML_LANG[lang]
    )


def _cells(read: PlanRow, row: TrayRow, names: Names, lang: str, href: str) -> list[Any]:
    return [
        row.number,
        (Link(_short(row.version.text) or "—", href), *_tags(row)),
        read.term.raw,
        _own(term_words(row), lang),
        _short(read.responsible.raw),
        responsible_words(row.assignments, names, lang),
        _own(place_words(read.place), lang),
    ]


def _own(text: str, lang: str) -> str | Words:
    """A text in the reader's language inside a table in `lang`."""
    own = current_lang()
    return text if own == lang else Words(text, HTML_LANG[own])


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_OF_CELL else text[:SHOWN_OF_CELL] + "…"


def _tags(row: TrayRow) -> list[Tag]:
    tags = [Tag(say("import.rows.out_tag"), "late")] if row.out else []
    return [*tags, Tag(say("import.rows.changed_tag"), "going")] if row.changed else tags


def _quoted(row_id: str) -> str:
    return reverse("import_row", args=["0", row_id]).rpartition("/rows/")[2]


def compare_tables(desk: Desk, viewer: Viewer) -> list[tuple[str, SafeString | str]]:
    """(heading, table) of what does not match, side by side."""
    beside, plan = desk.comparison, desk.tray.plan
    if beside is None or plan is None:
        return []
    lang = desk.settled.lang
    held = {line.number: line.text for line in measure_lines(plan, viewer, current_lang())}
    in_file = {row.number: row for row in desk.settled.kept}
    base = reverse("import_row", args=[desk.tray.token, "0"]).removesuffix("0/")
    number, in_plan, in_file_ = Column(say("plans.column.number"), "head"), "in_plan", "in_file"
    only_in_file = [
        [each, Link(row.version.text or "—", base + _quoted(row.row_id))]
        for each in beside.only_in_file
        if (row := in_file.get(each))
    ]
    only_in_plan = [[each, held.get(each, "")] for each in beside.only_in_plan]
    differing = [
        [
            each.number,
            _own(say(f"import.field.{each.field}"), lang),
            each.in_plan or "—",
            each.in_file or "—",
        ]
        for each in beside.differences
    ]
    title = "words" if desk.purpose == Purpose.CORRECTION else "dates"
    said = {name: say(f"import.compare.{name}") for name in (in_plan, in_file_, "field")}
    four = [number, said["field"], said[in_plan], said[in_file_]]
    found = [
        ("only_in_file", _beside([number, said[in_file_]], only_in_file, "only_in_file", lang)),
        ("only_in_plan", _beside([number, said[in_plan]], only_in_plan, "only_in_plan",
                                 version_for(plan, current_lang()))),
        (title, _beside(four, differing, title, lang if title == "words" else current_lang())),
    ]  # fmt: skip
    return [(say(f"import.compare.{name}"), text) for name, text in found if text]


def _beside(heads: Sequence[Any], rows: list[Any], name: str, lang: str) -> SafeString | str:
    if not rows:
        return ""
    return table(
        heads, rows, label=say(f"import.compare.{name}"), classes="beside", lang=HTML_LANG[lang]
    )


def left_table(lines: Sequence[Leftover], name: str) -> SafeString | str:
    """What became no measure: where it stands, its words, and why."""
    heads: list[str | Column] = [
        Column(say("import.rows.place"), "head"),
        say("import.left.words"),
        say("import.left.why"),
    ]
    rows = [
        [place_words(each.place), " | ".join(filter(None, each.cells)), say(f"left.{each.reason}")]
        for each in lines
    ]
    return table(heads, rows, label=say(f"import.left.{name}")) if rows else ""
