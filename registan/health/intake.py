"""From a file as read to what it would change: States, conditions, periods; every line with its cure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from registan.health.models import Condition, Definition, Period
from registan.kernel.counts.kinds import CORRECTION, kind_of
from registan.kernel.counts.lines import CountProblem
from registan.kernel.counts.periods import period_name
from registan.parties.models import Alias, State
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from registan.kernel.counts.lines import CountReading, Line
    from registan.ledger.audience import Viewer

AREA = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}", re.ASCII)
# ISO 3166-1 codes that are ISO 3166-2 codes of a State as well.
AREAS_BY_ISO3 = {"HKG": "CN-HK", "MAC": "CN-MO"}
MOST = 1_000_000_000  # a figure from here on is a slip of the hand
EARLIEST = date(1900, 1, 1).toordinal()


class Key(NamedTuple):
    """Which series a figure belongs to."""

    condition: int
    state: int
    area: str
    measure: str
    sex: str
    age: str


class Figure(NamedTuple):
    """One figure as it will be kept."""

    start: int
    value: int
    kind: str
    definition: int


@dataclass
class Draft:
    """What a file says, ready for the act: figures by series in order of time. Problems: nothing goes."""

    form: str
    series: dict[Key, list[Figure]] = field(default_factory=dict)
    problems: list[CountProblem] = field(default_factory=list)
    conditions: dict[int, Condition] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(map(len, self.series.values()))


@dataclass(frozen=True)
class Choices:
    """What the sender says beside the file: the condition, and his names for ours."""

    condition: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def names_typed(text: str) -> dict[str, str]:
    """Lines `theirs = ours` as a mapping."""
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {theirs.strip(): ours.strip() for theirs, _, ours in pairs}


class _Places:
    """State and area by code or name."""

    def __init__(self) -> None:
        self.states = {row.pk: row for row in State.objects.all()}
        self._known: dict[str, tuple[State, str]] = {}
        keys = {row.key: row for row in self.states.values()}
        for row in self.states.values():
            words = [row.key, row.iso3, *row.names.values(), *row.short_names.values()]
            self._known.update({word.casefold(): (row, "") for word in words if word})
        for key, name in Alias.objects.filter(kind="state").values_list("key", "name"):
            if key in keys:
                self._known.setdefault(name.casefold(), (keys[key], ""))
        for iso3, area in AREAS_BY_ISO3.items():
            if area[:2] in keys:
                self._known[iso3.casefold()] = (keys[area[:2]], area)

    def find(self, text: str) -> tuple[State, str] | None:
        if found := self._known.get(text.casefold()):
            return found
        if (area := AREA.fullmatch(text)) and (state := self._known.get(area[1].casefold())):
            return state[0], text
        return None


class _Definitions:
    """By which definition a State counts on a day: its own, or the agreed one."""

    def __init__(self, conditions: Iterable[int]) -> None:
        self._rows: dict[tuple[int, int | None], list[Definition]] = defaultdict(list)
        self._keys: dict[tuple[int, str], Definition] = {}
        rows = Definition.objects.filter(condition__in=conditions).select_related("state")
        for row in rows.order_by("-since", "-n"):
            self._rows[row.condition_id, row.state_id].append(row)
            self._keys[row.condition_id, row.key.casefold()] = row

    def on(self, condition: int, state: int, start: int) -> int:
        for whose in (state, None):
            for row in self._rows.get((condition, whose), ()):
                if row.since.toordinal() <= start:
                    return row.pk
        return 0

    def named(self, condition: int, state: int, key: str) -> int | None:
        row = self._keys.get((condition, key.casefold()))
        return row.pk if row and row.state_id in {state, None} else None


def settle(
    reading: CountReading,
    sender: State | None,
    viewer: Viewer | None,
    choices: Choices,
    today: date,
) -> Draft:
    """Every line against the house's tables. `sender` None: the operator, who enters public figures.

    `viewer` limits the conditions to those that the sender reads; None: all.
    """
    draft = Draft(reading.form, problems=list(reading.problems))
    held = Condition.objects.all() if viewer is None else Condition.objects.visible_to(viewer)
    settler = _Settler(draft, sender, list(held), choices, today)
    for line in reading.lines:
        settler.take(line)
    for figures in draft.series.values():
        figures.sort()
    draft.problems.sort(key=lambda each: each.line)
    return draft


class _Settler:
    def __init__(
        self, draft: Draft, sender: State | None, conditions: Sequence[Condition],
        choices: Choices, today: date,
    ) -> None:  # fmt: skip
        self.draft, self.sender, self.choices = draft, sender, choices
        self.today = today.toordinal()
        self.codes = {row.code.casefold(): row for row in conditions}
        self.places = _Places()
        self.definitions = _Definitions([row.pk for row in conditions])
        self.seen: dict[tuple[Key, int], tuple[int, int | None]] = {}
        self.known = ", ".join(self.codes) or "—"

    def take(self, line: Line) -> None:
        code, facts = self._wrong(line)
        if code:
            period = period_name(line.period, line.start)
            told = {"period": period, "value": line.value, **facts}
            self.draft.problems.append(CountProblem(line.number, code, told))

    def _wrong(self, line: Line) -> tuple[str, dict[str, object]]:
        """The first thing that is wrong with a line; "" once it is taken into the draft."""
        name = self.choices.names.get(line.condition, line.condition) or self.choices.condition
        code, _, measure = name.partition("/")
        condition = self.codes.get(code.casefold())
        if condition is None:
            facts: dict[str, object] = {"condition": code[:40], "known": self.known}
            return ("condition_unknown" if code else "condition_missing"), facts
        if line.period != condition.period:
            return f"wants_{condition.period}", {}
        place = self._place(line)
        if place is None:
            return "place_unknown", {"place": line.place[:40]}
        state, area = place
        if self.sender is not None and state.pk != self.sender.pk:
            return "another_state", {"place": line.place[:40], "state": self.sender.key}
        if problem := self._wrong_figure(line):
            return problem, {"most": MOST}
        key = Key(condition.pk, state.pk, area, measure or line.measure, line.sex, line.age)
        return self._enter(line, key, condition, state)

    def _place(self, line: Line) -> tuple[State, str] | None:
        text = self.choices.names.get(line.place, line.place)
        if not text and self.sender is not None:
            return self.sender, ""
        return self.places.find(text)

    def _wrong_figure(self, line: Line) -> str:
        last = line.start + (6 if line.period == Period.WEEK else 0)
        if line.start > self.today:
            return "period_ahead"
        if last > self.today:
            return "week_not_over"
        if line.start < EARLIEST:
            return "period_too_early"
        if line.value is not None and line.value < 0 and self.sender is not None:
            return "negative"
        return "too_many" if line.value is not None and line.value >= MOST else ""

    def _enter(
        self, line: Line, key: Key, condition: Condition, state: State
    ) -> tuple[str, dict[str, object]]:
        if before := self.seen.get((key, line.start)):
            other, value = before
            return ("sent_twice" if value == line.value else "told_two_ways"), {"other": other}
        definition = self.definitions.on(key.condition, key.state, line.start)
        if line.definition:
            named = self.definitions.named(key.condition, key.state, line.definition)
            if named is None:
                return "definition_unknown", {"definition": line.definition[:40]}
            definition = named
        self.seen[key, line.start] = (line.number, line.value)
        self.draft.conditions[condition.pk], self.draft.states[state.pk] = condition, state
        kind = kind_of(line.value)
        self.draft.series.setdefault(key, []).append(
            Figure(line.start, line.value or 0, kind, definition)
        )
        return "", {}


def problem_sentence(problem: CountProblem, lang: str | None = None) -> str:
    """A problem with its line and cure, in the reader's language."""
    cure = say(f"counts.problem.{problem.code}", lang, **problem.facts)
    return say("counts.problem.line", lang, line=problem.line, cure=cure)


def condition_in_name(file_name: str, codes: Iterable[str]) -> str:
    """The one condition whose code stands in the name of a file; "" for none or several."""
    bare = re.sub(r"[^a-z0-9]", "", file_name.casefold())
    found = [code for code in codes if code.replace("-", "") in bare]
    return found[0] if len(found) == 1 else ""


def corrections(draft: Draft) -> int:
    """How many figures are negative: corrections of a public source."""
    return sum(figure.kind == CORRECTION for figures in draft.series.values() for figure in figures)
