"""Entries: one sealed record per act. Formats: docs/reference/log-formats.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db import models

from registan.kernel.log.payload import decrypt
from registan.ledger import audience as who
from registan.ledger.audience import addressed_to
from registan.ledger.sealing import unpack

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.ledger.models.log import Leaf
    from registan.ledger.sealing import Payload

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


LEDGER_ACTOR = "LEDGER"


class EntryQuerySet(AddressedQuerySet["Entry"]):
    """Entries; a reader sees those addressed to him, and those opened to him later."""

    def visible_to(self, viewer: Viewer) -> EntryQuerySet:
        return self.filter(addressed_to(viewer) | addressed_to(viewer, "opened_to"))

    def deeds(self) -> EntryQuerySet:
        """What Officials and set-up did, without what the ledger states of itself by the clock."""
        return self.exclude(actor=LEDGER_ACTOR)

    def with_log(self) -> EntryQuerySet:
        """With the secret and the place in the log, which a sentence needs."""
        return self.select_related("secret", "leaf")


class Entry(Addressed):
    """What one act recorded. The facts lie encrypted under a key of the act's own (`Secret`)."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    office = models.CharField(max_length=160)
    subject = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    idempotency_key = models.CharField(max_length=160, unique=True, null=True)  # noqa: DJ001 unique
    sealed = models.BinaryField()
    opened_to = models.CharField(max_length=who.LONGEST, default="")
    result = models.CharField(max_length=120, default="")

    objects: ClassVar[EntryQuerySet] = EntryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["subject", "id"], name="entry_by_subject")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(audience=""), name="entry_has_an_audience")
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}"

    @property
    def is_shredded(self) -> bool:
        """Whether the key and the salt were destroyed: what the act recorded can be read no more."""
        return getattr(self, "secret", None) is None

    @property
    def number(self) -> int | None:
        """The act's place in the log; None until the sequencer has given it one."""
        leaf: Leaf | None = getattr(self, "leaf", None)
        return leaf.index if leaf else None

    @property
    def payload(self) -> Payload:
        """Draft envelope and parts, decrypted. Raises Secret.DoesNotExist once shredded."""
        return unpack(decrypt(bytes(self.sealed), bytes(self.secret.key)))

    @property
    def record(self) -> dict[str, Any]:
        """The recorded facts of the act; none once it is shredded."""
        if self.is_shredded:
            return {}
        record: dict[str, Any] = self.payload.parts["record"]["payload"]
        return record


class Secret(models.Model):
    """Key and salt of one entry. Deleting the row shreds the entry; its leaf and proofs stay valid."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.CASCADE, related_name="secret"
    )
    key = models.BinaryField()
    salt = models.BinaryField()

    def __str__(self) -> str:
        return f"secret of {self.entry_id}"
