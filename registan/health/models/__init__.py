"""Tables of health: what is counted and sent, methods and signals, scenarios."""

from __future__ import annotations

from registan.health.models.aid import Offer, Request, Severity
from registan.health.models.alerts import Screening, Signal, SignalStanding
from registan.health.models.assistance import AidRound, Cold, Item, ItemKind, Lane, Unit
from registan.health.models.calls import Call, ResearchProposal, Stand, Verdict
from registan.health.models.conditions import Condition, Definition, Measure, Period
from registan.health.models.counts import CountTray, Sent, Series, Submission
from registan.health.models.estimates import Estimate
from registan.health.models.events import Assessment, Delivery, Event, Notice, NoticeKind, Opinion
from registan.health.models.exercises import Exercise, ExercisePart
from registan.health.models.experience import Experience, Outcome, Question, QuestionAnswer, Theme
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
from registan.health.models.reserves import StockLot, StockPledge
from registan.health.models.roster import LABORATORIES, Activation, RosterEntry, RosterKind
from registan.health.models.scenarios import OVER, Scenario, ScenarioStanding
from registan.health.models.settlement import (
    Answer,
    AnswerReason,
    DifferenceReason,
    Match,
    MatchAnswer,
    Movement,
    Proposal,
    ProposalStanding,
    Stage,
)
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
    "LABORATORIES",
    "OVER",
    "PHASES",
    "Activation",
    "AidRound",
    "Answer",
    "AnswerReason",
    "Assessment",
    "BackTest",
    "Bottleneck",
    "BottleneckChange",
    "BottleneckStatus",
    "Call",
    "Choosing",
    "Cold",
    "Condition",
    "CountTray",
    "Deed",
    "Definition",
    "Delivery",
    "DifferenceReason",
    "Estimate",
    "Event",
    "Evidence",
    "Exchange",
    "ExchangeStanding",
    "Exercise",
    "ExercisePart",
    "Experience",
    "Item",
    "ItemKind",
    "Lane",
    "Level",
    "Match",
    "MatchAnswer",
    "Material",
    "Measure",
    "MethodStanding",
    "MethodVersion",
    "Movement",
    "Nature",
    "Notice",
    "NoticeKind",
    "Offer",
    "Opinion",
    "Outcome",
    "Period",
    "Phase",
    "Portion",
    "Product",
    "Proposal",
    "ProposalStanding",
    "Question",
    "QuestionAnswer",
    "Request",
    "Research",
    "ResearchEnd",
    "ResearchProposal",
    "RosterEntry",
    "RosterKind",
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
    "Stage",
    "Stand",
    "StockLot",
    "StockPledge",
    "Submission",
    "Substance",
    "Terms",
    "Theme",
    "Timeliness",
    "TimelinessMark",
    "Unit",
    "Validation",
    "Verdict",
]
