"""What a reader makes of a plan table: rows with their source words beside the reading.

Everything here is a value: nothing is looked up, nothing is stored. Conventions of terms and
responsibles follow docs/reference/plan-tables.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Recurrence(StrEnum):
    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUALLY = "semiannually"
    ANNUALLY = "annually"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"


class Role(StrEnum):
    LEAD = "lead"
    SUPPORT = "support"
    PARTICIPANT = "participant"


class ActorKind(StrEnum):
    """What the words in a responsible cell stand for."""

    NAME = "name"  # one State, Body or agency
    GROUP = "group"  # "interested ministries": never expanded silently
    ALL_MEMBERS = "all_members"
    INTERESTED_MEMBERS = "interested_members"


@dataclass(frozen=True)
class Period:
    """First and last day, both included."""

    start: date
    end: date


@dataclass(frozen=True)
class Milestone:
    """One dated point inside a term, or one step of a measure."""

    start: date | None
    end: date | None
    text: str = ""


@dataclass(frozen=True)
class Term:
    """A term as printed and as understood. `flags` are codes of what a person should look at."""

    raw: str
    start: date | None = None
    end: date | None = None
    recurrence: Recurrence = Recurrence.UNKNOWN
    milestones: tuple[Milestone, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Actor:
    """One name out of a responsible cell, without role words; notes: by_agreement, convenes …"""

    name: str
    kind: ActorKind = ActorKind.NAME
    role: Role = Role.PARTICIPANT
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Responsible:
    """A responsible cell as printed and as understood, lead first, else in the order of the source."""

    raw: str
    actors: tuple[Actor, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where something stands in the file: sheet or table, and the row as a person counts it."""

    sheet: str
    row: int
    column: str = ""


@dataclass(frozen=True)
class PlanRow:
    """One measure as read."""

    number: str
    section: str
    text: str
    result: str
    term: Term
    responsible: Responsible
    place: Place
    steps: tuple[Milestone, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """Something in the file that was not read as a measure, with the reason as a code."""

    place: Place
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Question:
    """A table without a recognisable header: a person says which column is what."""

    place: Place
    first_rows: tuple[tuple[str, ...], ...]
    guess: tuple[
        str, ...
    ] = ()  # for each column: number, text, result, term, responsible, ... or ""


@dataclass(frozen=True)
class PlanReading:
    """A whole file as read. Rows stand in the order of the file."""

    lang: str
    title: str = ""
    period: Period | None = None
    rows: tuple[PlanRow, ...] = ()
    joined: tuple[Leftover, ...] = ()
    not_read: tuple[Leftover, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = field(default=())


class Unreadable(ValueError):
    """The file cannot be read at all. `code` names the reason; `facts` fill the sentence with the cure."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
