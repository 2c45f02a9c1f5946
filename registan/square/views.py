"""The front square: today's line, the doors, the last acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from registan.ledger.queries import last_acts
from registan.parties.queries import organisation
from registan.square.queries import doors, seal_line, today_line, waits
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


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
