"""A plan as one act brings it in: everything settled, nothing looked up any more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from registan.parties.models import Body
    from registan.plans.models import Plan


@dataclass(frozen=True)
class VersionText:
    """One language version of a measure, words of the source as printed."""

    text: str
    result: str = ""
    term_raw: str = ""
    responsible_raw: str = ""


@dataclass(frozen=True)
class StepDraft:
    """One step (milestone) of a measure."""

    starts_on: date | None
    ends_on: date | None
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AssignmentDraft:
    """Who answers: `party` is the key of a State or Body where `kind` is one of these."""

    kind: str
    party: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    part: str = "participant"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureDraft:
    """One measure, its chapter by index into `PlanDraft.chapters` (None: before the first)."""

    number: str
    chapter: int | None
    versions: Mapping[str, VersionText]
    starts_on: date | None = None
    ends_on: date | None = None
    recurrence: str = "unknown"
    flags: tuple[str, ...] = ()
    steps: tuple[StepDraft, ...] = ()
    assignments: tuple[AssignmentDraft, ...] = ()


@dataclass(frozen=True)
class PlanDraft:
    """The whole plan. `chapters` are titles by language, in order."""

    key: str
    kind: str
    titles: Mapping[str, str]
    languages: tuple[str, ...]
    measures: tuple[MeasureDraft, ...]
    chapters: tuple[Mapping[str, str], ...] = ()
    parent: Plan | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    adopted_on: date | None = None
    adopted_by: Body | None = None
    instrument: Mapping[str, str] = field(default_factory=dict)
    audience: str = "members"
    illustrative: bool = False
