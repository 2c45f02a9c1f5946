"""What is counted: conditions, and the definition of a case in its versions."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

LONGEST_CODE = 40


class Period(models.TextChoices):
    """By what a condition is counted: ISO weeks (Monday to Sunday) or days."""

    WEEK = "week"
    DAY = "day"


class Measure(models.TextChoices):
    """What of a condition is counted."""

    CASES = "cases"
    DEATHS = "deaths"
    HOSPITALISED = "hospitalised"


class Condition(Addressed):
    """A disease or syndrome that States count. Its audience is that of all its counts."""

    code = models.SlugField(max_length=LONGEST_CODE, unique=True)
    names = models.JSONField(help_text="lang -> name")
    period = models.CharField(max_length=4, choices=Period.choices)
    illustrative = models.BooleanField(default=False, help_text="its counts are invented")
    position = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Condition]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.code

    @property
    def urn(self) -> str:
        return f"urn:registan:condition:{self.code}"

    def to_record(self) -> dict[str, Any]:
        return {
            "condition": self.code,
            "names": self.names,
            "period": self.period,
            "illustrative": self.illustrative,
        }


class Definition(models.Model):
    """Which cases are counted, from a day on: the agreed definition, or that of one State.

    Versions are never changed. Counts before and after a change are not comparable without thought:
    each value names the definition it was counted by.
    """

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="definitions")
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField()
    texts = models.JSONField(help_text="lang -> definition")
    since = models.DateField(help_text="first day that is counted by it")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("since", "n")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["condition", "state", "n"],
                condition=Q(state__isnull=False),
                name="definition_of_state",
            ),
            models.UniqueConstraint(
                fields=["condition", "n"],
                condition=Q(state__isnull=True),
                name="definition_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.condition_id} {self.key}"

    @property
    def key(self) -> str:
        """As a file names it: `agreed-1`, `KZ-2`."""
        return f"{self.state.key if self.state else 'agreed'}-{self.n}"

    @property
    def urn(self) -> str:
        return f"{self.condition.urn}:definition:{self.key}"

    @property
    def audience(self) -> str:
        """That of the condition."""
        return self.condition.audience

    def to_record(self) -> dict[str, Any]:
        return {
            "condition": self.condition.code,
            "state": self.state.key if self.state else "",
            "version": self.n,
            "texts": self.texts,
            "since": self.since.isoformat(),
        }
