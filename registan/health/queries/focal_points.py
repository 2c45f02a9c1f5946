"""Who reads notices for a State or the secretariat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.parties.models import Mandate
from registan.parties.queries import secretariat_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from registan.parties.models import Official

NOTIFYING, ADVISING = "events.notify", "events.advise"
ANSWERING = "signals.answer"
COORDINATING = "opinions.record"  # held by the office of a national coordinator alone


def focal_points(parties: Iterable[str], now: datetime) -> dict[str, list[Official]]:
    """Key of a State or of the secretariat -> officials who act there in emergencies."""
    return _holding({NOTIFYING, ADVISING}, parties, now)


def coordinators(parties: Iterable[str], now: datetime) -> dict[str, list[Official]]:
    """Key of a State -> its national coordinators, whom a silence is told."""
    return _holding({COORDINATING}, parties, now)


def answering(states: Iterable[str], now: datetime) -> dict[str, list[Official]]:
    """Key of a State -> its officials who answer its signals."""
    return _holding({ANSWERING}, states, now)


def _holding(powers: set[str], parties: Iterable[str], now: datetime) -> dict[str, list[Official]]:
    wanted = set(parties)
    found: dict[str, dict[int, Official]] = {}
    held = Mandate.objects.active_at(now).select_related("official", "state", "body")
    for mandate in held:
        if mandate.actor_key in wanted and powers & set(mandate.powers):
            found.setdefault(mandate.actor_key, {})[mandate.official_id] = mandate.official
    return {key: list(people.values()) for key, people in found.items()}


def seat() -> str:
    """The Body that every notice reaches: the secretariat."""
    return secretariat_key()
