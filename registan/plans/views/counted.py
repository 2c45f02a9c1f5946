"""The figure of an indicator: a bar for each who owes a report, and the same as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.safestring import mark_safe

from registan.kernel.draw.bars import bar
from registan.plans.export.sheets import write_csv
from registan.plans.export.table import PaperTable
from registan.plans.queries.counted import counted_in
from registan.plans.queries.overview import plan_round
from registan.plans.queries.plans import find_measure, find_plan
from registan.plans.queries.typed import plain
from registan.web.refusal import NotThere
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.parties.request import PageRequest
    from registan.plans.queries.counted import Counted


def figures(found: Sequence[Counted]) -> list[dict[str, Any]]:
    """Each indicator with its finding as a title, and rows of name, value and bar."""
    return [
        {
            "indicator": each.indicator,
            "title": say("plans.counted_head", name=in_lang(each.indicator.names), n=each.given,
                         m=len(each.values)),
            "rows": [
                (name, plain(value) if value is not None else "",
                 mark_safe(bar(value, each.most, "going")) if value is not None else "")  # noqa: S308  figures alone
                for name, value in each.values
            ],
        }
        for each in found
    ]  # fmt: skip


def indicators_file(request: PageRequest, key: str, number: str) -> HttpResponse:
    """Values of a measure's indicators in one round, for a spreadsheet."""
    plan = find_plan(key, request.viewer)
    measure = find_measure(plan, number, request.viewer)
    round_ = plan_round(plan, request.viewer, request.GET.get("round", ""))
    if round_ is None:
        raise NotThere
    rows = tuple(
        (in_lang(each.indicator.names), in_lang(each.indicator.unit), name,
         plain(value) if value is not None else "")
        for each in counted_in(round_, measure, request.viewer)
        for name, value in each.values
    )  # fmt: skip
    heads = tuple(
        say(f"plans.{part}") for part in ("indicator", "indicator.unit", "party", "indicator.value")
    )
    paper = PaperTable(
        lang=current_lang(), title="", subtitle="", notice="", heads=heads, widths=(1.0,) * 4,
        rows=rows, made_at=timezone.now(), page="",
    )  # fmt: skip
    response = HttpResponse(write_csv(paper), content_type="text/csv; charset=utf-8")
    name = f"{plan.key}-{round_.number}-{measure.pk}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
