"""Tables of health: conditions and their definitions, counts as sent, series as they stand."""

from __future__ import annotations

from registan.health.models.conditions import Condition, Definition, Measure, Period
from registan.health.models.counts import CountTray, Sent, Series, Submission
from registan.health.models.estimates import Estimate
from registan.health.models.scenarios import OVER, Scenario, ScenarioStanding

__all__ = [
    "OVER",
    "Condition",
    "CountTray",
    "Definition",
    "Estimate",
    "Measure",
    "Period",
    "Scenario",
    "ScenarioStanding",
    "Sent",
    "Series",
    "Submission",
]
