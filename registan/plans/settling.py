"""From a plan table as read to a plan that can be brought in: what a person still has to settle.

Nothing is stored here. A reading (what the file says) and a settlement (what a person decided) give
the tray as it stands; the same two always give the same tray.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from registan.kernel.plan.reading import ActorKind, Recurrence
from registan.plans.draft import AssignmentDraft, MeasureDraft, StepDraft, VersionText
from registan.plans.models.measures import AssigneeKind
from registan.plans.names import NameTable, Party
from registan.plans.words import LONGEST_TEXT, hidden_characters, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from registan.kernel.plan.reading import Actor, PlanReading, PlanRow

AS_PRINTED, BY_CHAPTER, IN_ORDER = "as_printed", "by_chapter", "in_order"
NUMBERINGS = (AS_PRINTED, BY_CHAPTER, IN_ORDER)
# Flags that only tell what the reader did; all others ask a person to look.
TELLING = frozenset({"footnote_cut", "article_cut", "elided_prefix", "elided_ending"})
_GROUPS = {
    ActorKind.ALL_MEMBERS: Party(AssigneeKind.ALL_MEMBERS),
    ActorKind.INTERESTED_MEMBERS: Party(AssigneeKind.INTERESTED_MEMBERS),
    ActorKind.GROUP: Party(AssigneeKind.GROUP),
}


@dataclass(frozen=True)
class Issue:
    """Something to settle. A `blocking` one must be changed; any other may be accepted as read."""

    code: str
    blocking: bool
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class TrayRow:
    """One measure in the tray: as read, as a person changed it, and what is open."""

    row_id: str
    place: str
    number: str
    chapter: str
    version: VersionText
    starts_on: date | None
    ends_on: date | None
    recurrence: str
    flags: tuple[str, ...]
    steps: tuple[StepDraft, ...]
    assignments: tuple[AssignmentDraft, ...]
    issues: tuple[Issue, ...]
    out: bool = False
    accepted: bool = False
    changed: bool = False

    @property
    def open_issues(self) -> tuple[Issue, ...]:
        if self.out:
            return ()
        return tuple(issue for issue in self.issues if issue.blocking or not self.accepted)


@dataclass(frozen=True)
class UnknownName:
    """A name that the profile does not know, how often it stands in the file, and what was decided."""

    name: str
    times: int
    decided: Party | None


@dataclass(frozen=True)
class Tray:
    """The whole import as it stands."""

    lang: str
    rows: tuple[TrayRow, ...]
    names: tuple[UnknownName, ...]
    has_questions: bool

    @property
    def kept(self) -> list[TrayRow]:
        return [row for row in self.rows if not row.out]

    @property
    def open_rows(self) -> list[TrayRow]:
        return [row for row in self.rows if row.open_issues]

    @property
    def open_names(self) -> list[UnknownName]:
        return [name for name in self.names if name.decided is None]

    @property
    def is_settled(self) -> bool:
        return bool(self.kept) and not (self.has_questions or self.open_rows or self.open_names)

    @property
    def chapters(self) -> list[str]:
        """Headings in order of first appearance."""
        return list(dict.fromkeys(row.chapter for row in self.kept if row.chapter))


def settle(reading: PlanReading, settlement: Mapping[str, Any], table: NameTable) -> Tray:
    """The tray for a reading under a settlement.

    settlement: {"numbering": one of NUMBERINGS, "names": {name: party code},
    "rows": {row id: {"out": bool, "accepted": bool, "number", "text", "result", "starts_on",
    "ends_on", "recurrence", "responsible": …}}}; absent keys leave what was read.
    """
    decided = {
        name: party
        for name, code in settlement.get("names", {}).items()
        if (party := Party.from_code(code)) is not None
    }
    numbers = _numbers(reading.rows, settlement.get("numbering", AS_PRINTED))
    changes = settlement.get("rows", {})
    rows = [
        _row(row, number, reading.lang, changes.get(row_id(row), {}), decided, table)
        for row, number in zip(reading.rows, numbers, strict=True)
    ]
    return Tray(
        lang=reading.lang,
        rows=tuple(_with_doubled_numbers(rows)),
        names=tuple(_unknown_names(rows, reading.rows, changes, decided, table)),
        has_questions=bool(reading.questions) and not settlement.get("columns"),
    )


def row_id(row: PlanRow) -> str:
    """Names a row of the file in forms and settlements."""
    return f"{row.place.sheet}!{row.place.row}"


def measure_drafts(tray: Tray) -> tuple[MeasureDraft, ...]:
    """The measures of a settled tray."""
    chapters = {title: index for index, title in enumerate(tray.chapters)}
    return tuple(
        MeasureDraft(
            number=row.number,
            chapter=chapters.get(row.chapter),
            versions={tray.lang: row.version},
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            recurrence=row.recurrence,
            flags=row.flags,
            steps=row.steps,
            assignments=row.assignments,
        )
        for row in tray.kept
    )


def _numbers(rows: Sequence[PlanRow], numbering: str) -> list[str]:
    if numbering == IN_ORDER:
        return [str(place) for place in range(1, len(rows) + 1)]
    if numbering == AS_PRINTED:
        return [row.number for row in rows]
    sections = list(dict.fromkeys(row.section for row in rows))
    inside: Counter[str] = Counter()
    numbers = []
    for row in rows:
        inside[row.section] += 1
        numbers.append(f"{sections.index(row.section) + 1}.{inside[row.section]}")
    return numbers


def _row(
    row: PlanRow, number: str, lang: str, change: Mapping[str, Any],
    decided: Mapping[str, Party], table: NameTable,
) -> TrayRow:  # fmt: skip
    changed = bool(set(change) - {"out", "accepted"})
    version = VersionText(
        text=str(change.get("text", row.text)),
        result=str(change.get("result", row.result)),
        term_raw=row.term.raw,
        responsible_raw=str(change.get("responsible_raw", row.responsible.raw)),
    )
    starts_on, ends_on = (
        _day(change["starts_on"]) if "starts_on" in change else row.term.start,
        _day(change["ends_on"]) if "ends_on" in change else row.term.end,
    )
    made = TrayRow(
        row_id=row_id(row),
        place=f"{row.place.sheet}, {row.place.row}" if row.place.sheet else str(row.place.row),
        number=str(change.get("number", number)).strip(),
        chapter=row.section,
        version=version,
        starts_on=starts_on,
        ends_on=ends_on,
        recurrence=str(change.get("recurrence", row.term.recurrence)),
        flags=row.term.flags,
        steps=tuple(
            StepDraft(step.start, step.end, {lang: step.text} if step.text else {})
            for step in (row.steps or row.term.milestones)
        ),
        assignments=_assignments(row, lang, change, decided, table),
        issues=(),
        out=bool(change.get("out")),
        accepted=bool(change.get("accepted")) or changed,
        changed=changed,
    )
    settled = "responsible" in change
    return replace(made, issues=tuple(_issues(row, made, responsible_settled=settled)))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _assignments(
    row: PlanRow, lang: str, change: Mapping[str, Any],
    decided: Mapping[str, Party], table: NameTable,
) -> tuple[AssignmentDraft, ...]:  # fmt: skip
    if "responsible" in change:
        return tuple(
            _assignment(Party.from_code(each["party"]), each.get("name", ""), lang,
                        each.get("part", "participant"), each.get("notes", ()))
            for each in change["responsible"]
        )  # fmt: skip
    return tuple(
        _assignment(_party(actor, decided, table), actor.name, lang, str(actor.role), actor.notes)
        for actor in row.responsible.actors
    )


def _assignment(
    party: Party | None, name: str, lang: str, part: str, notes: Iterable[str]
) -> AssignmentDraft:
    party = party or Party(AssigneeKind.AGENCY)
    named = {lang: name} if name and not party.key else {}
    return AssignmentDraft(party.kind, party.key, named, part, tuple(notes))


def _party(actor: Actor, decided: Mapping[str, Party], table: NameTable) -> Party | None:
    return table.find(actor.name) or decided.get(actor.name) or _GROUPS.get(actor.kind)


def _issues(row: PlanRow, made: TrayRow, *, responsible_settled: bool) -> Iterable[Issue]:
    if not made.number:
        yield Issue("number_missing", blocking=True)
    elif not is_number(made.number):
        yield Issue("number_unfit", blocking=True, facts={"number": made.number})
    if not made.version.text.strip():
        yield Issue("text_missing", blocking=True)
    if (longest := max(len(made.version.text), len(made.version.result))) > LONGEST_TEXT:
        facts = {"length": longest, "longest": LONGEST_TEXT}
        yield Issue("text_too_long", blocking=True, facts=facts)
    if found := hidden_characters(made.version.text + made.version.result):
        yield Issue("hidden_characters", blocking=True, facts={"characters": ", ".join(found)})
    if made.starts_on and made.ends_on and made.ends_on < made.starts_on:
        yield Issue("term_reversed", blocking=True)
    if "person_name" in row.responsible.flags and not responsible_settled:
        yield Issue("person_name", blocking=True)
    if made.recurrence == Recurrence.UNKNOWN and made.version.term_raw and not made.ends_on:
        yield Issue("term_unknown", blocking=False, facts={"raw": made.version.term_raw})
    for flag in (*row.term.flags, *row.responsible.flags, *row.flags):
        if flag not in TELLING and flag != "person_name":
            yield Issue(f"flag_{flag}", blocking=False)


def _with_doubled_numbers(rows: Sequence[TrayRow]) -> Iterable[TrayRow]:
    counted = Counter(row.number for row in rows if not row.out and row.number)
    for row in rows:
        if not row.out and counted[row.number] > 1:
            issue = Issue("number_doubled", blocking=True, facts={"number": row.number})
            yield replace(row, issues=(*row.issues, issue))
        else:
            yield row


def _unknown_names(
    rows: Sequence[TrayRow], read: Sequence[PlanRow], changes: Mapping[str, Mapping[str, Any]],
    decided: Mapping[str, Party], table: NameTable,
) -> Iterable[UnknownName]:  # fmt: skip
    counted: Counter[str] = Counter()
    for made, row in zip(rows, read, strict=True):
        if made.out or "responsible" in changes.get(made.row_id, {}):
            continue
        for actor in row.responsible.actors:
            if actor.kind == ActorKind.NAME and table.find(actor.name) is None:
                counted[actor.name] += 1
    for name, times in counted.most_common():
        yield UnknownName(name, times, decided.get(name))
