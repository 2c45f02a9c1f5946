"""Estimates: what a kernel made of the counts of one series, with all that is needed to make it again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.counts import Series
from registan.ledger.audience import Viewer, addressed_to


class EstimateQuerySet(models.QuerySet["Estimate"]):
    def visible_to(self, viewer: Viewer) -> EstimateQuerySet:
        """Those of series the viewer reads. Whether small numbers forbid it: queries.estimates."""
        return self.filter(
            addressed_to(viewer, "series__condition__audience")
            | Q(series__state__key__in=viewer.states)
        )


class Estimate(models.Model):
    """The last estimate of a series. No act: it is worked out from counts, and can be at any time.

    The same counts, version and seed give the same numbers on every machine.
    """

    series = models.OneToOneField(Series, on_delete=models.CASCADE, related_name="estimate")
    version = models.PositiveSmallIntegerField(help_text="of the kernel")
    input_digest = models.CharField(max_length=64, help_text="SHA-256 of the kernel's arguments")
    seed = models.PositiveBigIntegerField(help_text="of all that is drawn")
    week = models.DateField(help_text="Monday of the last week that was looked at")
    least = models.PositiveIntegerField(null=True, help_text="least figure above 0 that was used")
    found = models.JSONField(help_text="what registan.kernel.epi.estimate gives")
    expected = models.JSONField(
        default=dict, help_text="by the method in force, week by week: health/expecting.py"
    )
    made_at = models.DateTimeField()

    objects = EstimateQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("series",)

    def __str__(self) -> str:
        return f"{self.series_id} {self.week}"

    def is_past(self, today: date) -> bool:
        """Whether its last week is no longer the latest, because no figures have come for long."""
        return today - self.week > timedelta(days=7 * 2)
