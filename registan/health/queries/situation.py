"""The situation room: what rises, what was said of each condition, who is silent. For one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max

from registan.health.models import Estimate, Measure
from registan.health.queries.conditions import conditions
from registan.health.queries.estimates import open_estimates
from registan.health.queries.series import readings
from registan.health.queries.silence import last_awaited, silences
from registan.kernel.counts.kinds import NOTHING
from registan.parties.queries import members

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.health.models import Condition
    from registan.health.queries.series import Reading
    from registan.health.queries.silence import Silence
    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Rising:
    """A series of which it is sure, at 95 %, that its cases rise. `reading`: as the reader sees it."""

    reading: Reading
    estimate: Estimate

    @property
    def low(self) -> float:
        return float(self.estimate.found["r"][-1]["band"][0])


@dataclass(frozen=True)
class Picture:
    """One condition. `spoken`: how many members have said something of the last period awaited."""

    condition: Condition
    told: list[Reading]
    rising: list[Rising]
    silent: list[Silence]
    spoken: int
    members: int
    last: date


def pictures(viewer: Viewer, today: date) -> list[Picture]:
    """All conditions that the reader sees, in the order of entry."""
    return [_picture(each, viewer, today) for each in conditions(viewer)]


def last_estimate() -> datetime | None:
    """When something was last worked out: estimates change without an act."""
    found: datetime | None = Estimate.objects.aggregate(last=Max("made_at"))["last"]
    return found


def _picture(condition: Condition, viewer: Viewer, today: date) -> Picture:
    told = [row for row in readings(condition, Measure.CASES, viewer) if not row.series.is_part]
    found = open_estimates(told, viewer)
    last, inside = last_awaited(condition, today), [state.key for state in members(today)]
    order = {key: place for place, key in enumerate(inside)}
    rising = [
        Rising(row, found[row.series.pk])
        for row in told
        if row.series.pk in found and _rises(found[row.series.pk], today)
    ]
    # In protocol order: this is no league table.
    rising.sort(key=lambda row: order.get(row.reading.state, len(order)))
    spoken = sum(
        row.state in order and row.standing.at(last.toordinal())[0] != NOTHING for row in told
    )
    return Picture(condition, told, rising, silences(condition, today), spoken, len(order), last)


# An R of longer ago is no news.
FRESH_WEEKS = 3


def _rises(row: Estimate, today: date) -> bool:
    told = row.found.get("r")
    if not told:
        return False
    weeks_ago = (today - row.week).days // 7 - 1 + int(told[-1]["back"])
    return weeks_ago <= FRESH_WEEKS and float(told[-1]["band"][0]) > 1
