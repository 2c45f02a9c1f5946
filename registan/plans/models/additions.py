"""Measures added to a plan in force: a State's own, or one that the adopting Body decided on since."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.audience import covers
from registan.ledger.sealing import Closed
from registan.parties.models import Body, State
from registan.plans.models.measures import Measure


class Addition(models.Model):
    """How a measure came into a plan after adoption. Exactly one of `state` and `body` is set."""

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="addition")
    state = models.ForeignKey(
        State, null=True, on_delete=models.PROTECT, help_text="whose own measure it is"
    )
    body = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, help_text="which decided on it"
    )
    decided_on = models.DateField(null=True)
    citation = models.JSONField(default=dict, help_text="lang -> the decision, as cited")
    reasons = models.JSONField(default=dict, help_text="lang -> why")
    origin = models.CharField(
        max_length=200, blank=True, default="", help_text="URN of what it comes from"
    )
    origin_audience = models.CharField(max_length=400, blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="addition_of_one"
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True) | Q(decided_on__isnull=False),
                name="addition_decided_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["origin"], condition=~Q(origin=""), name="addition_origin_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} added"

    @property
    def urn(self) -> str:
        return f"{self.measure.urn}:addition"

    @property
    def audience(self) -> str:
        return self.measure.audience

    def to_record(self) -> dict[str, Any]:
        measure = self.measure
        told: dict[str, Any] = {
            "plan": measure.plan.key, "measure": measure.number,
            "texts": {row.lang: [row.text, row.result] for row in measure.texts.order_by("lang")},
            "term": [str(measure.starts_on or ""), str(measure.ends_on or "")],
            "responsible": [
                row.state.key if row.state else row.body.key if row.body else row.kind
                for row in measure.assignments.select_related("state", "body")
            ],
            "state": self.state.key if self.state else "",
            "body": self.body.key if self.body else "",
            "decided_on": str(self.decided_on or ""), "citation": self.citation,
            "reasons": self.reasons,
        }  # fmt: skip
        if self.origin:
            shown = covers(self.origin_audience, measure.audience)
            told["origin"] = self.origin if shown else Closed(self.origin_audience, self.origin)
        return told
