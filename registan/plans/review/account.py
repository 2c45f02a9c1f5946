"""A consolidated account ready to print: every word already in its language, in its order."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Passage:
    """A labelled text of a report (label may be empty), with a note where it is in another language."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class AccountLine:
    """What one party says of one measure."""

    party: str
    standing: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class AccountMeasure:
    """One measure with the lines of all who owe a report on it, in the order of the language."""

    number: str
    text: str
    expected: str
    term: str
    responsible: str
    lines: tuple[AccountLine, ...]
    remarks: tuple[Passage, ...] = ()  # finding of the secretariat, opinions for the record


@dataclass(frozen=True)
class AccountChapter:
    title: str
    measures: tuple[AccountMeasure, ...]


@dataclass(frozen=True)
class Missing:
    """A measure on which some have given no information."""

    number: str
    text: str
    parties: str


@dataclass(frozen=True)
class Labels:
    """Fixed words of the paper in its language."""

    number: str
    measure: str
    term: str
    responsible: str
    progress: str
    expected: str
    summary: str
    annex: str
    annex_lede: str
    annex_none: str
    parties: str
    page: str  # with {page} and {pages}
    no_chapter: str


@dataclass(frozen=True)
class Account:
    """The whole account. `made_at` is the time of closing or of asking: it makes the bytes repeatable."""

    lang: str
    organisation: str
    heading: str
    plan: str
    subtitle: str
    as_of: str
    notice: str
    summary: tuple[str, ...]
    chapters: tuple[AccountChapter, ...]
    missing: tuple[Missing, ...]
    labels: Labels
    made_at: datetime
    languages_note: str = ""

    def as_data(self) -> dict[str, Any]:
        """Plain data for a typesetter; times as text."""
        data = asdict(self)
        data["made_at"] = self.made_at.isoformat()
        return data
