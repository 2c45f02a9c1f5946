"""The administrator of a State or Body grants and withdraws its mandates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.ledger.queries import history
from registan.parties.acts import enrol_official, grant_mandate, withdraw_mandate
from registan.parties.forms import EnrolForm, GrantForm, WithdrawForm
from registan.parties.queries import (
    Names,
    all_mandate_urns,
    offices_open_to,
    own_mandates,
    own_officials,
)
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from registan.parties.models import Mandate


def mandates(request: HttpRequest) -> HttpResponse:
    """Who may act for the State or Body, and what was granted and withdrawn before."""
    by, now = _administrator(request), timezone.now()
    viewer = request.viewer  # type: ignore[attr-defined]
    context = {
        "rows": [(row, row.is_active(now)) for row in own_mandates(by, now)],
        "party": Names.load().official(by.actor_key),
        "history": history(by.urn, viewer, also=all_mandate_urns(by)),
    }
    return render(request, "parties/mandates.html", context)


def enrol(request: HttpRequest) -> HttpResponse:
    """Open an account with its first mandate."""
    by = _administrator(request)
    form = EnrolForm(request.POST or None, offices=offices_open_to(by), language=_language(by))
    if request.method == "POST" and form.is_valid():
        made = form.run(enrol_official, by, state=by.state, body=by.body, **form.facts())
        if made is not None:
            messages.success(request, say("parties.enrolled", name=made.official.display_name))
            return HttpResponseRedirect(reverse("mandates"))
    return _form_page(request, "parties/enrol.html", form, by)


def grant(request: HttpRequest) -> HttpResponse:
    """Give an Official who has an account already one more mandate."""
    by = _administrator(request)
    officials = own_officials(by)
    form = GrantForm(request.POST or None, offices=offices_open_to(by), officials=officials)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data["official"]
        official = next(row for row in officials if row.username == asked)
        if form.run(grant_mandate, by, official, **form.facts()) is not None:
            messages.success(request, say("parties.granted", name=official.display_name))
            return HttpResponseRedirect(reverse("mandates"))
    return _form_page(request, "parties/grant.html", form, by)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one mandate, after a page that says what will happen."""
    by = _administrator(request)
    mandate = next((row for row in own_mandates(by, timezone.now()) if row.pk == pk), None)
    if mandate is None:
        raise NotThere
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(withdraw_mandate, by, mandate) is not None
    ):
        messages.success(request, say("parties.withdrawn", name=mandate.official.display_name))
        return HttpResponseRedirect(reverse("mandates"))
    context = {
        "form": form,
        "acting_for": Names.load().official(by.actor_key),
        "deed": say("parties.withdraw.deed"),
        "record": [
            (say("parties.official"), mandate.official.display_name),
            (
                say("parties.powers"),
                say("web.list").join(say(f"power.{power}") for power in mandate.powers),
            ),
        ],
        "hidden": [("act_key", form["act_key"].value())],
        "button": say("parties.withdraw"),
        "back": reverse("mandates"),
    }
    status = 422 if form.errors else 200
    return render(request, "web/confirm_act.html", context, status=status)


def _form_page(
    request: HttpRequest, template: str, form: EnrolForm | GrantForm, by: Mandate
) -> HttpResponse:
    context = {"form": form, "party": Names.load().official(by.actor_key)}
    return render(request, template, context, status=422 if form.errors else 200)


def _language(by: Mandate) -> str:
    return by.state.language if by.state else by.official.language


def _administrator(request: HttpRequest) -> Mandate:
    held: Mandate | None = request.mandate  # type: ignore[attr-defined]
    if not held or not held.has("mandates.grant"):
        raise NotThere
    return held
