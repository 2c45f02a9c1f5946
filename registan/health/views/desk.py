"""The desk of health: what came in, who is silent, how to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from registan.health.queries.alerts import above
from registan.health.queries.conditions import conditions
from registan.health.queries.events import counted, unanswered_opinions, unread
from registan.health.queries.open_requests import open_requests
from registan.health.queries.silence import silences
from registan.health.queries.submissions import submissions
from registan.health.views.alerts import sentence_of
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import may
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.parties.request import PageRequest


def desk(request: PageRequest) -> HttpResponse:
    may_be_kept(request)
    names, today = Names.load(), timezone.localdate()
    found = conditions(request.viewer)
    context = {
        "conditions": [
            (each, [names.short(row.state.key) for row in silences(each, today)]) for each in found
        ],
        "submissions": [
            (
                row,
                names.short(row.state.key) if row.state else "",
                sum(each["values"] for each in row.summary),
            )
            for row in submissions(request.viewer)
        ],
        "above": [
            (sentence_of(row), row.signal.pk, say(f"signal.standing.{row.signal.standing}"))
            for row in above(request.viewer)
        ],
        "requests": len(open_requests(request.viewer, today).real),
        "emergencies": counted(request.viewer),
        "waiting": len(unread(request.viewer)) + len(unanswered_opinions(request.viewer)),
        "may_define": may(request, "conditions.define"),
        "may_send": may(request, "counts.submit"),
    }
    return render(request, "health/desk.html", context)
