"""The page on which one measure is added to a plan in force: a State's own, or a decided one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.parties.queries import Names
from registan.parties.request import acting
from registan.plans.acts.additions import add_decided_measure, add_own_measure, is_in_force
from registan.plans.forms_additions import DecidedMeasureForm, OwnMeasureForm
from registan.plans.origins import origin_seen
from registan.plans.queries.additions import deciding_bodies, parties_to_name
from registan.plans.queries.plans import find_plan
from registan.plans.views.steps import Record, day_in_words, in_two_steps, words_in_full
from registan.web.refusal import Refused
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.forms_additions import MeasureForm
    from registan.plans.models import Plan
    from registan.plans.origins import Origin


def add_measure(request: PageRequest, key: str) -> HttpResponse:
    """A State adds its own; the Secretariat enters what was decided."""
    by = acting(request, "measures.add", "plans.amend")
    plan = find_plan(key, request.viewer)
    if not is_in_force(plan, timezone.localdate()):
        raise Refused("plan_not_in_force", status=409)
    return _own(request, by, plan) if by.state else _decided(request, by, plan)


def _own(request: PageRequest, by: Mandate, plan: Plan) -> HttpResponse:
    source = origin_seen(request.GET.get("origin", "")[:200], request.viewer)
    if source and source.state != by.actor_key:
        source = None
    form = OwnMeasureForm(request.POST or None, plan=plan, initial=_proposed(source, plan))
    return _two_steps(
        request, by, plan, form, "own", source,
        run=lambda: form.run(add_own_measure, by, plan, form.measure(),
                             origin=form.cleaned_data["origin"]),
        record=lambda: [
            *_words(form), (say("plans.column.responsible"), Names.load().short(by.actor_key)),
            *words_in_full(form.told("office"), "plans.add.office"),
            *words_in_full(form.told("reason"), "plans.reason"),
        ],
    )  # fmt: skip


def _decided(request: PageRequest, by: Mandate, plan: Plan) -> HttpResponse:
    form = DecidedMeasureForm(
        request.POST or None, plan=plan, bodies=deciding_bodies(plan),
        parties=parties_to_name(timezone.localdate()),
    )  # fmt: skip
    return _two_steps(
        request, by, plan, form, "decided", None,
        run=lambda: form.run(add_decided_measure, by, plan, form.measure(), decision=form.decision()),
        record=lambda: [
            (say("plans.add.body"), in_lang(form.decision().body.short_names)),
            (say("plans.add.decided_on"), day_in_words(form.cleaned_data["decided_on"])),
            *words_in_full(form.told("citation"), "plans.add.citation"),
            (say("plans.column.number"), form.cleaned_data["number"]), *_words(form),
            (say("plans.column.responsible"), form.responsible().get(current_lang(), "")),
        ],
    )  # fmt: skip


def _proposed(source: Origin | None, plan: Plan) -> dict[str, object]:
    """What the thing that the measure comes from proposes, to be changed at will."""
    if source is None:
        return {}
    return {
        "origin": source.urn, "ends_on": source.ends_on,
        **{f"text_{lang}": text for lang, text in source.texts.items() if lang in plan.languages},
        **{f"office_{lang}": text for lang, text in source.offices.items()},
    }  # fmt: skip


def _words(form: MeasureForm) -> Record:
    data = form.cleaned_data
    days = [day_in_words(day) for day in (data["starts_on"], data["ends_on"]) if day]
    return [
        *words_in_full(form.told("text"), "plans.column.measure"),
        *words_in_full(form.told("result"), "plans.column.result"),
        (say("plans.column.term"), " — ".join(days)),
    ]


def _two_steps(
    request: PageRequest, by: Mandate, plan: Plan, form: MeasureForm, door: str,
    source: Origin | None, *, run: Callable[[], object], record: Callable[[], Record],
) -> HttpResponse:  # fmt: skip
    heading = say(f"plans.add.{door}")

    def page() -> HttpResponse:
        context = {
            "plan": plan, "form": form, "heading": heading, "button": say("web.next"),
            "note": say(f"plans.add.{door}.lede"), "origin": source,
        }  # fmt: skip
        return render(request, "plans/plan_form.html", context, status=422 if form.errors else 200)

    return in_two_steps(
        request, by, form, run=run, page=page, deed=heading, button=say("plans.add"),
        done=say("plans.add.done"), to=reverse("plan", args=[plan.key]),
        record=lambda: [(say("plans.plan"), in_lang(plan.titles)), *record()],
    )  # fmt: skip
