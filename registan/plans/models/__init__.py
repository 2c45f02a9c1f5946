"""Tables of plans: Plan > Chapter > Measure, rounds of reporting, reports and their versions."""

from __future__ import annotations

from registan.plans.models.additions import Addition
from registan.plans.models.imports import ImportTray
from registan.plans.models.living import Binding, CitedFigure, RoundFigure
from registan.plans.models.measures import (
    Amendment,
    Answer,
    Assignment,
    Indicator,
    Joining,
    Measure,
    MeasureText,
    Milestone,
)
from registan.plans.models.plan import Chapter, Obligation, Plan
from registan.plans.models.reports import (
    Acceptance,
    Draft,
    DraftFile,
    Evidence,
    Filing,
    Finding,
    Opinion,
    Quantity,
    Report,
    Reporter,
    ReportVersion,
    SheetTray,
)
from registan.plans.models.rounds import FrozenWords, Reminding, Round, RoundLine

__all__ = [
    "Acceptance",
    "Addition",
    "Amendment",
    "Answer",
    "Assignment",
    "Binding",
    "Chapter",
    "CitedFigure",
    "Draft",
    "DraftFile",
    "Evidence",
    "Filing",
    "Finding",
    "FrozenWords",
    "ImportTray",
    "Indicator",
    "Joining",
    "Measure",
    "MeasureText",
    "Milestone",
    "Obligation",
    "Opinion",
    "Plan",
    "Quantity",
    "Reminding",
    "Report",
    "ReportVersion",
    "Reporter",
    "Round",
    "RoundFigure",
    "RoundLine",
    "SheetTray",
]
