"""Series as a reader may see them: now or as known on a day, in periods or weeks, small numbers hidden."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.differences import step_of
from registan.health.models import Period, Sent, Series
from registan.kernel.counts.kinds import NOTHING, REPORTED, ZERO
from registan.kernel.counts.periods import monday_of
from registan.kernel.counts.small import Cell, hidden_cells, joint_total
from registan.kernel.counts.standing import Standing, weekly
from registan.ledger.kept import kept
from registan.parties.queries import organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from registan.health.models import Condition
    from registan.ledger.audience import Viewer

SMALL = 5  # where the profile names no threshold


@dataclass(frozen=True)
class Reading:
    """One series for one reader. `hidden`: first days whose figure is shown as "fewer than `below`".

    `withheld`: those hidden only because a small one would follow from them.
    """

    series: Series
    standing: Standing
    below: int
    hidden: frozenset[int] = frozenset()
    withheld: frozenset[int] = frozenset()

    @property
    def state(self) -> str:
        return self.series.state.key

    def value(self, start: int) -> int | None:
        """The figure of a period; None where there is none, or none for this reader."""
        kind, value = self.standing.at(start)
        return value if kind in {REPORTED, ZERO} and start not in self.hidden else None

    def revisions(self, start: int) -> int:
        place = (start - self.standing.first) // self.standing.step
        return self.standing.revised[place] if 0 <= place < len(self.standing.kinds) else 0


def small_below() -> int:
    """Below which a figure is hidden outside the sending State (rule of the profile)."""
    found = kept("face of small numbers", organisation)
    return int(found.rules.get("small_numbers_below", SMALL)) if found else SMALL


def readings(
    condition: Condition, measure: str, viewer: Viewer, *, state: str = "",
    as_of: date | None = None, by_week: bool = False,
) -> list[Reading]:  # fmt: skip
    """All series of a condition that the reader sees, parts of States among them."""
    rows = Series.objects.visible_to(viewer).filter(condition=condition, measure=measure)
    rows = rows.select_related("state", "condition")
    if state:
        rows = rows.filter(state__key=state)
    below = small_below()
    by_state: dict[str, list[tuple[Series, Standing]]] = defaultdict(list)
    for row, standing in standings(list(rows), as_of):
        by_state[row.state.key].append((row, standing))
    found = []
    for key, series in by_state.items():
        if key in viewer.states:
            found += [
                Reading(row, in_weeks(row, standing, by_week=by_week), below)
                for row, standing in series
            ]
        else:
            found += _masked(series, below, by_week=by_week)
    return found


def hidden_starts(series: Series, viewer: Viewer) -> set[int]:
    """First days of the periods of one series whose figure this reader is not shown, in any submission.

    A period that would be hidden as it stands now is hidden as it stood before as well.
    """
    near = readings(series.condition, series.measure, viewer, state=series.state.key)
    return {start for row in near if row.series.pk == series.pk for start in row.hidden}


def standing_as_of(series: Series, as_of: date | None) -> Standing:
    """How a series stood at the end of a day at the seat; None: as it stands now."""
    ((_, standing),) = standings([series], as_of)
    return standing


def standings(rows: list[Series], as_of: date | None) -> list[tuple[Series, Standing]]:
    if as_of is None:
        return standings_known(rows, None)
    known = min(as_of, timezone.localdate())  # no more is known on a later day
    return standings_known(
        rows, timezone.make_aware(datetime.combine(known + timedelta(days=1), time.min))
    )


def standings_known(
    rows: Sequence[Series], moment: datetime | None
) -> list[tuple[Series, Standing]]:
    """How series stood by what was sent before a moment; None: as they stand now."""
    if moment is None:
        return [(row, Standing.load(step_of(row.condition), row.held)) for row in rows]
    found = {row.pk: (row, Standing(step_of(row.condition))) for row in rows}
    sent = Sent.objects.filter(series__in=found, submission__made_at__lt=moment)
    for each in sent.order_by("submission__made_at", "pk"):
        standing = found[each.series_id][1]
        standing.lay(each.starts, each.values, each.kinds, each.definitions, each.submission_id)
    return list(found.values())


def in_weeks(row: Series, standing: Standing, *, by_week: bool) -> Standing:
    return weekly(standing) if by_week and row.condition.period == Period.DAY else standing


def _masked(
    series: Sequence[tuple[Series, Standing]], below: int, *, by_week: bool
) -> list[Reading]:
    """The series of one State for readers outside it."""
    hidden: dict[Cell, set[int]] = defaultdict(set)
    told = {(row.area, row.sex, row.age): standing for row, standing in series}
    for start in _small_starts(told.values(), below):
        cells = _cells(told, start)
        for cell in hidden_cells(cells, below):
            hidden[cell].add(start)
    found = []
    for row, standing in series:
        cell = (row.area, row.sex, row.age)
        shown = in_weeks(row, standing, by_week=by_week)
        secret = hidden[cell]
        if shown is not standing:
            secret = _hidden_weeks(standing, secret, shown, below)
        withheld = {start for start in secret if not 0 < shown.at(start)[1] < below}
        found.append(Reading(row, shown, below, frozenset(secret), frozenset(withheld)))
    return found


def _small_starts(standings: Iterable[Standing], below: int) -> set[int]:
    """First days of all periods with a small figure."""
    return {
        start
        for standing in standings
        for start, kind, value in zip(standing.starts, standing.kinds, standing.values, strict=True)
        if kind == REPORTED and value < below
    }


def _cells(told: dict[Cell, Standing], start: int) -> dict[Cell, int]:
    found = {}
    for cell, standing in told.items():
        kind, value = standing.at(start)
        if kind in {REPORTED, ZERO}:
            found[cell] = value
    return found


def _hidden_weeks(daily: Standing, secret: set[int], weeks: Standing, below: int) -> set[int]:
    """Weeks whose sum is small, or would tell a hidden day of the week."""
    days: dict[int, list[int]] = defaultdict(list)
    for start in secret:
        days[monday_of(start)].append(daily.at(start)[1])
    return {
        start
        for start, kind, value in zip(weeks.starts, weeks.kinds, weeks.values, strict=True)
        if kind == REPORTED
        and (value < below or (start in days and _tells(days[start], below)))
    }  # fmt: skip


def _tells(hidden_days: Sequence[int], below: int) -> bool:
    return len(hidden_days) == 1 or joint_total([*hidden_days], below) is None


def is_told(standing: Standing, start: int) -> bool:
    """Whether anything was said of a period, be it that there is no figure."""
    return standing.at(start)[0] != NOTHING
