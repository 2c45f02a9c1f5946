"""A measure: its page, and what the organisation and the States do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
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
from registan.plans.acts.plans import set_obligations
from registan.plans.forms_measures import (
    DayForm,
    IndicatorForm,
    ObligationsForm,
    ObligationTextsForm,
    PostponeForm,
    SuccessorForm,
    indicator_typed,
    obligations_typed,
)
from registan.plans.queries.additions import addition_of
from registan.plans.queries.counted import counted_in
from registan.plans.queries.measures import (
    amendments_of,
    indicators_of,
    joinings_of,
    languages_of,
    may_join,
    measure_text,
    other_measures,
    responsible_of,
    said_in,
    taken_over_by,
)
from registan.plans.queries.overview import plan_round
from registan.plans.queries.owing import owed
from registan.plans.queries.plans import (
    find_measure,
    find_plan,
    obligations_above,
    obligations_answered,
)
from registan.plans.queries.reports import joint_acts
from registan.plans.queries.rounds import findings_on, opinions_of, rounds_of
from registan.plans.views.counted import figures
from registan.plans.views.living_lines import living_lines
from registan.plans.views.steps import Record, day_in_words, in_two_steps, words_in_full
from registan.web.forms import ActForm
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere
from registan.web.texts import current_lang, has_text, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.models import Measure, Plan


def measure(request: PageRequest, key: str, number: str) -> HttpResponse:
    plan, found = asked_measure(request, key, number)
    round_ = plan_round(plan, request.viewer, request.GET.get("round", ""))
    text = measure_text(found, current_lang())
    today = timezone.localdate()
    can_join, can_leave = may_join(found, request.mandate, today)
    context: dict[str, Any] = {
        "plan": plan, "measure": found, "text": text, "text_lang": HTML_LANG[text.lang],
        "foreign": "" if text.lang == current_lang() else say(f"language.{text.lang}"),
        "versions": languages_of(found), "responsible": responsible_of(found),
        "steps": found.milestones.all(), "obligations": obligations_answered(found, request.viewer),
        "indicators": indicators_of(found),
        "living": living_lines(found, request.viewer, today), "joinings": joinings_of(found), "round": round_,
        "rounds": rounds_of(plan, request.viewer), "today": today,
        "can_join": can_join, "can_leave": can_leave, "form": ActForm(),
        "may_amend": may(request, "plans.amend") and found.owes_reports,
        "amendments": amendments_of(found, request.viewer),
        "added": addition_of(found, request.viewer),
        "taken_over": taken_over_by(found, request.viewer),
        "history": history(found.urn, request.viewer, also=joint_acts(found), limit=50),
    }  # fmt: skip
    if round_:
        due = owed(round_, measure=found)
        context |= {
            "said": said_in(round_, found, request.viewer),
            "counted": figures(counted_in(round_, found, request.viewer)),
            "findings": findings_on(round_, found.pk, request.viewer),
            "opinions": opinions_of(round_, request.viewer, found.pk),
            "may_find": may(request, "findings.record"),
            "may_opine": may(request, "opinions.record"),
            "owes": bool(
                request.mandate and request.mandate.has("reports.draft")
                and any(row.party == request.mandate.actor_key for row in due)
            ),
        }  # fmt: skip
    return render(request, "plans/measure.html", context)


def join(request: PageRequest, key: str, number: str) -> HttpResponse:
    return _join_or_leave(request, key, number, join_measure, "join")


def leave(request: PageRequest, key: str, number: str) -> HttpResponse:
    return _join_or_leave(request, key, number, leave_measure, "leave")


def _join_or_leave(
    request: PageRequest, key: str, number: str, act: Callable[..., Any], word: str
) -> HttpResponse:
    """From which day, then the page "You are about to act for …"."""
    by = acting(request, "measures.join")
    plan, found = asked_measure(request, key, number)
    form = DayForm(
        request.POST or None, initial={"on": timezone.localdate()}, label=f"plans.{word}.on"
    )
    return amend(
        request, by, plan, found, form, word,
        run=lambda: form.run(act, by, found, on=form.cleaned_data["on"]),
        record=lambda: [(say(f"plans.{word}.on"), day_in_words(form.cleaned_data["on"]))],
    )  # fmt: skip


def postpone(request: PageRequest, key: str, number: str) -> HttpResponse:
    by = acting(request, "plans.amend")
    plan, found = asked_measure(request, key, number)
    form = PostponeForm(request.POST or None, initial={"starts_on": found.starts_on})
    return amend(
        request, by, plan, found, form, "postpone",
        run=lambda: form.run(
            postpone_measure, by, found, starts_on=form.cleaned_data["starts_on"],
            ends_on=form.cleaned_data["ends_on"], reasons=form.words(),
        ),
        record=lambda: [
            (say("plans.term_before"), _term(found.starts_on, found.ends_on)),
            (say("plans.term_after"), _term(form.cleaned_data["starts_on"] or found.starts_on,
                                            form.cleaned_data["ends_on"])),
            *words_in_full(form.words(), "plans.reason"),
        ],
    )  # fmt: skip


def hand_over(request: PageRequest, key: str, number: str, fate: str) -> HttpResponse:
    """Merge a measure into another one, or have it superseded, by one of a later plan as well."""
    acts: dict[str, tuple[Callable[..., Any], str]] = {
        "merge": (merge_measure, "into"),
        "supersede": (supersede_measure, "by_measure"),
    }
    by = acting(request, "plans.amend")
    plan, found = asked_measure(request, key, number)
    choices = other_measures(plan, found, request.viewer, of_all_plans=fate == "supersede")
    form = SuccessorForm(request.POST or None, measures=choices)
    act, word = acts[fate]

    def run() -> object:
        to_plan, _, to = form.cleaned_data["successor"].partition("/")
        successor = find_measure(find_plan(to_plan, request.viewer), to, request.viewer)
        return form.run(act, by, found, **{word: successor}, reasons=form.words())

    return amend(
        request, by, plan, found, form, fate, run=run,
        record=lambda: [
            (say("plans.successor"), dict(choices)[form.cleaned_data["successor"]]),
            *words_in_full(form.words(), "plans.reason"),
        ],
    )  # fmt: skip


def indicator(request: PageRequest, key: str, number: str) -> HttpResponse:
    """A new indicator, or (`?indicator=key`) one that is there already."""
    by = acting(request, "plans.amend")
    plan, found = asked_measure(request, key, number)
    asked = request.GET.get("indicator", "")
    held = next((row for row in indicators_of(found) if row.key == asked), None)
    form = IndicatorForm(request.POST or None, initial=indicator_typed(held) if held else {})
    return amend(
        request, by, plan, found, form, "indicator",
        run=lambda: form.run(define_indicator, by, found, **form.facts()),
        record=lambda: [
            (str(form.fields[name].label), str(value))
            for name, value in form.cleaned_data.items()
            if name != "act_key" and value not in {None, ""}
        ],
    )  # fmt: skip


def obligations(request: PageRequest, key: str, number: str) -> HttpResponse:
    by = acting(request, "plans.amend")
    plan, found = asked_measure(request, key, number)
    above = obligations_above(plan, request.viewer)
    if not above:
        raise NotThere
    held = [str(pk) for pk in found.obligations.values_list("pk", flat=True)]
    form = ObligationsForm(request.POST or None, obligations=above, initial={"obligations": held})
    return amend(
        request, by, plan, found, form, "obligations",
        run=lambda: form.run(link_obligations, by, found, obligations=form.chosen()),
        record=lambda: [(row.key, in_lang(row.texts)) for row in form.chosen()]
        or [(say("plans.obligations"), "")],
    )  # fmt: skip


def plan_obligations(request: PageRequest, key: str) -> HttpResponse:
    """What a strategy, programme or plan obliges to, for the measures below it to answer."""
    by = acting(request, "plans.amend")
    plan = find_plan(key, request.viewer)
    form = ObligationTextsForm(
        request.POST or None, initial=obligations_typed(plan.obligations.all())
    )
    heading = say("plans.obligations.of_plan")

    def page() -> HttpResponse:
        context = {"plan": plan, "form": form, "heading": heading, "button": say("web.next")}
        return render(request, "plans/plan_form.html", context, status=422 if form.errors else 200)

    return in_two_steps(
        request, by, form, run=lambda: form.run(set_obligations, by, plan, form.texts()),
        page=page, deed=heading, button=say("plans.obligations.record"),
        done=say("plans.obligations.recorded"), to=reverse("plan", args=[plan.key]),
        record=lambda: [
            (say("plans.plan"), in_lang(plan.titles)),
            *[(each, "\n".join(texts.values())) for each, texts in form.texts()],
        ],
    )  # fmt: skip


def asked_measure(request: PageRequest, key: str, number: str) -> tuple[Plan, Measure]:
    plan = find_plan(key, request.viewer)
    return plan, find_measure(plan, number, request.viewer)


def amend(
    request: PageRequest, by: Mandate, plan: Plan, found: Measure, form: ActForm, word: str, *,
    run: Callable[[], object], record: Callable[[], Record],
) -> HttpResponse:  # fmt: skip
    text = measure_text(found, current_lang())
    deed = f"plans.{word}.deed"

    def page() -> HttpResponse:
        context = {
            "plan": plan, "measure": found, "form": form, "word": word, "text": text,
            "heading": say(f"plans.{word}.heading", number=found.number),
            "acting_for": Names.load().official(by.actor_key),
        }  # fmt: skip
        return render(request, "plans/amend.html", context, status=422 if form.errors else 200)

    return in_two_steps(
        request, by, form, run=run, page=page,
        record=lambda: [(say("plans.measure"), f"{found.number} {text.text}"), *record()],
        deed=say(deed) if has_text(deed) else say(f"plans.{word}.heading", number=found.number),
        button=say(f"plans.{word}"), done=say(f"plans.{word}.done", number=found.number),
        to=reverse("measure", args=[plan.key, found.number]),
    )  # fmt: skip


def _term(first: date | None, last: date | None) -> str:
    return " — ".join(day_in_words(day) for day in (first, last) if day)
