"""Screening: every weekly series of whole States by the method in force, in the job's own process pool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.alerts import raise_signal, record_screening
from registan.health.detector import DETECTOR
from registan.health.inputs import Look, Seen, digest_of_all, input_of
from registan.health.models import MethodStanding, MethodVersion, Screening, Series, Signal
from registan.health.queries.recomputing import weekly_standings
from registan.jobs import executor
from registan.kernel.counts.periods import monday_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.health.inputs import Input

KERNEL = "registan.kernel.epi.screened:last_weeks"
# Weeks looked at each time: figures come late and are corrected.
WEEKS = 4


def method_in_force() -> MethodVersion | None:
    return MethodVersion.objects.filter(standing=MethodStanding.IN_FORCE).first()


def is_due() -> bool:
    """Asked before anything is queued."""
    return method_in_force() is not None and Series.objects.exists()


def screen_counts(now: datetime) -> int:
    """Raise what is above the bound in the last weeks; how many signals."""
    method = method_in_force()
    if method is None:
        return 0
    last = monday_of(timezone.localdate(now).toordinal()) - 7
    known = weekly_standings(None)
    weeks = [last - 7 * back for back in range(WEEKS)]
    batches = [[input_of(row, standing, week, method) for row, standing in known] for week in weeks]
    batches = [batch for batch in batches if any(each.counts[-1] is not None for each in batch)]
    batches = [batch for batch in batches if not _is_seen(method, batch)]
    return sum(_tell(method, look, now) for look in compute(method, batches))


def compute(method: MethodVersion, batches: Sequence[Sequence[Input]]) -> list[Look]:
    """What the method says of the last week of each input, batch by batch (a batch is one week)."""
    parts = [
        executor.Part((method.content, batch[0].first_week.isoformat(),
                       [list(each.counts) for each in batch]))
        for batch in batches
    ]  # fmt: skip
    answers = executor.run_parts(KERNEL, parts)
    return [
        _look(batch, rows, chance)
        for batch, (rows, chance) in zip(batches, answers, strict=True)
    ]  # fmt: skip


def _look(batch: Sequence[Input], rows: Sequence[dict[str, Any]], chance: float) -> Look:
    pairs = zip(batch, rows, strict=True)
    seen = tuple(Seen(each, each.counts[-1] or 0, **row) for each, row in pairs)
    return Look(seen, chance, digest_of_all(batch))


def _is_seen(method: MethodVersion, batch: Sequence[Input]) -> bool:
    """Whether this very input was looked at before: nothing is recorded twice."""
    return Screening.objects.filter(method=method, inputs=digest_of_all(batch)).exists()


def _tell(method: MethodVersion, look: Look, now: datetime) -> int:
    record_screening(DETECTOR, method, look, as_of=now, now=now)
    held = Signal.objects.filter(method=method, week=look.week)
    there = set(held.values_list("series_id", flat=True))
    above = [each for each in look.seen if each.is_above and each.input.series.pk not in there]
    for each in sorted(above, key=lambda one: -one.score):
        raise_signal(DETECTOR, method, each, as_of=now, now=now)
    return len(above)
