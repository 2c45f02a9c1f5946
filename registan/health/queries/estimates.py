"""Estimates for a reader: those of other States only where nothing small went into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.health.queries.series import Reading
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
