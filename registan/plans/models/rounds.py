"""Reporting rounds and the snapshot that closing one freezes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.models import Addressed, AddressedQuerySet
from registan.parties.models import Body, State
from registan.plans.models.measures import Measure
from registan.plans.models.plan import Plan


class Round(Addressed):
    """A round of reports on one plan: the period reported on and the due date. Open until closed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(
        default=0, help_text="rises when the due date moves; SEQUENCE of RFC 5545"
    )

    objects: ClassVar[AddressedQuerySet[Round]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="round_number"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="round_period"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(closed_at__isnull=True), name="one_open_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} round {self.number}"

    @property
    def urn(self) -> str:
        return f"{self.plan.urn}:round:{self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.plan.key,
            "round": self.number,
            "period": [str(self.starts_on), str(self.ends_on)],
            "due": str(self.due_on),
        }


class RoundLine(models.Model):
    """Frozen at closing: one party that owed a report on one measure, and what it had filed.

    `version` is the report version that counted (null: no information). Later joinings, leavings and
    corrections change no line.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="lines")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT)
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    part = models.CharField(max_length=12)
    version = models.ForeignKey("plans.ReportVersion", null=True, on_delete=models.PROTECT)
    stage = models.CharField(
        max_length=10, blank=True, default="", help_text="how far the report was; empty: none"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "measure", "state"],
                condition=Q(state__isnull=False),
                name="line_of_state",
            ),
            models.UniqueConstraint(
                fields=["round", "measure", "body"],
                condition=Q(body__isnull=False),
                name="line_of_body",
            ),
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="line_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.measure_id}"


class Reminding(Addressed):
    """Letters to those who owed a report on one day: whom it concerned is the sender's own record."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="remindings")
    parties = models.JSONField(help_text="keys of the States and Bodies written to, in order")
    letters = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Reminding]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"{self.round_id} {self.made_at:%Y-%m-%d}"

    @property
    def urn(self) -> str:
        return f"{self.round.urn}:reminding:{self.pk}"

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "parties": self.parties,
            "letters": self.letters,
        }
