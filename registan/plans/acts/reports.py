"""Reports on their way: drafted, cleared inside the State, filed, returned, accepted, corrected."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.jobs.outbox import post
from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.plans.acts.recording import (
    Said,
    held_reports,
    is_cleared,
    record_reports,
    reopen,
)
from registan.plans.content import READERS
from registan.plans.models import Acceptance, Draft, DraftFile, Report
from registan.plans.models.reports import STANDS, Stage
from registan.plans.queries.owing import owes
from registan.plans.queries.reminders import writers
from registan.plans.queries.reports import may_be_corrected
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.content import ReportContent
    from registan.plans.models import Measure, ReportVersion, Round

LARGEST_FILE = 20 * 2**20


@working_paper
def save_draft(
    by: Mandate,
    round_: Round,
    measure: Measure,
    *,
    typed: Mapping[str, str],
    revision: int,
    now: datetime,
) -> Draft:
    """Keep what is being typed, exactly as typed. `revision` 0 means: no draft was there.

    The second of two editors is refused and keeps his words on the page, with the first one's beside.
    """
    _may_write(by, round_, measure, "reports.draft", now)
    draft = Draft.objects.select_for_update().filter(
        round=round_, measure=measure, state=by.state, body=by.body
    ).first()  # fmt: skip
    if draft is None:
        return Draft.objects.create(
            round=round_, measure=measure, state=by.state, body=by.body, typed=dict(typed),
            editor=by.official, saved_at=now,
        )  # fmt: skip
    if draft.typed == dict(typed):
        return draft
    if draft.revision != revision:
        raise Refused("draft_changed", status=409, editor=draft.editor.display_name)
    draft.typed, draft.editor, draft.saved_at = dict(typed), by.official, now
    draft.revision += 1
    draft.save(update_fields=["typed", "editor", "saved_at", "revision"])
    reopen(by, round_, [measure.pk])
    return draft


@working_paper
def attach_file(
    by: Mandate, draft: Draft, *, title: str, file_name: str, content: bytes, now: datetime,
    readers: str = "",
) -> DraftFile:  # fmt: skip
    """Attach a file to a draft; the same file twice is one attachment."""
    _may_write(by, draft.round, draft.measure, "reports.draft", now)
    if len(content) > LARGEST_FILE:
        raise Refused("file_too_large", field="file", largest=LARGEST_FILE // 2**20)
    if not content:
        raise Refused("file_empty", field="file")
    refuse_hidden_characters(title, file_name, place=draft.measure.number, field="file")
    file, _ = DraftFile.objects.update_or_create(
        draft=draft,
        sha256=sha256(content).hexdigest(),
        defaults={"title": (title or file_name)[:300], "file_name": file_name[-200:],
                  "content": content, "readers": readers if readers in READERS else ""},
    )  # fmt: skip
    reopen(by, draft.round, [draft.measure_id])
    return file


@working_paper
def remove_file(by: Mandate, draft: Draft, *, sha256: str, now: datetime) -> Draft:
    """Take a file off a draft."""
    _may_write(by, draft.round, draft.measure, "reports.draft", now)
    if draft.files.filter(sha256=sha256).delete()[0]:
        reopen(by, draft.round, [draft.measure_id])
    return draft


@act("plans.report.cleared")
def clear_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Clear a report inside the State: it may be filed, and is seen by nobody outside yet.

    A correction of what was accepted, or of a closed round, is cleared in the same way.
    """
    _may_write(by, round_, measure, "reports.clear", now)
    report = held_reports(by, round_, [measure]).get(measure.pk)
    if report and report.stage in STANDS and not may_be_corrected(round_, report):
        raise Refused("report_filed_already", status=409)
    return record_reports(by, round_, [Said(measure, content)], Stage.CLEARED, now)[0]


@act("plans.report.filed", binding=True)
def file_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Give a State's word on a measure to the organisation.

    Who may file but not clear files the very words that were cleared inside the State.
    """
    _may_write(by, round_, measure, "reports.file", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    report = held_reports(by, round_, [measure]).get(measure.pk)
    if report and report.stage == Stage.ACCEPTED:
        raise Refused("report_accepted_already", status=409)
    _must_be_cleared(by, report, content, measure)
    return record_reports(by, round_, [Said(measure, content)], Stage.FILED, now)[0]


@act("plans.report.corrected", binding=True)
def correct_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Correct a report that was accepted, or whose round is closed: a new version beside the old.

    The frozen account of a closed round keeps the version that counted. Who may file but not clear
    corrects in the very words that were cleared inside the State.
    """
    _may_write(by, round_, measure, "reports.file", now)
    report = held_reports(by, round_, [measure]).get(measure.pk)
    if not may_be_corrected(round_, report):
        raise Refused("nothing_to_correct", status=409)
    _must_be_cleared(by, report, content, measure)
    return record_reports(by, round_, [Said(measure, content)], Stage.FILED, now)[0]


@act("plans.report.taken_back")
def take_back(by: Mandate, report: Report, *, now: datetime) -> Report:
    """Take a filed report back, as long as it was neither accepted nor the round closed."""
    _may_write(by, report.round, report.measure, "reports.file", now)
    if report.state_id != by.state_id or report.body_id != by.body_id:
        raise Refused("another_state", status=403)
    if report.stage not in {Stage.FILED, Stage.RETURNED} or not report.round.is_open:
        raise Refused("not_to_be_taken_back", status=409)
    report.stage, report.filed = Stage.DRAFT, None
    report.save(update_fields=["stage", "filed"])
    return report


@act("plans.report.returned")
def return_report(
    by: Mandate, report: Report, *, question: Mapping[str, str], now: datetime
) -> Report:
    """Send a report back with a question. What was filed stays on record."""
    require(by, "reports.receive", now)
    _must_be_filed(report)
    if not any(text.strip() for text in question.values()):
        raise Refused("question_missing", field="question")
    refuse_hidden_characters(*question.values(), field="question")
    report.stage, report.question = Stage.RETURNED, dict(question)
    report.save(update_fields=["stage", "question"])
    post(
        "plans.returned",
        writers(report.party_key, now),
        link=f"/plans/{report.round.plan.key}/rounds/{report.round.number}/reports/"
        f"{report.measure.number}/{report.party_key}/",
        now=now,
        plan=report.round.plan.titles,
        measure=report.measure.number,
    )
    return report


@act("plans.report.accepted")
def accept_report(by: Mandate, report: Report, *, now: datetime) -> Report:
    """Take a filed report into the account."""
    require(by, "reports.receive", now)
    _must_be_filed(report)
    report.stage, report.question = Stage.ACCEPTED, {}
    report.save(update_fields=["stage", "question"])
    return report


@act("plans.reports.accepted")
def accept_reports(by: Mandate, round_: Round, party: str, *, now: datetime) -> Acceptance:
    """Take all filed reports of one party in a round into the account at once."""
    require(by, "reports.receive", now)
    # PostgreSQL locks no row of an outer join: the State or the Body of each report is one.
    rows = Report.objects.select_for_update(of=("self",)).filter(
        Q(state__key=party) | Q(body__key=party), round=round_, stage=Stage.FILED
    )
    reports = list(rows.order_by("measure__position"))
    if not reports:
        raise Refused("report_not_filed", status=409)
    first = reports[0]
    acceptance = Acceptance.objects.create(
        round=round_, state_id=first.state_id, body_id=first.body_id, made_at=now,
        audience=round_.audience,
    )  # fmt: skip
    acceptance.reports.set(reports)
    for report in reports:
        report.stage, report.question = Stage.ACCEPTED, {}
    Report.objects.bulk_update(reports, ["stage", "question"])
    return acceptance


def _must_be_cleared(
    by: Mandate, report: Report | None, content: ReportContent, measure: Measure
) -> None:
    if not by.has("reports.clear") and not (report and is_cleared(report, content)):
        raise Refused("not_cleared", status=409, number=measure.number)


def _must_be_filed(report: Report) -> None:
    if report.stage != Stage.FILED:
        raise Refused("report_not_filed", status=409)


def _may_write(by: Mandate, round_: Round, measure: Measure, power: str, now: datetime) -> None:
    require(by, power, now)
    if measure.plan_id != round_.plan_id or not owes(round_, measure, by.actor_key):
        raise Refused("measure_not_yours", status=403, number=measure.number)
