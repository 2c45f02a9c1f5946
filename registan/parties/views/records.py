"""Opening an act to more readers; shredding the content of acts, by two Officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from registan.ledger.verification import find_act
from registan.parties.acts import carry_out_shredding, open_record, propose_shredding
from registan.parties.forms_records import OpenForm, ShredForm
from registan.parties.queries import Names, find_shredding, shreddings
from registan.parties.request import acting
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.parties.request import PageRequest


def open_act(request: PageRequest, number: int) -> HttpResponse:
    """Choose to whom an act of one's own is opened."""
    by = acting(request, "records.open")
    entry = find_act(number, request.viewer)
    if entry is None or entry.actor != by.actor_key:
        raise NotThere
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        audience = form.cleaned_data["audience"]
        if form.run(open_record, by, number, audience=audience) is not None:
            messages.success(request, say("parties.record.opened", n=number))
            return HttpResponseRedirect(reverse("act", args=[number]))
    context = {"form": form, "number": number, "party": Names.load().official(by.actor_key)}
    return render(request, "parties/open_act.html", context, status=422 if form.errors else 200)


def shredding(request: PageRequest) -> HttpResponse:
    """What was proposed and what was shredded; a new proposal."""
    by = acting(request, "records.shred")
    form = ShredForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = {"numbers": form.cleaned_data["numbers"], "basis": form.cleaned_data["basis"]}
        if form.run(propose_shredding, by, **facts) is not None:
            messages.success(request, say("parties.shredding.proposed"))
            return HttpResponseRedirect(reverse("shredding"))
    context = {"form": form, "rows": shreddings(), "official_id": by.official_id}
    return render(request, "parties/shredding.html", context, status=422 if form.errors else 200)


def shredding_confirm(request: PageRequest, pk: int) -> HttpResponse:
    """The second Official sees what will be destroyed, and on what basis."""
    by = acting(request, "records.shred")
    asked = find_shredding(pk)
    form = ActForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(carry_out_shredding, by, asked) is not None
    ):
        messages.success(request, say("parties.shredding.done", n=len(asked.numbers)))
        return HttpResponseRedirect(reverse("shredding"))
    context = {
        "form": form,
        "acting_for": Names.load().official(by.actor_key),
        "deed": say("parties.shredding.deed"),
        "record": [
            (say("parties.shredding.numbers"), ", ".join(map(str, asked.numbers))),
            (say("parties.shredding.basis"), asked.basis),
            (say("parties.shredding.proposed_by"), asked.proposed_by.official.display_name),
        ],
        "hidden": [("act_key", form["act_key"].value())],
        "button": say("parties.shredding.carry_out"),
        "back": reverse("shredding"),
    }
    return render(request, "web/confirm_act.html", context, status=422 if form.errors else 200)
