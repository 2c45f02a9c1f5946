"""Entries: one sealed record per act. Formats: docs/reference/ledger-entry.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db import models

from registan.ledger import audience as who
from registan.ledger.audience import addressed_to

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer

Row = TypeVar("Row", bound=models.Model)


class AddressedQuerySet(models.QuerySet[Row], Generic[Row]):
    """Rows of a model that carries an audience."""

    def visible_to(self, viewer: Viewer) -> AddressedQuerySet[Row]:
        """The rows that `viewer` is entitled to see."""
        return self.filter(addressed_to(viewer))


class Addressed(models.Model):
    """A record with an audience. A model with further rules overrides `visible_to` in its queryset."""

    audience = models.CharField(max_length=who.LONGEST, default=who.MEMBERS, db_index=True)

    class Meta:
        abstract = True


class Entry(Addressed):
    """What one act recorded: the envelope as canonical bytes, its salt and commitment, its parts."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    office = models.CharField(max_length=160)
    subject = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    idempotency_key = models.CharField(max_length=160, unique=True, null=True)  # noqa: DJ001 unique
    envelope = models.BinaryField()
    salt = models.BinaryField()
    commitment = models.BinaryField()
    parts = models.JSONField(default=dict)
    result = models.CharField(max_length=120, default="")

    objects: ClassVar[AddressedQuerySet[Entry]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["subject", "id"], name="entry_by_subject")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(audience=""), name="entry_has_an_audience")
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}"

    @property
    def record(self) -> dict[str, Any]:
        """The recorded facts of the act."""
        record: dict[str, Any] = self.parts["record"]["payload"]
        return record
