"""Living indicators: from which day an indicator takes its figures from a desk, and figures once told.

How a figure is worked out lies with the desk (registan.plans.living); what was told of it once, in a
report or in a closed account, is kept here in full and never worked out again.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.plans.models.measures import Indicator
from registan.plans.models.reports import ReportVersion
from registan.plans.models.rounds import Round


class Binding(models.Model):
    """An indicator takes its figures from a desk, by one version of a definition: half-open days."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="bindings")
    offered = models.CharField(max_length=60, help_text="key of registan.plans.living")
    definition = models.PositiveSmallIntegerField(help_text="version of the definition agreed to")
    since = models.DateField()
    until = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("since", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["indicator"], condition=Q(until__isnull=True), name="bound_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="bound_interval"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.offered}"

    @property
    def urn(self) -> str:
        return f"{self.indicator.urn}:binding"

    @property
    def audience(self) -> str:
        return self.indicator.audience

    def to_record(self) -> dict[str, Any]:
        measure = self.indicator.measure
        return {
            "plan": measure.plan.key, "measure": measure.number, "indicator": self.indicator.key,
            "names": self.indicator.names, "offered": self.offered, "definition": self.definition,
            "first_day": str(self.since), "last_day": str(self.until or ""),
        }  # fmt: skip


class Figure(models.Model):
    """A figure as it was told: of which day, by which definition, out of how many, in words."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    offered = models.CharField(max_length=60)
    definition = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    part = models.PositiveIntegerField()
    whole = models.PositiveIntegerField()
    words = models.JSONField(help_text="lang -> the figure in a sentence, as told on that day")

    class Meta:
        abstract = True

    def to_record(self) -> dict[str, Any]:
        value = "" if self.value is None else f"{self.value.normalize():f}"
        return {
            "offered": self.offered, "definition": self.definition, "as_of": str(self.as_of),
            "value": value, "part": self.part, "whole": self.whole, "words": self.words,
        }  # fmt: skip


class CitedFigure(Figure):
    """A figure that a report cites as evidence: frozen when the report was cleared or filed."""

    version = models.ForeignKey(ReportVersion, on_delete=models.CASCADE, related_name="cited")

    class Meta:
        ordering = ("indicator__key",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "indicator"], name="cited_once")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.offered} {self.as_of}"


class RoundFigure(Figure):
    """A figure as the account of a closed round tells it: frozen at closing."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="figures")

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "indicator"], name="round_figure_once")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.offered} {self.as_of}"
