"""What States say to each other on a notified event: notification, updates, questions, replies, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from registan.health.acts.events import link_to, must_be_open, said
from registan.health.models import Delivery, Event, Notice, NoticeKind
from registan.health.queries.focal_points import focal_points, seat
from registan.jobs.outbox import post
from registan.ledger import audience as who
from registan.ledger.act import Refused, act
from registan.parties.models import State
from registan.parties.permissions import require
from registan.parties.queries import members

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from registan.parties.models import Mandate

IHR_COPIES = ("sent", "to_follow", "not_needed")


@act("health.event.notified", binding=True)
def notify_event(
    by: Mandate, event: Event, *, addressees: Collection[str], texts: Mapping[str, str],
    ihr_copy: str, now: datetime,
) -> Notice:  # fmt: skip
    """A State notifies other States of an event on its soil, with its latest assessment.

    Within 24 hours of the assessment (IHR article 6). The addressees, the notifying State and the
    secretariat see it, nobody else. Whether WHO has the same is marked, and sent from here to nobody.
    """
    require(by, "events.notify", now, state=event.state)
    must_be_open(event)
    if event.notified_at:
        raise Refused("event_notified_already", status=409)
    if ihr_copy not in IHR_COPIES:
        raise Refused("ihr_copy_missing", field="ihr_copy")
    known = {state.key for state in members(localdate(now))} - {event.state.key}
    chosen = sorted(set(addressees))
    if not chosen:
        raise Refused("addressees_missing", field="addressees")
    if strange := set(chosen) - known:
        raise Refused("addressee_unknown", field="addressees", parties=", ".join(sorted(strange)))
    event.addressees, event.notified_at = chosen, now
    event.audience = who.states([event.state.key, *chosen], bodies=[seat()])
    event.save(update_fields=["addressees", "notified_at", "audience"])
    notice = _say(by, event, NoticeKind.NOTIFICATION, texts, now,
                  assessment=event.assessments.latest("n"), ihr_copy=ihr_copy)  # fmt: skip
    return notice


@act("health.event.updated", binding=True)
def update_event(by: Mandate, event: Event, *, texts: Mapping[str, str], now: datetime) -> Notice:
    """Tell all addressees what is known since (IHR article 6: further information as it comes)."""
    require(by, "events.notify", now, state=event.state)
    _must_be_notified(event)
    return _say(by, event, NoticeKind.UPDATE, texts, now)


@act("health.verification.asked")
def ask_verification(
    by: Mandate, event: Event, *, texts: Mapping[str, str], now: datetime
) -> Notice:
    """Ask the notifying State to verify or to explain; it replies within 24 hours (IHR article 10)."""
    require(by, "events.notify" if by.state else "events.advise", now)
    _must_be_notified(event)
    if by.actor_key not in {*event.addressees, seat()}:
        raise Refused("not_an_addressee", status=403)
    return _say(by, event, NoticeKind.QUESTION, texts, now)


@act("health.verification.answered", binding=True)
def answer_verification(
    by: Mandate, event: Event, *, question: int, texts: Mapping[str, str], now: datetime
) -> Notice:
    """Reply to one question; all addressees see the question and the reply."""
    require(by, "events.notify", now, state=event.state)
    _must_be_notified(event)
    asked = event.notices.filter(n=question, kind=NoticeKind.QUESTION).first()
    if asked is None:
        raise Refused("question_unknown", field="question")
    if asked.replies.exists():
        raise Refused("question_answered", field="question", status=409)
    return _say(by, event, NoticeKind.REPLY, texts, now, question=asked)


@act("health.event.closed", binding=True)
def close_event(by: Mandate, event: Event, *, texts: Mapping[str, str], now: datetime) -> Notice:
    """Say that the event is over, or was none, and why. Nothing is added afterwards but receipts."""
    require(by, "events.notify", now, state=event.state)
    _must_be_notified(event)
    event.closed_at = now
    event.save(update_fields=["closed_at"])
    return _say(by, event, NoticeKind.CLOSING, texts, now)


@act("health.notice.received")
def confirm_receipt(by: Mandate, event: Event, *, through: int, now: datetime) -> Delivery:
    """A focal point confirms that all up to one notice was received and read."""
    require(by, "events.notify", now)
    rows = Delivery.objects.filter(notice__event=event, state=by.state, read_at__isnull=True)
    waiting = list(rows.filter(notice__n__lte=through).select_related("notice__event", "state"))
    if not waiting:
        raise Refused("nothing_to_confirm", status=409)
    for row in waiting:
        row.read_at = now
        row.delivered_at = row.delivered_at or now
    Delivery.objects.bulk_update(waiting, ["read_at", "delivered_at"])
    return waiting[-1]


def _must_be_notified(event: Event) -> None:
    if not event.notified_at:
        raise Refused("event_not_notified", status=409)
    must_be_open(event)


def _say(
    by: Mandate, event: Event, kind: NoticeKind, texts: Mapping[str, str], now: datetime,
    **facts: object,
) -> Notice:  # fmt: skip
    """Enter a notice, lay it before every State that reads it, and write to their focal points."""
    # Held until the act is over, so that two notices do not take one number.
    Event.objects.select_for_update().get(pk=event.pk)
    notice = Notice.objects.create(
        event=event, n=event.notices.count() + 1, kind=kind, state=by.state, body=by.body,
        texts=said(texts, "text"), made_at=now, audience=event.audience, **facts,
    )  # fmt: skip
    parties = {event.state.key, *event.addressees, seat()} - {by.actor_key}
    readers = focal_points(parties, now)
    states = State.objects.filter(key__in=parties)
    Delivery.objects.bulk_create(
        Delivery(notice=notice, state=state, delivered_at=now if readers.get(state.key) else None)
        for state in states
    )
    kind_of_letter = "health.exercise" if event.exercise else "health.notice"
    people = [person for found in readers.values() for person in found]
    post(kind_of_letter, people, link=link_to(event), now=now, state=event.state.short_names,
         once=notice.urn)  # fmt: skip
    return notice
