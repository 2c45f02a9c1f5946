"""Rounds of reports: who has delivered, reminders, closing; the consolidated report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from registan.ledger.queries import history
from registan.parties.request import acting, may
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.rounds import close_round, move_due_date, open_round, send_reminders
from registan.plans.forms_measures import FindingForm, OpinionForm
from registan.plans.forms_reports import DueForm, RemindForm, RoundForm
from registan.plans.queries.measures import measure_text
from registan.plans.queries.plans import find_measure, find_plan
from registan.plans.queries.reminders import reminders
from registan.plans.queries.review import gather
from registan.plans.queries.rounds import deliveries, find_round, reports_to_read
from registan.plans.review.pdf import write_pdf
from registan.plans.review.word import write_docx
from registan.plans.views.measures import confirm
from registan.plans.views.plans import PAPERS, counts_of, progress_figure, progress_words
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from registan.parties.request import PageRequest

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
    }  # fmt: skip
    return render(request, "plans/round.html", context)


def new_round(request: PageRequest, key: str) -> HttpResponse:
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = form.run(
            open_round, by, plan, starts_on=data["starts_on"], ends_on=data["ends_on"],
            due_on=data["due_on"],
        )  # fmt: skip
        if made:
            messages.success(request, say("plans.round.opened", n=made.number))
            return HttpResponseRedirect(reverse("round", args=[plan.key, made.number]))
    context = {"plan": plan, "form": form, "heading": say("plans.round.new"),
               "button": say("plans.round.open")}  # fmt: skip
    return render(request, "plans/plan_form.html", context, status=422 if form.errors else 200)


def due_date(request: PageRequest, key: str, number: int) -> HttpResponse:
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    form = DueForm(request.POST or None, initial={"due_on": found.due_on})
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(move_due_date, by, found, due_on=form.cleaned_data["due_on"]) is not None
    ):
        messages.success(request, say("plans.round.moved"))
        return HttpResponseRedirect(reverse("round", args=[plan.key, number]))
    context = {"plan": plan, "form": form, "heading": say("plans.round.move"),
               "button": say("web.save")}  # fmt: skip
    return render(request, "plans/plan_form.html", context, status=422 if form.errors else 200)


def remind(request: PageRequest, key: str, number: int) -> HttpResponse:
    """Who owes and has not filed, the letter as it will read, and one button."""
    by = acting(request, "rounds.run")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    waiting = reminders(found, timezone.now())
    choices = [
        (row.party, say("plans.remind.line", name=row.name, n=row.awaited, m=len(row.readers)))
        for row in waiting
    ]
    form = RemindForm(request.POST or None, choices=choices)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(send_reminders, by, found, parties=form.cleaned_data["parties"]) is not None
    ):
        messages.success(request, say("plans.remind.done"))
        return HttpResponseRedirect(reverse("round", args=[plan.key, number]))
    facts = {"plan": in_lang(plan.titles), "n": waiting[0].awaited if waiting else 0,
             "due": date_format(found.due_on, "DATE_FORMAT")}  # fmt: skip
    context = {
        "plan": plan, "round": found, "form": form, "waiting": waiting,
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
        messages.success(request, say("plans.round.closed", n=number))
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
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    on = find_measure(plan, measure, request.viewer)
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.run(
        record_finding, by, found, on, progress=form.cleaned_data["progress"], reasons=form.words()
    ) is not None:  # fmt: skip
        messages.success(request, say("plans.finding.done", number=on.number))
        return HttpResponseRedirect(reverse("measure", args=[plan.key, on.number]))
    context = {
        "plan": plan, "measure": on, "form": form, "text": measure_text(on, current_lang()),
        "heading": say("plans.finding.heading", number=on.number, round=number),
        "button": say("plans.finding.record"),
    }  # fmt: skip
    return render(request, "plans/amend.html", context, status=422 if form.errors else 200)


def opinion(request: PageRequest, key: str, number: int, measure: str) -> HttpResponse:
    by = acting(request, "opinions.record")
    plan = find_plan(key, request.viewer)
    found = find_round(plan, number, request.viewer)
    on = find_measure(plan, measure, request.viewer)
    form = OpinionForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(record_opinion, by, found, on, texts=form.words()) is not None
    ):
        messages.success(request, say("plans.opinion.done", number=on.number))
        return HttpResponseRedirect(reverse("measure", args=[plan.key, on.number]))
    context = {
        "plan": plan, "measure": on, "form": form, "text": measure_text(on, current_lang()),
        "heading": say("plans.opinion.heading", number=on.number, round=number),
        "button": say("plans.opinion.record"),
    }  # fmt: skip
    return render(request, "plans/amend.html", context, status=422 if form.errors else 200)
