"""The roster of teams and laboratories, as far as a reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.health.models import Activation, RosterEntry, RosterKind
from registan.health.queries.readiness import readiness
from registan.parties.queries import place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from registan.ledger.audience import Viewer

KINDS: list[str] = list(RosterKind.values)
# Ready within so many hours: what the filter offers.
HOURS = (24, 48, 72, 168)


@dataclass(frozen=True)
class Sought:
    """What is looked for; empty: anything."""

    kind: str = ""
    method: str = ""
    language: str = ""
    hours: int | None = None


@dataclass(frozen=True)
class Ready:
    """An entry; whether a new confirmation is awaited; where it is at work in earnest."""

    entry: RosterEntry
    is_awaited: bool
    at_work: Activation | None


def roster(viewer: Viewer, today: date, sought: Sought | None = None) -> list[Ready]:
    """What stands on the roster, States in protocol order. Activations of exercises make nobody busy."""
    want = sought or Sought()
    rows = RosterEntry.objects.visible_to(viewer).filter(is_newest=True, withdrawn_at=None)
    if want.kind:
        rows = rows.filter(kind=want.kind)
    if want.hours is not None:
        rows = rows.filter(ready_hours__lte=want.hours)
    found = [
        row
        for row in rows.select_related("state")
        if (not want.method or want.method in row.methods)
        and (not want.language or want.language in row.languages)
    ]
    found.sort(key=lambda row: (place_of(row.state), row.n))
    work = {
        (row.owner_id, row.entry): row
        for row in Activation.objects.visible_to(viewer)
        .filter(ended_on=None, exercise=None)
        .select_related("state")
    }
    days = readiness().confirm_days
    return [
        Ready(row, row.is_awaited(today, days), work.get((row.state_id, row.n))) for row in found
    ]


def find_entry(key: str, viewer: Viewer) -> list[RosterEntry]:
    """All versions of an entry, the newest first. Raises NotThere."""
    rows = RosterEntry.objects.visible_to(viewer).filter(_named(key))
    found = list(rows.select_related("state").order_by("-version"))
    if not found:
        raise NotThere
    return found


def activations(entry: RosterEntry, viewer: Viewer) -> list[Activation]:
    """All of an entry, in earnest and in exercises; the page shows them apart."""
    rows = Activation.objects.visible_to(viewer).filter(owner=entry.state, entry=entry.n)
    return list(rows.select_related("owner", "state", "exercise"))


def current(found: Sequence[Activation]) -> list[Activation]:
    """Those that are not over."""
    return [row for row in found if row.ended_on is None]


def _named(key: str) -> Q:
    """The entry that a key like `KZ-1` names. Raises NotThere for what is none."""
    state, _, n = key.rpartition("-")
    if not (n.isascii() and n.isdigit() and len(n) < 6):
        raise NotThere
    return Q(state__key=state, n=int(n))
