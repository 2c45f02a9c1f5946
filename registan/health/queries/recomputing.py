"""A signal for recomputing: its record, its input as known then, all series of its week, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.health.inputs import exact, input_of
from registan.health.models import Measure, Series, Signal
from registan.health.queries.series import in_weeks, standings_known

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.health.inputs import Input
    from registan.kernel.counts.standing import Standing

NUMBERS = ("expected", "upper", "score", "p", "q")


def weekly_standings(as_of: datetime | None) -> list[tuple[Series, Standing]]:
    """Cases of whole States by weeks, now or as known at a moment, in a fixed order."""
    rows = Series.objects.filter(measure=Measure.CASES, area="", sex="", age="")
    held = rows.select_related("state", "condition").order_by("condition__code", "state__key")
    return _weekly(list(held), as_of)


def _weekly(rows: Sequence[Series], as_of: datetime | None) -> list[tuple[Series, Standing]]:
    found = standings_known(rows, as_of)
    return [(row, in_weeks(row, standing, by_week=True)) for row, standing in found]


def signal_numbered(pk: int) -> Signal | None:
    """For the operator's own machine: whoever's it is."""
    rows = Signal.objects.select_related("series__state", "series__condition", "method")
    return rows.filter(pk=pk).first() if pk < 2**63 else None


def input_then(signal: Signal) -> Input:
    """The input of a signal as known at its moment, made anew from what was sent."""
    ((row, standing),) = _weekly([signal.series], signal.as_of)
    return input_of(row, standing, signal.week.toordinal(), signal.method)


def inputs_then(signal: Signal) -> list[Input]:
    """The inputs of all series of its week, as known at its moment: q rests on them."""
    week = signal.week.toordinal()
    return [
        input_of(row, told, week, signal.method) for row, told in weekly_standings(signal.as_of)
    ]


def numbers_of(signal: Signal) -> dict[str, str]:
    """What the record of the act says, to the last digit."""
    return {"count": str(signal.count), **{name: exact(getattr(signal, name)) for name in NUMBERS}}


def file_of(signal: Signal) -> dict[str, Any]:
    """All that is needed to compute it again without this machine."""
    return {
        "format": "registan-signal-1", "signal": signal.urn, "as_of": signal.as_of.isoformat(),
        "version": signal.method.n, "input_digest": signal.input_digest,
        "input": input_then(signal).content, "found": numbers_of(signal),
    }  # fmt: skip
