"""Days, months, quarters, half-years, years and seasons as spans of days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registan.kernel.plan.reading import Period

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Span:
    """A stretch of days as one expression says it. `kind`: day, month, quarter, half, year, other.

    `bound`: "" for within it, "until" for a deadline, "since" for a beginning. `at` is the place of
    the expression in the text. `has_year` is false where the year came from the plan's period.
    `tacit`: a month alone, which English and Chinese plans mean as a deadline without saying so.
    """

    start: date
    end: date
    kind: str
    bound: str = ""
    at: int = 0
    stop: int = 0
    has_year: bool = True
    tacit: bool = False

    @property
    def has_start(self) -> bool:
        """Whether the words tell when it begins, not only by when it ends."""
        return self.kind != "day" and (self.tacit or self.bound != "until")


def year_span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_span(year: int, first: int, last: int) -> tuple[date, date]:
    """From the first month to the last; a last before the first lies in the next year."""
    later = year if last >= first else year + 1
    return date(year, first, 1), month_span(later, last)[1]


def quarter_span(year: int, first: int, last: int = 0) -> tuple[date, date]:
    return months_span(year, first * 3 - 2, (last or first) * 3)


def half_span(year: int, half: int) -> tuple[date, date]:
    return months_span(year, half * 6 - 5, half * 6)


def full_year(text: str) -> int | None:
    """A year in two or four digits; None where it is none."""
    number = int(text)
    if len(text) == 2:
        number += 2000
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def year_of(month: int, period: Period | None) -> int | None:
    """The plan's year for a month without one: within a period of at most twelve months, or of one year."""
    if period is None:
        return None
    if period.start.year == period.end.year:
        return period.start.year
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    if months >= 12:
        return None
    return period.start.year if month >= period.start.month else period.end.year


def day(year: int, month: int, number: int) -> date | None:
    """A date, or None where there is no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None
