"""What becomes of a record later: it is opened to more readers, or its content is shredded."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from registan.ledger import audience as who
from registan.ledger.models import Addressed, AddressedQuerySet
from registan.parties.models.officials import Mandate


class Disclosure(Addressed):
    """An act is opened to a wider audience than it was addressed to."""

    number = models.BigIntegerField()
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Disclosure]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"{self.number} to {self.audience}"

    @property
    def urn(self) -> str:
        return f"urn:registan:entry:{self.number}"

    def to_record(self) -> dict[str, Any]:
        return {"number": self.number, "opened_to": self.audience}


class Shredding(models.Model):
    """The content of acts is destroyed: proposed by one Official, carried out by a second one."""

    numbers = models.JSONField(help_text="numbers of the entries, in order")
    basis = models.TextField(help_text="the rule that asks for it, as the secretariat names it")
    proposed_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    done_by = models.ForeignKey(Mandate, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(done_by__isnull=True)
                | ~models.Q(done_by=models.F("proposed_by")),
                name="shredding_by_two",
            )
        ]

    def __str__(self) -> str:
        return f"shredding {self.pk}"

    @property
    def urn(self) -> str:
        return f"urn:registan:shredding:{self.pk}"

    @property
    def audience(self) -> str:
        """The register of shreddings is public, always."""
        return who.PUBLIC

    @property
    def entries(self) -> str:
        return ", ".join(map(str, self.numbers))

    def to_record(self) -> dict[str, Any]:
        return {
            "basis": self.basis,
            "numbers": self.numbers,
            "entries": self.entries,
            "count": len(self.numbers),
            "proposed_by": self.proposed_by.urn,
            "done_by": self.done_by.urn if self.done_by else "",
        }
