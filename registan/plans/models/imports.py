"""The import tray: an uploaded plan table and what a person has settled of it so far."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from registan.parties.models import Body, Official, State
from registan.plans.models.plan import Plan


class ImportTray(models.Model):
    """A working paper of one Official's State or Body. Kept until the plan is brought in.

    `settlement` holds only a person's decisions (column roles, rows' corrections, header facts), so
    that reading the same file again gives the same tray.
    """

    token = models.CharField(max_length=32, unique=True)
    official = models.ForeignKey(Official, on_delete=models.PROTECT)
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    plan = models.ForeignKey(
        Plan,
        null=True,
        on_delete=models.CASCADE,
        help_text="a further language version of this plan",
    )
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    lang = models.CharField(max_length=2, blank=True, default="")
    settlement = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    brought_in = models.ForeignKey(Plan, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["-made_at"]

    def __str__(self) -> str:
        return self.file_name
