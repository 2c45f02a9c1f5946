"""Joint calls: all of them, one with its proposals and how States stand, and what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.calls import (
    OPEN_CALLS,
    assess_proposal,
    decide_call,
    make_proposal,
    open_call,
)
from registan.health.forms_calls import CallForm, DecisionForm, ProposalForm, StandForm
from registan.health.queries.calls import calls, find_call, find_proposal, proposals
from registan.health.queries.conditions import conditions
from registan.health.queries.research import own_research
from registan.health.views.register_steps import by_form
from registan.health.views.research import POWER
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import day_in_words
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from registan.health.models import Call
    from registan.health.queries.calls import Proposed
    from registan.parties.request import PageRequest


def listed(request: PageRequest) -> HttpResponse:
    """All calls."""
    may_be_kept(request)
    names, today = Names.load(), timezone.localdate()
    context = {
        "rows": [
            (each, names.short(each.opener), standing(each, today))
            for each in calls(request.viewer)
        ],
        "may_open": may(request, OPEN_CALLS),
    }
    return render(request, "health/calls.html", context)


def standing(call: Call, today: date) -> str:
    """How far a call is, in words."""
    if call.decided_at:
        return say("call.standing.decided", day=day_in_words(timezone.localdate(call.decided_at)))
    if today < call.opens_on:
        return say("call.standing.ahead")
    if today <= call.closes_on:
        return say("call.standing.open", day=day_in_words(call.closes_on))
    if today <= call.assess_by:
        return say("call.standing.assessed", day=day_in_words(call.assess_by))
    return say("call.standing.to_decide")


def call(request: PageRequest, call: int) -> HttpResponse:
    """One call: terms, proposals, how States stand in protocol order, the result."""
    may_be_kept(request)
    found, names, today = find_call(call, request.viewer), Names.load(), timezone.localdate()
    own = request.mandate.state if request.mandate and may(request, POWER) else None
    context = {
        "call": found, "opener": names.short(found.opener), "standing": standing(found, today),
        "kinds": [say(f"research.kind.{each}") for each in found.kinds],
        "sharing": [say(f"research.sharing.{each}") for each in found.sharing],
        "in_languages": [say(f"language.{each}") for each in found.languages],
        "proposals": [
            _shown(each, names, may_assess=bool(own) and own != each.row.state and not found.is_decided)
            for each in proposals(found, request.viewer, today)
        ],
        "may_propose": own is not None and found.takes_proposals(today),
        "may_decide": _opened_it(request, found) and not found.is_decided
        and today > found.closes_on,
        "history": history(found.urn, request.viewer, limit=15),
    }  # fmt: skip
    return render(request, "health/call.html", context)


def _shown(each: Proposed, names: Names, *, may_assess: bool) -> dict[str, object]:
    return {
        "row": each.row, "research": each.research, "state": names.short(each.row.state.key),
        "taken": each.row.n in each.row.call.taken, "may_assess": may_assess,
        "stands": [
            (stand, names.short(stand.state.key), stand.audience != each.row.audience)
            for stand in each.stands
        ],
        "without": [names.short(state.key) for state in each.without],
    }  # fmt: skip


def _opened_it(request: PageRequest, found: Call) -> bool:
    mandate = request.mandate
    return bool(mandate and mandate.has(OPEN_CALLS) and mandate.actor_key == found.opener)


def new_call(request: PageRequest) -> HttpResponse:
    by = acting(request, OPEN_CALLS)
    form = CallForm(request.POST or None, conditions=conditions(request.viewer))
    return by_form(
        request, by, form, "call.new", lede=say("call.new.lede"), to=reverse("research_calls"),
        in_calls=True, run=lambda: form.run(open_call, by, form.facts()),
    )  # fmt: skip


def propose(request: PageRequest, call: int) -> HttpResponse:
    by = acting(request, POWER)
    found = find_call(call, request.viewer)
    form = ProposalForm(
        request.POST or None, own=own_research(by.state, found.kinds, request.viewer)
    )
    return by_form(
        request, by, form, "proposal.new", lede=say("proposal.new.lede"), to=_of(found),
        in_calls=True, of_call=found,
        run=lambda: form.run(make_proposal, by, found, form.research(), texts=form.told("text")),
    )  # fmt: skip


def assess(request: PageRequest, call: int, n: int) -> HttpResponse:
    by = acting(request, POWER)
    found = find_call(call, request.viewer)
    proposal = find_proposal(found, n, request.viewer)
    form = StandForm(request.POST or None)
    return by_form(
        request, by, form, "proposal.assess", in_calls=True, of_call=found, to=_of(found),
        lede=f"{say('proposal.n', n=proposal.n)}{say('web.colon')}{in_lang(proposal.texts)}",
        run=lambda: form.run(
            assess_proposal, by, proposal, verdict=form.cleaned_data["verdict"],
            texts=form.told("text"), is_open=form.is_open(),
        ),
    )  # fmt: skip


def decide(request: PageRequest, call: int) -> HttpResponse:
    by = acting(request, OPEN_CALLS)
    found = find_call(call, request.viewer)
    if by.actor_key != found.opener:
        raise NotThere
    proposed = proposals(found, request.viewer, timezone.localdate())
    form = DecisionForm(request.POST or None, proposed=proposed)
    return by_form(
        request, by, form, "call.decide", lede=in_lang(found.titles), to=_of(found), in_calls=True,
        of_call=found,
        run=lambda: form.run(
            decide_call, by, found, taken=form.taken(), results=form.told("result")
        ),
    )  # fmt: skip


def _of(found: Call) -> str:
    return reverse("research_call", args=[found.n])
