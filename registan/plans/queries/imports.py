"""Reading trays: the file as read, the tray as settled, and how it differs from a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import orjson

from registan.kernel.plan.known_names import KnownNames
from registan.kernel.plan.read import read_plan
from registan.kernel.plan.reading import Period
from registan.plans.models import ImportTray, MeasureText
from registan.plans.names import NameTable
from registan.plans.settling import settle
from registan.plans.terms import term_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.plan.reading import PlanReading
    from registan.ledger.audience import Viewer
    from registan.plans.draft import VersionText
    from registan.plans.models import Plan
    from registan.plans.settling import Tray, TrayRow


@dataclass(frozen=True)
class Difference:
    """One field of one measure that the file says otherwise than the plan."""

    number: str
    field: str  # text, result, term, responsible or dates
    in_plan: str
    in_file: str


@dataclass(frozen=True)
class Comparison:
    """A file beside a plan, aligned by number."""

    matched: int
    only_in_file: tuple[str, ...]
    only_in_plan: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def says_the_same(self) -> bool:
        return not (self.only_in_file or self.only_in_plan or self.differences)

    @property
    def changed_numbers(self) -> list[str]:
        return list(dict.fromkeys(each.number for each in self.differences))


def own_trays(viewer: Viewer) -> list[ImportTray]:
    """Trays of the viewer's State or Body that are not brought in yet, without their files."""
    rows = ImportTray.objects.filter(brought_in__isnull=True).defer("content")
    return [row for row in rows.select_related("state", "body", "plan") if _is_own(row, viewer)]


def find_tray(token: str, viewer: Viewer) -> ImportTray:
    """The tray with this token, if it is of the viewer's State or Body. Raises NotThere."""
    found = ImportTray.objects.select_related("state", "body", "plan").filter(token=token).first()
    if found is None or not _is_own(found, viewer):
        raise NotThere
    return found


def _is_own(tray: ImportTray, viewer: Viewer) -> bool:
    if tray.state:
        return tray.state.key in viewer.states
    return tray.body is not None and tray.body.key in viewer.bodies


def read_tray(tray: ImportTray, *, answered: bool = True) -> PlanReading:
    """The file of the tray as read, with or without a person's answers on columns. Raises Unreadable."""
    head = tray.settlement.get("head", {})
    plan = tray.plan
    start = head.get("starts_on") or (str(plan.starts_on or "") if plan else "")
    end = head.get("ends_on") or (str(plan.ends_on or "") if plan else "")
    columns = orjson.dumps(tray.settlement.get("columns", {}) if answered else {}).decode()
    names = tuple(sorted(NameTable.load().printed()))
    lang = head.get("lang", tray.lang)
    return _read(bytes(tray.content), tray.file_name, lang, start, end, columns, names)


@lru_cache(maxsize=4)
def _read(
    content: bytes, name: str, lang: str, start: str, end: str, columns: str,
    names: tuple[tuple[str, str], ...],
) -> PlanReading:  # fmt: skip
    """One reading, kept because every page of a tray needs it again."""
    period = Period(date.fromisoformat(start), date.fromisoformat(end)) if start and end else None
    return read_plan(
        content,
        name,
        lang=lang,
        period=period,
        known=KnownNames.of(dict(names)),
        columns=orjson.loads(columns) or None,
    )


def settled_tray(tray: ImportTray) -> tuple[PlanReading, Tray]:
    """The reading and the tray as it stands."""
    reading = read_tray(tray)
    return reading, settle(reading, tray.settlement, NameTable.load())


@dataclass(frozen=True)
class VersionParts:
    """What a settled table gives for a further language version of a plan.

    chapters: position -> title; versions: number -> words; names: (number, position of the
    assignment) -> name of the agency or group.
    """

    chapters: dict[int, str]
    versions: dict[str, VersionText]
    names: dict[tuple[str, int], str]


def version_parts(plan: Plan, tray: Tray) -> VersionParts:
    """The rows of the tray whose numbers the plan has, as a version of the plan."""
    measures = {row.number: row for row in plan.measures.select_related("chapter")}
    kept = [row for row in tray.kept if row.number in measures]
    chapters: dict[int, str] = {}
    names: dict[tuple[str, int], str] = {}
    for row in kept:
        chapter = measures[row.number].chapter
        if chapter and row.chapter:
            chapters.setdefault(chapter.position, row.chapter)
        for place, assignment in enumerate(row.assignments, start=1):
            if name := assignment.names.get(tray.lang):
                names[row.number, place] = name
    return VersionParts(chapters, {row.number: row.version for row in kept}, names)


def compare(plan: Plan, tray: Tray) -> Comparison:
    """The tray's rows beside the plan, aligned by number.

    In a language the plan already has, words are compared; in a further language, the dates that
    the terms were read to, since the words must differ.
    """
    rows = {row.number: row for row in tray.kept}
    measures = {measure.number: measure for measure in plan.measures.all()}
    differences: list[Difference] = []
    if tray.lang in plan.languages:
        for held in MeasureText.objects.filter(measure__plan=plan, lang=tray.lang).select_related(
            "measure"
        ):
            if row := rows.get(held.measure.number):
                differences += _word_differences(held, row)
    else:
        for number, measure in measures.items():
            row = rows.get(number)
            if row and (measure.starts_on, measure.ends_on) != (row.starts_on, row.ends_on):
                differences.append(
                    Difference(number, "dates", _span(measure.starts_on, measure.ends_on),
                               _span(row.starts_on, row.ends_on))
                )  # fmt: skip
    return Comparison(
        matched=len(rows.keys() & measures.keys()),
        only_in_file=tuple(number for number in rows if number not in measures),
        only_in_plan=tuple(number for number in measures if number not in rows),
        differences=tuple(differences),
    )


def _word_differences(held: MeasureText, row: TrayRow) -> Iterable[Difference]:
    pairs = (
        ("text", held.text, row.version.text),
        ("result", held.result, row.version.result),
        ("term", _term_beside(held, row.version.term_raw), row.version.term_raw),
        ("responsible", held.responsible_raw, row.version.responsible_raw),
    )
    for field, in_plan, in_file in pairs:
        if " ".join(in_plan.split()) != " ".join(in_file.split()):
            yield Difference(held.measure.number, field, in_plan, in_file)


def _term_beside(held: MeasureText, in_file: str) -> str:
    """The term in the plan to set beside the file's: of a postponed measure the file may say either.

    A table of before says the term that was adopted, an export the one that stands now.
    """
    now = term_of(held.measure, held)
    return held.term_raw if " ".join(in_file.split()) != " ".join(now.split()) else now


def _span(start: date | None, end: date | None) -> str:
    return f"{start or '…'} — {end or '…'}"
