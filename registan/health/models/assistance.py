"""What help is made of: the catalogue of items, the ways between States, rounds of assistance."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

if TYPE_CHECKING:
    from datetime import date

LONGEST_CODE = 40
MOST_WEEKS = 52


class ItemKind(models.TextChoices):
    """Goods, or what people and laboratories do: all of it is asked for, offered and matched."""

    SUPPLY = "supply"
    TEAM = "team"
    LABORATORY = "laboratory"
    ADVICE = "advice"


class Unit(models.TextChoices):
    """In what an item is counted. Experts are counted by field and weeks, never named."""

    PACK = "pack"
    BOX = "box"
    DOSE = "dose"
    KIT = "kit"
    PIECE = "piece"
    LITRE = "litre"
    TEAM_WEEK = "team_week"
    SLOT = "slot"
    EXPERT_WEEK = "expert_week"


class Cold(models.TextChoices):
    """How cold an item is kept; the classes of registan.kernel.match.instance."""

    AMBIENT = "ambient"
    FRIDGE = "2-8"
    FREEZER = "-20"
    DEEP = "-70"


class Item(Addressed):
    """An item of the catalogue, by generic code; medicines also by substance (INN) and ATC."""

    code = models.SlugField(max_length=LONGEST_CODE, unique=True)
    names = models.JSONField(help_text="lang -> name")
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    unit = models.CharField(max_length=12, choices=Unit.choices)
    substance = models.CharField(max_length=120, blank=True, default="", help_text="INN")
    atc = models.CharField(max_length=7, blank=True, default="")
    cold = models.CharField(max_length=8, choices=Cold.choices, default=Cold.AMBIENT)
    volume = models.DecimalField(max_digits=12, decimal_places=6, help_text="m3 of a unit")
    substitutes = models.JSONField(default=dict, help_text="code -> units that one unit replaces")
    goes_with = models.JSONField(default=dict, help_text="code -> units needed with each unit")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Item]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("kind", "code")

    def __str__(self) -> str:
        return self.code

    @property
    def urn(self) -> str:
        return f"urn:registan:item:{self.code}"

    def to_record(self) -> dict[str, Any]:
        return {
            "item": self.code, "names": self.names, "kind": self.kind, "unit": self.unit,
            "substance": self.substance, "atc": self.atc, "cold": self.cold,
            "volume": str(self.volume), "substitutes": self.substitutes, "goes_with": self.goes_with,
        }  # fmt: skip


class Lane(Addressed):
    """How things get from one State to another: weeks on the way, cold, room. Stated anew, never erased
    from the record: each statement is an entry."""

    donor = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    lead = models.PositiveSmallIntegerField(help_text="weeks on the way")
    cold = models.JSONField(help_text="classes it keeps")
    room = models.DecimalField(max_digits=12, decimal_places=3, null=True, help_text="m3 a week")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Lane]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["donor", "state"], name="lane_once")
        ]

    def __str__(self) -> str:
        return f"{self.donor_id}-{self.state_id}"

    @property
    def urn(self) -> str:
        return f"urn:registan:lane:{self.donor.key}-{self.state.key}"

    def to_record(self) -> dict[str, Any]:
        return {
            "donor": self.donor.key, "state": self.state.key, "lead": self.lead, "cold": self.cold,
            "room": None if self.room is None else str(self.room),
        }  # fmt: skip


class AidRound(Addressed):
    """A round of assistance: weeks that requests and offers lie in. An exercise is a round of its own,
    so that nothing of it is ever matched with what is real."""

    number = models.PositiveIntegerField(unique=True)
    names = models.JSONField(help_text="lang -> name")
    starts_on = models.DateField(help_text="a Monday: week 0")
    weeks = models.PositiveSmallIntegerField()
    currency = models.CharField(max_length=3, help_text="of all prices of the round")
    exercise = models.BooleanField(default=False)
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[AidRound]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return str(self.number)

    @property
    def urn(self) -> str:
        return f"urn:registan:aid:{self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def monday(self, week: int) -> date:
        """First day of a week of the round."""
        return self.starts_on + timedelta(weeks=week)

    def week_of(self, day: date) -> int:
        """The week in which a day lies; below 0 before the round."""
        return (day - self.starts_on).days // 7

    def to_record(self) -> dict[str, Any]:
        return {
            "aid": self.number, "names": self.names, "starts_on": self.starts_on.isoformat(),
            "weeks": self.weeks, "currency": self.currency, "exercise": self.exercise,
            "illustrative": self.illustrative, "closed": not self.is_open,
        }  # fmt: skip
