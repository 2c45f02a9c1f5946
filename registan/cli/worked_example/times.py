"""When things happen in the example: everything follows the day of loading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

SETTLING_IN = timedelta(days=60)


@dataclass(frozen=True)
class RoundTimes:
    """Period reported on, the day the round is opened, when it is due, and when it is closed."""

    starts_on: date
    ends_on: date
    opened_on: date
    due_on: date
    closed_on: date | None


@dataclass(frozen=True)
class ExampleTimes:
    """Five years of the plan and three rounds; the third is open on the day of loading."""

    today: date
    years: tuple[int, int, int, int, int]
    rounds: tuple[RoundTimes, RoundTimes, RoundTimes]

    @property
    def starts_on(self) -> date:
        return date(self.years[0], 1, 1)

    @property
    def ends_on(self) -> date:
        return date(self.years[-1], 12, 31)

    @property
    def adopted_on(self) -> date:
        """Adopted at a meeting half a year before the plan begins."""
        return date(self.years[0] - 1, 7, 4)


def example_times(today: date) -> ExampleTimes:
    """Two full years are behind, the third is under way (until early March: the year before is)."""
    third = (today - SETTLING_IN).year
    first = third - 2
    ended = min(date(third, 12, 31), today - timedelta(days=1))
    return ExampleTimes(
        today=today,
        years=(first, first + 1, first + 2, first + 3, first + 4),
        rounds=(
            _closed(first),
            _closed(first + 1),
            RoundTimes(
                date(third, 1, 1), ended, today - timedelta(days=18), today + timedelta(days=12), None
            ),
        ),
    )  # fmt: skip


def _closed(year: int) -> RoundTimes:
    return RoundTimes(
        date(year, 1, 1), date(year, 12, 31), date(year, 12, 2), date(year + 1, 1, 31),
        date(year + 1, 2, 14),
    )  # fmt: skip


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a day, in working hours at the seat."""
    return datetime.combine(day, time(hour % 24, minute % 60), tzinfo=UTC)
