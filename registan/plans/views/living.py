"""Binding an indicator of a measure to what a desk counts, and ending that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from registan.parties.request import acting
from registan.plans.acts.living import bind_indicator, unbind_indicator
from registan.plans.forms_living import LivingForm
from registan.plans.queries.living import bindings_of
from registan.plans.queries.measures import indicators_of
from registan.plans.views.measures import amend, asked_measure
from registan.plans.views.steps import Record, day_in_words
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.parties.request import PageRequest


def living(request: PageRequest, key: str, number: str) -> HttpResponse:
    """Which figure of which desk, for which indicator, from which day on."""
    by = acting(request, "plans.amend")
    plan, found = asked_measure(request, key, number)
    form = LivingForm(
        request.POST or None, initial={"since": timezone.localdate()},
        indicators=indicators_of(found), bound=[row.indicator for row in bindings_of([found])],
    )  # fmt: skip

    def run() -> object:
        data = form.cleaned_data
        if not form.chosen_offer:
            return form.run(unbind_indicator, by, form.chosen(), on=data["since"])
        return form.run(
            bind_indicator, by, found, offer=form.chosen_offer, since=data["since"],
            indicator=data["indicator"],
        )  # fmt: skip

    return amend(request, by, plan, found, form, "living", run=run, record=lambda: _record(form))


def _record(form: LivingForm) -> Record:
    data = form.cleaned_data
    offer, row = form.chosen_offer, form.chosen()
    told = [
        (say("plans.living.offer"), say(f"offered.{offer}.name") if offer else say("living.none"))
    ]
    if offer:
        told.append((say("living.definition", n=form.version), say(f"offered.{offer}.definition")))
    told.append(
        (say("plans.indicator"), in_lang(row.names) if row else say("living.new_indicator"))
    )
    return [*told, (say("plans.living.since"), day_in_words(data["since"]))]
