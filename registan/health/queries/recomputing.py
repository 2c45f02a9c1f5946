"""Computing a signal again: its record, its input as known then, and the file for another State."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.health.inputs import input_of
from registan.health.models.alerts import exact
from registan.health.queries.series import in_weeks, standings_known

if TYPE_CHECKING:
    from registan.health.inputs import Input
    from registan.health.models import Signal

NUMBERS = ("count", "expected", "upper", "score", "p", "q")


def input_then(signal: Signal) -> Input:
    """The input of a signal as known at its moment, made anew from what was sent."""
    ((row, standing),) = standings_known([signal.series], signal.as_of)
    weeks = in_weeks(row, standing, by_week=True)
    return input_of(row, weeks, signal.week.toordinal(), signal.method)


def numbers_of(signal: Signal) -> dict[str, str]:
    """What the record of the act says, to the last digit."""
    found = {name: exact(getattr(signal, name)) for name in NUMBERS if name != "count"}
    return {"count": str(signal.count), **found}


def file_of(signal: Signal) -> dict[str, Any]:
    """All that is needed to compute it again without this machine."""
    return {
        "format": "registan-signal-1", "signal": signal.urn, "as_of": signal.as_of.isoformat(),
        "version": signal.method.n, "input_digest": signal.input_digest,
        "input": input_then(signal).content, "found": numbers_of(signal),
    }  # fmt: skip
