"""Exercises: what is only tried out, under one name. Nothing of it is ever counted with what is real."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.assistance import AidRound
from registan.health.models.events import Event
from registan.ledger.models.entries import Addressed, AddressedQuerySet


class Exercise(Addressed):
    """A named exercise of the organisation, from its opening to its close."""

    number = models.PositiveIntegerField(unique=True)
    names = models.JSONField(help_text="lang -> name")
    starts_on = models.DateField()
    ends_on = models.DateField(help_text="as planned")
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[Exercise]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="exercise_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def urn(self) -> str:
        return f"urn:registan:exercise:{self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def to_record(self) -> dict[str, Any]:
        return {
            "of_exercise": self.number, "names": self.names, "starts_on": self.starts_on.isoformat(),
            "ends_on": self.ends_on.isoformat(), "illustrative": self.illustrative,
            "closed": not self.is_open,
        }  # fmt: skip


class ExercisePart(models.Model):
    """An emergency or a round of assistance that is played in an exercise; both are marked as such."""

    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, related_name="parts")
    aid = models.OneToOneField(
        AidRound, null=True, on_delete=models.PROTECT, related_name="exercise_part"
    )
    event = models.OneToOneField(
        Event, null=True, on_delete=models.PROTECT, related_name="exercise_part"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(aid__isnull=True) ^ Q(event__isnull=True), name="exercise_part_of_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.exercise_id} {self.what}"

    @property
    def what(self) -> str:
        """URN of the emergency or the round."""
        part = self.event or self.aid
        return part.urn if part else ""

    @property
    def urn(self) -> str:
        return f"{self.exercise.urn}:part:{self.what.removeprefix('urn:registan:')}"

    @property
    def audience(self) -> str:
        """That of the part: an emergency is for its addressees alone."""
        part = self.event or self.aid
        return part.audience if part else self.exercise.audience

    def to_record(self) -> dict[str, Any]:
        part = self.event or self.aid
        return {
            "of_exercise": self.exercise.number, "part": self.what,
            "names": part.names if part else {}, "exercise": True,
        }  # fmt: skip
