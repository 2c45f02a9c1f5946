"""An act of weight in two steps: what was typed is shown in full, then one button; then the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.formats import date_format

from registan.ledger.queries import number_of
from registan.parties.queries import Names
from registan.web.forms import new_key
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.web.forms import ActForm

Record = list[tuple[str, str]]
NOT_TYPED = {"csrfmiddlewaretoken", "act_key", "confirmed", "statement", "signature"}


def confirm(
    request: PageRequest, by: Mandate, form: ActForm, *, deed: str, button: str, back: str,
    record: Record, hidden: Sequence[tuple[str, str]] = (), files: Sequence[tuple[str, str]] = (),
) -> HttpResponse:  # fmt: skip
    """The page "You are about to act for …"; `form` has its files, should an office have to sign."""
    context = {
        "form": form, "acting_for": Names.load().official(by.actor_key), "deed": deed,
        "record": record, "button": button, "back": back, "files": files,
        "hidden": [("act_key", form["act_key"].value() or new_key()), *hidden],
    }  # fmt: skip
    return render(request, "web/confirm_act.html", context, status=422 if form.errors else 200)


def seal(request: PageRequest, by: Mandate, form: ActForm, sentence: str) -> None:
    """Say on the next page what was done, with the number of its entry."""
    number = number_of(by.urn, form.cleaned_data.get("act_key", ""))
    if number is not None:
        sentence = say("web.sealed", number=number, sentence=sentence)
    messages.success(request, sentence)


def in_two_steps(
    request: PageRequest, by: Mandate, form: ActForm, *, run: Callable[[], object],
    record: Callable[[], Record], deed: str, button: str, done: str, to: str,
    page: Callable[[], HttpResponse],
) -> HttpResponse:  # fmt: skip
    """Type (`page`), look at the whole of it, confirm (`run`), and see the seal at `to`.

    What was typed travels in the confirming page itself, so that going back loses nothing.
    """
    if request.method != "POST" or "edit" in request.POST or not form.is_valid():
        return page()
    if "confirmed" in request.POST:
        form.files = request.FILES
        if run() is not None:
            seal(request, by, form, done)
            return HttpResponseRedirect(to)
        if not form.statement:
            return page()
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_TYPED
        for value in values
    ]
    context = {
        "form": form, "acting_for": Names.load().official(by.actor_key), "deed": deed,
        "record": record(), "button": button,
        "hidden": [("act_key", form["act_key"].value() or new_key()), *typed],
    }  # fmt: skip
    return render(request, "web/confirm_act.html", context)


def words_in_full(texts: Mapping[str, str], label: str) -> Record:
    """A text in each language that it was given in."""
    return [
        (say("plans.in_language", what=say(label), language=say(f"language.{lang}")), words)
        for lang, words in texts.items()
    ]


def day_in_words(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
