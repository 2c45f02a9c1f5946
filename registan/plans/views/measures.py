"""A measure: its page, and what the organisation and the States do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.ledger.queries import history
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.acts.measures import (
    define_indicator,
    join_measure,
    leave_measure,
    link_obligations,
    merge_measure,
    postpone_measure,
    supersede_measure,
)
from registan.plans.forms_measures import (
    IndicatorForm,
    ObligationsForm,
    PostponeForm,
    SuccessorForm,
)
from registan.plans.queries.measures import (
    indicators_of,
    joinings_of,
    languages_of,
    may_join,
    measure_text,
    other_measures,
    responsible_of,
    said_in,
)
from registan.plans.queries.overview import plan_round
from registan.plans.queries.owing import owed, owes
from registan.plans.queries.plans import find_measure, find_plan, obligations_above
from registan.plans.queries.reports import joint_acts
from registan.plans.queries.rounds import findings_of, opinions_of, parties_in_order, rounds_of
from registan.web.forms import ActForm
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.models import Measure, Plan


def measure(request: PageRequest, key: str, number: str) -> HttpResponse:
    plan, found = _measure(request, key, number)
    round_ = plan_round(plan, request.viewer, request.GET.get("round", ""))
    text = measure_text(found, current_lang())
    today = timezone.localdate()
    can_join, can_leave = may_join(found, request.mandate, today)
    context: dict[str, Any] = {
        "plan": plan, "measure": found, "text": text, "text_lang": HTML_LANG[text.lang],
        "foreign": "" if text.lang == current_lang() else say(f"language.{text.lang}"),
        "versions": languages_of(found), "responsible": responsible_of(found),
        "steps": found.milestones.all(), "obligations": found.obligations.select_related("plan"),
        "indicators": indicators_of(found), "joinings": joinings_of(found), "round": round_,
        "rounds": rounds_of(plan, request.viewer), "today": today,
        "can_join": can_join, "can_leave": can_leave, "form": ActForm(),
        "may_amend": may(request, "plans.amend") and found.owes_reports,
        "history": history(found.urn, request.viewer, also=joint_acts(found), limit=50),
    }  # fmt: skip
    if round_:
        parties = parties_in_order({row.party for row in _owed_on(round_, found)})
        context |= {
            "said": said_in(round_, found, request.viewer, parties),
            "finding": findings_of(round_, request.viewer).get(found.pk),
            "opinions": opinions_of(round_, request.viewer, found.pk),
            "may_find": may(request, "findings.record"),
            "may_opine": may(request, "opinions.record"),
            "owes": bool(
                request.mandate and request.mandate.has("reports.draft")
                and owes(round_, found, request.mandate.actor_key)
            ),
        }  # fmt: skip
    return render(request, "plans/measure.html", context)


def _owed_on(round_: Any, measure_: Measure) -> list[Any]:
    return [row for row in owed(round_) if row.measure_id == measure_.pk]


def join(request: PageRequest, key: str, number: str) -> HttpResponse:
    return _join_or_leave(request, key, number, join_measure, "join")


def leave(request: PageRequest, key: str, number: str) -> HttpResponse:
    return _join_or_leave(request, key, number, leave_measure, "leave")


def _join_or_leave(
    request: PageRequest, key: str, number: str, act: Callable[..., Any], word: str
) -> HttpResponse:
    by = acting(request, "measures.join")
    plan, found = _measure(request, key, number)
    back = reverse("measure", args=[plan.key, found.number])
    form = ActForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.run(act, by, found) is not None:
        messages.success(request, say(f"plans.{word}.done", number=found.number))
        return HttpResponseRedirect(back)
    text = measure_text(found, current_lang()).text
    return confirm(
        request, by, form, deed=say(f"plans.{word}.deed"), button=say(f"plans.{word}"), back=back,
        record=[(say("plans.measure"), f"{found.number} {text}")],
    )  # fmt: skip


def confirm(
    request: PageRequest, by: Mandate, form: ActForm, *, deed: str, button: str, back: str,
    record: list[tuple[str, str]], hidden: list[tuple[str, str]] | None = None,
) -> HttpResponse:  # fmt: skip
    """The page "You are about to act for …"."""
    context = {
        "form": form, "acting_for": Names.load().official(by.actor_key), "deed": deed,
        "record": record, "button": button, "back": back,
        "hidden": [("act_key", form["act_key"].value()), *(hidden or [])],
    }  # fmt: skip
    return render(request, "web/confirm_act.html", context, status=422 if form.errors else 200)


def postpone(request: PageRequest, key: str, number: str) -> HttpResponse:
    by = acting(request, "plans.amend")
    plan, found = _measure(request, key, number)
    form = PostponeForm(request.POST or None, initial={"starts_on": found.starts_on})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if form.run(
            postpone_measure, by, found, starts_on=data["starts_on"], ends_on=data["ends_on"],
            reasons=form.words(),
        ):  # fmt: skip
            return _back_to(request, plan, found, "plans.postpone.done")
    return _amend_page(request, plan, found, form, "postpone")


def hand_over(request: PageRequest, key: str, number: str, fate: str) -> HttpResponse:
    """Merge a measure into another one, or have it superseded."""
    acts: dict[str, tuple[Callable[..., Any], str]] = {
        "merge": (merge_measure, "into"),
        "supersede": (supersede_measure, "by_measure"),
    }
    by = acting(request, "plans.amend")
    plan, found = _measure(request, key, number)
    form = SuccessorForm(request.POST or None, measures=other_measures(plan, found))
    if request.method == "POST" and form.is_valid():
        act, word = acts[fate]
        successor = find_measure(plan, form.cleaned_data["successor"], request.viewer)
        if form.run(act, by, found, **{word: successor}, reasons=form.words()):
            return _back_to(request, plan, found, f"plans.{fate}.done")
    return _amend_page(request, plan, found, form, fate)


def indicator(request: PageRequest, key: str, number: str) -> HttpResponse:
    by = acting(request, "plans.amend")
    plan, found = _measure(request, key, number)
    form = IndicatorForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(define_indicator, by, found, **form.facts()) is not None
    ):
        return _back_to(request, plan, found, "plans.indicator.done")
    return _amend_page(request, plan, found, form, "indicator")


def obligations(request: PageRequest, key: str, number: str) -> HttpResponse:
    by = acting(request, "plans.amend")
    plan, found = _measure(request, key, number)
    above = obligations_above(plan)
    if not above:
        raise NotThere
    held = [str(pk) for pk in found.obligations.values_list("pk", flat=True)]
    form = ObligationsForm(request.POST or None, obligations=above, initial={"obligations": held})
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(link_obligations, by, found, obligations=form.chosen()) is not None
    ):
        return _back_to(request, plan, found, "plans.obligations.done")
    return _amend_page(request, plan, found, form, "obligations")


def _measure(request: PageRequest, key: str, number: str) -> tuple[Plan, Measure]:
    plan = find_plan(key, request.viewer)
    return plan, find_measure(plan, number, request.viewer)


def _back_to(request: PageRequest, plan: Plan, found: Measure, done: str) -> HttpResponse:
    messages.success(request, say(done, number=found.number))
    return HttpResponseRedirect(reverse("measure", args=[plan.key, found.number]))


def _amend_page(
    request: PageRequest, plan: Plan, found: Measure, form: ActForm, word: str
) -> HttpResponse:
    context = {
        "plan": plan, "measure": found, "form": form, "word": word,
        "text": measure_text(found, current_lang()),
        "heading": say(f"plans.{word}.heading", number=found.number),
        "button": say(f"plans.{word}"),
    }  # fmt: skip
    return render(request, "plans/amend.html", context, status=422 if form.errors else 200)
