"""The result of a scenario on its page, and as a file."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from registan.health.brief.content import gather
from registan.health.brief.paper import write_pdf
from registan.health.brief.word import write_docx
from registan.health.queries.scenarios import find_scenario
from registan.health.scenario_answer import ARMS, OUTCOMES, answer, limits, ordered, signed
from registan.health.scenario_words import figure
from registan.kernel.draw.intervals import ends, interval_bar
from registan.parties.queries import language_choices
from registan.web.refusal import NotThere
from registan.web.rows import Cell, Column, Tag, table
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from registan.health.models import Scenario
    from registan.health.scenario_answer import Answer
    from registan.parties.request import PageRequest

# Form -> its writer and its kind.
WRITERS = {
    "pdf": (write_pdf, "application/pdf"),
    "docx": (write_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def result_context(found: Scenario) -> dict[str, Any]:
    """What the page shows of a computed scenario."""
    told = answer(found)
    return {
        "answer": told, "by_state": _by_state(told), "beds": _beds(found, told),
        "averted": _averted(told), "briefs": language_choices(),
        "limits": limits(),
        "weeks": mark_safe(told.weeks),  # noqa: S308  escaped there
    }  # fmt: skip


def _by_state(told: Answer) -> SafeString:
    rows: list[list[Cell]] = []
    for row in told.rows:
        cells: list[Cell] = [
            (cell, Tag(say("scenario.costs_more"), "late")) if name in row.worse else cell
            for name, cell in zip(OUTCOMES, row.cells, strict=True)
        ]
        rows.append([row.name, *cells])
    heads: list[str | Column] = [
        Column(say("scenario.state"), "head"),
        *(Column(say(f"scenario.outcome.{name}"), "num") for name in OUTCOMES),
    ]
    return table(heads, rows, label=say("scenario.by_state"))


def _averted(told: Answer) -> list[tuple[str, SafeString, str]]:
    """Name, bar and words of each State."""
    least, most = ends(told.intervals)
    return [
        (row.label, mark_safe(interval_bar(row, least, most)), row.words)  # noqa: S308  escaped there
        for row in told.intervals
    ]


def _beds(found: Scenario, told: Answer) -> SafeString:
    rows: list[list[Cell]] = []
    for row in told.rows:
        if not row.key:
            continue
        state = found.result["states"][row.key]
        rows.append([
            row.name,
            *(figure(round(100 * state["short"][arm], 1)) for arm in ARMS),
            *(_day(state["first_day"][arm]) for arm in ARMS),
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("scenario.state"), "head"),
        *(Column(say(f"scenario.{what}.{arm}"), "num") for what in ("short", "first_day") for arm in ARMS),
    ]  # fmt: skip
    return table(heads, rows, label=say("scenario.beds_and_days"))


def _day(value: float) -> str:
    return say("scenario.never") if value < 0 else signed(value)


def brief_file(request: PageRequest, pk: int, lang: str, form: str) -> HttpResponse:
    """The leaders' brief of two pages, in any of the languages."""
    found = find_scenario(pk, request.viewer)
    if not found.result or lang not in LANGS or form not in WRITERS:
        raise NotThere
    write, kind = WRITERS[form]
    response = HttpResponse(write(gather(found, lang)), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="scenario-{pk}-{lang}.{form}"'
    return response


def result_file(request: PageRequest, pk: int) -> HttpResponse:
    """Every figure of the result, for a spreadsheet."""
    found = find_scenario(pk, request.viewer)
    if not found.result:
        raise NotThere
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    ends_ = ("unilateral", "joint", "median", "low", "high", "share_worse")
    writer.writerow(["scenario", "state", "outcome", *ends_, "illustrative"])
    states = found.result["states"]
    accounts = {key: states[key] for key in ordered(list(states))}
    accounts["ALL"] = found.result["together"]
    mark = "illustrative" if found.illustrative else ""
    for key, account in accounts.items():
        for name in OUTCOMES:
            writer.writerow([pk, key, name, *(account[name][end] for end in ends_), mark])
    for arm in ARMS:
        rows = found.result["weeks"][arm]
        for week, (low, median, high) in enumerate(zip(*rows, strict=True), 1):
            row = {"median": median, "low": low, "high": high}
            told = [row.get(end, "") for end in ends_]
            writer.writerow([pk, "ALL", f"cases of week {week}, {arm}", *told, mark])
    data = b"\xef\xbb\xbf" + text.getvalue().encode()
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="scenario-{pk}.csv"'
    return response
