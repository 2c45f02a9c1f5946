"""A consolidated account ready to print: every word already in its language, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

# A row that fills more lines than this could stand on no page as a whole: only then it may be split.
LINES_KEPT_TOGETHER = 24
_LINE_WIDTH = 115  # Latin letters; a Chinese one is about twice as wide


@dataclass(frozen=True)
class Passage:
    """A labelled text (label may be empty) in `lang`, with a note where that is not the paper's own."""

    label: str
    text: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class AccountLine:
    """What one party says of one measure; or, as a `remark`, the finding or an opinion on it."""

    party: str
    standing: str
    passages: tuple[Passage, ...] = ()
    remark: bool = False
    splits: bool = False


@dataclass(frozen=True)
class AccountMeasure:
    """One measure with the lines of all who owe a report on it, in the order of the language."""

    number: str
    text: str
    expected: str
    term: str
    responsible: str
    lines: tuple[AccountLine, ...]
    splits: bool = False


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
    splits: bool = False


@dataclass(frozen=True)
class Overview:
    """Counts of reports by chapter: cells in the order of `heads`, the last row the whole."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Labels:
    """Fixed words of the paper in its language."""

    number: str
    measure: str
    expected: str
    term: str
    responsible: str
    party: str
    progress: str
    summary: str
    overview: str
    chapters: str
    annex: str
    annex_to: str
    annex_title: str
    annex_lede: str
    annex_none: str
    parties: str
    page: str  # with {page} and {pages}
    no_chapter: str
    colon: str


@dataclass(frozen=True)
class Account:
    """The whole account. `made_at` is the time of closing or of asking: it makes the bytes repeatable."""

    lang: str
    plan_lang: str
    organisation: str
    heading: str
    plan: str
    period: str
    as_of: str
    notices: tuple[str, ...]  # on each page: that the round is open, that the data are invented
    languages_note: str
    summary: tuple[str, ...]
    overview: Overview
    chapters: tuple[AccountChapter, ...]
    missing: tuple[Missing, ...]
    labels: Labels
    made_at: datetime


def needs_splitting(*texts: str, width: int = _LINE_WIDTH) -> bool:
    """Whether texts set one below the other fill more lines than a page keeps together."""
    lines = sum(
        1 + sum(1 if char < "\u2e80" else 2 for char in line) // width
        for text in texts
        for line in text.split("\n")
    )
    return lines > LINES_KEPT_TOGETHER
