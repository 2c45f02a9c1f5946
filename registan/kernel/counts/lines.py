"""What a file of counts comes to: lines that were understood, and problems with line and cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WEEK, DAY = "week", "day"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure. `place`: a State or area as written; `start`: ordinal of the period's first day.

    `value` None: the sender says that it has no figure. Empty `condition` and `place`: not told.
    """

    number: int
    place: str
    condition: str
    measure: str
    period: str
    start: int
    value: int | None
    sex: str = ""
    age: str = ""
    definition: str = ""


@dataclass(frozen=True)
class CountProblem:
    """One line that cannot stand. Each code has a sentence `counts.problem.<code>` with the cure."""

    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass
class CountReading:
    """A file as read. `form`: tidy, wide, dhis2, sdmx, who or jhu."""

    form: str
    lines: list[Line] = field(default_factory=list)
    problems: list[CountProblem] = field(default_factory=list)

    def problem(self, line: int, code: str, **facts: object) -> None:
        self.problems.append(CountProblem(line, code, facts))
