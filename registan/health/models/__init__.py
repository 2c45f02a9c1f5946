"""Tables of health: what is counted and sent, methods and signals, scenarios."""

from __future__ import annotations

from registan.health.models.aid import Offer, Request, Severity
from registan.health.models.alerts import Screening, Signal, SignalStanding
from registan.health.models.assistance import AidRound, Cold, Item, ItemKind, Lane, Unit
from registan.health.models.calls import Call, ResearchProposal, Stand, Verdict
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
from registan.health.models.materials import (
    Exchange,
    ExchangeStanding,
    Material,
    Portion,
    Substance,
    Terms,
)
from registan.health.models.methods import BackTest, MethodStanding, MethodVersion
from registan.health.models.research import (
    PHASES,
    Choosing,
    Deed,
    Phase,
    Product,
    Research,
    ResearchEnd,
    Sharing,
    Specimen,
    Validation,
)
from registan.health.models.scenarios import OVER, Scenario, ScenarioStanding

__all__ = [
    "OVER",
    "PHASES",
    "AidRound",
    "Assessment",
    "BackTest",
    "Call",
    "Choosing",
    "Cold",
    "Condition",
    "CountTray",
    "Deed",
    "Definition",
    "Delivery",
    "Estimate",
    "Event",
    "Exchange",
    "ExchangeStanding",
    "Experience",
    "Item",
    "ItemKind",
    "Lane",
    "Material",
    "Measure",
    "MethodStanding",
    "MethodVersion",
    "Notice",
    "NoticeKind",
    "Offer",
    "Opinion",
    "Outcome",
    "Period",
    "Phase",
    "Portion",
    "Product",
    "Question",
    "QuestionAnswer",
    "Request",
    "Research",
    "ResearchEnd",
    "ResearchProposal",
    "Scenario",
    "ScenarioStanding",
    "Screening",
    "Sent",
    "Series",
    "Severity",
    "Sharing",
    "Signal",
    "SignalStanding",
    "Specimen",
    "Stand",
    "Submission",
    "Substance",
    "Terms",
    "Theme",
    "Unit",
    "Validation",
    "Verdict",
]
