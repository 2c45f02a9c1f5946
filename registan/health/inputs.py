"""What goes into a screening and what comes out: plain numbers, a digest, no NumPy.

The input of one series is the weeks that the method can reach, the week under test last; null where
there is no figure. Its digest is over canonical JSON, so that another State recomputes from its own copy.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.health.methods import weeks_needed
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.kernel.counts.periods import week_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.health.models import MethodVersion, Series
    from registan.kernel.counts.standing import Standing

FORMAT = "registan-screening-1"


@dataclass(frozen=True)
class Input:
    """One series up to the week under test. `first_week`: Monday of the first place of `counts`."""

    series: Series
    first_week: date
    counts: tuple[int | None, ...]
    method: Mapping[str, Any]

    @property
    def week(self) -> date:
        return date.fromordinal(self.first_week.toordinal() + 7 * (len(self.counts) - 1))

    @property
    def content(self) -> dict[str, Any]:
        """What the digest is of; also what the file for another State holds."""
        return {
            "format": FORMAT, "condition": self.series.condition.code,
            "state": self.series.state.key, "area": self.series.area,
            "measure": self.series.measure, "first_week": week_name(self.first_week.toordinal()),
            "counts": list(self.counts), "method": dict(self.method), "seed": 0,
        }  # fmt: skip

    @property
    def digest(self) -> str:
        return digest_of_input(self.content)


@dataclass(frozen=True)
class Seen:
    """One series of a screening: the input, and what the method says of its last week."""

    input: Input
    count: int
    reason: str = ""
    rule: str = ""
    expected: float = 0.0
    upper: float = 0.0
    score: float = 0.0
    p: float | None = None
    q: float | None = None
    is_above: bool = False

    @property
    def is_tested(self) -> bool:
        return not self.reason


@dataclass(frozen=True)
class Look:
    """All series of one week as the method sees them. `inputs`: one digest of all inputs."""

    seen: tuple[Seen, ...]
    false_alarms: float
    inputs: str

    @property
    def week(self) -> date:
        return self.seen[0].input.week


def exact(value: float | None) -> str:
    """The shortest digits that give back the same number."""
    return "" if value is None else repr(float(value))


def digest_of_input(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content as JSON: keys sorted, no blanks, UTF-8."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def input_of(series: Series, standing: Standing, week: int, method: MethodVersion) -> Input:
    """The input of a series for the week that begins on `week` (an ordinal); `standing` is by weeks."""
    return input_over(series, standing, week, method, weeks=1)


def input_over(
    series: Series, standing: Standing, week: int, method: MethodVersion, *, weeks: int
) -> Input:
    """As much as the method can reach from each of the last `weeks` weeks up to `week`.

    What was counted by another definition than `week` is left out: the step from one to the other is
    no outbreak. Weeks without a stated definition stay.
    """
    first = week - 7 * (weeks_needed(method.content) + weeks - 2)
    told = (_figure(standing, start, week) for start in range(first, week + 1, 7))
    counts = tuple(told)
    return Input(series, date.fromordinal(first), counts, method.content)


def _figure(standing: Standing, start: int, week: int) -> int | None:
    kind, value = standing.at(start)
    stated = {standing.definition_at(start), standing.definition_at(week)} - {0}
    return value if kind in {REPORTED, ZERO} and len(stated) < 2 else None


def digest_of_all(inputs: Sequence[Input]) -> str:
    """One digest for a whole screening."""
    return sha256("".join(sorted(each.digest for each in inputs)).encode()).hexdigest()
