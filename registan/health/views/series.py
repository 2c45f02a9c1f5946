"""Series on pages: the grid of States and weeks, one State's series with figure, table and CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from registan.health.differences import step_of
from registan.health.queries.conditions import MEASURES, definitions, find_condition
from registan.health.queries.estimates import estimated
from registan.health.queries.series import readings
from registan.health.queries.silence import last_awaited, silences
from registan.health.views.estimates import estimate_context, estimates_csv
from registan.health.views.expected import expected_context, expected_csv
from registan.health.views.words import place_words, shown
from registan.kernel.counts.periods import period_name
from registan.kernel.draw.weeks import Bar, bars_in_time
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names, find_state, members
from registan.parties.request import may
from registan.plans.views.plans import asked_day
from registan.web.refusal import NotThere
from registan.web.rows import Cell, Column, Link, Mark, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import Condition
    from registan.health.queries.series import Reading
    from registan.parties.request import PageRequest

WEEKS_SHOWN, DAYS_SHOWN = 12, 14
BARS, ROWS = 160, 110


def condition(request: PageRequest, code: str) -> HttpResponse:
    """State by week in protocol order; definitions; silences."""
    may_be_kept(request)
    found = find_condition(code, request.viewer)
    today = timezone.localdate()
    names = Names.load()
    measure, as_of = _measure(request), asked_day(request.GET.get("as_of", ""))
    told = readings(found, measure, request.viewer, as_of=as_of)
    context = {
        "condition": found, "definitions": definitions(found), "measure": measure, "as_of": as_of,
        "measures": MEASURES, "grid": grid(found, told, today),
        "grid_note": grid_note(found, told, today),
        "silences": [(names.short(row.state.key), row) for row in silences(found, today)],
        "may_define": may(request, "conditions.define") or may(request, "counts.submit"),
        "may_send": may(request, "counts.submit"),
        "history": history(found.urn, request.viewer, limit=20),
    }  # fmt: skip
    return render(request, "health/condition.html", context)


def _measure(request: PageRequest) -> str:
    asked = request.GET.get("measure", "")
    return asked if asked in MEASURES else MEASURES[0]


def grid_starts(found: Condition, told: list[Reading], today: date, most: int) -> list[int]:
    """First days of the periods to show: up to the last one awaited; where nothing is told of any of
    these, up to the last one that anybody spoke of."""
    step, last = step_of(found), last_awaited(found, today).toordinal()
    count = min(WEEKS_SHOWN if step == 7 else DAYS_SHOWN, most)
    newest = max((row.standing.starts[-1] for row in told if row.standing.kinds), default=last)
    if newest < last - step * (count - 1):
        last = newest
    return [last - step * back for back in range(count - 1, -1, -1)]


def grid_note(found: Condition, told: list[Reading], today: date, most: int = DAYS_SHOWN) -> str:
    """That the grid shows periods of long ago; "" where it shows the last ones."""
    last = grid_starts(found, told, today, most)[-1]
    if last == last_awaited(found, today).toordinal():
        return ""
    return say("health.grid.past", period=period_name(found.period, last))


def grid(
    found: Condition, told: list[Reading], today: date, *, most: int = DAYS_SHOWN
) -> SafeString:
    """The last periods, a row a State: every member, and whoever else has sent."""
    names, starts = Names.load(), grid_starts(found, told, today, most)
    whole = {row.state: row for row in told if not row.series.is_part}
    keys = [state.key for state in members(today)]
    keys += sorted(set(whole) - set(keys))
    rows = []
    for key in keys:
        row = whole.get(key)
        name = names.short(key)
        href = reverse("series", args=[found.code, key])
        cells = [Mark(*shown(row, start)) if row else Mark(say("counts.kind.nothing"), "late")
                 for start in starts]  # fmt: skip
        rows.append([Link(name, href) if row else name, *cells])
    heads = [Column(say("plans.party"), "head"),
             *(Column(period_name(found.period, start), "mark") for start in starts)]  # fmt: skip
    return table(heads, rows, label=say("health.grid"), classes="grid")


def series(request: PageRequest, code: str, state: str) -> HttpResponse:
    """One State's series: now, or as known on a day."""
    may_be_kept(request)
    found, told = _told(request, code, state)
    names = Names.load()
    chosen = next((row for row in told if str(row.series.pk) == request.GET.get("part")), told[0])
    title = say(
        "health.series.title", what=in_lang(found.names), place=place_words(chosen.series, names)
    )
    context = {
        "condition": found, "state": state, "title": title, "measure": chosen.series.measure,
        "measures": MEASURES, "as_of": asked_day(request.GET.get("as_of", "")),
        "parts": [(row.series.pk, place_words(row.series, names)) for row in told],
        "part": chosen.series.pk, "below": chosen.below, "masked": bool(chosen.hidden),
        "redefined": _redefined(found, chosen),
        "figure": _figure(found, chosen, title), "table": _table(found, chosen),
        "query": request.GET.urlencode(),
        "estimates": estimate_context(chosen, request.viewer, title=title,
                                      is_past=bool(request.GET.get("as_of"))),
        "expected": None if request.GET.get("as_of")
        else expected_context(chosen, request.viewer, title),
    }  # fmt: skip
    return render(request, "health/series.html", context)


def estimates_file(request: PageRequest, code: str, state: str) -> HttpResponse:
    """What is estimated of a State's series, for a spreadsheet; nothing where the page shows nothing."""
    _, told = _told(request, code, state)
    found = estimated(told[0], request.viewer)
    return estimates_csv(found.estimate, f"{code}-{state}-{told[0].series.measure}")


def expected_file(request: PageRequest, code: str, state: str) -> HttpResponse:
    """A year of cases beside what the method expects, for a spreadsheet."""
    found = find_condition(code, request.viewer)
    find_state(state)
    told = readings(found, MEASURES[0], request.viewer, state=state)
    whole = next((row for row in told if not row.series.is_part), None)
    if whole is None:
        raise NotThere
    return expected_csv(whole, request.viewer, f"{code}-{state}")


def series_file(request: PageRequest, code: str, state: str) -> HttpResponse:
    """All of one State's series of a measure, for a spreadsheet; what is hidden is said to be."""
    found, told = _told(request, code, state)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["state", "area", "condition", "period", "measure", "sex", "age", "value",
                     "revised", "submission", "illustrative"])  # fmt: skip
    for row in told:
        each = row.series
        for place, start in enumerate(row.standing.starts):
            writer.writerow([
                each.state.key, each.area, found.code, period_name(found.period, start),
                each.measure, each.sex, each.age, file_value(row, start),
                row.standing.revised[place], row.standing.by[place] or "",
                "illustrative" if found.illustrative else "",
            ])  # fmt: skip
    data = b"\xef\xbb\xbf" + text.getvalue().encode()
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.code}-{state}.csv"'
    return response


def file_value(row: Reading, start: int) -> str:
    """A figure for machines: digits, NR, `<5`, `withheld`, or empty where nobody said anything."""
    kind, value = row.standing.at(start)
    if start in row.hidden:
        return "withheld" if start in row.withheld else f"<{row.below}"
    return {".": "", "n": "NR"}.get(kind, str(value))


def _told(request: PageRequest, code: str, state: str) -> tuple[Condition, list[Reading]]:
    found = find_condition(code, request.viewer)
    find_state(state)
    as_of = asked_day(request.GET.get("as_of", ""))
    told = readings(found, _measure(request), request.viewer, state=state, as_of=as_of)
    if not told:
        raise NotThere
    return found, sorted(told, key=lambda row: (row.series.is_part, row.series.area,
                                                row.series.sex, row.series.age))  # fmt: skip


def _redefined(found: Condition, row: Reading) -> str:
    """From when on it is counted otherwise, and what follows; "" where it never changed."""
    start = row.standing.redefined_at
    if start is None:
        return ""
    keys = {each.pk: each.key for each in definitions(found)}
    return say("health.redefined", period=period_name(found.period, start),
               key=keys.get(row.standing.definition_at(start), ""))  # fmt: skip


def _figure(found: Condition, row: Reading, title: str) -> SafeString:
    bars = []
    for start in list(row.standing.starts)[-BARS:]:
        words, look = shown(row, start)
        name = period_name(found.period, start)
        bars.append(
            Bar(f"{name}: {words}", row.value(start), "going" if look == "going" else "apart")
        )
    return mark_safe(bars_in_time(bars, title=title))  # noqa: S308  escaped there


def _table(found: Condition, row: Reading) -> SafeString:
    """The latest first: figure, how often revised, the submission with the last word."""
    keys = {each.pk: each.key for each in definitions(found)}
    rows: list[list[Cell]] = []
    for start in reversed(list(row.standing.starts)[-ROWS:]):
        place = (start - row.standing.first) // row.standing.step
        by = row.standing.by[place]
        rows.append([
            period_name(found.period, start), Mark(*shown(row, start)),
            str(row.standing.revised[place] or ""),
            keys.get(row.standing.definitions[place], ""),
            Link(say("web.entry_n", n=by), reverse("submission", args=[by])) if by else "",
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("counts.period"), "head"), Column(say("counts.figure"), "mark"),
        Column(say("counts.of.revised"), "num"), say("health.definition"), say("health.submission"),
    ]  # fmt: skip
    return table(heads, rows, label=say("health.figures"), classes="periods")
