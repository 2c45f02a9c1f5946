"""The settlement of a round: asking for a proposal, its page, the answers of donor and recipient."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from registan.health.acts.settlement import answer_matches, ask_proposal, cancel_proposal
from registan.health.forms_settlement import AnswerForm, accept_all
from registan.health.queries.assistance import find_aid, items, lanes, requests_of
from registan.health.queries.settlement import (
    agreed_before,
    awaited,
    cells_of,
    file_of,
    find_proposal,
    is_on_the_table,
    own_cells,
    proposals_of,
    since_the_last,
    with_input,
)
from registan.health.views import settlement_words as words
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import in_two_steps
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Proposal
    from registan.parties.request import PageRequest


def proposal(request: PageRequest, aid: int, position: int) -> HttpResponse:
    """A proposal: how far it is; then its cells, what is not served and why."""
    found = find_proposal(find_aid(aid, request.viewer), position, request.viewer)
    others = proposals_of(found.aid, request.viewer)
    last = max((row.number for row in others if row.is_computed), default=0)
    context = {
        "aid": found.aid, "proposal": found, "title": say("settle.one", number=found.number),
        "standing": words.standing_words(found, last), "percent": int(100 * found.share),
        "may_run": may(request, "assistance.run"),
    }  # fmt: skip
    if request.headers.get("HX-Request") and not found.is_over:
        return render(request, "health/proposal_progress.html", context)
    context |= {
        "proposals": words.proposal_table(found.aid, others), "many": len(others) > 1,
        "last": others[0].number, "history": history(found.urn, request.viewer, limit=8),
    }  # fmt: skip
    if found.is_over:
        may_be_kept(request)
        context |= _result(request, found, others)
    return render(request, "health/proposal.html", context)


def _result(request: PageRequest, found: Proposal, others: Sequence[Proposal]) -> dict[str, Any]:
    catalogue = items(request.viewer)
    if not found.is_computed:
        return {"conflicts": words.conflicts_in_words(found, catalogue)}
    cells, before = cells_of(found, request.viewer), agreed_before(found, request.viewer)
    leads = words.leads_of(lanes(request.viewer))
    on_the_table = is_on_the_table(found, others)
    waiting = awaited(cells) if on_the_table else {}
    own = [waiting[key] for key in request.viewer.states if key in waiting]
    may_answer = on_the_table and may(request, "assistance.answer")
    return {
        "achieved": words.achieved(found),
        "awaited": words.awaited_in_words(waiting), "own": sum(own),
        "may_answer": may_answer and bool(own_cells(cells, request.viewer)),
        "cells": words.cell_table(cells, leads, say("settle.cells")) if cells else "",
        "before": words.cell_table(before, leads, say("settle.before")) if before else "",
        "shortfalls": words.shortfall_table(found, requests_of(found.aid, request.viewer)),
        "reasons": words.reasons_in_words(found, catalogue), "shares": words.share_table(found),
        "since": words.difference_in_words(since_the_last(found, request.viewer)),
    }  # fmt: skip


def new_proposal(request: PageRequest, aid: int) -> HttpResponse:
    """Ask for a proposal."""
    by = acting(request, "assistance.run")
    found = find_aid(aid, request.viewer)
    form = ActForm(request.POST or None)
    made = [each.number for each in proposals_of(found, request.viewer)]
    return in_two_steps(
        request, by, form, run=lambda: form.run(ask_proposal, by, found),
        record=lambda: [(say("aid.round.one", number=aid), in_lang(found.names))],
        deed=say("settle.ask"), button=say("settle.ask"), done=say("settle.asked"),
        to=reverse("proposal", args=[aid, max(made, default=0) + 1]),
        page=lambda: _simple(request, form, say("settle.ask"), say("settle.ask.lede")),
    )  # fmt: skip


def cancel(request: PageRequest, aid: int, position: int) -> HttpResponse:
    by = acting(request, "assistance.run")
    found = find_proposal(find_aid(aid, request.viewer), position, request.viewer)
    form = ActForm(request.POST or None)
    title = say("settle.one", number=position)
    return in_two_steps(
        request, by, form, run=lambda: form.run(cancel_proposal, by, found),
        record=lambda: [(say("aid.round.one", number=aid), title)], deed=say("settle.cancel"),
        button=say("settle.cancel"), done=say("settle.cancelled"),
        to=reverse("proposal", args=[aid, position]),
        page=lambda: _simple(request, form, say("settle.cancel"), title),
    )  # fmt: skip


def _simple(request: PageRequest, form: ActForm, heading: str, lede: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "lede": lede}
    return render(request, "health/form.html", context, status=422 if form.errors else 200)


def answer(request: PageRequest, aid: int, position: int) -> HttpResponse:
    """One form for all of one's own cells."""
    by = acting(request, "assistance.answer")
    found = find_proposal(find_aid(aid, request.viewer), position, request.viewer)
    cells = own_cells(cells_of(found, request.viewer), request.viewer)
    states = sorted(request.viewer.states)
    data = request.POST or None
    if data is not None and "all" in data:
        data = accept_all(data, cells, states)
    form = AnswerForm(data, cells=cells, states=states)
    return in_two_steps(
        request, by, form, run=lambda: form.run(answer_matches, by, found, form.given),
        record=lambda: words.answers_in_words(cells, form.given), deed=say("settle.answer.deed"),
        button=say("settle.answer.give"), done=say("settle.answered"),
        to=reverse("proposal", args=[aid, position]),
        page=lambda: _answer_page(request, form, found),
    )  # fmt: skip


def _answer_page(request: PageRequest, form: AnswerForm, found: Proposal) -> HttpResponse:
    names, leads = Names.load(), words.leads_of(lanes(request.viewer))
    rows = [
        {"title": words.cell_title(cell, names), "answer": fields[0], "more": fields[1:],
         "facts": words.cell_facts(cell, leads, form.sides(cell))}
        for cell, fields in form.rows()
    ]  # fmt: skip
    context = {"aid": found.aid, "proposal": found, "form": form, "rows": rows}
    return render(request, "health/answer_cells.html", context, status=422 if form.errors else 200)


def instance_file(request: PageRequest, aid: int, position: int) -> HttpResponse:
    """The input with seed and result: whoever has it computes the proposal again."""
    found = with_input(find_proposal(find_aid(aid, request.viewer), position, request.viewer))
    if not found.input:
        raise NotThere
    text = json.dumps(file_of(found), ensure_ascii=False, indent=1, sort_keys=True)
    response = HttpResponse(text + "\n", content_type="application/json")
    name = f"registan-round-{aid}-proposal-{position}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
