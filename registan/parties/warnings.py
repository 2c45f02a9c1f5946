"""What the secretariat is warned of on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from registan.ledger.alarm import alarm
from registan.parties.queries import secretariat_key
from registan.web.shell import Warned
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpRequest


def ledger_has_stopped(request: HttpRequest) -> Warned | None:
    """The ledger's alarm, for those who act for the secretariat; the others read it at the ledger."""
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.bodies or secretariat_key() not in viewer.bodies:
        return None
    stands = alarm()
    if stands is None:
        return None
    return Warned(
        f"{say('ledger.alarm')}. {stands.sentence()}", say("ledger.alarm.more"), reverse("ledger")
    )
