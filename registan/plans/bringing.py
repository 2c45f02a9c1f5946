"""From a tray to the act that brings it in: for what it is, what is still open, what is brought in.

A table becomes a new plan, a further language version of a plan, or a correction of a version that the
plan has. What a person has to settle differs: a language version brings words alone, so that its terms
and parties need no decision; a correction changes only the measures that the file says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from registan.plans.draft import PlanDraft
from registan.plans.models.measures import AssigneeKind
from registan.plans.models.plan import PlanKind
from registan.plans.names import NameTable, Party
from registan.plans.queries.imports import compare, settled_tray
from registan.plans.settling import measure_drafts, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from registan.kernel.plan.reading import PlanReading, PlanRow
    from registan.parties.models import Body
    from registan.plans.draft import MeasureDraft
    from registan.plans.models import ImportTray, Plan
    from registan.plans.queries.imports import Comparison
    from registan.plans.settling import Issue, Tray, TrayRow, UnknownName

# What must be right of words and numbers, whatever the table is brought in for.
OF_WORDS = frozenset(
    {"number_missing", "number_unfit", "number_doubled", "text_missing", "text_too_long",
     "hidden_characters", "person_name"}
)  # fmt: skip
OF_NUMBERS = frozenset({"number_missing", "number_unfit", "number_doubled"})
_KIND_WORDS = (
    (PlanKind.STRATEGY, r"стратеги|战略(?!.*计划)|strateg(?!.*plan)"),
    (PlanKind.ACTION_PLAN, r"план\w* (?:действий|мероприятий)|行动计划|实施计划|action plan"),
    (PlanKind.PROGRAMME, r"программ|纲要|方案|programme?\b"),
)
_HEAD_FACTS = (
    "lang", "title", "kind", "key", "starts_on", "ends_on", "parent", "adopted_by", "adopted_on",
    "instrument", "audience",
)  # fmt: skip


class Purpose(StrEnum):
    NEW = "new"
    VERSION = "version"
    CORRECTION = "correction"


@dataclass(frozen=True)
class Desk:
    """One tray as it lies on the desk: the file as read, as settled, and what is still open."""

    tray: ImportTray
    reading: PlanReading
    settled: Tray
    purpose: Purpose
    comparison: Comparison | None
    issues: Mapping[str, tuple[Issue, ...]]  # row id -> what is open in the row
    names: tuple[UnknownName, ...]  # names that count, decided or not

    @property
    def head(self) -> dict[str, str]:
        """Facts of the plan as a person gave them, else as the file proposes them."""
        return {**proposed_head(self.reading), **self.tray.settlement.get("head", {})}

    @property
    def facts_open(self) -> bool:
        """Whether nobody has looked at the facts of the plan yet, or one that is needed is missing."""
        if self.purpose == Purpose.CORRECTION:
            return False
        given = self.tray.settlement.get("head", {})
        needed = ("title", "kind", "key") if self.purpose == Purpose.NEW else ("title",)
        return any(not given.get(name) for name in needed)

    @property
    def open_names(self) -> list[UnknownName]:
        return [name for name in self.names if name.decided is None]

    @property
    def open_rows(self) -> list[TrayRow]:
        return [row for row in self.settled.rows if row.row_id in self.issues]

    @property
    def has_matter(self) -> bool:
        """Whether there is anything to bring in."""
        if self.comparison is None:
            return bool(self.settled.kept)
        if self.purpose == Purpose.VERSION:
            return self.comparison.matched > 0
        return bool(self.comparison.differences)

    @property
    def is_settled(self) -> bool:
        is_open = self.settled.has_questions or self.issues or self.open_names or self.facts_open
        return self.has_matter and not is_open

    @property
    def asks_numbering(self) -> bool:
        """Whether numbers are missing or doubled as printed, or were given by the system."""
        printed = Counter(row.number for row in self.reading.rows)
        doubled = any(times > 1 or not number for number, times in printed.items())
        return doubled or bool(self.tray.settlement.get("numbering"))

    def find(self, row_id: str) -> tuple[PlanRow, TrayRow] | None:
        """A row of the file by its id: as read, and as it stands."""
        for read, row in zip(self.reading.rows, self.settled.rows, strict=True):
            if row.row_id == row_id:
                return read, row
        return None


def open_desk(tray: ImportTray) -> Desk:
    """The tray as it stands. Raises Unreadable."""
    reading, settled = settled_tray(tray)
    purpose = purpose_of(tray.plan, settled.lang)
    comparison = compare(tray.plan, settled) if tray.plan else None
    changed = set(comparison.changed_numbers) if comparison else set()
    strangers = set(comparison.only_in_file) if comparison else set()
    issues = {
        row.row_id: found
        for row in settled.rows
        if (found := tuple(_open(row, purpose, changed, strangers)))
    }
    names = tuple(_names(reading, settled, purpose, comparison))
    return Desk(tray, reading, settled, purpose, comparison, issues, names)


def purpose_of(plan: Plan | None, lang: str) -> Purpose:
    """What a table in this language is for."""
    if plan is None:
        return Purpose.NEW
    return Purpose.CORRECTION if lang in plan.languages else Purpose.VERSION


def proposed_head(reading: PlanReading) -> dict[str, str]:
    """Facts of the plan as its title gives them; the address is put together from kind and years."""
    period = reading.period
    kind = next(
        (kind for kind, words in _KIND_WORDS if re.search(words, reading.title, re.IGNORECASE)),
        PlanKind.WORK_PLAN,
    )
    years = [str(period.start.year), str(period.end.year)] if period else []
    return {
        **dict.fromkeys(_HEAD_FACTS, ""),
        "lang": reading.lang,
        "title": reading.title,
        "kind": str(kind),
        "key": "-".join(dict.fromkeys([kind.replace("_", "-"), *years])),
        "starts_on": str(period.start) if period else "",
        "ends_on": str(period.end) if period else "",
        "audience": "members",
    }


def plan_draft(desk: Desk, parent: Plan | None, adopted_by: Body | None) -> PlanDraft:
    """The new plan that a settled tray gives."""
    head, lang = desk.head, desk.settled.lang
    return PlanDraft(
        key=head["key"],
        kind=head["kind"],
        titles={lang: head["title"]},
        languages=(lang,),
        measures=measure_drafts(desk.settled),
        chapters=tuple({lang: title} for title in desk.settled.chapters),
        parent=parent,
        starts_on=_day(head["starts_on"]),
        ends_on=_day(head["ends_on"]),
        adopted_on=_day(head["adopted_on"]),
        adopted_by=adopted_by,
        instrument={lang: head["instrument"]} if head["instrument"] else {},
        audience=head["audience"],
    )


def changed_drafts(desk: Desk) -> list[MeasureDraft]:
    """The measures that a correction changes."""
    changed = set(desk.comparison.changed_numbers) if desk.comparison else set()
    return [draft for draft in measure_drafts(desk.settled) if draft.number in changed]


def as_in_file(desk: Desk, row_id: str) -> TrayRow:
    """A row as it would stand without what a person changed in it."""
    rows = {**desk.tray.settlement.get("rows", {}), row_id: {}}
    settled = settle(desk.reading, {**desk.tray.settlement, "rows": rows}, NameTable.load())
    return next(row for row in settled.rows if row.row_id == row_id)


def lines_of(desk: Desk, row: TrayRow) -> list[dict[str, str]]:
    """The responsible parties of a row as a form shows them; an undecided name has no party yet."""
    undecided = {name.name for name in desk.settled.open_names}
    change = desk.tray.settlement.get("rows", {}).get(row.row_id, {})
    lines = []
    for each in row.assignments:
        name = each.names.get(desk.settled.lang, "")
        is_open = each.kind == AssigneeKind.AGENCY and name in undecided
        by_hand = row.changed and "responsible" in change
        party = "" if is_open and not by_hand else Party(each.kind, each.party).code
        lines.append({"party": party, "name": name, "part": each.part})
    return lines


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _open(
    row: TrayRow, purpose: Purpose, changed: set[str], strangers: set[str]
) -> Iterable[Issue]:
    if purpose == Purpose.NEW or row.number in changed:
        return row.open_issues
    if row.number in strangers and row.number:
        return ()
    codes = OF_WORDS if purpose == Purpose.VERSION else OF_NUMBERS
    return [issue for issue in row.open_issues if issue.code in codes]


def _names(
    reading: PlanReading, settled: Tray, purpose: Purpose, comparison: Comparison | None
) -> Iterable[UnknownName]:
    if purpose == Purpose.VERSION:
        return ()
    if comparison is None:
        return settled.names
    numbers = {each.number for each in comparison.differences if each.field == "responsible"}
    wanted = {
        actor.name
        for read, row in zip(reading.rows, settled.rows, strict=True)
        if row.number in numbers
        for actor in read.responsible.actors
    }
    return [name for name in settled.names if name.name in wanted]
