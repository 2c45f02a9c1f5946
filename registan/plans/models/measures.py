"""Measures: texts per language version, term, who is responsible, steps, indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.audience import addressed_to, covers
from registan.ledger.models import Addressed, AddressedQuerySet
from registan.ledger.sealing import Closed
from registan.parties.models import Body, State
from registan.plans.models.plan import Chapter, Obligation, Plan

if TYPE_CHECKING:
    from decimal import Decimal

    from registan.ledger.audience import Viewer


class Standing(models.TextChoices):
    """Where a measure stands in the life of its plan."""

    IN_FORCE = "in_force"
    POSTPONED = "postponed"
    MERGED = "merged"
    SUPERSEDED = "superseded"


class MeasureQuerySet(AddressedQuerySet["Measure"]):
    def visible_to(self, viewer: Viewer) -> AddressedQuerySet[Measure]:
        """Measures whose plan and whose own audience the viewer belongs to."""
        return self.filter(addressed_to(viewer), addressed_to(viewer, "plan__audience"))


class Measure(Addressed):
    """One item of a plan. Numbers are as printed; `position` is the order of the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measures")
    chapter = models.ForeignKey(
        Chapter, null=True, on_delete=models.PROTECT, related_name="measures"
    )
    number = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    recurrence = models.CharField(max_length=20)
    term_flags = models.JSONField(default=list)
    fate = models.CharField(max_length=12, choices=Standing.choices, default=Standing.IN_FORCE)
    fate_reason = models.JSONField(default=dict, help_text="lang -> why, in the words of the act")
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    revision = models.PositiveIntegerField(
        default=0, help_text="rises with each change of term; SEQUENCE of RFC 5545"
    )
    obligations: models.ManyToManyField[Obligation, Answer] = models.ManyToManyField(
        Obligation, through="Answer", related_name="measures"
    )

    objects: ClassVar[MeasureQuerySet] = MeasureQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="measure_number"),
            models.UniqueConstraint(fields=["plan", "position"], name="measure_position"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="measure_term",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"{self.plan.urn}:measure:{self.number}"

    def is_seen_by(self, viewer: Viewer) -> bool:
        """Same rule as `visible_to`, for one measure that something else leads to."""
        return viewer.sees(self.audience) and viewer.sees(self.plan.audience)

    @property
    def owes_reports(self) -> bool:
        """A merged or superseded measure is reported on under its successor."""
        return self.fate in {Standing.IN_FORCE, Standing.POSTPONED}

    def to_record(self) -> dict[str, Any]:
        rows = self.obligations.order_by("plan__key", "position", "key")
        answered: dict[str, list[str]] = {}
        for plan, audience, key in rows.values_list("plan__key", "plan__audience", "key"):
            closed = "" if covers(audience, self.audience) else audience
            answered.setdefault(closed, []).append(f"{plan}/{key}")
        return {
            "plan": self.plan.key,
            "measure": self.number,
            "obligations": answered.pop("", []),
            **{
                f"obligations_{place}": Closed(audience, named)
                for place, (audience, named) in enumerate(sorted(answered.items()), 1)
            },
        }


class Amendment(models.Model):
    """What befell a measure after adoption, with the reason. A later one stands beside it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="amendments")
    n = models.PositiveSmallIntegerField()
    fate = models.CharField(max_length=12, choices=Standing.choices)
    started_on = models.DateField(null=True, help_text="the term before")
    ended_on = models.DateField(null=True, help_text="the term before")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    successor = models.ForeignKey(
        Measure, null=True, on_delete=models.PROTECT, related_name="taken_over"
    )
    reasons = models.JSONField(help_text="lang -> why")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "n"], name="amendment_number")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.fate}"

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:amendment:{self.n}"

    @property
    def audience(self) -> str:
        return self.measure.audience

    def to_record(self) -> dict[str, Any]:
        successor = self.successor
        return {
            "plan": self.measure.plan.key,
            "measure": self.measure.number,
            "fate": self.fate,
            "term_before": [str(self.started_on or ""), str(self.ended_on or "")],
            "term": [str(self.starts_on or ""), str(self.ends_on or "")],
            "last_day_before": str(self.ended_on or ""),
            "last_day": str(self.ends_on or ""),
            "reasons": self.reasons,
            "successor": successor.number if successor else "",
            "successor_plan": self._successor_plan(),
        }

    def _successor_plan(self) -> str | Closed:
        """Its key, closed to whoever may see this measure and not that plan."""
        if self.successor is None:
            return ""
        plan = self.successor.plan
        return plan.key if covers(plan.audience, self.audience) else Closed(plan.audience, plan.key)


class MeasureText(models.Model):
    """One language version of a measure, with the words of the source kept as printed."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="texts")
    lang = models.CharField(max_length=2)
    text = models.TextField()
    result = models.TextField(blank=True, default="")
    term_raw = models.TextField(blank=True, default="")
    responsible_raw = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "lang"], name="measure_language")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.lang}"


class Milestone(models.Model):
    """A step of a measure, with a term of its own."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    texts = models.JSONField(default=dict)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "position"], name="milestone_position")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.position}"


class AssigneeKind(models.TextChoices):
    ALL_MEMBERS = "all_members"
    INTERESTED_MEMBERS = "interested_members"
    STATE = "state"
    BODY = "body"
    AGENCY = "agency"  # a national agency or a group of them, by name
    GROUP = "group"


class Part(models.TextChoices):
    LEAD = "lead"
    SUPPORT = "support"
    PARTICIPANT = "participant"


class Assignment(models.Model):
    """Who answers for a measure, and in which part."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="assignments")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=AssigneeKind.choices)
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    names = models.JSONField(default=dict, help_text="lang -> name, for agencies and groups")
    part = models.CharField(max_length=12, choices=Part.choices, default=Part.PARTICIPANT)
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "position"], name="assignment_position"),
            models.CheckConstraint(
                condition=(Q(kind="state") & Q(state__isnull=False) & Q(body__isnull=True))
                | (Q(kind="body") & Q(body__isnull=False) & Q(state__isnull=True))
                | (~Q(kind__in=["state", "body"]) & Q(state__isnull=True, body__isnull=True)),
                name="assignment_party",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.kind}"


class Joining(models.Model):
    """A State's time in the open group of interested members: half-open days."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="joinings")
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ("since", "state__key")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "state", "since"], name="joining_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
                name="joining_interval",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.state_id} {self.since}"

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:joining:{self.state.key}"

    @property
    def audience(self) -> str:
        return self.measure.audience

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.measure.plan.key,
            "measure": self.measure.number,
            "state": self.state.key,
            "since": str(self.since),
            "until": str(self.until or ""),
        }


class Indicator(models.Model):
    """What is counted for a measure: unit, baseline, target, source."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="indicators")
    key = models.SlugField(max_length=60)
    names = models.JSONField()
    unit = models.JSONField(default=dict)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    target = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ("key",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "key"], name="indicator_key")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:indicator:{self.key}"

    @property
    def audience(self) -> str:
        return self.measure.audience

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.measure.plan.key,
            "measure": self.measure.number,
            "indicator": self.key,
            "names": self.names,
            "unit": self.unit,
            "baseline": _plain(self.baseline),
            "target": _plain(self.target),
            "source": self.source,
        }


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


class Answer(models.Model):
    """A measure answers an obligation."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE)
    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "obligation"], name="answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.obligation_id}"
