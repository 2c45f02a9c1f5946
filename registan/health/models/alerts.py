"""Signals: what the method in force found above expectation, and what its State says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.inputs import exact
from registan.health.models.counts import Series
from registan.health.models.methods import MethodVersion
from registan.kernel.counts.periods import week_name
from registan.ledger.audience import addressed_to
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.queries import secretariat_key

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


class SignalStanding(models.TextChoices):
    """Open until the State has answered. Confirmed by an Official, a Signal is an Alert."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"


class SignalQuerySet(AddressedQuerySet["Signal"]):
    def visible_to(self, viewer: Viewer) -> SignalQuerySet:
        """Those of his own State; the Secretariat: whose counts it reads; confirmed ones as addressed."""
        found = Q(state_key__in=viewer.states) | (
            Q(standing=SignalStanding.CONFIRMED) & addressed_to(viewer)
        )
        if secretariat_key() in viewer.bodies:
            found |= addressed_to(viewer, "series__condition__audience")
        return self.filter(found)


class Signal(Addressed):
    """A week of a series above the bound of the method in force, as it was known at a moment.

    Its audience is its own State's, and that of the condition once it is confirmed. The numbers are
    those that the kernel gave, to the last digit.
    """

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="signals")
    state_key = models.CharField(max_length=8, db_index=True)
    method = models.ForeignKey(MethodVersion, on_delete=models.PROTECT, related_name="signals")
    week = models.DateField(help_text="its Monday")
    as_of = models.DateTimeField(help_text="what was sent before this moment was known")
    input_digest = models.CharField(max_length=64)
    seed = models.PositiveBigIntegerField(default=0, help_text="0: the method draws nothing")
    rule = models.CharField(max_length=40, help_text="by what: farrington b=5, ears C2")
    count = models.PositiveIntegerField()
    expected = models.FloatField()
    upper = models.FloatField()
    score = models.FloatField()
    p = models.FloatField(null=True)
    q = models.FloatField(null=True, help_text="Benjamini-Hochberg over the series of that week")
    standing = models.CharField(
        max_length=10, choices=SignalStanding.choices, default=SignalStanding.OPEN
    )
    reason = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    objects: ClassVar[SignalQuerySet] = SignalQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-score", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "week", "method"], name="signal_once"),
            models.CheckConstraint(
                condition=Q(standing="open") | Q(answered_at__isnull=False), name="signal_answered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.week} {self.standing}"

    @property
    def urn(self) -> str:
        return f"urn:registan:signal:{self.pk}"

    @property
    def week_name(self) -> str:
        return week_name(self.week.toordinal())

    @property
    def is_open(self) -> bool:
        return self.standing == SignalStanding.OPEN

    @property
    def is_alert(self) -> bool:
        return self.standing == SignalStanding.CONFIRMED

    def to_record(self) -> dict[str, Any]:
        """As raised: all that recomputing needs. As answered: no figure, for more may read it then."""
        told = {
            "signal": self.pk, "condition": self.series.condition.code, "state": self.state_key,
            "area": self.series.area, "measure": self.series.measure, "week": self.week_name,
            "version": self.method.n,
        }  # fmt: skip
        if not self.is_open:
            return {**told, "standing": self.standing, "reason": self.reason}
        return {
            **told, "method_digest": self.method.digest, "as_of": self.as_of.isoformat(),
            "input_digest": self.input_digest, "seed": self.seed, "rule": self.rule,
            "count": self.count,
            **{name: exact(getattr(self, name)) for name in ("expected", "upper", "score", "p", "q")},
        }  # fmt: skip


class Screening(Addressed):
    """One look at all series of a week: how many had a bound, how many had none, and why."""

    method = models.ForeignKey(MethodVersion, on_delete=models.PROTECT, related_name="screenings")
    week = models.DateField(help_text="its Monday")
    as_of = models.DateTimeField(db_index=True)
    series = models.PositiveIntegerField()
    tested = models.PositiveIntegerField(help_text="series with a bound")
    above = models.PositiveIntegerField()
    false_alarms = models.FloatField(help_text="expected by chance alone")
    missing = models.JSONField(help_text="why there is no bound -> how many series")
    inputs = models.CharField(max_length=64, help_text="SHA-256 over the digests of all inputs")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Screening]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-week", "-as_of", "-pk")

    def __str__(self) -> str:
        return f"{self.week} {self.as_of}"

    @property
    def urn(self) -> str:
        return f"urn:registan:screening:{self.pk}"

    def to_record(self) -> dict[str, Any]:
        return {
            "week": week_name(self.week.toordinal()), "version": self.method.n,
            "as_of": self.as_of.isoformat(), "series": self.series, "tested": self.tested,
            "above": self.above, "missing": self.missing, "input_digest": self.inputs,
        }  # fmt: skip
