"""Exercises: what is played in each, counted apart; opening, adding, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse

from registan.health.acts.exercises import POWER, add_part, close_exercise, open_exercise
from registan.health.forms_reserves import ExerciseForm, PartForm
from registan.health.queries.exercises import find_exercise, free_parts, played
from registan.health.views.assistance_words import typed_record
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import in_two_steps
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from registan.health.models import AidRound, Event, Exercise
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest


def listed(request: PageRequest) -> HttpResponse:
    """All exercises with what belongs to each."""
    may_be_kept(request)
    names = Names.load()
    found = played(request.viewer)
    context = {
        "found": [
            (each, [(row, names.short(row.activation.owner.key),
                     names.short(row.activation.state.key)) for row in each.activations])
            for each in found
        ],
        # The banner stands over whatever is of an exercise.
        "exercise": found[0].exercise if found else None,
        "may_run": may(request, POWER),
    }  # fmt: skip
    return render(request, "health/exercises.html", context)


def new_exercise(request: PageRequest) -> HttpResponse:
    by = acting(request, POWER)
    form = ExerciseForm(request.POST or None)
    return _in_two_steps(request, by, form, "exercise.new",
                         lambda: form.run(open_exercise, by, **form.facts()), None)  # fmt: skip


def deed(request: PageRequest, exercise: int, deed: str) -> HttpResponse:
    """Add what is played, or close the exercise."""
    by = acting(request, POWER)
    found = find_exercise(exercise, request.viewer)
    if deed == "close":
        form: Any = ActForm(request.POST or None)
        return _in_two_steps(request, by, form, "exercise.close",
                             lambda: form.run(close_exercise, by, found), found)  # fmt: skip
    if deed != "add":
        raise NotThere
    parts = {row.urn: row for row in free_parts(request.viewer)}
    form = PartForm(request.POST or None, parts=[(urn, _part(row)) for urn, row in parts.items()])
    return _in_two_steps(
        request, by, form, "exercise.add",
        lambda: form.run(add_part, by, found, parts[form.cleaned_data["part"]]), found,
    )  # fmt: skip


def _part(row: AidRound | Event) -> str:
    kind = "aid.rounds" if row.urn.startswith("urn:registan:aid:") else "events.event"
    return say("web.colon").join((say(kind), in_lang(row.names)))


def _in_two_steps(
    request: PageRequest, by: Mandate, form: Any, deed: str, run: Callable[[], object],
    exercise: Exercise | None,
) -> HttpResponse:  # fmt: skip
    named = in_lang(exercise.names) if exercise else ""
    record = [(say("exercise"), named)] if exercise else []
    context = {"form": form, "heading": say(deed), "lede": named, "in_exercises": True}
    return in_two_steps(
        request, by, form, run=run, record=lambda: [*record, *typed_record(form)], deed=say(deed),
        button=say("exercise.confirm"), done=say("exercise.done"), to=reverse("exercises"),
        page=lambda: render(
            request, "health/form.html", context, status=422 if form.errors else 200
        ),
    )  # fmt: skip
