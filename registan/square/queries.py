"""What the front square says: today, and one living sentence for each door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format

from registan.ledger.models import Entry
from registan.parties.queries import (
    chair_of,
    members,
    next_sitting,
    organisation,
    party_name,
    presidency_body,
)
from registan.plans.queries.plans import plan_tree
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Door:
    """A way in: its name, one sentence on what is behind it now, and the address."""

    name: str
    sentence: str
    href: str


def today_line(today: date) -> str:
    """The day at the seat, who presides, and the next sitting where it is known."""
    parts = [date_format(today, "DATE_FORMAT")]
    chair = chair_of(presidency_body(), today)
    if chair:
        parts.append(say("square.presidency", state=party_name(chair.state.key)))
    sitting = next_sitting(presidency_body(), today)
    if sitting and in_lang(sitting.places):
        parts.append(say("square.next_sitting", place=in_lang(sitting.places)))
    return " · ".join(parts)


def doors(viewer: Viewer, today: date) -> list[Door]:
    """The doors that are open to this reader."""
    plans = plan_tree(viewer)
    found = [
        Door(
            say("web.nav.plans"),
            say("square.plans", n=len(plans), m=sum(line.measures for line in plans)),
            reverse("plans"),
        )
    ]
    if viewer.states or viewer.bodies:
        found.append(Door(say("web.nav.owed"), say("square.owed"), reverse("owed")))
    if organisation():
        found.append(
            Door(
                say("web.nav.states"),
                say("square.states", n=len(members(today))),
                reverse("states"),
            )
        )
    entries = Entry.objects.visible_to(viewer).count()
    found.append(Door(say("web.nav.history"), say("square.history", n=entries), reverse("history")))
    return found
