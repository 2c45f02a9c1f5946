"""Promised help on its way: what stands at each stage, the form for an entry; the account of fairness."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.tracking import enter_movement
from registan.health.forms_tracking import MovementForm
from registan.health.queries.account import account
from registan.health.queries.assistance import find_aid
from registan.health.queries.tracking import (
    RECEIVED,
    SHIPPED,
    USED,
    Tracked,
    find_tracked,
    tracked_of,
)
from registan.health.views.assistance_words import typed_record
from registan.health.views.tracking_words import (
    account_rows,
    account_table,
    rounds_table,
    way_in_words,
    way_rows,
    way_table,
)
from registan.parties.request import acting, may
from registan.plans.views.steps import in_two_steps
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registan.parties.request import PageRequest

POWER = "assistance.answer"


def way(request: PageRequest, aid: int) -> HttpResponse:
    """What is promised in a round and what came of it."""
    found = find_aid(aid, request.viewer)
    rows = tracked_of(found, request.viewer)
    own = request.viewer.states if may(request, POWER) else frozenset[str]()
    context = {"aid": found, "rows": rows, "table": way_table(found, rows, own=own)}
    return render(request, "health/tracking.html", context)


def way_csv(request: PageRequest, aid: int) -> HttpResponse:
    found = find_aid(aid, request.viewer)
    return _csv(f"assistance-{aid}-tracking", way_rows(found, tracked_of(found, request.viewer)))


def new_movement(request: PageRequest, aid: int, proposal: int, position: int) -> HttpResponse:
    """An entry of one's own State for one promised cell."""
    by = acting(request, POWER)
    found = find_aid(aid, request.viewer)
    row = find_tracked(found, proposal, position, request.viewer)
    if not (stages := stages_of(row, request.viewer.states)):
        raise NotThere
    form = MovementForm(request.POST or None, stages=stages, today=timezone.localdate())
    context = {"form": form, "heading": say("tracking.new"), "lede": way_in_words(found, row),
               "crumb": reverse("aid_tracking", args=[aid]), "aid": found}  # fmt: skip
    return in_two_steps(
        request, by, form, run=lambda: form.run(enter_movement, by, row.match, **form.facts()),
        record=lambda: [(say("tracking.cell"), way_in_words(found, row)), *typed_record(form)],
        deed=say("tracking.new"), button=say("aid.confirm"), done=say("aid.done"),
        to=reverse("aid_tracking", args=[aid]),
        page=lambda: render(
            request, "health/form.html", context, status=422 if form.errors else 200
        ),
    )  # fmt: skip


def stages_of(row: Tracked, own: Iterable[str]) -> list[str]:
    """What these States may enter of a cell: the donor what it shipped, the recipient the rest."""
    own = set(own)
    stages = [SHIPPED] if row.match.offer.state.key in own else []
    return stages + ([RECEIVED, USED] if row.match.request.state.key in own else [])


def fairness(request: PageRequest) -> HttpResponse:
    """What States asked and got, offered and gave, over all rounds; exercises by themselves."""
    exercise = "exercise" in request.GET
    found = account(request.viewer, timezone.localdate(), exercise=exercise)
    context = {
        "account": found, "states": account_table(found), "rounds": rounds_table(found),
        "is_exercise": exercise, "query": "?exercise" if exercise else "",
    }  # fmt: skip
    return render(request, "health/account.html", context)


def fairness_csv(request: PageRequest) -> HttpResponse:
    exercise = "exercise" in request.GET
    found = account(request.viewer, timezone.localdate(), exercise=exercise)
    return _csv("assistance-account", account_rows(found, exercise=exercise))


def _csv(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    data = b"\xef\xbb\xbf" + text.getvalue().encode()
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
