"""Emergencies: an event, its assessments, second opinions, the notices sent on it and their receipt.

Nothing here is of a natural person: a place is a State and an area of its first level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.conditions import Condition
from registan.ledger import audience as who
from registan.ledger.audience import addressed_to
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import Body, State

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


class EventQuerySet(AddressedQuerySet["Event"]):
    def visible_to(self, viewer: Viewer) -> AddressedQuerySet[Event]:
        """Events addressed to the viewer, those of his State, those on which he is asked an opinion."""
        asked = Opinion.objects.filter(addressed_to(viewer)).values("event")
        return self.filter(addressed_to(viewer) | Q(state__key__in=viewer.states) | Q(pk__in=asked))


class Event(Addressed):
    """Something that may be an emergency beyond one State. Its audience widens once, by notifying."""

    key = models.SlugField(max_length=40, unique=True)
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    condition = models.ForeignKey(Condition, null=True, on_delete=models.PROTECT, related_name="+")
    hazard = models.SlugField(max_length=40, blank=True, default="", help_text="key of the list")
    names = models.JSONField(help_text="lang -> disease or hazard")
    area = models.CharField(max_length=6, blank=True, default="", help_text="ISO 3166-2")
    began_on = models.DateField(null=True)
    aware_at = models.DateTimeField(help_text="when the State came to know: the first clock starts")
    rules = models.CharField(max_length=20, help_text="set of ihr.toml in force at that moment")
    exercise = models.BooleanField(default=False)
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    notified_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    addressees = models.JSONField(default=list, help_text="keys of States")

    objects: ClassVar[EventQuerySet] = EventQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True)
                | Q(notified_at__isnull=True)
                | Q(closed_at__gte=models.F("notified_at")),
                name="event_closed_after",
            )
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"urn:registan:event:{self.key}"

    @property
    def status(self) -> str:
        """assessed, notified or closed."""
        if self.closed_at:
            return "closed"
        return "notified" if self.notified_at else "assessed"

    @property
    def own_audience(self) -> str:
        return who.states([self.state.key])

    @property
    def facts(self) -> dict[str, Any]:
        """What every record of the event begins with."""
        return {"event": self.key, "state": self.state.key, "exercise": self.exercise}


class Assessment(Addressed):
    """The four questions of Annex 2 as a State answered them, with the reasons. Never changed."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="assessments")
    n = models.PositiveSmallIntegerField()
    known = models.JSONField(help_text="lang -> what is known")
    answers = models.JSONField(help_text="question -> {answer, reason}")
    suggestion = models.CharField(max_length=12)
    because = models.CharField(max_length=12)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Assessment]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "n"], name="assessment_number")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.n}"

    @property
    def urn(self) -> str:
        return f"{self.event.urn}:assessment:{self.n}"

    def to_record(self) -> dict[str, Any]:
        event = self.event
        return {
            **event.facts,
            "version": self.n,
            "hazard": event.hazard,
            "names": event.names,
            "area": event.area,
            "began_on": str(event.began_on or ""),
            "rules": event.rules,
            "known": self.known,
            "answers": self.answers,
            "suggestion": self.suggestion,
            "because": self.because,
        }


class Opinion(Addressed):
    """A second opinion on one assessment: asked of one State's focal point or of the secretariat."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="opinions")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField()
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=12, blank=True, default="")
    reasons = models.JSONField(default=dict, help_text="lang -> why")
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[Opinion]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "n"], name="second_opinion_number"),
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="second_opinion_of_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.n}"

    @property
    def of(self) -> str:
        """Key of who is asked."""
        party = self.state or self.body
        return party.key if party else ""

    @property
    def urn(self) -> str:
        return f"{self.event.urn}:opinion:{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            **self.event.facts,
            "party": self.of,
            "version": self.assessment.n,
            "verdict": self.verdict,
            "reasons": self.reasons,
        }


class NoticeKind(models.TextChoices):
    NOTIFICATION = "notification"
    UPDATE = "update"
    QUESTION = "question"
    REPLY = "reply"
    CLOSING = "closing"


class Notice(Addressed):
    """One word said on a notified event: the notification, an update, a question, a reply, the end."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="notices")
    n = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=NoticeKind.choices)
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    texts = models.JSONField(help_text="lang -> words")
    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ihr_copy = models.CharField(max_length=10, blank=True, default="")
    question = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="replies"
    )
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Notice]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "n"], name="notice_number"),
            models.UniqueConstraint(
                fields=["event"], condition=Q(kind="notification"), name="notified_once"
            ),
            models.UniqueConstraint(
                fields=["question"], condition=Q(question__isnull=False), name="answered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.n}"

    @property
    def sender(self) -> str:
        """Key of who says it."""
        party = self.state or self.body
        return party.key if party else ""

    @property
    def urn(self) -> str:
        return f"{self.event.urn}:notice:{self.n}"

    def to_record(self) -> dict[str, Any]:
        told = {
            **self.event.facts, "n": self.n, "notice": self.kind, "party": self.sender,
            "texts": self.texts,
        }  # fmt: skip
        if self.kind == NoticeKind.NOTIFICATION and self.assessment:
            told["addressees"] = list(self.event.addressees)
            told["ihr_copy"] = self.ihr_copy
            told["assessed"] = self.assessment.to_record()
        if self.question:
            told["question"] = self.question.n
        return told


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, viewer: Viewer) -> DeliveryQuerySet:
        """Whoever sees the notice sees who has received it."""
        return self.filter(addressed_to(viewer, "notice__audience"))


class Delivery(models.Model):
    """One notice before one State: laid before its focal points, confirmed as received and read."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    delivered_at = models.DateTimeField(null=True, help_text="null: nobody there could read it")
    read_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("notice__n", "state__key")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "state"], name="delivered_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["notice"], condition=Q(read_at__isnull=True), name="deliveries_unread"
            )
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.state_id}"

    @property
    def urn(self) -> str:
        return f"{self.notice.urn}:receipt:{self.state.key}"

    @property
    def audience(self) -> str:
        return self.notice.audience

    def to_record(self) -> dict[str, Any]:
        event = self.notice.event
        return {**event.facts, "party": self.state.key, "through": self.notice.n}
