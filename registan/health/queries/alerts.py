"""Signals as a reader may see them: his own State's with all numbers, others' without what would tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import Screening, Signal, SignalStanding
from registan.health.queries.series import readings
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.health.models import MethodVersion
    from registan.health.queries.series import Reading
    from registan.ledger.audience import Viewer

MOST = 100
STANDINGS: tuple[str, ...] = tuple(SignalStanding.values)


@dataclass(frozen=True)
class Shown:
    """A signal for one reader. `count`: None where it is hidden from him.

    `is_whole`: he may see expected number, bound, score, p and digest. Where any week of the series is
    hidden from him he sees none of them: from the numbers and the weeks that he knows, the hidden one
    could be computed.
    """

    signal: Signal
    count: int | None
    now: int | None
    is_whole: bool
    reading: Reading | None = None  # its series by weeks, as he sees it

    @property
    def is_revised(self) -> bool:
        return self.count is not None and self.now is not None and self.now != self.count


def signals(viewer: Viewer) -> list[Shown]:
    """Those the reader sees: open ones first, whole ones by their score, then the others by week."""
    rows = Signal.objects.visible_to(viewer).select_related(
        "series__state", "series__condition", "method"
    )
    found = shown(list(rows.order_by("-week", "-score")[:MOST]), viewer)
    return sorted(found, key=_in_order)


def _in_order(row: Shown) -> tuple[bool, bool, float, int, int]:
    """An open one before an answered one. A score that is not shown ranks nothing."""
    score = -row.signal.score if row.is_whole else 0.0
    return (not row.signal.is_open, not row.is_whole, score, -row.signal.week.toordinal(),
            row.signal.pk)  # fmt: skip


def signals_before(
    viewer: Viewer, before: int, most: int, standing: str = ""
) -> tuple[list[Shown], int | None]:
    """A page of those the reader sees, latest first, and the number that the next one begins below."""
    rows = Signal.objects.visible_to(viewer).order_by("-pk")
    rows = rows.select_related("series__state", "series__condition", "method")
    if before:
        rows = rows.filter(pk__lt=before)
    if standing:
        rows = rows.filter(standing=standing)
    found = list(rows[: most + 1])
    following = found[most - 1].pk if len(found) > most else None
    return shown(found[:most], viewer), following


def find_signal(pk: int, viewer: Viewer) -> Shown:
    """One signal. Raises NotThere."""
    rows = Signal.objects.visible_to(viewer).select_related(
        "series__state", "series__condition", "method"
    )
    found = rows.filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise NotThere
    return shown([found], viewer)[0]


def shown(rows: Iterable[Signal], viewer: Viewer) -> list[Shown]:
    """Signals with what this reader may know of their numbers."""
    held: dict[tuple[int, str], dict[int, Reading]] = {}
    found = []
    for row in rows:
        key = (row.series.condition_id, row.series.measure)
        if key not in held:
            told = readings(row.series.condition, row.series.measure, viewer, by_week=True)
            held[key] = {each.series.pk: each for each in told}
        found.append(_shown(row, held[key].get(row.series_id), own=row.state_key in viewer.states))
    return found


def _shown(row: Signal, reading: Reading | None, *, own: bool) -> Shown:
    if reading is None:
        return Shown(row, None, None, is_whole=False)
    now = reading.value(row.week.toordinal())
    is_whole = own or not reading.hidden
    # A figure that was small once stays hidden, even where it has grown since.
    seen = own or (now is not None and not 0 < row.count < reading.below)
    return Shown(row, row.count if seen else None, now, is_whole, reading)


def last_look(method: MethodVersion | None) -> Screening | None:
    """The last screening of the last week. Its totals tell nothing of any State."""
    return Screening.objects.filter(method=method).first() if method else None


def above(viewer: Viewer, most: int = 5) -> list[Shown]:
    """For the desk: what waits for an answer, then alerts; in the order of the list."""
    told = (SignalStanding.OPEN, SignalStanding.CONFIRMED)
    return [row for row in signals(viewer) if row.signal.standing in told][:most]
