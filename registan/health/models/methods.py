"""How signals are found: methods in their versions, and what one would have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.methods import VERSION
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import Body

if TYPE_CHECKING:
    from datetime import date


class MethodStanding(models.TextChoices):
    """Where a version stands. One at a time is in force."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class MethodVersion(Addressed):
    """An algorithm with its mode and parameters, as proposed. Its content is never changed.

    Whoever has `content` and a series computes the same numbers (registan/kernel/epi/screening.py).
    """

    n = models.PositiveIntegerField(unique=True)
    algorithm = models.CharField(max_length=40)
    mode = models.CharField(max_length=20)
    parameters = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the canonical content")
    reason = models.JSONField(help_text="lang -> why it is proposed")
    party = models.CharField(max_length=40, help_text="key of who proposed it")
    standing = models.CharField(
        max_length=12, choices=MethodStanding.choices, default=MethodStanding.PROPOSED
    )
    adopted_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=80, blank=True, default="", help_text="its number")
    adopted_on = models.DateField(null=True)
    since = models.DateField(null=True, help_text="first day in force")
    until = models.DateField(null=True, help_text="first day no longer in force")
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[MethodVersion]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-n",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["standing"], condition=Q(standing="in_force"), name="method_one_in_force"
            ),
            models.CheckConstraint(
                condition=~Q(standing="in_force")
                | Q(adopted_by__isnull=False, adopted_on__isnull=False, since__isnull=False),
                name="method_adopted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.n} {self.algorithm} {self.mode}"

    @property
    def urn(self) -> str:
        return f"urn:registan:method:{self.n}"

    @property
    def content(self) -> dict[str, Any]:
        """What the kernel reads."""
        return {
            "version": VERSION, "name": self.algorithm, "mode": self.mode,
            "parameters": self.parameters,
        }  # fmt: skip

    @property
    def is_in_force(self) -> bool:
        return self.standing == MethodStanding.IN_FORCE

    @property
    def is_open(self) -> bool:
        """Whether it can still be adopted or withdrawn."""
        return self.standing == MethodStanding.PROPOSED

    def to_record(self) -> dict[str, Any]:
        return {
            "version": self.n,
            "algorithm": self.algorithm,
            "mode": self.mode,
            "parameters": self.parameters,
            "method_digest": self.digest,
            "standing": self.standing,
            "body": self.adopted_by.key if self.adopted_by else "",
            "instrument": self.instrument,
            "adopted_on": _iso(self.adopted_on),
            "since": _iso(self.since),
        }


class BackTest(Addressed):
    """What a proposed version would have found over the counts that are there, beside another one.

    `changed`: rows [condition, State, week, signal before, signal now], of those weeks alone in which
    the two differ. Which of them a reader sees is for queries.methods: a signal is its State's first.
    """

    method = models.ForeignKey(MethodVersion, on_delete=models.PROTECT, related_name="tests")
    against = models.ForeignKey(
        MethodVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    first_week = models.DateField()
    last_week = models.DateField()
    series = models.PositiveIntegerField()
    tested = models.PositiveIntegerField(help_text="series-weeks with a bound, this version")
    tested_before = models.PositiveIntegerField()
    signals = models.PositiveIntegerField()
    signals_before = models.PositiveIntegerField()
    changed = models.JSONField()
    inputs = models.CharField(max_length=64, help_text="SHA-256 of the counts that went in")
    digest = models.CharField(max_length=64, help_text="SHA-256 of what came out")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[BackTest]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"back-test of {self.method_id}"

    @property
    def urn(self) -> str:
        return f"{self.method.urn}:test:{self.pk}"

    def to_record(self) -> dict[str, Any]:
        """Totals and digests; the weeks themselves are signals, and not for every reader."""
        return {
            "version": self.method.n,
            "against": self.against.n if self.against else 0,
            "weeks": [self.first_week.isoformat(), self.last_week.isoformat()],
            "series": self.series,
            "tested": [self.tested_before, self.tested],
            "signals": self.signals,
            "signals_before": self.signals_before,
            "changed": len(self.changed),
            "input_digest": self.inputs,
            "result_digest": self.digest,
        }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
