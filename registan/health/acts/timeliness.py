"""7-1-7: the days of an emergency with their evidence; bottlenecks, their owners and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from registan.health.acts.events import said
from registan.health.models import (
    Bottleneck,
    BottleneckChange,
    BottleneckStatus,
    Event,
    Evidence,
    Level,
    Nature,
    Signal,
    Submission,
    Timeliness,
    TimelinessMark,
)
from registan.health.queries.timeliness import INTERVALS, causes
from registan.kernel.emergency.contacts import contact_in
from registan.kernel.timeliness.reading import ACTIONS, DETECTED, NOTIFIED, RULES, STARTS
from registan.kernel.timeliness.spans import span_of
from registan.ledger.act import Refused, act
from registan.parties.models import Body, State
from registan.parties.permissions import require
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Mandate


@dataclass(frozen=True)
class DaySaid:
    """One day as a State tells it. `reference`: number of a submission or signal, else words.

    `left_out`: the action was not called for, and why.
    """

    day: str = ""
    evidence: str = ""
    reference: str = ""
    left_out: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BottleneckSaid:
    """What is said of a bottleneck; an enabler needs neither owner nor day."""

    interval: str
    level: str
    cause: str
    nature: str
    texts: Mapping[str, str]
    is_enabler: bool = False
    is_immediate: bool = True
    steps: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    offices: Mapping[str, str] = field(default_factory=dict)
    due: date | None = None


@act("health.timeliness.dated")
def date_event(
    by: Mandate, event: Event, *, rule: str, days: Mapping[str, DaySaid],
    reasons: Mapping[str, str], shared: bool, now: datetime,
) -> Timeliness:  # fmt: skip
    """Tell the days of 7-1-7 of one's own emergency, each with its evidence, as known now.

    A version that follows says why; those before stay. Days in a wrong order are no refusal: the page
    states them as a fault of the data, and a version puts them right. `shared`: the addressees of the
    notification read it too.
    """
    require(by, "events.notify", now, state=event.state)
    audience = _audience(event, shared)
    if rule not in RULES:
        raise Refused("start_rule_missing", field="rule")
    allowed = (*STARTS[rule], DETECTED, *NOTIFIED, *ACTIONS)
    if strange := set(days) - set(allowed):
        raise Refused("day_of_another_rule", field="rule", mark=min(strange))
    told = {mark: days[mark] for mark in allowed if mark in days}
    if not told:
        raise Refused("no_day_told")
    Event.objects.select_for_update().get(pk=event.pk)  # two versions do not take one number
    n = Timeliness.objects.filter(event=event).count() + 1
    if n > 1 and not any(text.strip() for text in reasons.values()):
        raise Refused("reason_missing", field="reason")
    version = Timeliness.objects.create(
        event=event, n=n, rule=rule, made_at=now, audience=audience,
        reasons=said(reasons, "reason") if n > 1 else {},
    )  # fmt: skip
    TimelinessMark.objects.bulk_create(
        _mark(version, mark, each, now) for mark, each in told.items()
    )
    return version


@act("health.bottleneck.recorded")
def record_bottleneck(
    by: Mandate, event: Event, what: BottleneckSaid, *, shared: bool, now: datetime
) -> Bottleneck:
    """Record what made an interval long: on which level, by which cause, who sees to it and by when.

    Specific and of the system, never of a person. An enabler tells what made it short.
    """
    require(by, "events.notify", now, state=event.state)
    audience = _audience(event, shared)
    _check_codes(what)
    texts = said(what.texts, "text")
    steps = said(what.steps, "steps") if any(what.steps.values()) else {}
    offices = said(what.offices, "office") if any(what.offices.values()) else {}
    state, body = _owner(what, event.state)
    if not what.is_enabler:
        if what.due is None:
            raise Refused("due_missing", field="due")
        if what.due < localdate(now):
            raise Refused("due_passed", field="due")
    Event.objects.select_for_update().get(pk=event.pk)
    n = Bottleneck.objects.filter(event=event).count() + 1
    return Bottleneck.objects.create(
        event=event, n=n, interval=what.interval, level=what.level,
        cause=what.cause, nature=what.nature, is_enabler=what.is_enabler,
        is_immediate=what.is_immediate, texts=texts, steps=steps, state=state, body=body,
        offices=offices, due=None if what.is_enabler else what.due, made_at=now, audience=audience,
    )  # fmt: skip


@act("health.bottleneck.followed")
def follow_bottleneck(
    by: Mandate, bottleneck: Bottleneck, *, status: str, due: date, reasons: Mapping[str, str],
    now: datetime,
) -> BottleneckChange:  # fmt: skip
    """Say what became of a bottleneck, or give it a later day, with the reason."""
    require(by, "events.notify", now, state=bottleneck.event.state)
    if bottleneck.is_enabler:
        raise Refused("enabler_not_followed", status=409)
    if status not in BottleneckStatus.values:
        raise Refused("status_missing", field="status")
    is_over = status in {BottleneckStatus.DONE, BottleneckStatus.DROPPED}
    if due < localdate(now) and due != bottleneck.due and not is_over:
        raise Refused("due_passed", field="due")
    told = said(reasons, "text")
    Bottleneck.objects.select_for_update().get(pk=bottleneck.pk)
    bottleneck.status, bottleneck.due = status, due
    bottleneck.save(update_fields=["status", "due"])
    return BottleneckChange.objects.create(
        bottleneck=bottleneck, n=bottleneck.changes.count() + 1, status=status, due=due,
        reasons=told, made_at=now,
    )  # fmt: skip


def _audience(event: Event, shared: bool) -> str:
    """The State alone, or all whom it notified."""
    if shared and not event.notified_at:
        raise Refused("event_not_notified", field="shared", status=409)
    return event.audience if shared else event.own_audience


def _mark(version: Timeliness, mark: str, each: DaySaid, now: datetime) -> TimelinessMark:
    if each.left_out:
        return _left_out(version, mark, each)
    try:
        span = span_of(each.day)
    except ValueError as error:
        raise Refused("day_unreadable", field=f"{mark}_day", day=each.day[:20]) from error
    if span.first > localdate(now):
        raise Refused("day_to_come", field=f"{mark}_day")
    if each.evidence not in Evidence.values:
        raise Refused("day_without_evidence", field=f"{mark}_evidence")
    reference = each.reference.strip()
    if not reference:
        raise Refused("day_without_evidence", field=f"{mark}_reference")
    row = TimelinessMark(version=version, mark=mark, day=each.day.strip(), evidence=each.evidence)
    if each.evidence == Evidence.SUBMISSION:
        row.submission = _named(Submission, reference, mark, state=version.event.state)
    elif each.evidence == Evidence.SIGNAL:
        row.signal = _named(Signal, reference, mark, state_key=version.event.state.key)
    else:
        refuse_hidden_characters(reference, field=f"{mark}_reference")
        if contact := contact_in(reference):
            raise Refused("contact_in_text", field=f"{mark}_reference", contact=contact)
        row.reference = reference[:300]
    return row


def _left_out(version: Timeliness, mark: str, each: DaySaid) -> TimelinessMark:
    if mark not in ACTIONS:
        raise Refused("only_actions_left_out", field=f"{mark}_day")
    if each.day.strip():
        raise Refused("dated_and_left_out", field=f"{mark}_day")
    if not any(text.strip() for text in each.reasons.values()):
        raise Refused("left_out_without_reason", field=f"{mark}_reason")
    reasons = said(each.reasons, mark, field=f"{mark}_reason")
    return TimelinessMark(version=version, mark=mark, reasons=reasons)


def _named(model: type[Any], reference: str, mark: str, **own: object) -> Any:
    """The State's own submission or signal with this number."""
    number = reference.removeprefix("№").strip()
    is_number = number.isascii() and number.isdigit() and len(number) < 16
    found = model.objects.filter(pk=int(number), **own).first() if is_number else None
    if found is None:
        raise Refused("evidence_unknown", field=f"{mark}_reference", reference=reference[:40])
    return found


def _check_codes(what: BottleneckSaid) -> None:
    if what.interval not in INTERVALS:
        raise Refused("bottleneck_incomplete", field="interval")
    if what.level not in Level.values:
        raise Refused("bottleneck_incomplete", field="level")
    if what.nature not in Nature.values:
        raise Refused("bottleneck_incomplete", field="nature")
    if what.cause not in causes():
        raise Refused("cause_unknown", field="cause")


def _owner(what: BottleneckSaid, own: State) -> tuple[State | None, Body | None]:
    """One's own State or a Body: no State gives another one a task."""
    if what.is_enabler and not what.owner:
        return None, None
    if what.owner == own.key:
        return own, None
    body = Body.objects.filter(key=what.owner).first()
    if body is None:
        raise Refused("owner_unknown", field="owner")
    return None, body
