"""Whether a lot can still be of use to who asks for it: the way, the weeks, the life left on arrival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Wanted:
    """First and last day on which it may arrive, and the weeks of life it must have left then."""

    first: date
    last: date
    shelf_weeks: int


def arrives(today: date, lead_weeks: int, expires_on: date | None, wanted: Wanted) -> bool:
    """Whether a lot sent today is there in time, not before it is wanted, and lives long enough.

    What comes too early waits at the donor, so that it arrives on the first day asked for.

    >>> wanted = Wanted(date(2026, 3, 2), date(2026, 3, 29), 4)
    >>> arrives(date(2026, 3, 1), 1, date(2026, 4, 10), wanted)
    True
    """
    day = max(today + timedelta(weeks=lead_weeks), wanted.first)
    if day > wanted.last:
        return False
    if expires_on is None:
        return True
    return expires_on > day and expires_on - day >= timedelta(weeks=wanted.shelf_weeks)
