"""Teams and laboratories that can be called upon: what they can do, how soon, in which languages.

An entry names an institution and the office that answers for it, never a person.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.exercises import Exercise
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

if TYPE_CHECKING:
    from datetime import date

HIGHEST_LEVEL = 4


class RosterKind(models.TextChoices):
    """Who goes, or who examines."""

    MOBILE_TEAM = "mobile_team"
    CLINICAL_TEAM = "clinical_team"
    LABORATORY = "laboratory"
    MOBILE_LABORATORY = "mobile_laboratory"


LABORATORIES = (RosterKind.LABORATORY, RosterKind.MOBILE_LABORATORY)


class RosterEntry(Addressed):
    """A team or a laboratory as its State tells of it. Later versions stand beside the earlier ones."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=18, choices=RosterKind.choices)
    names = models.JSONField(help_text="lang -> name of the institution")
    offices = models.JSONField(help_text="lang -> office that is its focal point")
    area = models.CharField(max_length=6, blank=True, default="", help_text="ISO 3166-2")
    biosafety = models.PositiveSmallIntegerField(null=True, help_text="level 1 to 4, laboratories")
    methods = models.JSONField(help_text="keys of readiness.toml")
    languages = models.JSONField(help_text="keys of readiness.toml")
    capacity = models.PositiveIntegerField(help_text="samples or patients a week")
    ready_hours = models.PositiveSmallIntegerField(help_text="from the call to departure or start")
    self_days = models.PositiveSmallIntegerField(help_text="days it lives of what it brings")
    cold = models.JSONField(help_text="classes it can keep")
    confirmed_on = models.DateField(help_text="the day on which readiness was confirmed")
    illustrative = models.BooleanField(default=False)
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[RosterEntry]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n", "version"], name="roster_of_state"),
            models.UniqueConstraint(
                fields=["state", "n"], condition=Q(is_newest=True), name="one_newest_roster_entry"
            ),
            models.CheckConstraint(
                condition=Q(biosafety__isnull=True)
                | Q(biosafety__gte=1, biosafety__lte=HIGHEST_LEVEL),
                name="roster_biosafety",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id}-{self.n}"

    @property
    def key(self) -> str:
        """As addresses name it: `KZ-1`."""
        return f"{self.state.key}-{self.n}"

    @property
    def urn(self) -> str:
        return f"urn:registan:roster:{self.key}"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def is_awaited(self, today: date, days: int) -> bool:
        """Whether readiness was confirmed longer ago than the profile's interval."""
        return self.confirmed_on + timedelta(days=days) < today

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.state.key, "entry": self.n, "version": self.version, "kind": self.kind,
            "names": self.names, "offices": self.offices, "area": self.area,
            "biosafety": self.biosafety, "methods": self.methods, "languages": self.languages,
            "capacity": self.capacity, "ready_hours": self.ready_hours, "self_days": self.self_days,
            "cold": self.cold, "confirmed_on": self.confirmed_on.isoformat(),
            "withdrawn": self.is_withdrawn,
        }  # fmt: skip


class Activation(Addressed):
    """A team or laboratory called to work: for a State, or in an exercise. Named by State and number, so
    that later versions of the entry change nothing of it."""

    owner = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    entry = models.PositiveSmallIntegerField(help_text="number of the entry within its State")
    n = models.PositiveSmallIntegerField(help_text="number within the entry")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+", help_text="where")
    exercise = models.ForeignKey(
        Exercise, null=True, on_delete=models.PROTECT, related_name="activations"
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Activation]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-began_on", "-n")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "entry", "n"], name="activation_of_entry"),
            models.UniqueConstraint(
                fields=["owner", "entry"],
                condition=Q(ended_on__isnull=True, exercise__isnull=True),
                name="one_activation_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="activation_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}-{self.entry} {self.n}"

    @property
    def names(self) -> dict[str, str]:
        """Of the entry as it stands now."""
        of = RosterEntry.objects.filter(state=self.owner, n=self.entry, is_newest=True)
        found = of.values_list("names", flat=True).first()
        return dict(found or {})

    @property
    def key(self) -> str:
        """Key of the entry."""
        return f"{self.owner.key}-{self.entry}"

    @property
    def urn(self) -> str:
        return f"urn:registan:roster:{self.key}:activation:{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            "party": self.owner.key, "entry": self.entry, "n": self.n, "names": self.names,
            "state": self.state.key,
            "exercise": self.exercise is not None,
            "of_exercise": self.exercise.number if self.exercise else 0,
            "began_on": self.began_on.isoformat(),
            "ended_on": self.ended_on.isoformat() if self.ended_on else "",
        }  # fmt: skip
