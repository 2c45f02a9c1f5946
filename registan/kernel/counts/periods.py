"""Weeks and days as ministries write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from registan.kernel.counts.lines import DAY, WEEK

_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00(?::00)?Z?)?", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})", re.ASCII)


@lru_cache(maxsize=8192)
def parse_period(text: str) -> tuple[str, int] | None:
    """(week or day, ordinal of its first day); None for what is neither.

    >>> parse_period("2026-W05") == ("week", date(2026, 1, 26).toordinal())
    True
    >>> parse_period("29.01.2026") == ("day", date(2026, 1, 29).toordinal())
    True
    """
    text = text.strip()
    try:
        if found := _WEEK.fullmatch(text):
            return WEEK, date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal()
        if found := _ISO.fullmatch(text):
            return DAY, date(int(found[1]), int(found[2]), int(found[3])).toordinal()
        if found := _DOTS.fullmatch(text):
            return DAY, date(int(found[3]), int(found[2]), int(found[1])).toordinal()
    except ValueError:
        return None
    return None


def american_day(text: str) -> int | None:
    """Ordinal of month/day/year, as the columns of the JHU series are headed; None for other text."""
    if not (found := _SLASHES.fullmatch(text.strip())):
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    try:
        return date(year, int(found[1]), int(found[2])).toordinal()
    except ValueError:
        return None


def week_name(start: int) -> str:
    """2026-W05 for the ordinal of a Monday."""
    year, week, _ = date.fromordinal(start).isocalendar()
    return f"{year}-W{week:02}"


def period_name(period: str, start: int) -> str:
    """A period as files name it."""
    return week_name(start) if period == WEEK else date.fromordinal(start).isoformat()


def monday_of(start: int) -> int:
    """Ordinal of the Monday of the week in which the day lies (ordinal 1 is a Monday)."""
    return start - (start - 1) % 7
