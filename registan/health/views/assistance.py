"""The board of assistance: rounds, the catalogue, lanes; requests and offers with their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts import assistance as deeds
from registan.health.acts.catalogue import enter_item, state_lane
from registan.health.forms_assistance import (
    AidRoundForm,
    ItemForm,
    LaneForm,
    OfferForm,
    RequestForm,
)
from registan.health.queries.assistance import (
    OFFERS,
    REQUESTS,
    aid_rounds,
    find_aid,
    find_said,
    items,
    lanes,
    offers_of,
    requests_of,
)
from registan.health.queries.settlement import proposals_of
from registan.health.views.assistance_words import (
    item_table,
    lane_table,
    offer_table,
    request_table,
    typed_record,
)
from registan.health.views.settlement_words import proposal_table
from registan.ledger.queries import history
from registan.parties.queries import Names, find_state, members
from registan.parties.request import acting, may
from registan.plans.views.steps import in_two_steps
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

FORMS = {REQUESTS: RequestForm, OFFERS: OfferForm}
# what -> (new, amend, withdraw)
DEEDS = {
    REQUESTS: (deeds.make_request, deeds.amend_request, deeds.withdraw_request),
    OFFERS: (deeds.make_offer, deeds.amend_offer, deeds.withdraw_offer),
}


def board(request: PageRequest) -> HttpResponse:
    """Rounds of assistance, what can be asked for, and the ways between States."""
    context = {
        "rounds": aid_rounds(request.viewer),
        "items": item_table(items(request.viewer)),
        "lanes": lane_table(lanes(request.viewer)),
        "may_run": may(request, "assistance.run"),
    }
    return render(request, "health/assistance.html", context)


def aid_round(request: PageRequest, aid: int) -> HttpResponse:
    """A round: what is asked for, what is offered."""
    found = find_aid(aid, request.viewer)
    proposals = proposals_of(found, request.viewer)
    context = {
        "aid": found,
        "proposals": proposal_table(found, proposals) if proposals else "",
        "requests": request_table(found, requests_of(found, request.viewer)),
        "offers": offer_table(found, offers_of(found, request.viewer)),
        "may_say": may(request, "assistance.answer") and found.is_open,
        "may_run": may(request, "assistance.run") and found.is_open,
        "history": history(found.urn, request.viewer, limit=8),
    }
    return render(request, "health/aid_round.html", context)


def new_aid_round(request: PageRequest) -> HttpResponse:
    by = acting(request, "assistance.run")
    form = AidRoundForm(request.POST or None)
    return _by_form(request, by, form, "aid.round.new", lambda: form.run(
        deeds.open_aid_round, by, **form.facts()), reverse("assistance"))  # fmt: skip


def new_item(request: PageRequest) -> HttpResponse:
    by = acting(request, "assistance.run")
    form = ItemForm(request.POST or None)
    return _by_form(request, by, form, "aid.item.new",
                    lambda: form.run(enter_item, by, **form.facts()), reverse("assistance"))  # fmt: skip


def new_lane(request: PageRequest) -> HttpResponse:
    by = acting(request, "assistance.run")
    form = LaneForm(request.POST or None, states=_states())

    def run() -> object:
        typed = form.cleaned_data
        return form.run(
            state_lane, by, donor=find_state(typed["donor"]), state=find_state(typed["state"]),
            lead=typed["lead"], cold=typed["cold"], room=typed["room"],
        )  # fmt: skip

    return _by_form(request, by, form, "aid.lane.new", run, reverse("assistance"))


def close(request: PageRequest, aid: int) -> HttpResponse:
    by = acting(request, "assistance.run")
    found = find_aid(aid, request.viewer)
    form = ActForm(request.POST or None)
    return _by_form(request, by, form, "aid.round.close",
                    lambda: form.run(deeds.close_aid_round, by, found), _of(aid))  # fmt: skip


def new_said(request: PageRequest, aid: int, what: str) -> HttpResponse:
    """A new request or offer."""
    by = acting(request, "assistance.answer")
    found, form_of = find_aid(aid, request.viewer), _form_of(what)
    form = form_of(request.POST or None, aid=found, items=items(request.viewer), states=_states())
    return _by_form(request, by, form, f"aid.{what}.new",
                    lambda: form.run(DEEDS[what][0], by, found, **form.facts()), _of(aid))  # fmt: skip


def said(request: PageRequest, aid: int, what: str, position: int) -> HttpResponse:
    """A request or an offer: how it stands, what became of it; for its own State the way to change it."""
    _form_of(what)
    found = find_aid(aid, request.viewer)
    row = find_said(found, what, position, request.viewer)
    own = may(request, "assistance.answer") and row.state.key in request.viewer.states
    show: Any = request_table if what == REQUESTS else offer_table
    context = {
        "aid": found, "what": what, "row": row, "table": show(found, [row]),
        "title": say(f"aid.{what}.one", number=row.number), "item_name": in_lang(row.item.names),
        "state_name": Names.load().short(row.state.key),
        "may_change": own and found.is_open and not row.is_withdrawn,
        "history": history(row.urn, request.viewer),
    }  # fmt: skip
    return render(request, "health/said.html", context)


def amend_said(request: PageRequest, aid: int, what: str, position: int) -> HttpResponse:
    by = acting(request, "assistance.answer")
    found, form_of = find_aid(aid, request.viewer), _form_of(what)
    row = find_said(found, what, position, request.viewer)
    form = form_of(request.POST or None, aid=found, items=items(request.viewer), states=_states())
    for name, field in form.fields.items():
        field.initial = row.item.code if name == "item" else getattr(row, name, field.initial)
    return _by_form(request, by, form, f"aid.{what}.amend",
                    lambda: form.run(DEEDS[what][1], by, row, **form.facts()),
                    reverse("aid_said", args=[aid, what, position]))  # fmt: skip


def withdraw_said(request: PageRequest, aid: int, what: str, position: int) -> HttpResponse:
    by = acting(request, "assistance.answer")
    _form_of(what)
    row = find_said(find_aid(aid, request.viewer), what, position, request.viewer)
    form = ActForm(request.POST or None)
    return _by_form(request, by, form, f"aid.{what}.withdraw",
                    lambda: form.run(DEEDS[what][2], by, row),
                    reverse("aid_said", args=[aid, what, position]))  # fmt: skip


def _form_of(what: str) -> Any:
    if what not in FORMS:
        raise NotThere
    return FORMS[what]


def _of(aid: int) -> str:
    return reverse("aid_round", args=[aid])


def _states() -> list[tuple[str, str]]:
    names = Names.load()
    return [(row.key, names.short(row.key)) for row in members(timezone.localdate())]


def _by_form(
    request: PageRequest, by: Mandate, form: Any, deed: str, run: Callable[[], object], to: str
) -> HttpResponse:
    """Type, look at the whole, confirm."""
    context = {"form": form, "heading": say(deed), "lede": "", "crumb": to}
    return in_two_steps(
        request, by, form, run=run, record=lambda: typed_record(form), deed=say(deed),
        button=say("aid.confirm"), done=say("aid.done"), to=to,
        page=lambda: render(
            request, "health/form.html", context, status=422 if form.errors else 200
        ),
    )  # fmt: skip
