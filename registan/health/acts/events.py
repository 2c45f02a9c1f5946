"""An emergency inside the State that has it: assessed by Annex 2, with a second opinion where asked."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from registan.health.intake import AREA
from registan.health.models import Assessment, Condition, Event, Opinion
from registan.health.queries.focal_points import focal_points, seat
from registan.health.queries.notice_rules import NoticeRules, notice_rules, rules_named
from registan.jobs.outbox import post
from registan.kernel.emergency.annex2 import ANSWERS, QUESTIONS, UNKNOWN, suggest
from registan.kernel.emergency.contacts import contact_in
from registan.ledger import audience as who
from registan.ledger.act import Refused, act
from registan.parties.models import Body, State
from registan.parties.permissions import require
from registan.plans.words import refuse_hidden_characters
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Mandate

Answers = dict[str, dict[str, object]]  # question -> {"answer": …, "reason": {lang: words}}
VERDICTS = ("notify", "not_required", "unsure")


@dataclass(frozen=True)
class Happening:
    """What is said of an event when it is first assessed."""

    names: Mapping[str, str]
    aware_at: datetime
    known: Mapping[str, str]
    hazard: str = ""
    condition: Condition | None = None
    area: str = ""
    began_on: date | None = None
    exercise: bool = False
    illustrative: bool = False


@act("health.event.assessed")
def assess_event(by: Mandate, what: Happening, answers: Answers, *, now: datetime) -> Assessment:
    """Answer the four questions of IHR Annex 2 on an event on one's own soil, each with its reason.

    The first clock runs from the moment the State came to know: assessment within 48 hours
    (IHR Annex 1). What the answers suggest is recorded beside them and decides nothing.
    """
    require(by, "events.notify", now)
    if by.state is None:
        raise Refused("events_by_states", status=403)
    rules = notice_rules(by.state.key, localdate(now))
    if rules is None:
        raise Refused("notice_rules_missing", status=409)
    _check_happening(what, by.state, now)
    names = {lang: name.strip() for lang, name in what.names.items() if name.strip()}
    event = Event.objects.create(
        key=_free_key(by.state, names, now), state=by.state, condition=what.condition,
        hazard=what.hazard, names=names, area=what.area, began_on=what.began_on,
        aware_at=what.aware_at, rules=rules.key, exercise=what.exercise,
        illustrative=what.illustrative, made_at=now, audience=who.states([by.state.key]),
    )  # fmt: skip
    return _assess(event, rules, what.known, answers, now)


@act("health.event.reassessed")
def assess_again(
    by: Mandate, event: Event, *, known: Mapping[str, str], answers: Answers, now: datetime
) -> Assessment:
    """Answer the four questions anew as more is known; the earlier answers stay on record."""
    require(by, "events.notify", now, state=event.state)
    must_be_open(event)
    rules = rules_named(event.rules, event.state.key)
    if rules is None:
        raise Refused("notice_rules_missing", status=409)
    return _assess(event, rules, known, answers, now)


@act("health.opinion.asked")
def ask_opinion(by: Mandate, event: Event, *, of: str, now: datetime) -> Opinion:
    """Ask one other focal point, or the secretariat, what it makes of the latest assessment.

    The two alone see the question and the answer; who is asked sees the assessment.
    """
    require(by, "events.notify", now, state=event.state)
    must_be_open(event)
    state = State.objects.filter(key=of).exclude(pk=event.state_id).first()
    body = None if state else Body.objects.filter(key=of).first()
    if not state and (body is None or body.key != seat()):
        raise Refused("opinion_of_whom", field="of")
    readers = focal_points([of], now).get(of, [])
    if not readers:
        raise Refused("no_focal_point", field="of", status=409, party=of)
    last = event.assessments.latest("n")
    if event.opinions.filter(assessment=last, state=state, body=body).exists():
        raise Refused("opinion_asked_already", field="of", status=409)
    audience = (
        who.states([event.state.key, of]) if state else who.states([event.state.key], bodies=[of])
    )
    opinion = Opinion.objects.create(
        event=event, assessment=last, n=event.opinions.count() + 1, state=state, body=body,
        asked_at=now, audience=audience,
    )  # fmt: skip
    post("health.opinion", readers, link=link_to(event), now=now, state=event.state.short_names,
         once=opinion.urn)  # fmt: skip
    return opinion


@act("health.opinion.given")
def give_opinion(
    by: Mandate, opinion: Opinion, *, verdict: str, reasons: Mapping[str, str], now: datetime
) -> Opinion:
    """Say whether one would notify, and why. The State that asked decides for itself."""
    require(by, "events.notify" if by.state else "events.advise", now)
    if by.actor_key != opinion.of:
        raise Refused("opinion_of_another", status=403)
    if opinion.given_at:
        raise Refused("opinion_given_already", status=409)
    if verdict not in VERDICTS:
        raise Refused("verdict_missing", field="verdict")
    opinion.verdict, opinion.given_at = verdict, now
    opinion.reasons = said(reasons, "reason")
    opinion.save(update_fields=["verdict", "given_at", "reasons"])
    return opinion


def must_be_open(event: Event) -> None:
    if event.closed_at:
        raise Refused("event_closed", status=409)


def link_to(event: Event) -> str:
    return f"/health/events/{event.key}/"


def said(texts: Mapping[str, str], name: str, *, field: str = "") -> dict[str, str]:
    """Words in one language at least, without hidden characters and without a person's contacts."""
    told = {lang: text.strip() for lang, text in texts.items() if text.strip()}
    if not told:
        raise Refused("words_missing", field=f"{name}_{next(iter(texts), current_lang())}")
    refuse_hidden_characters(*told.values())
    for lang, text in told.items():
        if contact := contact_in(text):
            raise Refused("contact_in_text", field=field or f"{name}_{lang}", contact=contact)
    return told


def _assess(
    event: Event, rules: NoticeRules, known: Mapping[str, str], answers: Answers, now: datetime
) -> Assessment:
    given = _checked(answers)
    found = suggest(rules.listed(event.hazard), {q: str(row["answer"]) for q, row in given.items()})
    return Assessment.objects.create(
        event=event, n=event.assessments.count() + 1, known=said(known, "known"), answers=given,
        suggestion=found.outcome, because=found.because, made_at=now, audience=event.own_audience,
    )  # fmt: skip


def _checked(answers: Answers) -> Answers:
    """Each question answered; a yes or a no has its reason, which is kept."""
    given: Answers = {}
    for question in QUESTIONS:
        row = answers.get(question, {})
        answer, reason = row.get("answer"), row.get("reason") or {}
        if answer not in ANSWERS:
            raise Refused("answer_missing", field=question)
        if not isinstance(reason, dict):
            raise TypeError("a reason is words by language")
        told = any(str(each).strip() for each in reason.values())
        if answer != UNKNOWN and not told:
            raise Refused("answer_reason_missing", field=f"{question}_reason")
        if told:
            reason = said(reason, question, field=f"{question}_reason")
        given[question] = {"answer": str(answer), "reason": reason}
    return given


def _check_happening(what: Happening, state: State, now: datetime) -> None:
    if not any(name.strip() for name in what.names.values()):
        raise Refused("hazard_missing", field="hazard")
    refuse_hidden_characters(*what.names.values(), field="hazard")
    for name in what.names.values():
        if contact := contact_in(name):
            raise Refused("contact_in_text", field="hazard", contact=contact)
    area = AREA.fullmatch(what.area) if what.area else None
    if what.area and (area is None or area[1] != state.key):
        raise Refused("area_unknown", field="area", state=state.key)
    if what.aware_at > now:
        raise Refused("aware_ahead", field="aware_at")
    if what.began_on and what.began_on > what.aware_at.date():
        raise Refused("began_after_known", field="began_on")


def _free_key(state: State, names: Mapping[str, str], now: datetime) -> str:
    """KZ and four signs that count nothing: a row of numbers would tell how much was not notified."""
    for turn in range(100):
        seed = f"{state.key} {now.isoformat()} {sorted(names.items())} {turn}"
        key = f"{state.key.lower()}-{now.year}-{sha256(seed.encode()).hexdigest()[:6]}"
        if not Event.objects.filter(key=key).exists():
            return key
    raise Refused("changed_meanwhile", status=409)
