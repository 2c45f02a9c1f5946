"""Tables of health: conditions and their definitions, counts as sent, series as they stand."""

from __future__ import annotations

from registan.health.models.conditions import Condition, Definition, Measure, Period
from registan.health.models.counts import CountTray, Sent, Series, Submission

__all__ = [
    "Condition",
    "CountTray",
    "Definition",
    "Measure",
    "Period",
    "Sent",
    "Series",
    "Submission",
]
