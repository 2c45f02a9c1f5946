"""Scenarios: the list, the builder, the progress, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from registan.health.acts.scenarios import cancel_scenario, commission_scenario
from registan.health.forms_scenarios import ScenarioForm, typed_again
from registan.health.queries.scenarios import assumptions_of, find_scenario, scenarios
from registan.health.scenario_words import assumptions_in_words
from registan.health.views.scenario_result import result_context
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import Record, in_two_steps, words_in_full
from registan.web.asked import whole_number
from registan.web.forms import ActForm
from registan.web.rows import Cell, Link, Tag, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from registan.health.models import Scenario
    from registan.kernel.epi.assumptions import Assumptions
    from registan.parties.request import PageRequest

TONES = {"done": "good", "running": "going", "given_up": "late"}


def scenario_list(request: PageRequest) -> HttpResponse:
    found = scenarios(request.viewer)
    context = {"table": _list(found) if found else "", "may": may(request, "scenarios.commission")}
    return render(request, "health/scenarios.html", context)


def _list(found: list[Scenario]) -> SafeString:
    names = Names.load()
    rows: list[list[Cell]] = [
        [
            Link(title(each), reverse("scenario", args=[each.pk])),
            names.short(each.party),
            (Tag(say(f"scenario.standing.{each.standing}"), TONES.get(each.standing, "")),  # type: ignore[arg-type]
             say("scenarios.illustrative") if each.illustrative else None),
        ]
        for each in found
    ]  # fmt: skip
    heads = [say("scenario"), say("scenario.by"), say("scenario.standing")]
    return table(heads, rows, label=say("scenarios"))


def title(scenario: Scenario) -> str:
    return say("scenario.title", n=scenario.pk, name=in_lang(scenario.names))


def new_scenario(request: PageRequest) -> HttpResponse:
    by = acting(request, "scenarios.commission")
    form = ScenarioForm(request.POST or None, initial=_earlier(request))
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(commission_scenario, by, form.assumptions, names=form.names()),
        record=lambda: _record(form),
        deed=say("scenario.new"), button=say("scenario.commission"),
        done=say("scenario.commissioned"), to=reverse("scenarios"),
        page=lambda: render(
            request, "health/scenario_new.html", {"form": form}, status=422 if form.errors else 200
        ),
    )  # fmt: skip


def _earlier(request: PageRequest) -> dict[str, object]:
    """Assumptions of the scenario that the address names, to be changed and commissioned anew."""
    number = whole_number(request.GET.get("from", ""))
    if not number:
        return {}
    found = find_scenario(number, request.viewer)
    return typed_again(assumptions_of(found), found.names)


def _record(form: ScenarioForm) -> Record:
    told: Assumptions = form.assumptions  # type: ignore[assignment]  # the form is valid
    lines = [(line.label, line.value) for part in assumptions_in_words(told) for line in part.lines]
    return [*words_in_full(form.names(), "scenario.name"), *lines]


def scenario(request: PageRequest, pk: int) -> HttpResponse:
    found = find_scenario(pk, request.viewer)
    if found.is_over:
        may_be_kept(request)
    told = assumptions_of(found)
    context = {
        "scenario": found, "title": title(found), "by": Names.load().official(found.party),
        "standing": say(f"scenario.standing.{found.standing}"),
        "percent": int(100 * found.share), "runs": told.runs,
        "parts": assumptions_in_words(told), "history": history(found.urn, request.viewer, limit=20),
        "may": may(request, "scenarios.commission"),
    }  # fmt: skip
    if found.result:
        context |= result_context(found)
    part = request.headers.get("HX-Request") and not found.is_over
    return render(request, f"health/scenario{'_progress' if part else ''}.html", context)


def cancel(request: PageRequest, pk: int) -> HttpResponse:
    by = acting(request, "scenarios.commission")
    found = find_scenario(pk, request.viewer)
    form = ActForm(request.POST or None)
    page = reverse("scenario", args=[pk])
    return in_two_steps(
        request, by, form, run=lambda: form.run(cancel_scenario, by, found),
        record=lambda: [(say("scenario"), title(found))], deed=say("scenario.cancel"),
        button=say("scenario.cancel"), done=say("scenario.cancelled"), to=page,
        page=lambda: _asked_to_cancel(request, form, found),
    )  # fmt: skip


def _asked_to_cancel(request: PageRequest, form: ActForm, found: Scenario) -> HttpResponse:
    context = {"form": form, "heading": say("scenario.cancel"), "lede": title(found)}
    return render(request, "health/form.html", context, status=422 if form.errors else 200)
