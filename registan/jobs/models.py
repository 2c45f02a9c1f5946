"""Tables of work after the commit: workers, attempts, firings of schedules, letters, wishes.

The jobs themselves are rows of django-tasks-db. None of these tables is a record of the
organisation: they say what the machine has still to do, and they may be cleared out.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q


class Worker(models.Model):
    """A running worker process. It writes `seen_at` every few seconds; silence means it is dead."""

    worker_id = models.CharField(max_length=64, unique=True)
    host = models.CharField(max_length=120)
    process = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    # Written and compared by the clock of the database: workers may stand on several machines.
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("started_at",)

    def __str__(self) -> str:
        return self.worker_id


class Attempts(models.Model):
    """How often a job was taken up, and why the last attempt came to nothing."""

    result_id = models.UUIDField(primary_key=True)
    count = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=30, blank=True, default="", help_text="jobs.reason.<code>")
    detail = models.JSONField(default=dict, help_text="what went wrong, by language")

    def __str__(self) -> str:
        return f"{self.result_id}: {self.count} {self.reason}"


class Firing(models.Model):
    """A schedule's due time that was seen to: at most one per due time, however many workers."""

    schedule = models.CharField(max_length=80)
    due = models.DateTimeField()
    # Empty for the due time at which the schedule was first met: nothing is made up for.
    result_id = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        ordering = ("-due",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["schedule", "due"], name="one_firing_per_due_time")
        ]

    def __str__(self) -> str:
        return f"{self.schedule} {self.due}"


class LetterStatus(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    IN_DIGEST = "in_digest"  # went out inside a digest
    DECLINED = "declined"  # the reader does not wish letters of this kind
    KEPT = "kept"  # this installation sends nothing (REGISTAN_MAIL=none)


class Letter(models.Model):
    """One letter to one Official, in the words it was posted with. The name is text: jobs know no
    parties."""

    uid = models.UUIDField(
        unique=True, default=uuid.uuid4, help_text="Message-ID, the same on retry"
    )
    username = models.CharField(max_length=60)
    address = models.CharField(max_length=254, blank=True, default="")
    lang = models.CharField(max_length=2)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    link = models.CharField(max_length=500)
    once = models.CharField(
        max_length=120, blank=True, default="", help_text="a reader gets one letter per such key"
    )
    status = models.CharField(
        max_length=10, choices=LetterStatus.choices, default=LetterStatus.WAITING
    )
    for_digest = models.BooleanField(default=False)
    digest = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="items")
    again_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    send_after = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(
        max_length=30, blank=True, default="", help_text="letters.reason.<code>"
    )
    error = models.CharField(max_length=300, blank=True, default="", help_text="as the server said")

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["username", "kind", "once"], condition=~Q(once=""), name="letter_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["send_after"], condition=Q(status="waiting"), name="letters_waiting"
            ),
            models.Index(fields=["-created_at"], name="letters_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.username}"


class Wish(models.TextChoices):
    AT_ONCE = "at_once"
    DAILY = "daily"
    NOT_AT_ALL = "not_at_all"


class Preference(models.Model):
    """How an Official wishes to get letters of one kind; without a row, as the kind says."""

    username = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    wish = models.CharField(max_length=10, choices=Wish.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["username", "kind"], name="one_wish_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.username} {self.kind} {self.wish}"
