"""Clocks of a notification: from one moment to another, against a limit in hours.

The moments come in; nothing here knows what time it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

RUNNING, LATE, MET, EXCEEDED = "running", "late", "met", "exceeded"


@dataclass(frozen=True)
class Clock:
    """One clock. `ended` None: it still runs at the moment asked for."""

    name: str
    started: datetime
    ended: datetime | None
    due: datetime
    standing: str
    taken: timedelta

    @property
    def is_over(self) -> bool:
        return self.ended is not None


def clock(name: str, started: datetime, ended: datetime | None, hours: int, now: datetime) -> Clock:
    """A clock of `hours`. What is done at the very moment it is due is in time.

    Raises ValueError where the end is before the start: a mistake in the data, no speed.

    >>> from datetime import UTC
    >>> start = datetime(2026, 1, 1, tzinfo=UTC)
    >>> clock("assessment", start, None, 48, start + timedelta(hours=49)).standing
    'late'
    """
    if ended is not None and ended < started:
        raise ValueError(f"{name}: ends before it starts")
    due = started + timedelta(hours=hours)
    until = ended or now
    in_time = until <= due
    standings = (RUNNING, LATE) if ended is None else (MET, EXCEEDED)
    standing = standings[not in_time]
    return Clock(name, started, ended, due, standing, max(until - started, timedelta(0)))
