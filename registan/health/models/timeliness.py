"""7-1-7 of an emergency: its days in versions, each with its evidence; bottlenecks and what became of them.

No natural person stands here: an owner is a State or Body with its office.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.alerts import Signal
from registan.health.models.counts import Submission
from registan.health.models.events import Event
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import Body, State


class Evidence(models.TextChoices):
    """On what a day rests."""

    SUBMISSION = "submission"
    SIGNAL = "signal"
    REGISTER = "register"
    LABORATORY = "laboratory"
    MESSAGE = "message"
    DOCUMENT = "document"


class Timeliness(Addressed):
    """All days of one emergency as they were known at a moment; a later version stands beside."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="timeliness")
    n = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=12, help_text="which day counts as emergence")
    reasons = models.JSONField(default=dict, help_text="lang -> why it was revised")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Timeliness]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "n"], name="timeliness_version")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.n}"

    @property
    def urn(self) -> str:
        return f"{self.event.urn}:timeliness:{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            **self.event.facts, "version": self.n, "rule": self.rule, "reasons": self.reasons,
            "dates": {each.mark: each.to_record() for each in self.marks.all()},
        }  # fmt: skip


class TimelinessMark(models.Model):
    """One day of a version, or the word that an action was not called for."""

    version = models.ForeignKey(Timeliness, on_delete=models.CASCADE, related_name="marks")
    mark = models.SlugField(max_length=20)
    day = models.CharField(
        max_length=10, blank=True, default="", help_text="day, week, month or year, as known"
    )
    evidence = models.CharField(max_length=12, choices=Evidence.choices, blank=True, default="")
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.PROTECT, related_name="+"
    )
    signal = models.ForeignKey(Signal, null=True, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=300, blank=True, default="")
    reasons = models.JSONField(default=dict, help_text="lang -> why it was not called for")

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "mark"], name="timeliness_mark_once"),
            models.CheckConstraint(
                condition=Q(day="", evidence="") | (~Q(day="") & ~Q(evidence="")),
                name="timeliness_day_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(evidence="submission") | Q(submission__isnull=False),
                name="timeliness_submission_named",
            ),
            models.CheckConstraint(
                condition=~Q(evidence="signal") | Q(signal__isnull=False),
                name="timeliness_signal_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.mark}"

    @property
    def is_left_out(self) -> bool:
        """Whether the emergency did not call for this action."""
        return not self.day

    def to_record(self) -> dict[str, Any]:
        if self.is_left_out:
            return {"not_applicable": True, "reasons": self.reasons}
        named = self.submission or self.signal
        return {
            "day": self.day, "evidence": self.evidence,
            "reference": named.urn if named else self.reference,
        }  # fmt: skip


class Level(models.TextChoices):
    COMMUNITY = "community"
    FACILITY = "facility"
    DISTRICT = "district"
    NATIONAL = "national"
    REGIONAL = "regional"


class Nature(models.TextChoices):
    TECHNICAL = "technical"
    OPERATIONAL = "operational"
    POLITICAL = "political"


class BottleneckStatus(models.TextChoices):
    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Bottleneck(Addressed):
    """What made an interval long, or (an enabler) short; never whose fault it was."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="bottlenecks")
    n = models.PositiveSmallIntegerField()
    interval = models.CharField(max_length=12)
    level = models.CharField(max_length=10, choices=Level.choices)
    cause = models.SlugField(max_length=40, help_text="key of timeliness.toml")
    nature = models.CharField(max_length=12, choices=Nature.choices)
    is_enabler = models.BooleanField(default=False)
    is_immediate = models.BooleanField(
        default=True, help_text="within the budget there is; else longer-term, with new money"
    )
    texts = models.JSONField(help_text="lang -> what it was")
    steps = models.JSONField(default=dict, help_text="lang -> what is to be done")
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    offices = models.JSONField(default=dict, help_text="lang -> office of the owner")
    due = models.DateField(null=True)
    status = models.CharField(
        max_length=10, choices=BottleneckStatus.choices, default=BottleneckStatus.OPEN
    )
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Bottleneck]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "n"], name="bottleneck_number"),
            models.CheckConstraint(
                condition=Q(is_enabler=True)
                | ((Q(state__isnull=True) ^ Q(body__isnull=True)) & Q(due__isnull=False)),
                name="bottleneck_owned_and_due",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """As addresses name it: `kz-2026-1a2b3c-b1`."""
        return f"{self.event.key}-b{self.n}"

    @property
    def urn(self) -> str:
        return f"{self.event.urn}:bottleneck:{self.n}"

    @property
    def owner(self) -> str:
        """Key of the State or Body."""
        party = self.state or self.body
        return party.key if party else ""

    def to_record(self) -> dict[str, Any]:
        return {
            **self.event.facts, "n": self.n, "interval": self.interval, "level": self.level,
            "cause": self.cause, "nature": self.nature, "enabler": self.is_enabler,
            "immediate": self.is_immediate, "texts": self.texts, "steps": self.steps,
            "owner": self.owner, "offices": self.offices, "due": str(self.due or ""),
        }  # fmt: skip


class BottleneckChange(models.Model):
    """What became of a bottleneck: a status, a later day, why. Kept one after the other."""

    bottleneck = models.ForeignKey(Bottleneck, on_delete=models.PROTECT, related_name="changes")
    n = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=BottleneckStatus.choices)
    due = models.DateField()
    reasons = models.JSONField(help_text="lang -> what was done, or why not")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bottleneck", "n"], name="bottleneck_change_number")
        ]

    def __str__(self) -> str:
        return f"{self.bottleneck_id} {self.status}"

    @property
    def urn(self) -> str:
        return f"{self.bottleneck.urn}:change:{self.n}"

    @property
    def audience(self) -> str:
        return self.bottleneck.audience

    def to_record(self) -> dict[str, Any]:
        return {
            **self.bottleneck.event.facts, "n": self.bottleneck.n, "status": self.status,
            "due": str(self.due), "reasons": self.reasons,
        }  # fmt: skip
