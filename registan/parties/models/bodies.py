"""Bodies, their chairs and sittings, budget shares, and the names under which they appear."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from registan.parties.models.sourced import Sourced
from registan.parties.models.states import INTERVAL, State


class Body(Sourced):
    """Council, meeting of ministers, working group, permanent body: several levels."""

    key = models.CharField(max_length=40, unique=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    kind = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField(default=1)
    names = models.JSONField()
    short_names = models.JSONField()
    composition = models.JSONField(default=dict, help_text="lang -> who sits in it")
    rhythm = models.JSONField(default=dict, help_text="lang -> how often it meets")
    chair_rule = models.JSONField(default=dict, help_text="lang -> who chairs it")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "key")

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"urn:registan:body:{self.key}"


class Alias(Sourced):
    """Another name of a State, Body or group, by which plan tables call it."""

    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=40)
    lang = models.CharField(max_length=2)
    name = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key", "lang", "name"], name="alias_once")
        ]

    def __str__(self) -> str:
        return self.name


class Chair(Sourced):
    """Which State chairs a Body between two dates: data, never computed."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="chairs")
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ("body__position", "since")
        constraints: ClassVar = [models.CheckConstraint(condition=INTERVAL, name="chair_interval")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.state_id} {self.since}"


class Sitting(Sourced):
    """A meeting of a Body as the profile knows it: number, days, place, format."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sittings")
    number = models.PositiveSmallIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    places = models.JSONField(default=dict)
    form = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        ordering = ("body__position", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "number"], name="sitting_number")
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.number}"


class Guest(Sourced):
    """A State that is the presiding side's guest at one meeting."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="guests")
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    role = models.JSONField(default=dict, help_text="lang -> in what capacity")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sitting", "state"], name="guest_once")
        ]

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.state_id}"


class BudgetShare(Sourced):
    """A State's share of the budget, in per cent, between two dates. A complete table sums to 100."""

    state = models.ForeignKey(State, on_delete=models.PROTECT)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    complete = models.BooleanField(default=True)

    class Meta:
        ordering = ("since",)

    def __str__(self) -> str:
        return f"{self.state_id} {self.percent}"
