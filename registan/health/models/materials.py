"""Strains and reference materials that States offer and ask for, and how each went from State to State."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.conditions import Condition
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State


class Substance(models.TextChoices):
    """What it is."""

    STRAIN = "strain"
    ANTIGEN = "antigen"
    SERUM = "serum"
    NUCLEIC_ACID = "nucleic_acid"
    PANEL = "panel"
    CELLS = "cells"
    OTHER = "other"


class Portion(models.TextChoices):
    """In what it is counted."""

    VIAL = "vial"
    PANEL = "panel"
    MILLILITRE = "ml"
    MILLIGRAM = "mg"


class Terms(models.TextChoices):
    """Standard terms of transfer, by code (docs/reference/research.md names each source)."""

    PIP_1 = "pip_smta_1"
    PIP_2 = "pip_smta_2"
    UBMTA = "ubmta"
    NAGOYA = "nagoya_mat"
    BILATERAL = "bilateral"


class Material(Addressed):
    """What a State offers to the others, or asks them for."""

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number within the State")
    is_offer = models.BooleanField(help_text="offered, else asked for")
    kind = models.CharField(max_length=12, choices=Substance.choices)
    condition = models.ForeignKey(Condition, null=True, on_delete=models.PROTECT, related_name="+")
    titles = models.JSONField(help_text="lang -> what it is")
    biosafety = models.PositiveSmallIntegerField(help_text="level 1 to 4")
    quantity = models.PositiveIntegerField()
    portion = models.CharField(max_length=5, choices=Portion.choices)
    terms = models.CharField(max_length=10, choices=Terms.choices)
    remarks = models.JSONField(help_text="lang -> purpose, transport, limits of use")
    withdrawn_at = models.DateTimeField(null=True)
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Material]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "n"], name="material_of_state"),
            models.CheckConstraint(
                condition=Q(biosafety__gte=1) & Q(biosafety__lte=4), name="material_biosafety"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="material_some"),
        ]

    def __str__(self) -> str:
        return f"{self.state_id}-{self.n}"

    @property
    def key(self) -> str:
        """As addresses name it: `KZ-1`."""
        return f"{self.state.key}-{self.n}"

    @property
    def urn(self) -> str:
        return f"urn:registan:material:{self.key}"

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.state.key, "material": self.key, "is_offer": self.is_offer,
            "kind": self.kind, "condition": self.condition.code if self.condition else "",
            "titles": self.titles, "biosafety": self.biosafety, "quantity": self.quantity,
            "portion": self.portion, "terms": self.terms, "remarks": self.remarks,
            "withdrawn": not self.is_open, "illustrative": self.illustrative,
        }  # fmt: skip


class ExchangeStanding(models.TextChoices):
    """How far an exchange is."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    SENT = "sent"
    RECEIVED = "received"


class Exchange(Addressed):
    """One State's word on another's material, and what follows. Seen by the two alone.

    `state` is the other State: it asks for what is offered, or offers what is asked for.
    """

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="exchanges")
    n = models.PositiveSmallIntegerField(help_text="number within the material")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(
        max_length=8, choices=ExchangeStanding.choices, default=ExchangeStanding.ASKED
    )
    quantity = models.PositiveIntegerField()
    sent = models.PositiveIntegerField(null=True)
    received = models.PositiveIntegerField(null=True)
    texts = models.JSONField(help_text="lang -> words at the last step")
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Exchange]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["material", "n"], name="exchange_number"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="exchange_some"),
        ]

    def __str__(self) -> str:
        return f"{self.material_id}-{self.n}"

    @property
    def urn(self) -> str:
        return f"{self.material.urn}:exchange:{self.n}"

    @property
    def giver(self) -> State:
        """The State that hands the material over."""
        return self.material.state if self.material.is_offer else self.state

    @property
    def taker(self) -> State:
        """The State that gets it."""
        return self.state if self.material.is_offer else self.material.state

    def to_record(self) -> dict[str, Any]:
        return {
            "material": self.material.key, "exchange": self.n, "state": self.state.key,
            "giver": self.giver.key, "taker": self.taker.key, "standing": self.standing,
            "terms": self.material.terms, "quantity": self.quantity, "sent": self.sent,
            "received": self.received, "texts": self.texts,
        }  # fmt: skip
