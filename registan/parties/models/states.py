"""States and their standing over time. Intervals are half-open: `since` counts, `until` does not."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from registan.parties.models.sourced import Sourced

INTERVAL = models.Q(until__isnull=True) | models.Q(until__gt=models.F("since"))


class State(Sourced):
    """A country, in any standing. `orders` is its place in the lists of each language version."""

    key = models.CharField(max_length=8, unique=True, help_text="ISO 3166-1 alpha-2")
    iso3 = models.CharField(max_length=3, blank=True, default="")
    names = models.JSONField()
    short_names = models.JSONField()
    orders = models.JSONField(help_text="lang -> place in lists")
    language = models.CharField(max_length=2, default="", help_text="in which its officials work")

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"urn:registan:state:{self.key}"


class Circle(models.TextChoices):
    """To whom a kind of standing belongs when something is addressed to members or to partners."""

    MEMBERS = "members"
    PARTNERS = "partners"
    NONE = "none"


class StatusType(Sourced):
    """A kind of standing (member, observer …): data, because kinds are renamed and merged."""

    key = models.CharField(max_length=40, unique=True)
    names = models.JSONField()
    rank = models.PositiveSmallIntegerField()
    circle = models.CharField(max_length=8, choices=Circle.choices, default=Circle.NONE)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ("rank", "key")

    def __str__(self) -> str:
        return self.key


class Membership(Sourced):
    """A State's standing between two dates, with the dates of decision and signature."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="memberships")
    type = models.ForeignKey(StatusType, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    basis = models.JSONField(default=dict, help_text="lang -> deed on which the standing rests")
    sequence = models.PositiveSmallIntegerField(
        default=0, help_text="place among the events of the meeting of that day"
    )

    class Meta:
        ordering = ("since", "sequence", "state__key")
        constraints: ClassVar = [
            models.CheckConstraint(condition=INTERVAL, name="membership_interval"),
            models.UniqueConstraint(fields=["state", "type", "since"], name="one_membership_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.type_id} {self.since}"


class Participation(Sourced):
    """Whether a State is invited, apart from its standing (a State may keep one without the other)."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="participations")
    since = models.DateField()
    until = models.DateField(null=True)
    invited = models.BooleanField()
    reason = models.JSONField(default=dict, help_text="lang -> why")

    class Meta:
        ordering = ("since",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=INTERVAL, name="participation_interval")
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.since} {self.invited}"
