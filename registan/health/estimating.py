"""Estimates after counts arrive: what goes into the kernel, computed elsewhere, kept as it comes back."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.differences import step_of
from registan.health.models import Estimate, Sent, Series
from registan.health.queries.series import in_weeks, small_below
from registan.jobs import executor
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.kernel.counts.periods import monday_of
from registan.kernel.counts.standing import Standing
from registan.kernel.epi.intervals import interval_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

KERNEL = "registan.kernel.epi.estimate:estimate"
VERSION = 2  # that of the kernel; it is not imported here, for NumPy comes with it
# Weeks given to the kernel, weeks whose reports are followed, and the longest delay in weeks.
WEEKS, FOLLOWED, LONGEST_DELAY = 160, 30, 5
# A series without a figure for more weeks has ended: it is read as it stood in its last one.
ENDED = 8
# Figures below which nothing at all can be told.
LEAST_FIGURES = 8

Weeks = list[float | None]


@dataclass
class Input:
    """What is given to the kernel for one series."""

    series: Series
    week: int  # Monday of the last week that is over; of an ended series, of its last figure
    counts: Weeks
    known: list[Weeks]
    group: list[list[Weeks]] = field(default_factory=list)

    @property
    def is_enough(self) -> bool:
        return sum(each is not None for each in self.counts) >= LEAST_FIGURES and any(self.counts)

    @property
    def least(self) -> int | None:
        """The least figure above nought in all that is given."""
        told = [each for row in (self.counts, *self.known) for each in row if each]
        return int(min(told)) if told else None

    def arguments(self) -> dict[str, Any]:
        return {
            "known": self.known, "group": self.group,
            "interval": interval_of(self.series.condition.code),
        }  # fmt: skip

    @property
    def digest(self) -> str:
        told = [self.counts, self.arguments(), VERSION]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @property
    def seed(self) -> int:
        """Other counts, other chance; the same counts, the same."""
        return int(self.digest[:8], 16)


def make_estimates(now: datetime) -> int:
    """Work out anew what rests on other counts than the last time; how many."""
    today = timezone.localdate(now)
    rows = Series.objects.filter(area="", sex="", age="").select_related("state", "condition")
    inputs = [each for each in _inputs(list(rows), today) if each.is_enough]
    held = dict(Estimate.objects.values_list("series_id", "input_digest"))
    due = [each for each in inputs if held.get(each.series.pk) != each.digest]
    parts = [executor.Part((each.counts,), {**each.arguments(), "seed": each.seed}) for each in due]
    for each, found in zip(due, executor.run_parts(KERNEL, parts), strict=True):
        Estimate.objects.update_or_create(series=each.series, defaults={
            "version": found["version"], "input_digest": each.digest, "seed": each.seed,
            "week": date.fromordinal(each.week), "least": each.least, "found": found,
            "made_at": now,
        })  # fmt: skip
    return len(due)


def _inputs(rows: Sequence[Series], today: date) -> list[Input]:
    sent: dict[int, list[Sent]] = defaultdict(list)
    told = Sent.objects.filter(series__in=rows).select_related("submission")
    for one in told.order_by("submission__made_at", "pk"):
        sent[one.series_id].append(one)
    found = [_input(row, sent[row.pk], today) for row in rows]
    below = small_below()
    for each in found:
        each.group = [
            other.known for other in found
            if other is not each and other.known and each.known and not _is_small(other, below)
            and len(other.known[0]) == len(each.known[0])
            and other.series.condition_id == each.series.condition_id
            and other.series.measure == each.series.measure
        ]  # fmt: skip
    return found


def _is_small(given: Input, below: int) -> bool:
    """Whether a small figure is in it: what rests on it is for its own State alone."""
    return given.least is None or given.least < below


def _input(row: Series, sent: Sequence[Sent], today: date) -> Input:
    standing = in_weeks(row, Standing.load(step_of(row.condition), row.held), by_week=True)
    last, has_ended = _last_week(row, standing, today)
    starts = range(max(standing.first, last - 7 * (WEEKS - 1)), last + 1, 7) if sent else range(0)
    counts = [_figure(standing, start) for start in starts]
    return Input(row, last, counts, [] if has_ended else _known(row, sent, today, last))


def _last_week(row: Series, standing: Standing, today: date) -> tuple[int, bool]:
    """Monday of the week to look at, and whether the series ended with it, long ago.

    A series by days that ends within a week ends with the week before: half a week is no week.
    """
    over = monday_of(today.toordinal()) - 7
    end = (row.last_start or today).toordinal() + step_of(row.condition)
    figures = [start for start in standing.starts if _figure(standing, start) is not None]
    newest = max((start for start in figures if start + 7 <= end), default=over)
    has_ended = over - newest > 7 * ENDED
    return (newest if has_ended else over), has_ended


def _known(row: Series, sent: Sequence[Sent], today: date, last: int) -> list[Weeks]:
    """Of each followed week what was known 0..LONGEST_DELAY weeks after, on this day of the week.

    A week that was over before the State first sent anything was not followed: nothing is known of
    its delays.
    """
    if not sent:
        return []
    began = _day(sent[0])
    snapshots = _snapshots(row, sent, today)
    found: list[Weeks] = []
    for back in range(min(FOLLOWED, len(snapshots)) - 1, -1, -1):
        start = last - 7 * back
        if start + 7 < began:
            continue
        found.append([
            _figure(snapshots[back - age], start) if back >= age else None
            for age in range(LONGEST_DELAY + 1)
        ])  # fmt: skip
    # Of a short history the long delays say too little; what stays has at least its last weeks whole.
    longest = min(LONGEST_DELAY, len(found) // 3)
    return [row[: longest + 1] for row in found] if longest > 0 else []


def _snapshots(row: Series, sent: Sequence[Sent], today: date) -> list[Standing]:
    """The series by weeks as known at the end of today, of this day last week, and so on."""
    standing, place, found = Standing(step_of(row.condition)), 0, []
    for back in range(FOLLOWED - 1, -1, -1):
        day = today.toordinal() - 7 * back
        while place < len(sent) and _day(sent[place]) <= day:
            each = sent[place]
            standing.lay(each.starts, each.values, each.kinds, each.definitions, 0)
            place += 1
        copy = Standing.load(standing.step, {
            name: list(value) if isinstance(value, list) else value
            for name, value in standing.dump().items()
        })  # fmt: skip
        found.append(in_weeks(row, copy, by_week=True))
    return found[::-1]


def _day(each: Sent) -> int:
    return timezone.localdate(each.submission.made_at).toordinal()


def _figure(standing: Standing, start: int) -> float | None:
    kind, value = standing.at(start)
    return float(value) if kind in {REPORTED, ZERO} else None


def forget(series: Iterable[Series]) -> None:
    """What was worked out from figures that are destroyed goes with them."""
    Estimate.objects.filter(series__in=list(series)).delete()
