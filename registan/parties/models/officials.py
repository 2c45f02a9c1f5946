"""Officials are accounts; Mandates are what an Official may do, for which State or Body, from-to."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from registan.ledger import audience as who
from registan.parties.models.bodies import Body
from registan.parties.models.states import State
from registan.parties.powers import POWERS

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.audience import Viewer


def new_feed_key() -> str:
    """A private address for an Official's calendar: 32 random bytes."""
    return secrets.token_urlsafe(32)


class OfficialManager(BaseUserManager["Official"]):
    def get_by_natural_key(self, username: str | None) -> Official:
        return self.get(username=username)


class Official(AbstractBaseUser):
    """The account of someone acting for a State or Body. Nothing else is kept on a natural person."""

    last_login = None  # no trace of habits
    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True, default="")
    language = models.CharField(max_length=2, help_text="language of letters")
    is_active = models.BooleanField(default=True)
    feed_key = models.CharField(
        max_length=43,
        unique=True,
        default=new_feed_key,
        help_text="private address of the calendar",
    )
    is_cast = models.BooleanField(default=False, help_text="one of the demo's cast")

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["display_name"]
    objects = OfficialManager()

    def __str__(self) -> str:
        return self.username

    @property
    def urn(self) -> str:
        return f"urn:registan:official:{self.username}"

    @property
    def audience(self) -> str:
        """An account is the business of the State or Body it acts for."""
        return self.mandates.select_related("state", "body").earliest("pk").audience

    def to_record(self) -> dict[str, Any]:
        return {"official": self.username}


class MandateQuerySet(models.QuerySet["Mandate"]):
    def active_at(self, moment: datetime) -> MandateQuerySet:
        """Mandates in force at `moment`."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gt=moment), since__lte=moment, revoked_at__isnull=True
        )

    def visible_to(self, viewer: Viewer) -> MandateQuerySet:
        """Mandates of the States and Bodies that the viewer acts for."""
        return self.filter(Q(state__key__in=viewer.states) | Q(body__key__in=viewer.bodies))


class Mandate(models.Model):
    """What an Official may do, for one State or one Body, from-to."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="mandates")
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT)
    powers = models.JSONField(help_text="codes of registan.parties.powers")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    granted_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    revoked_at = models.DateTimeField(null=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ("official__username", "since")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True),
                name="mandate_for_state_or_body",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
                name="mandate_interval",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official_id} for {self.actor_key}"

    def is_active(self, moment: datetime) -> bool:
        return (
            self.revoked_at is None
            and self.since <= moment
            and (self.until is None or moment < self.until)
        )

    def has(self, power: str) -> bool:
        return power in POWERS and power in self.powers

    @property
    def actor_key(self) -> str:
        """Key of the State or Body in whose name this Mandate acts."""
        party = self.state or self.body
        return party.key if party else ""

    @property
    def body_key(self) -> str:
        return self.body.key if self.body else ""

    @property
    def urn(self) -> str:
        return f"urn:registan:mandate:{self.pk}"

    @property
    def audience(self) -> str:
        return who.states([self.state.key]) if self.state else who.body(self.body_key)

    def to_record(self) -> dict[str, Any]:
        return {
            "official": self.official.username,
            "party": self.actor_key,
            "powers": sorted(self.powers),
            "since": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else "",
        }
