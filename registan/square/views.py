"""The front square: today's line, the doors, the last acts; and the record of all acts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from registan.ledger.queries import acts_by, last_acts
from registan.parties.queries import organisation, party_choices
from registan.square.queries import doors, seal_line, today_line, waits
from registan.web.asked import whole_number
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 100


def square(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    now, found = timezone.localtime(), organisation()
    context = {
        "heading": in_lang(found.names) if found else "",
        "today": today_line(now.date()),
        "seal": seal_line(),
        "waits": waits(viewer, request.mandate),  # type: ignore[attr-defined]
        "doors": doors(viewer, now.date()),
        "history": last_acts(viewer),
    }
    return render(request, "square/square.html", context)


def history(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    party = request.GET.get("party", "")
    since, until = _day(request, "from"), _day(request, "to")
    lines = acts_by(
        viewer, party=party, since=since, until=until, limit=PAGE,
        before=whole_number(request.GET.get("before", "")),
    )  # fmt: skip
    context = {
        "history": lines,
        "parties": party_choices(),
        "party": party,
        "since": since,
        "until": until,
        "older": lines[-1].pk if len(lines) == PAGE else 0,
    }
    return render(request, "square/history.html", context)


def _day(request: HttpRequest, name: str) -> date | None:
    """A day from the address; what is none asks nothing."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
