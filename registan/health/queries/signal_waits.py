"""Which States' signals wait for an answer, and whom that is told: the State's own officials alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Max

from registan.health.models import Signal, SignalStanding
from registan.health.queries.focal_points import answering
from registan.jobs.models import Letter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.parties.models import Official

LETTER = "health.signals"
# A State assesses what may be an emergency within 48 hours (IHR 2005, Annex 1, A.6 (a)).
DUE = timedelta(hours=48)


@dataclass(frozen=True)
class Waiting:
    """What one official is to be told: how many signals are new to him, wait in all, are overdue."""

    state: str
    reader: Official
    new: int
    waiting: int
    overdue: int


def waits(now: datetime) -> list[Waiting]:
    """Officials to be written to, State by State: something is new since their last letter, or has
    become overdue since. Who was told and has not answered yet is not told the same again."""
    raised: dict[str, list[datetime]] = defaultdict(list)
    rows = Signal.objects.filter(standing=SignalStanding.OPEN, made_at__lte=now)
    for key, made_at in rows.order_by("state_key").values_list("state_key", "made_at"):
        raised[key].append(made_at)
    if not raised:
        return []
    readers = answering(raised, now)
    names = {reader.username for people in readers.values() for reader in people}
    written = Letter.objects.filter(kind=LETTER, username__in=names, created_at__lte=now)
    last = dict(written.order_by().values_list("username").annotate(last=Max("created_at")))
    found = []
    for key, people in readers.items():
        for reader in people:
            told = _told(key, reader, raised[key], last.get(reader.username), now)
            if told:
                found.append(told)
    return found


def _told(
    state: str, reader: Official, raised: Sequence[datetime], last: datetime | None, now: datetime
) -> Waiting | None:
    new = sum(last is None or at > last for at in raised)
    overdue = [at for at in raised if at + DUE <= now]
    if not new and not any(last is None or at + DUE > last for at in overdue):
        return None
    return Waiting(state, reader, new, len(raised), len(overdue))
