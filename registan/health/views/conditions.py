"""Entering a condition, stating a definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.conditions import define_condition, state_definition
from registan.health.forms_conditions import ConditionForm, DefinitionForm
from registan.health.queries.conditions import find_condition
from registan.parties.request import acting
from registan.plans.views.steps import day_in_words, in_two_steps, words_in_full
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.parties.request import PageRequest
    from registan.web.forms import ActForm


def new_condition(request: PageRequest) -> HttpResponse:
    by = acting(request, "conditions.define")
    form = ConditionForm(request.POST or None)
    given = form.data.get
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(
            define_condition, by, code=form.cleaned_data["code"], names=form.names(),
            period=form.cleaned_data["period"], audience=form.cleaned_data["audience"],
        ),
        record=lambda: [
            (say("health.code"), form.cleaned_data["code"]),
            *words_in_full(form.names(), "health.name"),
            (say("health.period"), say(f"health.period.{form.cleaned_data['period']}")),
            (say("health.audience"), say(f"ledger.audience.{form.cleaned_data['audience']}")),
        ],
        deed=say("health.condition.new"), button=say("health.condition.define"),
        done=say("health.condition.defined"), to=_page_of(str(given("code", ""))),
        page=lambda: _form_page(request, form, say("health.condition.new"), ""),
    )  # fmt: skip


def new_definition(request: PageRequest, code: str) -> HttpResponse:
    by = acting(request, "conditions.define", "counts.submit")
    found = find_condition(code, request.viewer)
    form = DefinitionForm(request.POST or None, initial={"since": timezone.localdate()})
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(
            state_definition, by, found, texts=form.texts(), since=form.cleaned_data["since"]
        ),
        record=lambda: [
            (say("health.condition"), in_lang(found.names)),
            (say("health.definition.since"), day_in_words(form.cleaned_data["since"])),
            *words_in_full(form.texts(), "health.definition"),
        ],
        deed=say("health.definition.new"), button=say("health.definition.state"),
        done=say("health.definition.stated"), to=_page_of(code),
        page=lambda: _form_page(request, form, say("health.definition.new"), in_lang(found.names)),
    )  # fmt: skip


def _page_of(code: str) -> str:
    return (
        reverse("condition", args=[code]) if code.replace("-", "").isalnum() else reverse("health")
    )


def _form_page(request: PageRequest, form: ActForm, heading: str, lede: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "lede": lede}
    return render(request, "health/form.html", context, status=422 if form.errors else 200)
