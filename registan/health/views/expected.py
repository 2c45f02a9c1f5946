"""A year of a series beside what the method in force expects: in a sentence, as a figure, as CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from registan.health.queries.estimates import expected
from registan.health.views.estimates import whole
from registan.kernel.counts.periods import week_name
from registan.kernel.draw.fan import Spot, fan
from registan.web.rows import Column, table
from registan.web.texts import say

if TYPE_CHECKING:
    from registan.health.queries.estimates import Expected, ExpectedWeek
    from registan.health.queries.series import Reading
    from registan.ledger.audience import Viewer

MOST_NAMED = 8  # weeks above the bound, in a sentence


def expected_context(reading: Reading, viewer: Viewer, title: str) -> dict[str, Any] | None:
    """For health/expected.html; None where there is no bound for this reader."""
    told = expected(reading, viewer)
    if told is None or not told.has_bound:
        return None
    code, state = reading.series.condition.code, reading.state
    return {
        "figure": _figure(told, title), "sentence": _sentence(told), "table": _table(told, title),
        "key": say("expected.key", n=told.version), "method": told.version,
        "csv": reverse("series_expected", args=[code, state]),
    }  # fmt: skip


def _sentence(told: Expected) -> str:
    """Which of the weeks lie above the bound."""
    above = [week_name(week.start) for week in told.weeks if week.is_above]
    first, last = (week_name(told.weeks[place].start) for place in (0, -1))
    if not above:
        return say("expected.none", first=first, last=last)
    shown = say("web.list").join(above[-MOST_NAMED:])
    return say("expected.above", first=first, last=last, n=len(above), weeks=shown)


def _figure(told: Expected, title: str) -> SafeString:
    spots = [_spot(week) for week in told.weeks]
    first, last = (week_name(told.weeks[place].start) for place in (0, -1))
    name = say("expected.title", what=title)
    return mark_safe(fan(spots, title=name, first=first, last=last))  # noqa: S308  escaped there


def _table(told: Expected, title: str) -> SafeString:
    """The numbers of the figure, a line for each week; above the bound is said in words."""
    heads: list[str | Column] = [
        Column(say("estimate.week"), "head"), *(
            Column(say(f"expected.{name}"), "num") for name in ("count", "middle", "upper")
        ), say("expected.place"),
    ]  # fmt: skip
    return table(heads, [
        [week_name(week.start), *map(_number, (week.value, week.expected, week.upper)),
         say("expected.is_above") if week.is_above else ""]
        for week in told.weeks
    ], label=say("expected.title", what=title))  # fmt: skip


def _number(value: float | None) -> str:
    return "—" if value is None else whole(value)


def _spot(week: ExpectedWeek) -> Spot:
    name, value = week_name(week.start), week.value
    if week.expected is None or week.upper is None:
        words = name if value is None else f"{name}{say('web.colon')}{whole(value)}"
        return Spot(words, value)
    middle, upper = min(week.expected, week.upper), week.upper
    words = say("expected.spot", week=name, n="—" if value is None else whole(value),
                expected=whole(week.expected), upper=whole(upper))  # fmt: skip
    return Spot(words, value, (0.0, middle, middle, middle, upper), is_marked=week.is_above)


def expected_csv(reading: Reading, viewer: Viewer, name: str) -> HttpResponse:
    """The weeks for a spreadsheet; only headings where there is nothing for this reader."""
    told = expected(reading, viewer)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["week", "count", "expected", "upper", "above", "reason", "version",
                     "input_sha256"])  # fmt: skip
    for week in told.weeks if told else ():
        numbers = ("" if each is None else each for each in (week.value, week.expected, week.upper))
        writer.writerow([week_name(week.start), *numbers, int(week.is_above), week.reason,
                         told.version if told else "", told.digest if told else ""])  # fmt: skip
    response = HttpResponse(
        b"\xef\xbb\xbf" + text.getvalue().encode(), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}-expected.csv"'
    return response
