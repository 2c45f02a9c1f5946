"""A fact of the profile carries where it comes from and how sure it is."""

from __future__ import annotations

from django.db import models


class Confidence(models.TextChoices):
    SOURCED = "sourced"
    DOUBTFUL = "doubtful"
    UNVERIFIED = "unverified"


class Sourced(models.Model):
    """Source and confidence of one row; anything but `sourced` is shown as "to be verified"."""

    source = models.CharField(max_length=300, blank=True, default="")
    confidence = models.CharField(
        max_length=12, choices=Confidence.choices, default=Confidence.SOURCED
    )
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def to_be_verified(self) -> bool:
        return self.confidence != Confidence.SOURCED
