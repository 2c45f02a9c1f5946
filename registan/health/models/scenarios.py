"""Scenarios: what was assumed, by whom it was commissioned, how far it is, what came of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.ledger.models.entries import Addressed, AddressedQuerySet


class ScenarioStanding(models.TextChoices):
    """How far a scenario is. The last three are its end."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    GIVEN_UP = "given_up"


OVER = (ScenarioStanding.DONE, ScenarioStanding.CANCELLED, ScenarioStanding.GIVEN_UP)


class Scenario(Addressed):
    """A question put to the model. Its assumptions never change: a changed one is another scenario.

    `party`: key of the State or Body that commissioned it. `share`: how much is computed, 0 to 1.
    """

    names = models.JSONField(help_text="lang -> name of the disease or situation")
    assumptions = models.JSONField(help_text="registan.kernel.epi.assumptions")
    digest = models.CharField(max_length=64, help_text="of assumptions, seed and model")
    model = models.CharField(max_length=20, help_text="version of the model")
    party = models.CharField(max_length=80)
    illustrative = models.BooleanField(default=False, help_text="an example")
    standing = models.CharField(
        max_length=9, choices=ScenarioStanding.choices, default=ScenarioStanding.WAITING
    )
    share = models.FloatField(default=0.0)
    reason = models.CharField(
        max_length=60, default="", help_text="code of the refusal it ended by"
    )
    result = models.JSONField(default=dict, help_text="registan.kernel.epi.commissioned.summary")
    result_digest = models.CharField(max_length=64, default="")
    made_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[Scenario]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(standing="done") | ~Q(result_digest=""),
                name="scenario_done_has_a_result",
            )
        ]

    def __str__(self) -> str:
        return f"scenario {self.pk}"

    @property
    def urn(self) -> str:
        return f"urn:registan:scenario:{self.pk}"

    @property
    def is_over(self) -> bool:
        return self.standing in OVER

    def to_record(self) -> dict[str, Any]:
        told: dict[str, Any] = {"scenario": self.pk, "names": self.names, "digest": self.digest}
        if self.standing == ScenarioStanding.WAITING:
            told |= {"model": self.model, "seed": self.assumptions["seed"],
                     "assumptions": self.assumptions, "illustrative": self.illustrative}  # fmt: skip
        if self.standing == ScenarioStanding.DONE:
            told |= {"model": self.model, "result": self.result_digest, "runs": self.result["runs"],
                     "together": self.result["together"]}  # fmt: skip
        if self.reason:
            told["reason"] = self.reason
        return told
