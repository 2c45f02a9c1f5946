"""The measures of a plan as a paper table, with the columns that the reader of tables reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format

from registan.plans.export.table import PaperTable, Section
from registan.plans.queries.plans import measure_lines, version_for
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.plans.models import Plan
    from registan.plans.queries.plans import Filters

WIDTHS = (1.0, 6.0, 3.0, 2.2, 3.3)


def measures_paper(plan: Plan, viewer: Viewer, lang: str, filters: Filters) -> PaperTable:
    """Number, measure, expected result, term, responsible; words as printed in the plan."""
    shown = version_for(plan, lang)
    titles = {row.pk: in_lang(row.titles, shown) for row in plan.chapters.all()}
    rows: list[Section | tuple[str, ...]] = []
    last: int | None = None
    for line in measure_lines(plan, viewer, shown, filters):
        if line.chapter is not None and line.chapter != last:
            rows.append(Section(titles[line.chapter]))
        last = line.chapter
        rows.append((line.number, line.text, line.result, line.term_raw, line.responsible_raw))
    heads = ("number", "measure", "result", "term", "responsible")
    return PaperTable(
        lang=shown,
        title=in_lang(plan.titles, shown),
        subtitle=_period(plan, shown),
        notice=say("web.illustrative", shown) if plan.illustrative else "",
        heads=tuple(say(f"plans.column.{head}", shown) for head in heads),
        widths=WIDTHS,
        rows=tuple(rows),
        made_at=plan.brought_in_at,
        page=say("plans.page_of", shown, page="{page}", pages="{pages}"),
    )


def _period(plan: Plan, lang: str) -> str:
    if not plan.starts_on or not plan.ends_on:
        return ""
    return say("plans.period_of", lang, start=date_format(plan.starts_on, "Y-m-d"),
               end=date_format(plan.ends_on, "Y-m-d"))  # fmt: skip
