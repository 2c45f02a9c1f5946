"""Keys of offices: the public list; a State enrols and revokes its own, another State confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from registan.kernel.log.statement import VERSION
from registan.ledger.office_keys import find_office_key, office_keys
from registan.parties.acts import confirm_office_key, enrol_office_key, revoke_office_key
from registan.parties.forms_records import OfficeKeyForm
from registan.parties.queries import Names
from registan.parties.request import acting
from registan.web.forms import LONGEST_STATEMENT, ActForm
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

DEEDS: dict[str, Callable[..., Any]] = {
    "confirm": confirm_office_key,
    "revoke": revoke_office_key,
}


def office_keys_page(request: PageRequest) -> HttpResponse:
    """Every key, whose it is, and between which acts it counts."""
    by, names = _administrator(request), Names.load()
    rows = [
        {"key": key, "span": span, "party": names.official(key.actor),
         "confirmed_by": names.official(key.confirmed_by) if key.confirmed_by else "",
         "deed": _deed_open(key, by)}
        for key, span in office_keys()
    ]  # fmt: skip
    return render(request, "parties/office_keys.html", {"rows": rows, "may_enrol": by is not None})


def enrol_key(request: PageRequest) -> HttpResponse:
    """Name a key of one's own office; it signs the statement of its own enrolment."""
    by = acting(request, "mandates.grant")
    form = OfficeKeyForm(request.POST or None, request.FILES or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(enrol_office_key, by, verifier_key=form.cleaned_data["key"]) is not None
    ):
        messages.success(request, say("parties.office_key.enrolled"))
        return HttpResponseRedirect(reverse("office_keys"))
    context = {"form": form, "party": Names.load().official(by.actor_key)}
    return render(
        request, "parties/office_key_form.html", context, status=422 if form.errors else 200
    )


def decide(request: PageRequest, pk: int, deed: str) -> HttpResponse:
    """Confirm another State's key, or revoke one's own, after a page that says what that means."""
    by = acting(request, "mandates.grant")
    key = find_office_key(pk)
    if key is None or deed not in DEEDS or _deed_open(key, by) != deed:
        raise NotThere
    form = ActForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and form.run(DEEDS[deed], by, key) is not None:
        messages.success(request, say(f"parties.office_key.{deed}.done", key_id=key.key_id))
        return HttpResponseRedirect(reverse("office_keys"))
    names = Names.load()
    context = {
        "form": form,
        "acting_for": names.official(by.actor_key),
        "deed": say(f"parties.office_key.{deed}.deed", party=names.official(key.actor)),
        "record": [
            (say("parties.office_key.state"), names.official(key.actor)),
            (say("parties.office_key.name"), key.name),
            (say("parties.office_key.id"), key.key_id),
            (say("parties.office_key.key"), key.key),
        ],
        "hidden": [("act_key", form["act_key"].value())],
        "button": say(f"parties.office_key.{deed}"),
        "back": reverse("office_keys"),
    }
    return render(request, "web/confirm_act.html", context, status=422 if form.errors else 200)


@require_POST
def statement_file(request: PageRequest) -> HttpResponse:
    """The statement that a page of confirmation shows, as a file. Nothing is kept or looked up."""
    text = request.POST.get("statement", "").replace("\r\n", "\n")
    if not text.startswith(f"{VERSION}\n") or len(text) > LONGEST_STATEMENT:
        raise NotThere
    return HttpResponse(
        text.rstrip("\n") + "\n",
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="statement.txt"',
            "Cache-Control": "private, no-store",
        },
    )


def _administrator(request: PageRequest) -> Mandate | None:
    held = request.mandate
    return held if held and held.state_id and held.has("mandates.grant") else None


def _deed_open(key: Any, by: Mandate | None) -> str:
    """What this reader may do with a key: one thing at most."""
    if by is None or key.status == "revoked":
        return ""
    if key.actor == by.actor_key:
        return "revoke"
    return "confirm" if key.status == "proposed" else ""
