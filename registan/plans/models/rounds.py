"""Reporting rounds and the snapshot that closing one freezes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.models import Addressed, AddressedQuerySet
from registan.parties.models import Body, State
from registan.plans.digests import digest_of
from registan.plans.models.measures import Measure
from registan.plans.models.plan import Plan


class Round(Addressed):
    """A round of reports on one plan: the period reported on and the due date. Open until closed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(
        default=0, help_text="rises when the due date moves; SEQUENCE of RFC 5545"
    )

    objects: ClassVar[AddressedQuerySet[Round]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="round_number"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="round_period"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(closed_at__isnull=True), name="one_open_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} round {self.number}"

    @property
    def urn(self) -> str:
        return f"{self.plan.urn}:round:{self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def to_record(self) -> dict[str, Any]:
        """Of a closed round with the digest of its account: who owed what, and every word of it."""
        record = {
            "plan": self.plan.key,
            "round": self.number,
            "period": [str(self.starts_on), str(self.ends_on)],
            "due": str(self.due_on),
        }
        return record if self.is_open else {**record, "account": self._account()}

    def _account(self) -> dict[str, Any]:
        lines = self.lines.order_by("pk").values_list(
            "number", "state__key", "body__key", "part", "version__n", "stage"
        )
        told = [
            [number, state or body, part, version or 0, stage]
            for number, state, body, part, version, stage in lines
        ]
        figures = [row.to_record() for row in self.figures.order_by("pk")]
        return {
            "lines": len(told),
            "lines_sha256": digest_of(told),
            "words_sha256": self.frozen.sha256,
            **({"figures_sha256": digest_of(figures)} if figures else {}),
        }


class FrozenWords(models.Model):
    """Frozen at closing: the words of the plan in each language and the names of all parties.

    A corrected text, a further language version, a postponed term, a renamed State come after it.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="frozen")
    words = models.JSONField(help_text="titles, chapters, measures and indicators by language")
    parties = models.JSONField(help_text="names of States and Bodies, and the orders of States")
    measures = models.JSONField(help_text="ids of the measures, in the order of `words`")
    sha256 = models.CharField(
        max_length=64,
        help_text="of `words` and `parties` as RFC 8785 JSON; the closing entry has it",
    )

    def __str__(self) -> str:
        return f"{self.round_id} {self.sha256[:12]}"

    def digest(self) -> str:
        return digest_of({"words": self.words, "parties": self.parties})


class RoundLine(models.Model):
    """Frozen at closing: one party that owed a report on one measure, and what it had filed.

    `version` is the report version that counted (null: no information). Later joinings, leavings and
    corrections change no line. Lines stand in the order of the plan.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="lines")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT)
    number = models.CharField(max_length=40, default="", help_text="of the measure, as at closing")
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    part = models.CharField(max_length=12)
    version = models.ForeignKey("plans.ReportVersion", null=True, on_delete=models.PROTECT)
    stage = models.CharField(
        max_length=10, blank=True, default="", help_text="how far the report was; empty: none"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "measure", "state"],
                condition=Q(state__isnull=False),
                name="line_of_state",
            ),
            models.UniqueConstraint(
                fields=["round", "measure", "body"],
                condition=Q(body__isnull=False),
                name="line_of_body",
            ),
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="line_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.measure_id}"


class Reminding(Addressed):
    """Letters to those who owed a report on one day: whom it concerned is the sender's own record."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="remindings")
    parties = models.JSONField(help_text="keys of the States and Bodies written to, in order")
    letters = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Reminding]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"{self.round_id} {self.made_at:%Y-%m-%d}"

    @property
    def urn(self) -> str:
        return f"{self.round.urn}:reminding:{self.pk}"

    def to_record(self) -> dict[str, Any]:
        return {
            "plan": self.round.plan.key,
            "round": self.round.number,
            "parties": self.parties,
            "letters": self.letters,
        }
