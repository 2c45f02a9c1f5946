"""What a party says in a report, settled and checked: the border between a form or sheet and the act."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registan.plans.models.reports import Progress, ResultType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True)
class LinkOut:
    """Evidence by address."""

    title: str
    link: str
    readers: str = ""  # who may see it: one of READERS


@dataclass(frozen=True)
class ReportContent:
    """One report's content. Texts are kept by language; quantities by the indicator's key."""

    progress: str
    result_type: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    difficulties: Mapping[str, str] = field(default_factory=dict)
    proposals: Mapping[str, str] = field(default_factory=dict)
    done_from: date | None = None
    done_to: date | None = None
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    links: tuple[LinkOut, ...] = ()
    cites: Mapping[str, date] = field(default_factory=dict)  # living indicator -> as of which day

    @property
    def said(self) -> list[str]:
        """All texts, for checks of their characters."""
        return [*self.texts.values(), *self.difficulties.values(), *self.proposals.values()]


PROGRESS_WITHOUT_TEXT = frozenset({Progress.NOT_STARTED, Progress.NOT_PARTICIPATING})
PROGRESSES = tuple(Progress.values)
RESULT_TYPES = tuple(ResultType.values)
# Who may see a piece of evidence: all who read the report, or the Secretariat alone.
SECRETARIAT_ONLY = "secretariat"
READERS = ("", SECRETARIAT_ONLY)
