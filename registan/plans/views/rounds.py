"""Rounds of reports: who has delivered, reminders, closing; the consolidated report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from registan.ledger.queries import history
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.rounds import close_round, move_due_date, open_round, send_reminders
from registan.plans.forms_measures import FindingForm, OpinionForm
from registan.plans.forms_reports import DueForm, RemindForm, RoundForm
from registan.plans.queries.measures import measure_text, said_in
from registan.plans.queries.plans import find_measure, find_plan
from registan.plans.queries.reminders import reminders
from registan.plans.queries.review import gather
from registan.plans.queries.rounds import (
    deliveries,
    find_round,
    next_period,
    reports_to_read,
)
from registan.plans.queries.words import titles_in
from registan.plans.review.pdf import write_pdf
from registan.plans.review.word import write_docx
from registan.plans.views.plans import PAPERS, counts_of, progress_figure, progress_words
from registan.plans.views.steps import (
    Record,
    confirm,
    day_in_words,
    in_two_steps,
    seal,
    words_in_full,
)
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.models import Measure, Plan, Round
    from registan.plans.queries.measures import Said

WRITERS = {"pdf": write_pdf, "docx": write_docx}


def round_page(request: PageRequest, key: str, number: int) -> HttpResponse:
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    counts = counts_of(found, request.viewer)
    context = {
        "plan": plan, "round": found, "counts": counts, "today": timezone.localdate(),
        "figure": progress_figure(counts.by_progress), "words": progress_words(counts.by_progress),
        "deliveries": deliveries(found, request.viewer), "may_run": may(request, "rounds.run"),
        "may_receive": may(request, "reports.receive"),
        "to_read": reports_to_read(found, request.viewer) if may(request, "reports.receive") else [],
        "history": history(found.urn, request.viewer, limit=20), "langs": LANGS,
        "titles": titles_in(found),
    }  # fmt: skip
    return render(request, "plans/round.html", context)


def new_round(request: PageRequest, key: str) -> HttpResponse:
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    proposed = next_period(plan, request.viewer, timezone.localdate())
    form = RoundForm(request.POST or None, initial=proposed)
    return _plan_step(
        request, by, plan, form, "plans.round.new", "plans.round.open",
        run=lambda: form.run(open_round, by, plan, **form.days()),
        record=lambda: [
            (say(f"plans.round.{name}"), day_in_words(day)) for name, day in form.days().items()
        ],
        done=say("plans.round.opened_now"), to=reverse("plan", args=[plan.key]),
    )  # fmt: skip


def due_date(request: PageRequest, key: str, number: int) -> HttpResponse:
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    form = DueForm(request.POST or None, initial={"due_on": found.due_on})
    return _plan_step(
        request, by, plan, form, "plans.round.move", "plans.round.move",
        run=lambda: form.run(move_due_date, by, found, due_on=form.cleaned_data["due_on"]),
        record=lambda: [
            (say("plans.round"), str(number)),
            (say("plans.round.due_before"), day_in_words(found.due_on)),
            (say("plans.round.due_on"), day_in_words(form.cleaned_data["due_on"])),
        ],
        done=say("plans.round.moved"), to=reverse("round", args=[plan.key, number]),
    )  # fmt: skip


def _plan_step(
    request: PageRequest, by: Mandate, plan: Plan, form: ActForm, heading: str, button: str, *,
    run: Callable[[], object], record: Callable[[], Record], done: str, to: str,
) -> HttpResponse:  # fmt: skip
    def page() -> HttpResponse:
        context = {"plan": plan, "form": form, "heading": say(heading), "button": say("web.next")}
        return render(request, "plans/plan_form.html", context, status=422 if form.errors else 200)

    return in_two_steps(
        request, by, form, run=run, page=page, deed=say(heading), button=say(button), done=done,
        to=to, record=lambda: [(say("plans.plan"), in_lang(plan.titles)), *record()],
    )  # fmt: skip


def remind(request: PageRequest, key: str, number: int) -> HttpResponse:
    """Who owes and has not filed, the letter as it will read, and one button."""
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    waiting = reminders(found, timezone.now())
    form = RemindForm(request.POST or None, waiting=waiting)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(send_reminders, by, found, parties=form.cleaned_data["parties"]) is not None
    ):
        seal(request, by, form, say("plans.remind.done"))
        return HttpResponseRedirect(reverse("round", args=[plan.key, number]))
    first = next((row for row in waiting if row.readers), None)
    facts = {"plan": in_lang(plan.titles), "n": first.awaited + first.returned if first else 0,
             "due": date_format(found.due_on, "DATE_FORMAT")}  # fmt: skip
    context = {
        "plan": plan, "round": found, "form": form, "waiting": first,
        "unread": say("web.list").join(row.name for row in waiting if not row.readers),
        "subject": say("letter.plans.reminder.subject", **facts),
        "letter": say("letter.plans.reminder.body", **facts),
    }  # fmt: skip
    return render(request, "plans/remind.html", context, status=422 if form.errors else 200)


def close(request: PageRequest, key: str, number: int) -> HttpResponse:
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    back = reverse("round", args=[plan.key, number])
    form = ActForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(close_round, by, found) is not None
    ):
        seal(request, by, form, say("plans.round.closed", n=number))
        return HttpResponseRedirect(back)
    counts = counts_of(found, request.viewer)
    return confirm(
        request, by, form, deed=say("plans.round.close.deed"), button=say("plans.round.close"),
        back=back,
        record=[
            (say("plans.plan"), in_lang(plan.titles)),
            (say("plans.round"), str(number)),
            (say("plans.round.filed"), say("plans.of", n=counts.filed, m=counts.owed)),
        ],
    )  # fmt: skip


def review(request: PageRequest, key: str, number: int, lang: str, form: str) -> HttpResponse:
    """The consolidated report of the round, as this reader may see it."""
    if form not in WRITERS or lang not in LANGS:
        raise NotThere
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    account = gather(found, request.viewer, lang, timezone.now())
    response = HttpResponse(WRITERS[form](account), content_type=PAPERS[form][1])
    name = f"{plan.key}-round-{number}-{lang}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def finding(request: PageRequest, key: str, number: int, measure: str) -> HttpResponse:
    by = acting(request, "findings.record")
    _, found, on = _measure_in(request, key, number, measure)
    form = FindingForm(request.POST or None)
    return _measure_step(
        request, by, found, on, form, "finding",
        run=lambda: form.run(
            record_finding, by, found, on, progress=form.cleaned_data["progress"],
            reasons=form.words(),
        ),
        record=lambda: [
            (say("plans.finding.progress"), say(f"progress.{form.cleaned_data['progress']}")),
            *words_in_full(form.words(), "plans.reason"),
        ],
        reports=said_in(found, on, request.viewer),
    )  # fmt: skip


def opinion(request: PageRequest, key: str, number: int, measure: str) -> HttpResponse:
    by = acting(request, "opinions.record")
    _, found, on = _measure_in(request, key, number, measure)
    form = OpinionForm(request.POST or None)
    return _measure_step(
        request, by, found, on, form, "opinion",
        run=lambda: form.run(record_opinion, by, found, on, texts=form.words()),
        record=lambda: words_in_full(form.words(), "plans.opinion"),
    )  # fmt: skip


def _measure_in(
    request: PageRequest, key: str, number: int, measure: str
) -> tuple[Plan, Round, Measure]:
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    return plan, found, find_measure(plan, measure, request.viewer)


def _measure_step(
    request: PageRequest, by: Mandate, found: Round, on: Measure, form: ActForm, word: str, *,
    run: Callable[[], object], record: Callable[[], Record], reports: Sequence[Said] = (),
) -> HttpResponse:  # fmt: skip
    """A finding or an opinion: typed beside what was reported, looked at, recorded."""
    text = measure_text(on, current_lang())
    heading = say(f"plans.{word}.heading", number=on.number, round=found.number)

    def page() -> HttpResponse:
        context = {
            "plan": found.plan, "measure": on, "form": form, "text": text, "heading": heading,
            "acting_for": Names.load().official(by.actor_key), "said": reports,
        }  # fmt: skip
        return render(request, "plans/amend.html", context, status=422 if form.errors else 200)

    note = [] if found.is_open else [(say("plans.round"), say("plans.after_closing"))]
    return in_two_steps(
        request, by, form, run=run, page=page, deed=heading, button=say(f"plans.{word}.record"),
        done=say(f"plans.{word}.done", number=on.number),
        record=lambda: [(say("plans.measure"), f"{on.number} {text.text}"), *note, *record()],
        to=f"{reverse('measure', args=[found.plan.key, on.number])}?round={found.number}",
    )  # fmt: skip
