"""The desk of health: what came in, who is silent, how to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from registan.health.queries.conditions import conditions
from registan.parties.request import may

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.parties.request import PageRequest


def desk(request: PageRequest) -> HttpResponse:
    context = {
        "conditions": conditions(request.viewer),
        "may_define": may(request, "conditions.define"),
    }
    return render(request, "health/desk.html", context)
