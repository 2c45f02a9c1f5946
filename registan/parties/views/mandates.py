"""The administrator of a State or Body grants and withdraws its mandates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.parties.acts import enrol_official, withdraw_mandate
from registan.parties.forms import EnrolForm, WithdrawForm
from registan.parties.queries import Names, own_mandates
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from registan.parties.models import Mandate


def mandates(request: HttpRequest) -> HttpResponse:
    by = _administrator(request)
    context = {
        "rows": own_mandates(by, timezone.now()),
        "party": Names.load().official(by.actor_key),
    }
    return render(request, "parties/mandates.html", context)


def enrol(request: HttpRequest) -> HttpResponse:
    """Open an account with its first mandate."""
    by = _administrator(request)
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.run(enrol_official, by, state=by.state, body=by.body, **form.facts())
        if made is not None:
            messages.success(request, say("parties.enrolled", name=made.official.display_name))
            return HttpResponseRedirect(reverse("mandates"))
    context = {"form": form, "party": Names.load().official(by.actor_key)}
    return render(request, "parties/enrol.html", context, status=422 if form.errors else 200)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one mandate, after a page that says what will happen."""
    by = _administrator(request)
    mandate = next((row for row in own_mandates(by, timezone.now()) if row.pk == pk), None)
    if mandate is None:
        raise NotThere
    form = WithdrawForm(request.POST or None)
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
            (say("parties.powers"), ", ".join(say(f"power.{power}") for power in mandate.powers)),
        ],
        "hidden": [("act_key", form["act_key"].value())],
        "button": say("parties.withdraw"),
        "back": reverse("mandates"),
    }
    return render(request, "web/confirm_act.html", context)


def _administrator(request: HttpRequest) -> Mandate:
    held: Mandate | None = request.mandate  # type: ignore[attr-defined]
    if not held or not held.has("mandates.grant"):
        raise NotThere
    return held
