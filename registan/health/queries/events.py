"""Events as far as a reader may see them: lists, one thread with its clocks, what waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.health.models import Assessment, Delivery, Event, Notice, NoticeKind, Opinion
from registan.health.queries.focal_points import seat
from registan.health.queries.notice_rules import NoticeRules, rules_named
from registan.kernel.emergency.annex2 import NOTIFY
from registan.kernel.emergency.clocks import Clock, clock
from registan.ledger.audience import addressed_to
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Said:
    """One notice with its receipts and, for a question, its clock."""

    notice: Notice
    deliveries: tuple[Delivery, ...]
    clock: Clock | None


@dataclass(frozen=True)
class Thread:
    """An event as one column: assessments and opinions the reader sees, notices, clocks."""

    event: Event
    rules: NoticeRules | None
    assessments: tuple[Assessment, ...]
    opinions: tuple[Opinion, ...]
    notices: tuple[Said, ...]
    clocks: tuple[Clock, ...]

    @property
    def unanswered(self) -> list[Notice]:
        """Questions without a reply."""
        return [each.notice for each in self.notices if each.clock and not each.clock.is_over]


@dataclass(frozen=True)
class Counted:
    """How many events of a kind there are, exercises apart: they are never counted together."""

    open: int
    closed: int
    exercises: int


def events(viewer: Viewer, *, exercise: bool = False) -> list[Event]:
    """Latest first; real ones or exercises, never both."""
    rows = Event.objects.visible_to(viewer).filter(exercise=exercise)
    return list(rows.select_related("state", "condition"))


def counted(viewer: Viewer) -> Counted:
    """For the desk."""
    rows = Event.objects.visible_to(viewer)
    told = rows.values_list("exercise", "closed_at")
    real = [closed for exercise, closed in told if not exercise]
    return Counted(
        sum(closed is None for closed in real), sum(closed is not None for closed in real),
        len(told) - len(real),
    )  # fmt: skip


def find_event(key: str, viewer: Viewer) -> Event:
    """The event with this key. Raises NotThere."""
    rows = Event.objects.visible_to(viewer).select_related("state", "condition")
    found = rows.filter(key=key).first()
    if found is None:
        raise NotThere
    return found


def find_opinion(event: Event, party: str) -> Opinion:
    """The opinion that this party is asked for and has not given. Raises NotThere."""
    rows = event.opinions.filter(Q(state__key=party) | Q(body__key=party), given_at=None)
    found = rows.select_related("event__state", "state", "body", "assessment").first()
    if found is None:
        raise NotThere
    return found


def unread(viewer: Viewer) -> list[Delivery]:
    """Notices that wait for the receipt of the viewer's State, oldest first: the inbox."""
    rows = Delivery.objects.visible_to(viewer).filter(
        state__key__in=viewer.states, read_at__isnull=True
    )
    related = ("notice__event__state", "notice__state", "notice__body", "state")
    return list(rows.select_related(*related).order_by("notice__made_at"))


def unanswered_opinions(viewer: Viewer) -> list[Opinion]:
    """Second opinions that are asked of the viewer's State or Body."""
    rows = Opinion.objects.visible_to(viewer).filter(
        Q(state__key__in=viewer.states) | Q(body__key__in=viewer.bodies), given_at=None
    )
    return list(rows.select_related("event__state"))


def thread(event: Event, viewer: Viewer, now: datetime) -> Thread:
    """All that the reader may see of one event."""
    rules = rules_named(event.rules, event.state.key)
    notices = list(
        Notice.objects.visible_to(viewer).filter(event=event)
        .select_related("state", "body", "assessment", "question")
        .prefetch_related("deliveries__state")
    )  # fmt: skip
    opinions = list(
        event.opinions.filter(addressed_to(viewer)).select_related("state", "body", "assessment")
    )
    shown = {each.assessment_id for each in notices} | {each.assessment_id for each in opinions}
    rows = event.assessments.filter(Q(pk__in=shown) | addressed_to(viewer))
    assessments = tuple(rows)
    replies = {each.question_id: each for each in notices if each.question_id}
    said = tuple(
        Said(each, tuple(each.deliveries.all()), _verification(each, replies, rules, now))
        for each in notices
    )
    clocks = tuple(_clocks(event, assessments, notices, rules, now))
    return Thread(event, rules, assessments, tuple(opinions), said, clocks)


def _verification(
    notice: Notice, replies: dict[int, Notice], rules: NoticeRules | None, now: datetime
) -> Clock | None:
    if notice.kind != NoticeKind.QUESTION or rules is None:
        return None
    reply = replies.get(notice.pk)
    ended = reply.made_at if reply else None
    return clock("verification", notice.made_at, ended, rules.hours["verification"], now)


def _clocks(
    event: Event, assessments: Sequence[Assessment], notices: Sequence[Notice],
    rules: NoticeRules | None, now: datetime,
) -> list[Clock]:  # fmt: skip
    """Assessment from knowing on; notification from the first assessment that suggests it on."""
    if rules is None or not assessments:
        return []
    first = assessments[0]
    found = []
    if first.n == 1:
        found.append(
            clock("assessment", event.aware_at, first.made_at, rules.hours["assessment"], now)
        )
    due = next((each for each in assessments if each.suggestion == NOTIFY), None)
    told = next((each for each in notices if each.kind == NoticeKind.NOTIFICATION), None)
    start = due or (told.assessment if told else None)
    if start and not (told and told.made_at < start.made_at):
        ended = told.made_at if told else None
        if ended or not event.closed_at:
            hours = rules.hours["notification"]
            found.append(clock("notification", start.made_at, ended, hours, now))
    return found


def reading_clock(delivery: Delivery, rules: NoticeRules, now: datetime) -> Clock:
    """From the notice to the receipt of one State."""
    start = delivery.notice.made_at
    return clock("reading", start, delivery.read_at, rules.hours["reading"], now)


def silent_deliveries(now: datetime) -> list[tuple[Delivery, str]]:
    """Receipts awaited beyond the rules, with what is due: `reminder` or `escalation`.

    The notification itself and questions alone: an update need not wake anybody.
    """
    rows = Delivery.objects.filter(
        read_at__isnull=True, notice__event__closed_at__isnull=True,
        notice__kind__in=[NoticeKind.NOTIFICATION, NoticeKind.QUESTION],
    )  # fmt: skip
    found = []
    for row in rows.select_related("notice__event__state", "state"):
        rules = rules_named(row.notice.event.rules, row.notice.event.state.key)
        if rules is None:
            continue
        waited = now - row.notice.made_at
        if row.escalated_at is None and waited >= timedelta(hours=rules.hours["escalation"]):
            found.append((row, "escalation"))
        elif row.reminded_at is None and waited >= timedelta(hours=rules.hours["reminder"]):
            found.append((row, "reminder"))
    return found


def is_adviser(viewer: Viewer) -> bool:
    """Whether the viewer acts for the secretariat."""
    return seat() in viewer.bodies
