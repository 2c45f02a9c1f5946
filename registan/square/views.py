"""The front square: today's line, the doors, the last acts; and the record of all acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from registan.ledger.queries import acts_by, last_acts
from registan.parties.queries import party_choices
from registan.square.queries import doors, today_line, waits
from registan.web.asked import whole_number

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 100


def square(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    now = timezone.localtime()
    context = {
        "today": today_line(now.date()),
        "waits": waits(viewer, request.mandate),  # type: ignore[attr-defined]
        "doors": doors(viewer, now.date()),
        "history": last_acts(viewer),
    }
    return render(request, "square/square.html", context)


def history(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    party = request.GET.get("party", "")
    before = request.GET.get("before", "")
    lines = acts_by(viewer, party=party, before=whole_number(before), limit=PAGE)
    context = {
        "history": lines,
        "parties": party_choices(),
        "party": party,
        "older": lines[-1].pk if len(lines) == PAGE else 0,
    }
    return render(request, "square/history.html", context)
