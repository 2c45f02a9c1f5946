"""Reading reports: one report, a draft as typed, what a party owes and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.ledger.queries import records
from registan.plans.models import (
    Acceptance,
    Draft,
    Evidence,
    Filing,
    MeasureText,
    Report,
    ReportVersion,
    RoundLine,
)
from registan.plans.models.reports import Stage
from registan.plans.queries.measures import words_of
from registan.plans.queries.owing import owed_by
from registan.plans.queries.plans import version_for
from registan.plans.queries.rounds import open_rounds
from registan.web.refusal import NotThere
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.audience import Viewer
    from registan.plans.models import Measure, Round


@dataclass(frozen=True)
class OwedLine:
    """One report that a party owes: the measure in words, and how far the report is."""

    measure_id: int
    number: str
    text: str
    text_lang: str
    part: str
    stage: str  # "" where nothing has been drafted
    progress: str
    has_draft: bool


def _of(party: str) -> Q:
    return Q(state__key=party) | Q(body__key=party)


def owed_lines(round_: Round, party: str, lang: str) -> list[OwedLine]:
    """What the party owes in the round, in the order of the plan."""
    rows = owed_by(round_, party)
    shown = version_for(round_.plan, lang)
    texts = dict(
        MeasureText.objects.filter(
            lang=shown, measure_id__in=[row.measure_id for row in rows]
        ).values_list("measure_id", "text")
    )
    reports = {
        measure: (stage, progress or "")
        for measure, stage, progress in Report.objects.filter(_of(party), round=round_).values_list(
            "measure_id", "stage", "latest__progress"
        )
    }
    drafts = set(
        Draft.objects.filter(_of(party), round=round_).values_list("measure_id", flat=True)
    )
    return [
        OwedLine(
            row.measure_id, row.number, texts.get(row.measure_id, ""), shown, row.part,
            *reports.get(row.measure_id, ("", "")), row.measure_id in drafts,
        )
        for row in rows
    ]  # fmt: skip


def owed_rounds(viewer: Viewer, party: str, lang: str) -> list[tuple[Round, list[OwedLine]]]:
    """All open rounds in which the party owes anything, by due date."""
    found = [(round_, owed_lines(round_, party, lang)) for round_ in open_rounds(viewer)]
    return [(round_, lines) for round_, lines in found if lines]


def find_report(round_: Round, measure: Measure, party: str, viewer: Viewer) -> Report:
    """The party's report. Raises NotThere, also where it is only a draft of another State."""
    found = (
        Report.objects.visible_to(viewer)
        .filter(_of(party), round=round_, measure=measure)
        .select_related("state", "body", "latest", "filed", "round", "measure")
        .first()
    )
    if found is None:
        raise NotThere
    found.round, found.measure = round_, measure
    return found


def may_be_corrected(round_: Round, report: Report | None) -> bool:
    """Whether a version of now would be a correction: of what was accepted, or of a closed round."""
    return not round_.is_open or bool(report and report.stage == Stage.ACCEPTED)


def versions_for(report: Report, viewer: Viewer) -> list[ReportVersion]:
    """Versions the viewer may see, newest first: all for the own party, filed ones for others."""
    own = report.party_key in viewer.states | viewer.bodies
    rows = report.versions.prefetch_related(
        "evidence", "quantities__indicator", "cited__indicator"
    ).order_by("-n")
    return [row for row in rows if own or (row.stage != "cleared" and viewer.sees(row.audience))]


@dataclass(frozen=True)
class Question:
    """With what a report was returned, and when: as the ledger has it."""

    at: datetime
    text: str
    lang: str
    version: int


def questions_on(report: Report, viewer: Viewer) -> list[Question]:
    """Every question that the report was returned with, latest first, answered ones too."""
    lang = current_lang()
    return [
        Question(entry.at, *words_of(entry.record["question"], lang), entry.record["version"])
        for entry in records(report.urn, viewer, "plans.report.returned")
    ]


def counted_version(report: Report) -> int:
    """Number of the version that the frozen account of a closed round has; 0 where it has none."""
    lines = RoundLine.objects.filter(
        round=report.round, measure=report.measure, state=report.state, body=report.body
    )
    return lines.values_list("version__n", flat=True).first() or 0


def joint_acts(measure: Measure, party: str = "") -> list[str]:
    """URNs of sheets and acceptances that concerned the measure (and one party, if named).

    To be asked of the ledger, which shows of them what the reader may see.
    """
    filings = Filing.objects.filter(versions__report__measure=measure)
    acceptances = Acceptance.objects.filter(reports__measure=measure)
    found: list[str] = []
    for rows in (filings, acceptances):
        if party:
            rows = rows.filter(_of(party))
        near = rows.select_related("round__plan", "state", "body").distinct()
        found += [row.urn for row in near]
    return list(dict.fromkeys(found))


def find_draft(round_: Round, measure: Measure, party: str) -> Draft | None:
    """The party's draft, as typed. Ask only for the party one acts for."""
    rows = Draft.objects.filter(_of(party), round=round_, measure=measure)
    return rows.select_related("editor").prefetch_related("files").first()


def own_report(round_: Round, measure: Measure, party: str) -> Report | None:
    """The party's report at whatever stage. Ask only for the party one acts for."""
    rows = Report.objects.filter(_of(party), round=round_, measure=measure)
    return rows.select_related("latest", "filed").first()


def find_evidence(pk: int, viewer: Viewer) -> Evidence:
    """A file of evidence that the viewer may open. Raises NotThere."""
    found = (
        Evidence.objects.select_related("version__report__state", "version__report__body")
        .filter(pk=pk)
        .first()
    )
    if found is None or not found.sha256:
        raise NotThere
    report = found.version.report
    own = report.party_key in viewer.states | viewer.bodies
    if not own and (found.version.stage == "cleared" or not viewer.sees(found.audience)):
        raise NotThere
    return found
