"""The situation room: first what needs attention, in words; then figure, tiles and silences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from registan.health.queries.alerts import above
from registan.health.queries.exercises import open_exercises
from registan.health.queries.open_requests import open_requests
from registan.health.queries.situation import last_estimate, pictures
from registan.health.views.alerts import sentence_of
from registan.health.views.assistance_words import amount, window
from registan.health.views.estimates import fan_of, r_sentence
from registan.health.views.expected import expected_context
from registan.health.views.series import grid, grid_note
from registan.health.views.words import place_words
from registan.kernel.counts.periods import period_name
from registan.ledger.kept import kept
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.http import HttpResponse

    from registan.health.queries.alerts import Shown
    from registan.health.queries.open_requests import OpenRequest
    from registan.health.queries.situation import Picture, Rising
    from registan.ledger.audience import Viewer
    from registan.parties.request import PageRequest

PERIODS, MOST_ABOVE, MOST_ASKED = 8, 10, 12
REFRESH_S = 60


def situation(request: PageRequest) -> HttpResponse:
    """For desk and wall; the wall has `?screen=large`."""
    may_be_kept(request)
    viewer, today = request.viewer, timezone.localdate()
    key = ("situation", viewer, current_lang(), last_estimate(), today)
    shown = kept(key, lambda: _shown(viewer, today))
    is_large = request.GET.get("screen") == "large"
    page = "health/situation_large.html" if is_large else "health/situation.html"
    response = render(request, page, shown)
    if is_large:
        response["Refresh"] = str(
            REFRESH_S
        )  # a wall has nobody to press a key, and may lack scripts
    return response


def _shown(viewer: Viewer, today: date) -> dict[str, Any]:
    """All that is dear to make; the same for all who read with the same eyes, until the next act."""
    names, found = Names.load(), pictures(viewer, today)
    rising = [row for each in found for row in each.rising]
    shown = above(viewer, MOST_ABOVE)
    return {
        "above": [_above(row) for row in shown],
        "expected": _expected(shown, viewer),
        "rising": [_rising(row, names) for row in rising],
        "figure": _figure(rising, names),
        **_asked(viewer, today),
        "pictures": [_picture(each, names, today) for each in found],
        "exercises": open_exercises(viewer),
        "is_illustrative": any(each.condition.illustrative for each in found),
    }  # fmt: skip


def _asked(viewer: Viewer, today: date) -> dict[str, Any]:
    """Open requests in words, exercises apart: (sentence, address)."""
    found = open_requests(viewer, today)
    return {
        "asked": [_request(row) for row in found.real[:MOST_ASKED]],
        "more_asked": max(0, len(found.real) - MOST_ASKED),
        "asked_in_exercises": [_request(row) for row in found.exercises[:MOST_ASKED]],
    }


def _request(each: OpenRequest) -> tuple[str, str]:
    row = each.request
    sentence = say(
        "situation.asks", state=Names.load().short(row.state.key), what=in_lang(row.item.names),
        amount=amount(each.lacking, row.item), weeks=window(row.aid, row.first_week, row.last_week),
        severity=say(f"severity.{row.severity}"),
    )  # fmt: skip
    return sentence, reverse("aid_said", args=[row.aid.number, "requests", row.number])


def _above(row: Shown) -> tuple[str, str, str]:
    """A signal of the method in force: (sentence, address, how its State has answered)."""
    standing = say(f"signal.standing.{row.signal.standing}")
    return sentence_of(row), reverse("signal", args=[row.signal.pk]), standing


def _expected(shown: Sequence[Shown], viewer: Viewer) -> tuple[str, dict[str, Any]] | None:
    """The first signal whose numbers the reader may see: (title, the year around it)."""
    reading = next((each.reading for each in shown if each.is_whole and each.reading), None)
    if reading is None:
        return None
    title = say("health.series.title", what=in_lang(reading.series.condition.names),
                place=place_words(reading.series, Names.load()))  # fmt: skip
    context = expected_context(reading, viewer, title)
    return (title, context) if context else None


def _title(row: Rising, names: Names) -> str:
    series = row.reading.series
    what, place = in_lang(series.condition.names), place_words(series, names)
    return say("health.series.title", what=what, place=place)


def _rising(row: Rising, names: Names) -> tuple[str, str]:
    """(sentence, address)"""
    series = row.reading.series
    sentence = say("situation.rising", what=in_lang(series.condition.names),
                   place=place_words(series, names), r=r_sentence(row.estimate))  # fmt: skip
    return sentence, reverse("series", args=[series.condition.code, row.reading.state])


def _figure(rising: Sequence[Rising], names: Names) -> tuple[str, SafeString] | None:
    """The first of what rises, with the expected band: (title, figure)."""
    for row in rising:
        title = _title(row, names)
        if drawn := fan_of(row.estimate, row.reading, title):
            return title, drawn
    return None


def _picture(each: Picture, names: Names, today: date) -> dict[str, Any]:
    condition = each.condition
    period = period_name(condition.period, each.last.toordinal())
    silent = [names.short(row.state.key) for row in each.silent]
    return {
        "name": in_lang(condition.names), "code": condition.code,
        "spoken": say("situation.spoken", period=period, n=each.spoken, m=each.members),
        "awaited": say("situation.awaited", names=say("web.list").join(silent)) if silent else "",
        "grid": grid(condition, each.told, today, most=PERIODS) if each.told else "",
        "note": grid_note(condition, each.told, today, PERIODS),
    }  # fmt: skip
