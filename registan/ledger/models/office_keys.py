"""Keys of offices: with them a State signs the acts that bind it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from registan.kernel.log.keys import VerifierKey, parse_key
from registan.ledger import audience as who


class KeyStatus(models.TextChoices):
    """From proposed to revoked; what counts for an act is the index at which each was recorded."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REVOKED = "revoked"


class OfficeKey(models.Model):
    """One key of an office of a State. A key is an office's, never a person's."""

    id = models.BigAutoField(primary_key=True)
    actor = models.CharField(max_length=80, help_text="key of the State")
    key = models.CharField(max_length=400, unique=True, help_text="verifier key, C2SP signed-note")
    status = models.CharField(max_length=10, choices=KeyStatus.choices)
    confirmed_by = models.CharField(max_length=80, default="", help_text="key of the other State")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(confirmed_by=models.F("actor")), name="another_state_confirms"
            )
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.name} {self.key_id}"

    @property
    def verifier(self) -> VerifierKey:
        """The key as the kernel takes it."""
        return parse_key(self.key)

    @property
    def name(self) -> str:
        return self.verifier.name

    @property
    def key_id(self) -> str:
        """Eight hex digits, to be compared by telephone."""
        return self.verifier.id.hex()

    @property
    def urn(self) -> str:
        return f"urn:registan:office-key:{self.actor}:{self.key_id}"

    @property
    def audience(self) -> str:
        """Whoever checks a signature must know the key."""
        return who.PUBLIC

    def to_record(self) -> dict[str, Any]:
        return {
            "state": self.actor, "key": self.key, "key_id": self.key_id, "status": self.status,
            "confirmed_by": self.confirmed_by,
        }  # fmt: skip
