"""The organisation whose profile is loaded: one row."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from registan.ledger.audience import PUBLIC
from registan.parties.models.sourced import Sourced


class Organisation(Sourced):
    """Names, languages and rules of the organisation (profile.toml)."""

    key = models.SlugField(unique=True)
    names = models.JSONField()
    short_names = models.JSONField()
    languages = models.JSONField(help_text="lang -> standing: official, working or unofficial")
    decision_rule = models.CharField(max_length=40)
    rules = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, help_text="SHA-256 of what the profile says")
    loaded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_organisation")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def urn(self) -> str:
        return f"urn:registan:organisation:{self.key}"

    @property
    def audience(self) -> str:
        return PUBLIC

    def to_record(self) -> dict[str, Any]:
        return {"organisation": self.key, "digest": self.digest}
