"""Pledged stocks: what a State has of an item, lot by lot, and what of it is for the common reserve.

Quantities are whole units of the item. No free text: what is not asked cannot name a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.assistance import Item
from registan.health.models.conditions import Condition
from registan.health.models.exercises import Exercise
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

if TYPE_CHECKING:
    from datetime import date

LONGEST_LOT = 20


class StockPledge(Addressed):
    """What a State says of its stock of one item on a day. Each renewal is a row beside the earlier ones."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    version = models.PositiveSmallIntegerField(default=1)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    exercise = models.ForeignKey(
        Exercise, null=True, on_delete=models.PROTECT, related_name="pledges"
    )
    as_of = models.DateField(help_text="the day on which the stock was counted")
    daily = models.DecimalField(max_digits=14, decimal_places=3, help_text="its own demand a day")
    condition = models.ForeignKey(
        Condition, null=True, on_delete=models.PROTECT, related_name="+",
        help_text="whose forecast the demand follows",
    )  # fmt: skip
    per_case = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    forecast_week = models.DateField(null=True, help_text="last week that the forecast knew")
    reserve_days = models.PositiveSmallIntegerField(help_text="days of demand that it keeps")
    illustrative = models.BooleanField(default=False)
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[StockPledge]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n", "version"], name="stock_of_state"),
            models.UniqueConstraint(
                fields=["state", "n"], condition=Q(is_newest=True), name="one_newest_stock"
            ),
            models.UniqueConstraint(
                fields=["state", "item"],
                condition=Q(is_newest=True, withdrawn_at__isnull=True, exercise__isnull=True),
                name="one_stock_of_an_item",
            ),
            models.UniqueConstraint(
                fields=["state", "item", "exercise"],
                condition=Q(is_newest=True, withdrawn_at__isnull=True, exercise__isnull=False),
                name="one_stock_of_an_item_in_exercise",
            ),
            models.CheckConstraint(condition=Q(daily__gte=0), name="stock_demand"),
        ]

    def __str__(self) -> str:
        return f"{self.state_id}-{self.n}"

    @property
    def key(self) -> str:
        """As addresses name it: `KZ-1`."""
        return f"{self.state.key}-{self.n}"

    @property
    def urn(self) -> str:
        return f"urn:registan:stock:{self.key}"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def to_record(self) -> dict[str, Any]:
        lots = [lot.facts() for lot in self.lots.all()]
        return {
            "state": self.state.key, "stock": self.n, "version": self.version,
            "item": self.item.code, "as_of": self.as_of.isoformat(), "daily": str(self.daily),
            "condition": self.condition.code if self.condition else "",
            "per_case": "" if self.per_case is None else str(self.per_case),
            "forecast_week": self.forecast_week.isoformat() if self.forecast_week else "",
            "reserve_days": self.reserve_days, "lots": lots,
            "quantity": sum(lot["quantity"] for lot in lots),
            "common": sum(lot["common"] for lot in lots), "exercise": self.exercise is not None,
            "of_exercise": self.exercise.number if self.exercise else 0,
            "withdrawn": self.is_withdrawn,
        }  # fmt: skip


class StockLot(models.Model):
    """Units that expire on one day. `common`: how many of them are for the common reserve."""

    pledge = models.ForeignKey(StockPledge, on_delete=models.CASCADE, related_name="lots")
    lot = models.CharField(max_length=LONGEST_LOT, blank=True, default="")
    quantity = models.PositiveIntegerField()
    common = models.PositiveIntegerField(default=0)
    expires_on = models.DateField(null=True, help_text="null: it does not expire")

    class Meta:
        ordering = (F("expires_on").asc(nulls_last=True), "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(common__lte=F("quantity")) & Q(quantity__gte=1), name="lot_common_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pledge_id} {self.lot}"

    def days_left(self, today: date) -> int | None:
        """Days on which it may still be used; None where it does not expire."""
        return None if self.expires_on is None else (self.expires_on - today).days

    def facts(self) -> dict[str, Any]:
        return {
            "lot": self.lot, "quantity": self.quantity, "common": self.common,
            "expires_on": self.expires_on.isoformat() if self.expires_on else "",
        }  # fmt: skip
