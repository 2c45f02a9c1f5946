"""The measures of a plan as a paper table, with the columns that the reader of tables reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format

from registan.parties.queries import Names, organisation
from registan.plans.export.table import PaperTable, Row, Section
from registan.plans.models.measures import Standing
from registan.plans.queries.plans import measure_lines, steps_by_measure, version_for
from registan.web.languages import CODES
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.plans.models import Plan
    from registan.plans.queries.plans import Filters, MeasureLine

WIDTHS = (1.0, 6.0, 3.0, 2.2, 3.3)


def measures_paper(plan: Plan, viewer: Viewer, lang: str, filters: Filters) -> PaperTable:
    """Number, measure, expected result, term, responsible; words as printed in the plan."""
    shown = version_for(plan, lang)
    with translation.override(CODES[shown]):
        return _paper(plan, viewer, shown, filters)


def _paper(plan: Plan, viewer: Viewer, shown: str, filters: Filters) -> PaperTable:
    titles = {row.pk: in_lang(row.titles, shown) for row in plan.chapters.all()}
    rows: list[Section | Row] = []
    steps = steps_by_measure(plan)
    last: int | None = None
    for line in measure_lines(plan, viewer, shown, filters):
        if line.chapter is not None and line.chapter != last:
            rows.append(Section(titles[line.chapter]))
        last = line.chapter
        rows += _lines(line, steps.get(line.pk, 0))
    known = organisation()
    heads = ("number", "measure", "result", "term", "responsible")
    return PaperTable(
        lang=shown,
        title=in_lang(plan.titles, shown),
        subtitle=_subtitle(plan, shown, filters),
        notice=say("web.illustrative", shown) if plan.illustrative else "",
        heads=tuple(say(f"plans.column.{head}", shown) for head in heads),
        widths=WIDTHS,
        rows=tuple(rows),
        made_at=plan.brought_in_at,
        page=say("plans.page_of", shown, page="{page}", pages="{pages}"),
        organisation=in_lang(known.names, shown) if known else "",
        mark=_annex_mark(plan, shown),
        language_line=_language_line(shown),
    )


def _lines(line: MeasureLine, steps: int) -> list[Row]:
    """A measure as its plan prints it: one row, or one for each step with a term of its own."""
    results, terms = line.result.split("\n"), line.term.split("; ")
    if steps < 2 or not len(results) == len(terms) == steps:
        return [(line.number, line.text, line.result, line.term, line.responsible_raw)]
    first: Row = (line.number, line.text, results[0], terms[0], line.responsible_raw)
    more: list[Row] = [
        (None, None, result, term, None)
        for result, term in zip(results[1:], terms[1:], strict=True)
    ]
    return [first, *more]


def _annex_mark(plan: Plan, lang: str) -> str:
    cited = in_lang(plan.instrument, lang)
    return say("plans.export.annex", lang, instrument=cited) if cited else ""


def _language_line(lang: str) -> str:
    known = organisation()
    standing = known.languages.get(lang, "") if known else ""
    kind = "unofficial" if standing == "unofficial" else "text"
    return say(f"plans.export.{kind}", lang)


def _subtitle(plan: Plan, lang: str, filters: Filters) -> str:
    """The period of the plan, and what the rows were chosen by where they are not all."""
    parts = []
    if plan.starts_on and plan.ends_on:
        parts.append(say("web.days", lang, start=_day(plan.starts_on),
                         end=_day(plan.ends_on)))  # fmt: skip
    if chosen := _chosen(plan, lang, filters):
        parts.append(
            say("plans.export.chosen", lang, by=say("plans.review.list", lang).join(chosen))
        )
    return " · ".join(parts)


def _chosen(plan: Plan, lang: str, filters: Filters) -> list[str]:
    found = []
    if filters.chapter is not None:
        chapter = plan.chapters.filter(position=filters.chapter).first()
        found.append(in_lang(chapter.titles, lang) if chapter else str(filters.chapter))
    if filters.party:
        found.append(Names.load().short(filters.party, lang))
    if filters.fate:
        found.append(
            say(f"fate.{filters.fate}", lang) if filters.fate in Standing else filters.fate
        )
    if filters.due_from:
        day = _day(filters.due_from)
        found.append(say("plans.export.due_from", lang, day=day))
    if filters.due_to:
        found.append(say("plans.export.due_to", lang, day=_day(filters.due_to)))
    if filters.words:
        found.append(say("plans.export.words", lang, words=filters.words))
    return found


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
