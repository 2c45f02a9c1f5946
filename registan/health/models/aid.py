"""Requests and offers of a round. Quantities are whole units of the item; weeks are those of the round.

No free text: what is not asked cannot name a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.assistance import AidRound, Item
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State

if TYPE_CHECKING:
    from decimal import Decimal


class Severity(models.IntegerChoices):
    """How grave it is, in the words of the agreed rule (docs/reference/assistance.md)."""

    LIMITED = 1
    SERIOUS = 2
    GRAVE = 3
    CRITICAL = 4


class Said(Addressed):
    """What a request and an offer have in common: a State's word in a round, seen by all its States."""

    aid = models.ForeignKey(AidRound, on_delete=models.PROTECT, related_name="%(class)ss")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def facts(self) -> dict[str, Any]:
        """What every record of it begins with."""
        return {
            "aid": self.aid.number, "number": self.number, "version": self.version,
            "state": self.state.key, "item": self.item.code, "exercise": self.aid.exercise,
            "withdrawn": self.is_withdrawn,
        }  # fmt: skip


class Request(Said):
    """Help that a State asks for."""

    quantity = models.PositiveIntegerField()
    smallest = models.PositiveIntegerField(default=1, help_text="least part that is of use")
    first_week = models.PositiveSmallIntegerField()
    last_week = models.PositiveSmallIntegerField()
    shelf_weeks = models.PositiveSmallIntegerField(default=0, help_text="life left on arrival")
    severity = models.PositiveSmallIntegerField(choices=Severity.choices)
    stock_days = models.PositiveSmallIntegerField(help_text="days for which its own stock lasts")
    weight = models.PositiveSmallIntegerField(help_text="by the agreed rule")
    rule = models.CharField(max_length=12, help_text="version of the rule")
    takes_substitutes = models.BooleanField(default=True)
    barred = models.JSONField(default=list, help_text="codes of items not registered in the State")

    objects: ClassVar[AddressedQuerySet[Request]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aid", "number"], name="request_number"),
            models.CheckConstraint(
                condition=Q(quantity__gte=F("smallest")) & Q(smallest__gte=1),
                name="request_smallest",
            ),
            models.CheckConstraint(
                condition=Q(last_week__gte=F("first_week")), name="request_window"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aid_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"urn:registan:aid:{self.aid.number}:request:{self.number}"

    def to_record(self) -> dict[str, Any]:
        return {
            **self.facts(), "quantity": self.quantity, "smallest": self.smallest,
            "first_week": self.first_week, "last_week": self.last_week,
            "shelf_weeks": self.shelf_weeks, "severity": self.severity,
            "stock_days": self.stock_days, "weight": self.weight, "rule": self.rule,
            "takes_substitutes": self.takes_substitutes, "barred": self.barred,
        }  # fmt: skip


class Offer(Said):
    """Help that a State offers: its stock without the reserve it keeps."""

    stock = models.PositiveIntegerField()
    daily = models.DecimalField(max_digits=14, decimal_places=3, help_text="its own demand a day")
    reserve_days = models.PositiveSmallIntegerField(help_text="days of demand that it keeps")
    reserve = models.PositiveIntegerField(help_text="units kept: days x demand, rounded up")
    expires_on = models.DateField(null=True, help_text="of the lot")
    released_on = models.DateField()
    smallest = models.PositiveIntegerField(default=1, help_text="least shipment")
    only_for = models.JSONField(default=list, help_text="keys of States; empty: all")
    never_for = models.JSONField(default=list, help_text="keys of States")
    price = models.DecimalField(
        max_digits=14, decimal_places=2, default=0, help_text="of a unit in the round's currency; 0: grant"
    )  # fmt: skip

    objects: ClassVar[AddressedQuerySet[Offer]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aid", "number"], name="offer_number"),
            models.CheckConstraint(condition=Q(smallest__gte=1), name="offer_smallest"),
            models.CheckConstraint(condition=Q(price__gte=0), name="offer_price"),
        ]

    def __str__(self) -> str:
        return f"{self.aid_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"urn:registan:aid:{self.aid.number}:offer:{self.number}"

    @property
    def available(self) -> int:
        """What may be given: stock without the reserve."""
        return max(0, self.stock - self.reserve)

    @property
    def is_grant(self) -> bool:
        price: Decimal = self.price
        return not price

    def to_record(self) -> dict[str, Any]:
        return {
            **self.facts(), "stock": self.stock, "daily": str(self.daily),
            "reserve_days": self.reserve_days, "reserve": self.reserve, "quantity": self.available,
            "expires_on": self.expires_on.isoformat() if self.expires_on else "",
            "released_on": self.released_on.isoformat(), "smallest": self.smallest,
            "only_for": self.only_for, "never_for": self.never_for, "price": str(self.price),
            "currency": self.aid.currency,
        }  # fmt: skip
