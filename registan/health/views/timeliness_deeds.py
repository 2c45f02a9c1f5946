"""The deeds of 7-1-7 on an emergency: its days, a bottleneck, what became of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.acts.timeliness import date_event, follow_bottleneck, record_bottleneck
from registan.health.forms_timeliness import (
    BottleneckForm,
    DatesForm,
    FollowForm,
    dates_typed,
)
from registan.health.queries.events import thread
from registan.health.queries.timeliness import bottlenecks_of, reading_said, timed
from registan.health.views.timeliness_words import cause_in_words, taken_in_words
from registan.kernel.timeliness.reading import RULES
from registan.parties.queries import Names, body_choices
from registan.plans.views.steps import day_in_words, words_in_full
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.health.models import Event, Timeliness
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.views.steps import Record
    from registan.web.forms import ActForm


def dates_form(request: PageRequest, event: Event, by: Mandate) -> ActForm:
    """The marks of the rule asked for in the address, else of the newest version."""
    newest = _newest(request, event)
    asked = request.POST.get("rule") or request.GET.get("rule", "")
    rule = asked if asked in RULES else newest.rule if newest else RULES[0]
    return DatesForm(
        request.POST or None, rule=rule, is_first=newest is None,
        can_share=event.notified_at is not None, initial=dates_typed(newest),
    )  # fmt: skip


def _newest(request: PageRequest, event: Event) -> Timeliness | None:
    now = timezone.now()
    return timed(thread(event, request.viewer, now), request.viewer, now).newest


def rule_tabs(form: DatesForm) -> list[tuple[str, str, bool]]:
    """The rules by which an emergency begins: (key, words, whether it is the one shown)."""
    return [(each, say(f"timeliness.rule.{each}"), each == form.rule) for each in RULES]


def run_dates(form: DatesForm, by: Mandate, event: Event) -> object:
    return form.run(
        date_event, by, event, rule=form.rule, days=form.days(), reasons=form.words(),
        shared=bool(form.cleaned_data.get("shared")),
    )  # fmt: skip


def dates_record(form: DatesForm, _: Mandate, __: Event) -> Record:
    """All that was typed, and what the rules make of it before anything is recorded."""
    days = form.days()
    rows = [(say("timeliness.rule"), say(f"timeliness.rule.{form.rule}"))]
    for mark, told in days.items():
        words = (
            say("timeliness.left_out", why="".join(told.reasons.values()))
            if told.left_out
            else f"{told.day} ({_evidence(told.evidence)} {told.reference})"
        )
        rows.append((say(f"timeliness.mark.{mark}"), words))
    for each in reading_said(form.rule, days):
        parts = [say(f"timeliness.standing.{each.standing}"), taken_in_words(each)]
        rows.append(
            (say(f"timeliness.interval.{each.name}"), say("web.comma").join(filter(None, parts)))
        )
    return [*rows, *words_in_full(form.words(), "timeliness.revised.why"), *_shared(form)]


def _evidence(code: str) -> str:
    return say(f"timeliness.evidence.{code}") if code else "—"


def _shared(form: ActForm) -> Record:
    if "shared" not in form.fields:
        return []
    return [
        (
            say("timeliness.shared"),
            say("events.yes" if form.cleaned_data["shared"] else "events.no"),
        )
    ]


def bottleneck_form(request: PageRequest, event: Event, by: Mandate) -> ActForm:
    owners = [(by.actor_key, Names.load().short(by.actor_key)), *body_choices()]
    return BottleneckForm(
        request.POST or None, owners=owners, can_share=event.notified_at is not None
    )


def run_bottleneck(form: BottleneckForm, by: Mandate, event: Event) -> object:
    return form.run(
        record_bottleneck, by, event, form.told(), shared=bool(form.cleaned_data.get("shared"))
    )


def bottleneck_record(form: BottleneckForm, _: Mandate, __: Event) -> Record:
    data = form.cleaned_data
    codes = ("kind", "interval", "level")
    return [
        *((say(f"bottleneck.{name}"), say(f"bottleneck.{name}.{data[name]}")) for name in codes),
        (say("bottleneck.cause"), cause_in_words(data["cause"])),
        *((say(f"bottleneck.{name}"), say(f"bottleneck.{name}.{data[name]}"))
          for name in ("nature", "term")),
        *words_in_full(form.words(), "bottleneck.text"),
        *words_in_full(form.told().steps, "bottleneck.steps"),
        (say("bottleneck.owner"), Names.load().short(data["owner"])),
        *words_in_full(form.told().offices, "bottleneck.office"),
        (say("bottleneck.due"), day_in_words(data["due"]) if data["due"] else ""), *_shared(form),
    ]  # fmt: skip


def follow_form(request: PageRequest, event: Event, by: Mandate) -> ActForm:
    rows = [row for row, _ in bottlenecks_of(event, request.viewer) if not row.is_enabler]
    if not rows:
        raise NotThere
    return FollowForm(request.POST or None, rows=rows, asked=request.GET.get("n", ""))


def run_follow(form: FollowForm, by: Mandate, _: Event) -> object:
    data = form.cleaned_data
    return form.run(
        follow_bottleneck, by, form.chosen(), status=data["status"], due=data["due"],
        reasons=form.words(),
    )  # fmt: skip


def follow_record(form: FollowForm, _: Mandate, __: Event) -> Record:
    data = form.cleaned_data
    return [
        (say("bottleneck"), in_lang(form.chosen().texts)),
        (say("bottleneck.status"), say(f"bottleneck.status.{data['status']}")),
        (say("bottleneck.due"), day_in_words(data["due"])),
        *words_in_full(form.words(), "bottleneck.follow.text"),
    ]
