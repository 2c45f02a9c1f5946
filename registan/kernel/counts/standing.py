"""How a series stands: what was sent, laid one over the other in order of receipt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from registan.kernel.counts.kinds import NOTHING, REPORTED, ZERO
from registan.kernel.counts.periods import monday_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Standing:
    """A series, one place a period from `first` (an ordinal) on; `step` is 7 for weeks, 1 for days.

    `revised`: how often the figure was changed after it was first sent; `by`: number of the submission
    that has the last word; `definitions`: number of the definition it was counted by, 0 for none.
    """

    step: int
    first: int = 0
    kinds: str = ""
    values: list[int] = field(default_factory=list)
    revised: list[int] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    definitions: list[int] = field(default_factory=list)

    @classmethod
    def load(cls, step: int, kept: dict[str, Any]) -> Standing:
        return cls(step=step, **kept) if kept else cls(step)

    def dump(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "step"}

    def at(self, start: int) -> tuple[str, int]:
        """Kind and value of the period that begins on `start`."""
        place, rest = divmod(start - self.first, self.step)
        if rest or not 0 <= place < len(self.kinds):
            return NOTHING, 0
        return self.kinds[place], self.values[place]

    def definition_at(self, start: int) -> int:
        """Number of the definition that a period was counted by; 0: none was stated."""
        place, rest = divmod(start - self.first, self.step)
        return 0 if rest or not 0 <= place < len(self.kinds) else self.definitions[place]

    @property
    def redefined_at(self) -> int | None:
        """First day of the last period that was counted otherwise than those before it.

        >>> row = Standing(7)
        >>> row.lay([8, 15, 22, 29], [3, 4, 9, 8], "rrrr", [0, 1, 2, 2], by=1)
        >>> row.redefined_at
        22
        """
        found, before = None, 0
        for start, definition in zip(self.starts, self.definitions, strict=True):
            if definition and before and definition != before:
                found = start
            before = definition or before
        return found

    @property
    def starts(self) -> range:
        return range(self.first, self.first + self.step * len(self.kinds), self.step)

    def lay(
        self, starts: Sequence[int], values: Sequence[int], kinds: str,
        definitions: Sequence[int], by: int,
    ) -> None:  # fmt: skip
        """Lay what one submission says over what stands; `starts` in order of time.

        >>> row = Standing(7)
        >>> row.lay([8, 22], [3, 0], "r0", [0, 0], by=1)
        >>> row.lay([8], [5], "r", [0], by=2)
        >>> row.kinds, row.values, row.revised
        ('r.0', [5, 0, 0], [1, 0, 0])
        """
        if not starts:
            return
        self._reach(starts[0], starts[-1])
        letters = list(self.kinds)
        for start, value, kind, definition in zip(starts, values, kinds, definitions, strict=True):
            place = (start - self.first) // self.step
            if letters[place] != NOTHING and (letters[place], self.values[place]) != (kind, value):
                self.revised[place] += 1
            letters[place], self.values[place], self.by[place] = kind, value, by
            self.definitions[place] = definition
        self.kinds = "".join(letters)

    def _reach(self, first: int, last: int) -> None:
        if not self.kinds:
            self.first = first
        before = max((self.first - first) // self.step, 0)
        self.first = min(self.first, first)
        after = max((last - self.first) // self.step + 1 - len(self.kinds) - before, 0)
        self.kinds = NOTHING * before + self.kinds + NOTHING * after
        for name in ("values", "revised", "by", "definitions"):
            setattr(self, name, [0] * before + getattr(self, name) + [0] * after)


def weekly(daily: Standing) -> Standing:
    """ISO weeks of a daily series: the sum of the days reported; a week without any is not reported.

    Many senders put a week's figure on one day. Corrections (negative) belong to no day and are left out.

    >>> row = Standing(1)
    >>> row.lay([8, 9], [3, 4], "rr", [0, 0], by=1)
    >>> weekly(row).values
    [7]
    """
    found = Standing(7)
    weeks: dict[int, list[int]] = {}
    for place, start in enumerate(daily.starts):
        if daily.kinds[place] != NOTHING:
            weeks.setdefault(monday_of(start), []).append(place)
    for monday, places in weeks.items():
        told = [place for place in places if daily.kinds[place] in {REPORTED, ZERO}]
        total = sum(daily.values[place] for place in told)
        kind = (REPORTED if total else ZERO) if told else "n"
        found.lay([monday], [total], kind, [daily.definitions[places[-1]]], daily.by[places[-1]])
        found.revised[-1] = max(daily.revised[place] for place in places)
    return found
