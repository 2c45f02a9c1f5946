"""Reports on their way: drafted, cleared inside the State, filed, returned, accepted, corrected."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from registan.jobs.outbox import post
from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.plans.content import PROGRESS_WITHOUT_TEXT, PROGRESSES, RESULT_TYPES, ReportContent
from registan.plans.models import (
    Draft,
    DraftFile,
    Evidence,
    Filing,
    Measure,
    Quantity,
    Report,
    ReportVersion,
    SheetTray,
)
from registan.plans.models.reports import Progress, Stage
from registan.plans.queries.owing import owed_by, owes
from registan.plans.queries.reminders import writers
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.models import Round

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
    return draft


@working_paper
def attach_file(
    by: Mandate, draft: Draft, *, title: str, file_name: str, content: bytes, now: datetime
) -> DraftFile:
    """Attach a file to a draft; the same file twice is one attachment."""
    _may_write(by, draft.round, draft.measure, "reports.draft", now)
    if len(content) > LARGEST_FILE:
        raise Refused("file_too_large", field="file", largest=LARGEST_FILE // 2**20)
    if not content:
        raise Refused("file_empty", field="file")
    file, _ = DraftFile.objects.get_or_create(
        draft=draft,
        sha256=sha256(content).hexdigest(),
        defaults={"title": title or file_name, "file_name": file_name[-200:], "content": content},
    )
    return file


@working_paper
def remove_file(by: Mandate, draft: Draft, *, sha256: str, now: datetime) -> Draft:
    """Take a file off a draft."""
    _may_write(by, draft.round, draft.measure, "reports.draft", now)
    draft.files.filter(sha256=sha256).delete()
    return draft


@act("plans.report.cleared")
def clear_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Clear a report inside the State: it may be filed, and is seen by nobody outside yet."""
    _may_write(by, round_, measure, "reports.clear", now)
    report = _report(by, round_, measure)
    if report.stage in {Stage.FILED, Stage.ACCEPTED}:
        raise Refused("report_filed_already", status=409)
    return _new_version(by, report, content, Stage.CLEARED, now)


@act("plans.report.filed")
def file_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Give a State's word on a measure to the organisation."""
    _may_write(by, round_, measure, "reports.file", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    report = _report(by, round_, measure)
    if report.stage == Stage.ACCEPTED:
        raise Refused("report_accepted_already", status=409)
    return _new_version(by, report, content, Stage.FILED, now)


@dataclass(frozen=True)
class SheetReport:
    """One report of a sheet: its measure, its content, and the same as typed, for the draft."""

    measure: Measure
    content: ReportContent
    typed: Mapping[str, str]


@act("plans.sheet.filed")
def file_sheet(
    by: Mandate, round_: Round, reports: Sequence[SheetReport], *, digest: str, now: datetime
) -> Filing:
    """Give a State's word on many measures at once, as its ministries filled them in a sheet."""
    require(by, "reports.file", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    if not reports:
        raise Refused("sheet_changes_nothing", status=409)
    owed = {row.measure_id for row in owed_by(round_, by.actor_key)}
    filing = Filing.objects.create(
        round=round_, state=by.state, body=by.body, sha256=digest, made_at=now,
        audience=round_.audience,
    )  # fmt: skip
    for each in reports:
        if each.measure.pk not in owed:
            raise Refused("measure_not_yours", status=403, number=each.measure.number)
        report = _report(by, round_, each.measure)
        if report.stage == Stage.ACCEPTED:
            raise Refused("report_accepted_already", status=409)
        _keep_typed(by, round_, each, now)
        _new_version(by, report, each.content, Stage.FILED, now, filing)
    return filing


@working_paper
def keep_sheet(
    by: Mandate, round_: Round, reports: Sequence[SheetReport], *, now: datetime
) -> int:
    """Keep the rows of a sheet as drafts, for somebody who may file. Returns how many."""
    require(by, "reports.draft", now)
    for each in reports:
        _keep_typed(by, round_, each, now)
    return len(reports)


@working_paper
def receive_sheet(
    by: Mandate, round_: Round, *, file_name: str, content: bytes, now: datetime
) -> SheetTray:
    """Keep an uploaded sheet until its preview is confirmed."""
    require(by, "reports.draft", now)
    return SheetTray.objects.create(
        token=secrets.token_hex(16), round=round_, state=by.state, body=by.body,
        official=by.official, file_name=file_name[-200:], content=content,
        sha256=sha256(content).hexdigest(), made_at=now,
    )  # fmt: skip


def _keep_typed(by: Mandate, round_: Round, each: SheetReport, now: datetime) -> None:
    draft, made = Draft.objects.get_or_create(
        round=round_, measure=each.measure, state=by.state, body=by.body,
        defaults={"typed": dict(each.typed), "editor": by.official, "saved_at": now},
    )  # fmt: skip
    if not made and draft.typed != dict(each.typed):
        draft.typed, draft.editor, draft.saved_at = dict(each.typed), by.official, now
        draft.revision += 1
        draft.save(update_fields=["typed", "editor", "saved_at", "revision"])


@act("plans.report.corrected")
def correct_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Correct a report that was accepted, or whose round is closed: a new version beside the old.

    The frozen account of a closed round keeps the version that counted.
    """
    _may_write(by, round_, measure, "reports.file", now)
    report = _report(by, round_, measure)
    if round_.is_open and report.stage != Stage.ACCEPTED:
        raise Refused("nothing_to_correct", status=409)
    return _new_version(by, report, content, Stage.FILED, now)


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


def _must_be_filed(report: Report) -> None:
    if report.stage != Stage.FILED:
        raise Refused("report_not_filed", status=409)


def _may_write(by: Mandate, round_: Round, measure: Measure, power: str, now: datetime) -> None:
    require(by, power, now)
    if measure.plan_id != round_.plan_id or not owes(round_, measure, by.actor_key):
        raise Refused("measure_not_yours", status=403, number=measure.number)


def _report(by: Mandate, round_: Round, measure: Measure) -> Report:
    report, _ = Report.objects.select_for_update().get_or_create(
        round=round_,
        measure=measure,
        state=by.state,
        body=by.body,
        defaults={"audience": round_.audience},
    )
    report.round, report.measure = round_, measure
    return report


def _new_version(
    by: Mandate, report: Report, content: ReportContent, stage: Stage, now: datetime,
    filing: Filing | None = None,
) -> ReportVersion:  # fmt: skip
    check_content(content, report.measure)
    last = report.versions.order_by("-n").first()
    version = ReportVersion.objects.create(
        report=report,
        filing=filing,
        n=last.n + 1 if last else 1,
        stage=stage,
        progress=content.progress,
        result_type=content.result_type,
        texts=_filled(content.texts),
        difficulties=_filled(content.difficulties),
        proposals=_filled(content.proposals),
        done_from=content.done_from,
        done_to=content.done_to,
        made_at=now,
        audience=report.audience if stage == Stage.FILED else report.own_audience,
    )
    indicators = {row.key: row for row in report.measure.indicators.all()}
    Quantity.objects.bulk_create(
        Quantity(version=version, indicator=indicators[key], value=value)
        for key, value in content.quantities.items()
    )
    _take_evidence(by, version, content)
    report.stage, report.latest, report.question = stage, version, {}
    if stage == Stage.FILED:
        report.filed = version
    report.save(update_fields=["stage", "latest", "filed", "question"])
    return version


def check_content(content: ReportContent, measure: Measure) -> None:
    """Refuse what cannot stand as a report on this measure."""
    if content.progress not in PROGRESSES:
        raise Refused("progress_missing", field="progress")
    if content.result_type and content.result_type not in RESULT_TYPES:
        raise Refused("progress_missing", field="result_type")
    if content.progress not in PROGRESS_WITHOUT_TEXT and not any(
        text.strip() for text in content.texts.values()
    ):
        raise Refused("report_text_missing", field="text")
    if content.progress in {Progress.DONE, Progress.DONE_IN_PART} and not content.result_type:
        raise Refused("result_type_missing", field="result_type")
    if content.done_from and content.done_to and content.done_to < content.done_from:
        raise Refused("term_ends_before_it_begins", field="done_to", number=measure.number)
    refuse_hidden_characters(*content.said, place=measure.number, field="text")
    known = set(measure.indicators.values_list("key", flat=True))
    if unknown := [key for key in content.quantities if key not in known]:
        raise Refused("indicator_unknown", key=unknown[0], number=measure.number)


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {lang: text.strip() for lang, text in texts.items() if text.strip()}


def _take_evidence(by: Mandate, version: ReportVersion, content: ReportContent) -> None:
    Evidence.objects.bulk_create(
        Evidence(
            version=version,
            title=link.title or link.link,
            link=link.link,
            audience=version.audience,
        )
        for link in content.links
    )
    report = version.report
    draft = Draft.objects.filter(
        round=report.round, measure=report.measure, state=by.state, body=by.body
    ).first()
    if draft is None:
        return
    Evidence.objects.bulk_create(
        Evidence(
            version=version, title=file.title, file_name=file.file_name, content=file.content,
            sha256=file.sha256, audience=version.audience,
        )
        for file in draft.files.all()
    )  # fmt: skip
