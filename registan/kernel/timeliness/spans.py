"""Days that may be known only to the week, the month or the year.

A span holds the first and the last day that is meant; a day known exactly is a span of one day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORM = re.compile(r"([0-9]{4})(?:-W([0-9]{2})|-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class Span:
    """From the first to the last day that is meant, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day is before the first")

    @property
    def is_exact(self) -> bool:
        return self.first == self.last


def span_of(text: str) -> Span:
    """What `2026-03-05`, `2026-W10` (ISO 8601 week), `2026-03` or `2026` means.

    Raises ValueError for anything else.

    >>> span_of("2026-W10").last.isoformat(), span_of("2026-02").last.isoformat()
    ('2026-03-08', '2026-02-28')
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a day, week, month or year: {text[:20]!r}")
    year = int(found[1])
    week, month, day = (int(part) if part else None for part in found.groups()[1:])
    if week is not None:
        return Span(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Span(date(year, month, day), date(year, month, day))


def earliest(spans: Iterable[Span]) -> Span:
    """The earliest of several days, as closely as they are known."""
    known = list(spans)
    return Span(min(each.first for each in known), min(each.last for each in known))


def latest(spans: Iterable[Span]) -> Span:
    """The latest of several days, as closely as they are known."""
    known = list(spans)
    return Span(max(each.first for each in known), max(each.last for each in known))


def days_between(start: Span, end: Span) -> tuple[int, int]:
    """The fewest and the most days from one to the other; both negative: the order is wrong.

    >>> days_between(span_of("2026-03-05"), span_of("2026-03"))
    (-4, 26)
    """
    return (end.first - start.last).days, (end.last - start.first).days
