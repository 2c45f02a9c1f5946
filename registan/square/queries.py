"""What the front square says: today, and one living sentence for each door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from registan.health.queries.desk import standing_of_desk
from registan.ledger.kept import kept
from registan.ledger.models import Entry
from registan.ledger.published import latest_checkpoint
from registan.parties.queries import (
    chair_of,
    members,
    next_sitting,
    organisation,
    party_name,
    presidency_body,
)
from registan.plans.queries.plans import plan_tree
from registan.plans.queries.rounds import open_rounds
from registan.plans.queries.waiting import waiting
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.health.queries.desk import DeskStanding
    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate


@dataclass(frozen=True)
class Door:
    """A way in: its name, one sentence on what is behind it now, and the address."""

    name: str
    sentence: str
    href: str


def today_line(today: date) -> str:
    """The day at the seat, who presides, and the next sitting where it is known."""
    return kept(("today", today, current_lang()), lambda: _today_line(today))


def _today_line(today: date) -> str:
    parts = [date_format(today, "DATE_FORMAT")]
    chair = chair_of(presidency_body(), today)
    if chair:
        parts.append(say("square.presidency", state=party_name(chair.state.key)))
    sitting = next_sitting(presidency_body(), today)
    if sitting and in_lang(sitting.places):
        place = in_lang(sitting.places)
        if sitting.since:
            day = date_format(sitting.since, "DATE_FORMAT")
            parts.append(say("square.next_sitting_on", place=place, day=day))
        else:
            parts.append(say("square.next_sitting", place=place))
    return " · ".join(parts)


def seal_line() -> str:
    """How much of the record is sealed, and since when; empty before the first checkpoint."""
    sealed = latest_checkpoint()
    if not sealed:
        return ""
    at = date_format(localtime(sealed.made_at), "DATETIME_FORMAT")
    return say("square.checkpoint", n=sealed.size, at=at)


@dataclass(frozen=True)
class Wait:
    """Something that waits for this reader, as a sentence, and where to see to it."""

    sentence: str
    href: str


def waits(viewer: Viewer, mandate: Mandate | None) -> list[Wait]:
    """What waits for the one who acts under this mandate: what was sent back comes first."""
    # The request's mandate is looked up late, and then may be none.
    if not mandate:
        return []
    rows = waiting(viewer, mandate.actor_key, reads=mandate.has("reports.receive"))
    found = []
    for kind in ("returned", "awaited", "to_read"):
        for row in rows:
            if n := getattr(row, kind):
                facts = {"plan": in_lang(row.titles), "due": date_format(row.due_on, "DATE_FORMAT")}
                round_page = reverse("round", kwargs={"key": row.plan, "number": row.number})
                href = round_page if kind == "to_read" else reverse("owed")
                found.append(Wait(say(f"square.waits.{kind}", n=n, **facts), href))
    return found


def doors(viewer: Viewer, today: date) -> list[Door]:
    """The doors that are open to this reader; what stands behind them changes by acts alone."""
    return kept(("doors", viewer, today, current_lang()), lambda: _doors(viewer, today))


def _doors(viewer: Viewer, today: date) -> list[Door]:
    found = [Door(say("web.nav.plans"), _plans_now(viewer), reverse("plans"))]
    if viewer.states or viewer.bodies:
        found.append(Door(say("web.nav.owed"), say("square.owed"), reverse("owed")))
    found.append(Door(say("web.nav.health"), _health_now(viewer, today), reverse("health")))
    if organisation():
        found.append(
            Door(
                say("web.nav.states"),
                say("square.states", n=len(members(today))),
                reverse("states"),
            )
        )
    found.append(Door(say("web.nav.search"), say("square.search"), reverse("search")))
    entries = Entry.objects.visible_to(viewer).deeds().count()
    found.append(Door(say("web.nav.history"), say("square.history", n=entries), reverse("history")))
    found.append(Door(say("web.nav.ledger"), say("square.ledger"), reverse("ledger")))
    return found


def _health_now(viewer: Viewer, today: date) -> str:
    """How much is counted for this reader, when something came in last, and what is open."""
    desk = standing_of_desk(viewer, today)
    opened = [
        say(f"square.health.{name}", n=getattr(desk, name))
        for name in ("emergencies", "signals", "requests")
        if getattr(desk, name)
    ]
    return " ".join([_counted_now(desk), *opened])


def _counted_now(desk: DeskStanding) -> str:
    if not desk.conditions:
        return say("square.health.none")
    if desk.last is None:
        return say("square.health.nothing", n=desk.conditions)
    day = date_format(localtime(desk.last), "DATE_FORMAT")
    return say("square.health", n=desk.conditions, m=desk.submissions, day=day)


def _plans_now(viewer: Viewer) -> str:
    """How many plans and measures there are, and until when reports are being collected."""
    plans, rounds = plan_tree(viewer), open_rounds(viewer)
    facts = {"n": len(plans), "m": sum(line.measures for line in plans)}
    if not rounds:
        return say("square.plans", **facts)
    due = date_format(rounds[0].due_on, "DATE_FORMAT")
    return say("square.plans.open", due=due, **facts)
