"""Plans in their hierarchy (strategy > programme or action plan > work plan), chapters, obligations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from registan.kernel.plan.reading import Period
from registan.ledger.models import Addressed, AddressedQuerySet
from registan.parties.models import Body
from registan.plans.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


class PlanKind(models.TextChoices):
    STRATEGY = "strategy"
    PROGRAMME = "programme"
    ACTION_PLAN = "action_plan"
    WORK_PLAN = "work_plan"


# A plan stands below a plan of a lower rank only.
RANK = {
    PlanKind.STRATEGY: 1,
    PlanKind.PROGRAMME: 2,
    PlanKind.ACTION_PLAN: 2,
    PlanKind.WORK_PLAN: 3,
}


class Plan(Addressed):
    """An adopted programme. `key` is its word in addresses; names and texts are kept by language."""

    key = models.SlugField(unique=True, max_length=60)
    kind = models.CharField(max_length=20, choices=PlanKind.choices)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    titles = models.JSONField(help_text="lang -> title")
    languages = models.JSONField(help_text="languages of the plan's versions, in order")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    adopted_on = models.DateField(null=True)
    adopted_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    instrument = models.JSONField(default=dict, help_text="lang -> citation of the adopting text")
    illustrative = models.BooleanField(default=False)
    brought_in_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Plan]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("starts_on", "key")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="plan_period",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"urn:registan:plan:{self.key}"

    @property
    def period(self) -> Period | None:
        """First and last day, where both are known."""
        return Period(self.starts_on, self.ends_on) if self.starts_on and self.ends_on else None

    def to_record(self) -> dict[str, Any]:
        measures = self.measures_record()
        return {
            "plan": self.key,
            "kind": self.kind,
            "titles": self.titles,
            "period": [str(self.starts_on or ""), str(self.ends_on or "")],
            "obligations": {row.key: row.texts for row in self.obligations.all()},
            "measures": len(measures),
            "measures_sha256": digest_of(measures),
        }

    def measures_record(self) -> list[dict[str, Any]]:
        """All that the plan says of its measures, as they stand, in its order."""
        ordered = self.measures.order_by("position")
        texts: dict[int, list[Any]] = defaultdict(list)
        parties: dict[int, list[Any]] = defaultdict(list)
        steps: dict[int, list[Any]] = defaultdict(list)
        for pk, *words in _of(
            ordered, "texts", "lang", ("lang", "text", "result", "term_raw", "responsible_raw")
        ):
            texts[pk].append(words)
        for pk, kind, state, body, part, names in _of(
            ordered, "assignments", "position", ("kind", "state__key", "body__key", "part", "names")
        ):
            parties[pk].append([kind, state or body or "", part, names])
        for pk, start, end, words in _of(
            ordered, "milestones", "position", ("starts_on", "ends_on", "texts")
        ):
            steps[pk].append([str(start or ""), str(end or ""), words])
        rows = ordered.values_list(
            "pk", "number", "chapter__position", "starts_on", "ends_on", "recurrence"
        )
        return [
            {"number": number, "chapter": chapter or 0,
             "term": [str(start or ""), str(end or ""), recurrence],
             "texts": texts[pk], "responsible": parties[pk], "steps": steps[pk]}
            for pk, number, chapter, start, end, recurrence in rows
        ]  # fmt: skip


def _of(
    measures: QuerySet[Any], rows: str, by: str, fields: Iterable[str]
) -> Iterable[tuple[Any, ...]]:
    """(id of the measure, fields) of rows that belong to measures, in the order of the field `by`."""
    found = measures.filter(**{f"{rows}__isnull": False}).order_by("position", f"{rows}__{by}")
    return found.values_list("pk", *(f"{rows}__{field}" for field in fields))


class Chapter(models.Model):
    """A heading that governs measures; titles by language as the plan prints them."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="chapters")
    position = models.PositiveSmallIntegerField()
    titles = models.JSONField()
    is_later = models.BooleanField(
        default=False, help_text="no part of the adopted text: States' own measures stand in it"
    )

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "position"], name="chapter_position"),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(is_later=True), name="chapter_of_later_measures"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.position}"


class Obligation(models.Model):
    """What a strategy or programme obliges to, which measures answer (many-to-many)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="obligations")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    texts = models.JSONField()

    class Meta:
        ordering = ("position", "key")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="obligation_key")
        ]

    def __str__(self) -> str:
        return self.key
