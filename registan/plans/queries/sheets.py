"""What a sheet shows, and what a filled one would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from registan.plans.models import Draft, Measure, MeasureText, Report, SheetTray
from registan.plans.queries.owing import owed_by
from registan.plans.queries.plans import version_for
from registan.plans.queries.typed import as_typed, plain
from registan.plans.sheet.columns import IndicatorRow, OwedRow, SheetFacts
from registan.plans.sheet.read import CellProblem, FilledRow, FilledSheet
from registan.web.refusal import NotThere
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.plans.models import Round


@dataclass(frozen=True)
class Change:
    """One field that would change, before and after, as typed."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedReport:
    """One report that the sheet would change: the whole of it as typed, and the fields that differ."""

    measure: Measure
    typed: dict[str, str]
    changes: tuple[Change, ...]
    row: FilledRow
    text: str  # of the measure, in the language of the sheet


@dataclass
class SheetPreview:
    """What an uploaded sheet comes to."""

    changed: list[ChangedReport] = field(default_factory=list)
    unchanged: int = 0
    problems: list[CellProblem] = field(default_factory=list)


@dataclass(frozen=True)
class _Held:
    """What a party has on one measure at present."""

    measure: Measure
    typed: dict[str, str]
    stage: str
    base: int
    text: str = ""


def owed_rows(round_: Round, party: str, lang: str) -> list[OwedRow]:
    """What the party owes, with what it has typed or filed so far, for the sheet."""
    shown = version_for(round_.plan, lang)
    held = _held(round_, party)
    texts = {
        row.measure_id: row for row in MeasureText.objects.filter(lang=shown, measure_id__in=held)
    }
    return [
        OwedRow(
            number=each.measure.number, measure=texts[pk].text, result=texts[pk].result,
            term=texts[pk].term_raw, stage=each.stage, base=each.base, typed=each.typed,
            indicators=tuple(
                IndicatorRow(row.key, in_lang(row.names, lang), in_lang(row.unit, lang),
                             plain(row.target) if row.target is not None else "")
                for row in each.measure.indicators.all()
            ),
        )
        for pk, each in held.items()
    ]  # fmt: skip


def preview(round_: Round, party: str, filled: FilledSheet) -> SheetPreview:
    """The filled sheet against what is there: what changes, what stays, what is wrong and where."""
    found = SheetPreview(problems=list(filled.problems))
    wanted = SheetFacts(round_.plan.key, round_.number, party, filled.facts.lang)
    if filled.facts != wanted:
        code = "another_party" if filled.facts.party != party else "another_round"
        found.problems.append(CellProblem("", "", code))
        return found
    of_party = _held(round_, party)
    texts = dict(
        MeasureText.objects.filter(
            measure_id__in=of_party, lang=version_for(round_.plan, filled.facts.lang)
        ).values_list("measure_id", "text")
    )
    held = {
        each.measure.number: replace(each, text=texts.get(pk, "")) for pk, each in of_party.items()
    }
    for row in filled.rows:
        each = held.get(row.number)
        if each is None:
            cell = row.cells.get("progress", "")
            facts: dict[str, object] = {"number": row.number}
            found.problems.append(CellProblem(row.sheet, cell, "not_owed", facts))
            continue
        _compare(row, each, found)
    return found


def _compare(row: FilledRow, held: _Held, found: SheetPreview) -> None:
    kept = {name: words for name, words in held.typed.items() if name not in row.cells}
    typed = {**kept, **row.typed}
    changes = tuple(
        Change(name, held.typed.get(name, ""), row.typed.get(name, ""))
        for name in row.cells
        if _folded(held.typed.get(name, "")) != _folded(row.typed.get(name, ""))
    )
    if not changes:
        found.unchanged += 1
        return
    place = row.cells.get("progress", "")
    if row.base != held.base:
        facts: dict[str, object] = {"number": row.number, "version": held.base}
        found.problems.append(CellProblem(row.sheet, place, "changed_since", facts))
        return
    if held.stage == "accepted":
        found.problems.append(CellProblem(row.sheet, place, "accepted", {"number": row.number}))
        return
    found.changed.append(ChangedReport(held.measure, typed, changes, row, held.text))


def _folded(text: str) -> str:
    """Line ends and outer blanks aside: a spreadsheet turns them as it likes."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))


def _held(round_: Round, party: str) -> dict[int, _Held]:
    """measure id -> what the party has on it, in the order of the plan."""
    ids = [row.measure_id for row in owed_by(round_, party)]
    measures = {
        row.pk: row for row in Measure.objects.filter(pk__in=ids).prefetch_related("indicators")
    }
    reports = {
        row.measure_id: row
        for row in Report.objects.filter(round=round_, measure_id__in=ids)
        .select_related("latest", "state", "body")
        .prefetch_related(
            "latest__quantities__indicator", "latest__evidence", "latest__cited__indicator"
        )
        if row.party_key == party
    }
    drafts = {
        row.measure_id: row
        for row in Draft.objects.filter(round=round_, measure_id__in=ids).select_related(
            "state", "body"
        )
        if row.party_key == party
    }
    found = {}
    for pk in ids:
        report, draft = reports.get(pk), drafts.get(pk)
        latest = report.latest if report else None
        typed = draft.typed if draft else as_typed(latest) if latest else {}
        stage = report.stage if report else "draft" if draft else ""
        found[pk] = _Held(measures[pk], typed, stage, latest.n if latest else 0)
    return found


def find_sheet(token: str, round_: Round, viewer: Viewer) -> SheetTray:
    """An uploaded sheet of the viewer's State or Body. Raises NotThere."""
    found = SheetTray.objects.select_related("state", "body").filter(token=token, round=round_)
    tray = found.first()
    if tray is None or tray.party_key not in viewer.states | viewer.bodies:
        raise NotThere
    return tray
