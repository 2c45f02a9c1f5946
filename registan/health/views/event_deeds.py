"""The deeds on one event: each a form, the record in full, one button, the seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.events import ask_opinion, assess_again, give_opinion
from registan.health.acts.notices import (
    answer_verification,
    ask_verification,
    close_event,
    confirm_receipt,
    notify_event,
    update_event,
)
from registan.health.forms_events import (
    AskOpinionForm,
    AssessForm,
    NotifyForm,
    OpinionForm,
    ReceiptForm,
    ReplyForm,
    WordsForm,
)
from registan.health.queries.events import find_event, find_opinion, thread
from registan.health.queries.focal_points import seat
from registan.health.queries.notice_rules import rules_named
from registan.health.views.events import answers_in_full
from registan.health.views.timeliness_deeds import (
    bottleneck_form,
    bottleneck_record,
    dates_form,
    dates_record,
    follow_form,
    follow_record,
    rule_tabs,
    run_bottleneck,
    run_dates,
    run_follow,
)
from registan.parties.queries import Names, members
from registan.parties.request import acting
from registan.plans.views.steps import in_two_steps, words_in_full
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from registan.health.models import Event
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.views.steps import Record
    from registan.web.forms import ActForm


@dataclass(frozen=True)
class Deed:
    """One deed: powers, its form, the act with its facts, the record to confirm."""

    powers: tuple[str, ...]
    form: Callable[[PageRequest, Event, Mandate], ActForm]
    run: Callable[[Any, Mandate, Event], object]
    record: Callable[[Any, Mandate, Event], Record]
    tabs: Callable[[Any], list[tuple[str, str, bool]]] | None = None


def deed(request: PageRequest, event: str, word: str) -> HttpResponse:
    if word not in DEEDS:
        raise NotThere
    this = DEEDS[word]
    by = acting(request, *this.powers)
    found = find_event(event, request.viewer)
    form = this.form(request, found, by)
    context = {
        "form": form, "event": found, "heading": say(f"events.deed.{word}"),
        "lede": say(f"events.lede.{word}", state=Names.load().short(found.state.key),
                    what=in_lang(found.names), hours=_reply_hours(found)),
        "tabs": this.tabs(form) if this.tabs else [],
    }  # fmt: skip
    return in_two_steps(
        request, by, form,
        run=lambda: this.run(form, by, found),
        record=lambda: [(say("events.event"), in_lang(found.names)), *_exercise(found),
                        *this.record(form, by, found)],
        deed=say(f"events.deed.{word}"), button=say(f"events.button.{word}"),
        done=say(f"events.done.{word}"), to=reverse("event", args=[found.key]),
        page=lambda: render(request, "health/form.html", context,
                            status=422 if form.errors else 200),
    )  # fmt: skip


def _reply_hours(event: Event) -> int:
    """Hours for a reply by the rules of the notifying State; 0 where the profile has none."""
    rules = rules_named(event.rules, event.state.key)
    return rules.hours["verification"] if rules else 0


def _exercise(event: Event) -> Record:
    return [(say("events.exercise"), say("events.yes"))] if event.exercise else []


def _words(request: PageRequest, _: Event, __: Mandate) -> ActForm:
    return WordsForm(request.POST or None)


def _notify(request: PageRequest, event: Event, by: Mandate) -> ActForm:
    last = event.assessments.last()
    known = {f"text_{lang}": text for lang, text in (last.known if last else {}).items()}
    return NotifyForm(request.POST or None, states=_others(by), initial=known)


def _others(by: Mandate) -> list[tuple[str, str]]:
    names, today = Names.load(), timezone.localdate()
    return [(row.key, names.short(row.key)) for row in members(today) if row.key != by.actor_key]


def _reply(request: PageRequest, event: Event, _: Mandate) -> ActForm:
    waiting = thread(event, request.viewer, timezone.now()).unanswered
    names = Names.load()
    questions = [
        (str(each.n), say("events.question_n", n=each.n, state=names.short(each.sender)))
        for each in waiting
    ]
    return ReplyForm(request.POST or None, questions=questions)


def _receive(request: PageRequest, event: Event, by: Mandate) -> ActForm:
    found = thread(event, request.viewer, timezone.now())
    last = max((each.notice.n for each in found.notices), default=0)
    return ReceiptForm(request.POST or None, initial={"through": last})


def _ask(request: PageRequest, _: Event, by: Mandate) -> ActForm:
    parties = [*_others(by), (seat(), Names.load().short(seat()))]
    return AskOpinionForm(request.POST or None, parties=parties)


def _run_notify(form: NotifyForm, by: Mandate, event: Event) -> object:
    data = form.cleaned_data
    return form.run(notify_event, by, event, addressees=data["addressees"], texts=form.words(),
                    ihr_copy=data["ihr_copy"])  # fmt: skip


def _notify_record(form: NotifyForm, _: Mandate, __: Event) -> Record:
    names, data = Names.load(), form.cleaned_data
    told = say("web.list").join(names.short(key) for key in data["addressees"])
    return [
        (say("events.addressees"), told),
        *words_in_full(form.words(), "events.text"),
        (say("events.ihr_copy"), say(f"events.ihr_copy.{data['ihr_copy']}")),
    ]


def _says(act: Callable[..., Any]) -> Deed:
    """A deed that is words alone."""
    return Deed(
        ("events.notify", "events.advise"), _words,
        lambda form, by, event: form.run(act, by, event, texts=form.words()),
        lambda form, _, __: words_in_full(form.words(), "events.text"),
    )  # fmt: skip


DEEDS: dict[str, Deed] = {
    "assess": Deed(
        ("events.notify",), lambda request, _, __: AssessForm(request.POST or None),
        lambda form, by, event: form.run(
            assess_again, by, event, known=form.words(), answers=form.answers()
        ),
        lambda form, _, __: answers_in_full(form),
    ),
    "ask-opinion": Deed(
        ("events.notify",), _ask,
        lambda form, by, event: form.run(ask_opinion, by, event, of=form.cleaned_data["of"]),
        lambda form, _, __: [
            (say("events.opinion.of"), Names.load().short(form.cleaned_data["of"]))
        ],
    ),
    "opinion": Deed(
        ("events.notify", "events.advise"), lambda request, _, __: OpinionForm(request.POST or None),
        lambda form, by, event: form.run(
            give_opinion, by, find_opinion(event, by.actor_key),
            verdict=form.cleaned_data["verdict"], reasons=form.words(),
        ),
        lambda form, _, __: [
            (say("events.verdict"), say(f"events.verdict.{form.cleaned_data['verdict']}")),
            *words_in_full(form.words(), "events.reasons"),
        ],
    ),
    "notify": Deed(("events.notify",), _notify, _run_notify, _notify_record),
    "update": _says(update_event),
    "question": _says(ask_verification),
    "reply": Deed(
        ("events.notify",), _reply,
        lambda form, by, event: form.run(
            answer_verification, by, event, question=int(form.cleaned_data["question"]),
            texts=form.words(),
        ),
        lambda form, _, __: [
            (say("events.to_question"), f"№ {form.cleaned_data['question']}"),
            *words_in_full(form.words(), "events.text"),
        ],
    ),
    "close": _says(close_event),
    "receive": Deed(
        ("events.notify",), _receive,
        lambda form, by, event: form.run(
            confirm_receipt, by, event, through=form.cleaned_data["through"]
        ),
        lambda form, _, __: [(say("events.through"), f"№ {form.cleaned_data['through']}")],
    ),
    "dates": Deed(("events.notify",), dates_form, run_dates, dates_record, rule_tabs),
    "bottleneck": Deed(("events.notify",), bottleneck_form, run_bottleneck, bottleneck_record),
    "follow": Deed(("events.notify",), follow_form, run_follow, follow_record),
}  # fmt: skip
