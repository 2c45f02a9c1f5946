"""Tables of health: what is counted and sent, methods and signals, scenarios."""

from __future__ import annotations

from registan.health.models.aid import Offer, Request, Severity
from registan.health.models.alerts import Screening, Signal, SignalStanding
from registan.health.models.assistance import AidRound, Cold, Item, ItemKind, Lane, Unit
from registan.health.models.conditions import Condition, Definition, Measure, Period
from registan.health.models.counts import CountTray, Sent, Series, Submission
from registan.health.models.estimates import Estimate
from registan.health.models.events import (
    Assessment,
    Delivery,
    Event,
    Notice,
    NoticeKind,
    Opinion,
)
from registan.health.models.experience import (
    Experience,
    Outcome,
    Question,
    QuestionAnswer,
    Theme,
)
from registan.health.models.methods import BackTest, MethodStanding, MethodVersion
from registan.health.models.scenarios import OVER, Scenario, ScenarioStanding
from registan.health.models.timeliness import (
    Bottleneck,
    BottleneckChange,
    BottleneckStatus,
    Evidence,
    Level,
    Nature,
    Timeliness,
    TimelinessMark,
)

__all__ = [
    "OVER",
    "AidRound",
    "Assessment",
    "BackTest",
    "Bottleneck",
    "BottleneckChange",
    "BottleneckStatus",
    "Cold",
    "Condition",
    "CountTray",
    "Definition",
    "Delivery",
    "Estimate",
    "Event",
    "Evidence",
    "Experience",
    "Item",
    "ItemKind",
    "Lane",
    "Level",
    "Measure",
    "MethodStanding",
    "MethodVersion",
    "Nature",
    "Notice",
    "NoticeKind",
    "Offer",
    "Opinion",
    "Outcome",
    "Period",
    "Question",
    "QuestionAnswer",
    "Request",
    "Scenario",
    "ScenarioStanding",
    "Screening",
    "Sent",
    "Series",
    "Severity",
    "Signal",
    "SignalStanding",
    "Submission",
    "Theme",
    "Timeliness",
    "TimelinessMark",
    "Unit",
]
