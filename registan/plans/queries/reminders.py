"""Who would be reminded, and of how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.parties.models import Mandate, Official
from registan.plans.queries.rounds import deliveries

if TYPE_CHECKING:
    from datetime import datetime

    from registan.plans.models import Round

WRITING_POWERS = {"reports.draft", "reports.clear", "reports.file"}


@dataclass(frozen=True)
class Reminder:
    """One party that still owes, and the officials who can do something about it."""

    party: str
    name: str
    awaited: int
    returned: int
    readers: tuple[Official, ...]


def writers(party: str, now: datetime) -> list[Official]:
    """Officials who report for one State or Body."""
    return list(_writers_by_party(now).get(party, {}).values())


def _writers_by_party(now: datetime) -> dict[str, dict[int, Official]]:
    held = Mandate.objects.active_at(now).select_related("official", "state", "body")
    found: dict[str, dict[int, Official]] = {}
    for mandate in held:
        if WRITING_POWERS & set(mandate.powers):
            found.setdefault(mandate.actor_key, {})[mandate.official_id] = mandate.official
    return found


def reminders(round_: Round, now: datetime) -> list[Reminder]:
    """All who owe and have not filed, or have a question to answer, in protocol order.

    With each the officials who report for it.
    """
    readers = _writers_by_party(now)
    return [
        Reminder(
            line.key,
            line.name,
            line.awaited,
            line.returned,
            tuple(readers.get(line.key, {}).values()),
        )
        for line in deliveries(round_)
        if line.awaited or line.returned
    ]
