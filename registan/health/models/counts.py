"""Counts: what was sent stays as it was sent; a series is what all of it comes to.

A value lies in no row of its own. `Sent` holds what one submission says of one series, as arrays,
and is never changed. `Series` holds how the series stands now; it can be made anew from `Sent`
(registan.kernel.counts.standing, which also tells how it stood on any day).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.conditions import Condition, Measure
from registan.ledger.audience import addressed_to
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import Official, State

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


class SeriesQuerySet(models.QuerySet["Series"]):
    def visible_to(self, viewer: Viewer) -> SeriesQuerySet:
        """Series of conditions addressed to the viewer, and those of his own State."""
        return self.filter(
            addressed_to(viewer, "condition__audience") | Q(state__key__in=viewer.states)
        )


class Series(models.Model):
    """Counts of one condition, measure, place and band, period by period, as they stand now.

    `area` is an ISO 3166-2 code of the first level, empty for the whole State. `held` has lists of
    equal length, one place a period from `first` on.
    """

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=6, blank=True, default="")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="series")
    measure = models.CharField(max_length=12, choices=Measure.choices)
    sex = models.CharField(max_length=1, blank=True, default="", help_text="f, m or empty")
    age = models.CharField(max_length=7, blank=True, default="", help_text="0-4, 65+ or empty")
    held = models.JSONField(default=dict)
    last_start = models.DateField(null=True, help_text="first day of the last period spoken of")

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ("condition", "state", "area", "measure", "sex", "age")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["condition", "state", "area", "measure", "sex", "age"], name="series_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.condition_id} {self.state_id} {self.area} {self.measure}"

    @property
    def is_part(self) -> bool:
        """Whether it counts a part of the State, or of its people."""
        return bool(self.area or self.sex or self.age)


class SubmissionQuerySet(AddressedQuerySet["Submission"]):
    def visible_to(self, viewer: Viewer) -> SubmissionQuerySet:
        """Submissions addressed to the viewer, and those of his own State."""
        return self.filter(addressed_to(viewer) | Q(state__key__in=viewer.states))


class Submission(Addressed):
    """One sending of counts. `state` is the sender; empty where the operator entered public figures."""

    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=160, help_text="URN of the mandate")
    form = models.CharField(max_length=12, help_text="tidy, wide, dhis2, sdmx, who, jhu or act")
    file_name = models.CharField(max_length=200, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="", help_text="of the file")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the values in canonical order")
    source = models.CharField(max_length=300, blank=True, default="", help_text="of public figures")
    summary = models.JSONField(help_text="per condition and measure: how many of which kind")
    made_at = models.DateTimeField(db_index=True)

    objects: ClassVar[SubmissionQuerySet] = SubmissionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.state_id} {self.made_at:%Y-%m-%d}"

    @property
    def urn(self) -> str:
        return f"urn:registan:counts:{self.pk}"

    @property
    def is_of_operator(self) -> bool:
        """Whether these are public figures that the operator entered: no State's word."""
        return self.state_id is None

    def to_record(self) -> dict[str, Any]:
        """The digest of the values and how many there are, never the values: few cases are secret."""
        return {
            "state": self.state.key if self.state else "",
            "form": self.form,
            "file": self.sha256,
            "digest": self.digest,
            "source": self.source,
            "summary": self.summary,
            "count": sum(row["values"] for row in self.summary),
            "revised": sum(row["revised"] for row in self.summary),
        }


class Sent(models.Model):
    """What one submission says of one series: arrays of equal length, in order of time. Never changed.

    `starts`: first day of each period as a proleptic ordinal; `values`: whole numbers, 0 where there
    is none; `kinds`: one letter a period (registan.kernel.counts.kinds).
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="sent")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="sent")
    definitions = models.JSONField(help_text="keys of Definition, one a period; 0: none is known")
    starts = models.JSONField()
    values = models.JSONField()
    kinds = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "series"], name="sent_once")
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.series_id}"


class CountTray(models.Model):
    """An uploaded file between upload and confirmation. A working paper of one State."""

    token = models.CharField(max_length=32, unique=True)
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    options = models.JSONField(default=dict, help_text="condition and names, as typed")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name
