"""Emergencies: the list with its inbox, one thread, a new event, another assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from registan.health.acts.events import assess_event
from registan.health.forms_events import EventForm
from registan.health.queries.conditions import conditions
from registan.health.queries.events import (
    events,
    find_event,
    is_adviser,
    thread,
    unanswered_opinions,
    unread,
)
from registan.health.queries.notice_rules import notice_rules
from registan.health.queries.timeliness import bottlenecks_of, has_bottlenecks, timed
from registan.health.views.event_words import (
    answer_rows,
    clock_in_words,
    shown_notices,
    suggestion_in_words,
)
from registan.health.views.timeliness import section
from registan.ledger.queries import history
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import day_in_words, in_two_steps, words_in_full
from registan.web.refusal import Refused
from registan.web.templatetags.registan import moment
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.health.forms_events import AssessForm
    from registan.health.queries.events import Thread
    from registan.parties.request import PageRequest
    from registan.plans.views.steps import Record


def listed(request: PageRequest) -> HttpResponse:
    names = Names.load()
    context = {
        "unread": [(row, names.short(row.notice.sender)) for row in unread(request.viewer)],
        "asked": unanswered_opinions(request.viewer),
        "parts": [
            (heading, [(row, names.short(row.state.key)) for row in rows])
            for heading, rows in (
                (say("events.real"), events(request.viewer)),
                (say("events.exercises"), events(request.viewer, exercise=True)),
            )
        ],
        "may_assess": may(request, "events.notify"),
    }
    return render(request, "health/events.html", context)


def event(request: PageRequest, event: str) -> HttpResponse:
    found = find_event(event, request.viewer)
    now = timezone.now()
    whole = thread(found, request.viewer, now)
    names = Names.load()
    context = {
        "event": found, "rules": whole.rules, "state": names.short(found.state.key),
        "addressees": [names.short(key) for key in found.addressees],
        "clocks": [clock_in_words(each) for each in whole.clocks],
        "assessments": [
            (each, answer_rows(each), suggestion_in_words(each)) for each in whole.assessments
        ],
        "opinions": [(each, names.short(each.of)) for each in whole.opinions],
        "notices": shown_notices(whole, now),
        "deeds": _deeds(request, whole),
        **section(found, timed(whole, request.viewer, now), bottlenecks_of(found, request.viewer)),
        "history": history(found.urn, request.viewer),
    }  # fmt: skip
    return render(request, "health/event.html", context)


def _deeds(request: PageRequest, found: Thread) -> list[tuple[str, str]]:
    """What the reader can do here: (word of the address, label), the nearest duty first."""
    row, viewer = found.event, request.viewer
    mine, notifies = row.state.key in viewer.states, may(request, "events.notify")
    is_open, notified = row.closed_at is None, row.notified_at is not None
    party = request.mandate.actor_key if request.mandate else ""
    waits = any(
        each.state.key == party and not each.read_at
        for said in found.notices
        for each in said.deliveries
    )
    asked = any(each.of == party and not each.given_at for each in found.opinions)
    addressed = party in row.addressees or (is_adviser(viewer) and may(request, "events.advise"))
    open_to = {
        "receive": notifies and waits,
        "opinion": asked and (notifies or may(request, "events.advise")),
        "notify": mine and notifies and is_open and not notified,
        "reply": mine and notifies and is_open and bool(found.unanswered),
        "update": mine and notifies and is_open and notified,
        "assess": mine and notifies and is_open,
        "ask-opinion": mine and notifies and is_open,
        "question": addressed and is_open and notified and not mine,
        "close": mine and notifies and is_open and notified,
        "dates": mine and notifies,
        "bottleneck": mine and notifies,
        "follow": mine and notifies and has_bottlenecks(row),
    }
    return [(word, say(f"events.deed.{word}")) for word, is_so in open_to.items() if is_so]


def new_event(request: PageRequest) -> HttpResponse:
    by = acting(request, "events.notify")
    now = timezone.now()
    rules = notice_rules(by.actor_key, now.date())
    if rules is None:
        raise Refused("notice_rules_missing", status=409)
    form = EventForm(
        request.POST or None, rules=rules, conditions=conditions(request.viewer),
        initial={"aware_at": localtime(now).strftime("%Y-%m-%dT%H:%M")},
    )  # fmt: skip
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(assess_event, by, form.happening(), form.answers()),
        record=lambda: [*_happening_in_full(form), *answers_in_full(form)],
        deed=say("events.deed.new"), button=say("events.assess"), done=say("events.assessed"),
        to=reverse("events"),
        page=lambda: render(
            request, "health/form.html",
            {"form": form, "heading": say("events.deed.new"), "lede": say("events.new.lede")},
            status=422 if form.errors else 200,
        ),
    )  # fmt: skip


def _happening_in_full(form: EventForm) -> Record:
    what = form.happening()
    return [
        (say("events.hazard"), in_lang(what.names)),
        (say("events.area"), what.area),
        (say("events.began_on"), day_in_words(what.began_on) if what.began_on else ""),
        (say("events.aware_at"), moment(what.aware_at)),
        (say("events.exercise"), say("events.yes" if what.exercise else "events.no")),
    ]


def answers_in_full(form: AssessForm) -> Record:
    """What is known, and each question with its answer and reason, for the page before the act."""
    rows = [
        (say(f"events.question.{question}"),
         say("web.colon").join(filter(None, (
             say(f"events.answer.{row['answer']}"), form.cleaned_data[f"{question}_reason"]))))
        for question, row in form.answers().items()
    ]  # fmt: skip
    return [*words_in_full(form.words(), "events.known"), *rows]
