"""Estimates for a reader: those of other States only where nothing small went into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from registan.health.models import Estimate
from registan.health.queries.series import in_weeks
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.parties.queries import secretariat_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.health.queries.series import Reading
    from registan.kernel.counts.standing import Standing
    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Estimated:
    """The estimate of a series for one reader, or why there is none: none, part, small, past."""

    estimate: Estimate | None
    why: str = ""


def estimated(reading: Reading, viewer: Viewer, *, is_past: bool = False) -> Estimated:
    """The estimate of one series.

    Outside its State it is not shown when any week is hidden from the reader, or any figure that went
    into it was ever small: from the estimate and the weeks that he knows the hidden one would follow.
    """
    if reading.series.is_part:
        return Estimated(None, "part")
    if is_past:
        return Estimated(None, "past")
    row = Estimate.objects.visible_to(viewer).filter(series=reading.series).first()
    if row is None:
        return Estimated(None, "none")
    return Estimated(row) if is_open(row, reading, viewer) else Estimated(None, "small")


def is_open(row: Estimate, reading: Reading, viewer: Viewer) -> bool:
    """Whether this reader may see the estimate."""
    if reading.state in viewer.states:
        return True
    return not reading.hidden and row.least is not None and row.least >= reading.below


def open_estimates(readings: Iterable[Reading], viewer: Viewer) -> dict[int, Estimate]:
    """Those of many series at once that the reader may see, by series."""
    by_series = {each.series.pk: each for each in readings}
    rows = Estimate.objects.visible_to(viewer).filter(series__in=by_series)
    return {row.series_id: row for row in rows if is_open(row, by_series[row.series_id], viewer)}


@dataclass(frozen=True)
class ExpectedWeek:
    """A week beside what the method in force expects of it. `reason`: why there is no bound."""

    start: int
    value: int | None
    expected: float | None = None
    upper: float | None = None
    is_above: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Expected:
    """The last weeks of a series beside the version of the method that was asked."""

    version: int
    digest: str
    weeks: tuple[ExpectedWeek, ...]

    @property
    def has_bound(self) -> bool:
        return any(week.upper is not None for week in self.weeks)


def expected(reading: Reading, viewer: Viewer) -> Expected | None:
    """Expected numbers of one series; None where there are none for this reader.

    They tell which weeks have a signal, and nobody but its State and the Secretariat knows of one before it
    is confirmed; the Secretariat only where no figure is hidden from it, for that could be computed.
    """
    own = reading.state in viewer.states
    told_too = secretariat_key() in viewer.bodies and not reading.hidden
    if reading.series.is_part or not (own or told_too):
        return None
    row = Estimate.objects.visible_to(viewer).filter(series=reading.series).first()
    if row is None or not row.expected:
        return None
    weekly = in_weeks(reading.series, reading.standing, by_week=True)
    last = date.fromisoformat(row.expected["last"]).toordinal()
    told = row.expected["weeks"]
    starts = range(last - 7 * (len(told) - 1), last + 1, 7)
    weeks = tuple(_week(weekly, start, each) for start, each in zip(starts, told, strict=True))
    return Expected(row.expected["version"], row.expected["digest"], weeks)


def _week(weekly: Standing, start: int, told: list[Any]) -> ExpectedWeek:
    kind, figure = weekly.at(start)
    value = figure if kind in {REPORTED, ZERO} else None
    if len(told) == 1:
        return ExpectedWeek(start, value, reason=told[0])
    return ExpectedWeek(start, value, *told)
