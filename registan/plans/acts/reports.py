"""Reports on their way: drafted, cleared inside the State, filed, returned, accepted, corrected."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db.models import Max, Q

from registan.jobs.outbox import post
from registan.ledger import audience as who
from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.parties.queries import secretariat_key
from registan.plans.content import (
    PROGRESS_WITHOUT_TEXT,
    PROGRESSES,
    READERS,
    RESULT_TYPES,
    SECRETARIAT_ONLY,
    ReportContent,
)
from registan.plans.models import (
    Acceptance,
    Draft,
    DraftFile,
    Evidence,
    Filing,
    Indicator,
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
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.models import Measure, Round

LARGEST_FILE = 20 * 2**20


@dataclass(frozen=True)
class Said:
    """One report to be recorded: on what, its content, and the same as typed where a draft follows it."""

    measure: Measure
    content: ReportContent
    typed: Mapping[str, str] | None = None


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
    _reopen(by, round_, [measure.pk])
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
    _reopen(by, draft.round, [draft.measure_id])
    return file


@working_paper
def remove_file(by: Mandate, draft: Draft, *, sha256: str, now: datetime) -> Draft:
    """Take a file off a draft."""
    _may_write(by, draft.round, draft.measure, "reports.draft", now)
    if draft.files.filter(sha256=sha256).delete()[0]:
        _reopen(by, draft.round, [draft.measure_id])
    return draft


@act("plans.report.cleared")
def clear_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Clear a report inside the State: it may be filed, and is seen by nobody outside yet."""
    _may_write(by, round_, measure, "reports.clear", now)
    report = _held(by, round_, [measure]).get(measure.pk)
    if report and report.stage in {Stage.FILED, Stage.ACCEPTED}:
        raise Refused("report_filed_already", status=409)
    return _record(by, round_, [Said(measure, content)], Stage.CLEARED, now)[0]


@act("plans.report.filed")
def file_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Give a State's word on a measure to the organisation.

    Who may file but not clear files the very words that were cleared inside the State.
    """
    _may_write(by, round_, measure, "reports.file", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    report = _held(by, round_, [measure]).get(measure.pk)
    if report and report.stage == Stage.ACCEPTED:
        raise Refused("report_accepted_already", status=409)
    if not by.has("reports.clear") and not (report and _is_cleared(report, content)):
        raise Refused("not_cleared", status=409, number=measure.number)
    return _record(by, round_, [Said(measure, content)], Stage.FILED, now)[0]


@act("plans.sheet.filed")
def file_sheet(
    by: Mandate, round_: Round, reports: Sequence[Said], *, digest: str, now: datetime
) -> Filing:
    """Give a State's word on many measures at once, as its ministries filled them in a sheet.

    Nothing in a sheet has been cleared yet, so that it takes one who may clear as well as file.
    """
    require(by, "reports.file", now)
    require(by, "reports.clear", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    if not reports:
        raise Refused("sheet_changes_nothing", status=409)
    owed = {row.measure_id for row in owed_by(round_, by.actor_key)}
    if strange := [each.measure.number for each in reports if each.measure.pk not in owed]:
        raise Refused("measure_not_yours", status=403, number=", ".join(strange[:10]))
    held = _held(by, round_, [each.measure for each in reports])
    if any(report.stage == Stage.ACCEPTED for report in held.values()):
        raise Refused("report_accepted_already", status=409)
    filing = Filing.objects.create(
        round=round_, state=by.state, body=by.body, sha256=digest, made_at=now,
        audience=round_.audience,
    )  # fmt: skip
    _record(by, round_, reports, Stage.FILED, now, filing)
    return filing


@working_paper
def keep_sheet(by: Mandate, round_: Round, reports: Sequence[Said], *, now: datetime) -> int:
    """Keep the rows of a sheet as drafts, for somebody who may file. Returns how many."""
    require(by, "reports.draft", now)
    _keep_typed(by, round_, reports, now)
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


@act("plans.report.corrected")
def correct_report(
    by: Mandate, round_: Round, measure: Measure, *, content: ReportContent, now: datetime
) -> ReportVersion:
    """Correct a report that was accepted, or whose round is closed: a new version beside the old.

    The frozen account of a closed round keeps the version that counted.
    """
    _may_write(by, round_, measure, "reports.file", now)
    report = _held(by, round_, [measure]).get(measure.pk)
    if round_.is_open and (report is None or report.stage != Stage.ACCEPTED):
        raise Refused("nothing_to_correct", status=409)
    return _record(by, round_, [Said(measure, content)], Stage.FILED, now)[0]


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


def _is_cleared(report: Report, content: ReportContent) -> bool:
    """Whether these very words were cleared inside the State."""
    version = report.latest
    if version is None or report.stage != Stage.CLEARED:
        return False
    counted = {
        row.indicator.key: row.value for row in version.quantities.select_related("indicator")
    }
    return (
        (version.progress, version.result_type) == (content.progress, content.result_type)
        and version.texts == _filled(content.texts)
        and version.difficulties == _filled(content.difficulties)
        and version.proposals == _filled(content.proposals)
        and (version.done_from, version.done_to) == (content.done_from, content.done_to)
        and counted == dict(content.quantities)
    )


def _must_be_filed(report: Report) -> None:
    if report.stage != Stage.FILED:
        raise Refused("report_not_filed", status=409)


def _may_write(by: Mandate, round_: Round, measure: Measure, power: str, now: datetime) -> None:
    require(by, power, now)
    if measure.plan_id != round_.plan_id or not owes(round_, measure, by.actor_key):
        raise Refused("measure_not_yours", status=403, number=measure.number)


def _held(by: Mandate, round_: Round, measures: Sequence[Measure]) -> dict[int, Report]:
    """measure id -> the party's report, locked until the act is over."""
    rows = Report.objects.select_for_update().filter(
        round=round_, measure__in=measures, state=by.state, body=by.body
    )
    return {row.measure_id: row for row in rows}


def _record(
    by: Mandate, round_: Round, said: Sequence[Said], stage: Stage, now: datetime,
    filing: Filing | None = None,
) -> list[ReportVersion]:  # fmt: skip
    """Enter one new version for each of `said`, in as many statements for one as for a hundred."""
    measures = [each.measure for each in said]
    known: dict[int, dict[str, Indicator]] = {}
    for row in Indicator.objects.filter(measure__in=measures):
        known.setdefault(row.measure_id, {})[row.key] = row
    for each in said:
        check_content(each.content, each.measure, known.get(each.measure.pk, {}))
    reports = _reports(by, round_, measures)
    latest = dict(
        ReportVersion.objects.filter(report__in=reports.values())
        .values_list("report")
        .annotate(last=Max("n"))
    )
    versions = [
        _version(reports[each.measure.pk], each.content, stage, now, filing, latest)
        for each in said
    ]
    ReportVersion.objects.bulk_create(versions)
    Quantity.objects.bulk_create(
        Quantity(version=version, indicator=known[each.measure.pk][key], value=value)
        for version, each in zip(versions, said, strict=True)
        for key, value in each.content.quantities.items()
    )
    _keep_typed(by, round_, said, now)
    _take_evidence(by, round_, versions, said)
    for version in versions:
        report = version.report
        report.stage, report.latest = stage, version
        if stage == Stage.FILED:
            report.filed, report.question = version, {}
    Report.objects.bulk_update(reports.values(), ["stage", "latest", "filed", "question"])
    return versions


def _reports(by: Mandate, round_: Round, measures: Sequence[Measure]) -> dict[int, Report]:
    held = _held(by, round_, measures)
    made = Report.objects.bulk_create(
        Report(
            round=round_, measure=measure, state=by.state, body=by.body, audience=round_.audience
        )
        for measure in measures
        if measure.pk not in held
    )
    found = {**held, **{row.measure_id: row for row in made}}
    for measure in measures:
        report = found[measure.pk]
        report.round, report.measure, report.state, report.body = round_, measure, by.state, by.body
    return found


def _version(
    report: Report, content: ReportContent, stage: Stage, now: datetime, filing: Filing | None,
    latest: Mapping[int, int],
) -> ReportVersion:  # fmt: skip
    return ReportVersion(
        report=report,
        filing=filing,
        n=latest.get(report.pk, 0) + 1,
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


def _reopen(by: Mandate, round_: Round, measures: Sequence[int]) -> None:
    """What was cleared and is written on afterwards is a draft again."""
    rows = Report.objects.filter(
        round=round_, measure__in=measures, state=by.state, body=by.body, stage=Stage.CLEARED
    )
    rows.filter(filed__isnull=True).update(stage=Stage.DRAFT)
    rows.update(stage=Stage.RETURNED)


def _keep_typed(by: Mandate, round_: Round, said: Sequence[Said], now: datetime) -> None:
    """Bring the drafts up to what was said, where it came as typed from elsewhere."""
    typed = {each.measure.pk: dict(each.typed) for each in said if each.typed is not None}
    rows = Draft.objects.filter(round=round_, measure__in=typed, state=by.state, body=by.body)
    held = {row.measure_id: row for row in rows}
    changed = [row for pk, row in held.items() if row.typed != typed[pk]]
    for row in changed:
        row.typed, row.editor, row.saved_at = typed[row.measure_id], by.official, now
        row.revision += 1
    Draft.objects.bulk_update(changed, ["typed", "editor", "saved_at", "revision"])
    _reopen(by, round_, [row.measure_id for row in changed])
    Draft.objects.bulk_create(
        Draft(round=round_, measure_id=pk, state=by.state, body=by.body, typed=words,
              editor=by.official, saved_at=now)
        for pk, words in typed.items()
        if pk not in held
    )  # fmt: skip


def check_content(
    content: ReportContent, measure: Measure, known: Collection[str] | None = None
) -> None:
    """Refuse what cannot stand as a report on this measure; `known`: keys of its indicators."""
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
    if known is None:
        known = set(measure.indicators.values_list("key", flat=True))
    if unknown := [key for key in content.quantities if key not in known]:
        raise Refused("indicator_unknown", key=unknown[0], number=measure.number)


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {lang: text.strip() for lang, text in texts.items() if text.strip()}


def _take_evidence(
    by: Mandate, round_: Round, versions: Sequence[ReportVersion], said: Sequence[Said]
) -> None:
    """Links as said, and the files of the drafts, as evidence of the versions."""
    by_measure = {version.report.measure_id: version for version in versions}
    found = [
        Evidence(version=version, title=link.title or link.link, link=link.link,
                 audience=_readers_of(version, link.readers))
        for version, each in zip(versions, said, strict=True)
        for link in each.content.links
    ]  # fmt: skip
    files = DraftFile.objects.filter(
        draft__round=round_,
        draft__measure__in=by_measure,
        draft__state=by.state,
        draft__body=by.body,
    )
    for file in files.select_related("draft"):
        version = by_measure[file.draft.measure_id]
        found.append(
            Evidence(version=version, title=file.title, file_name=file.file_name,
                     content=file.content, sha256=file.sha256,
                     audience=_readers_of(version, file.readers))
        )  # fmt: skip
    Evidence.objects.bulk_create(found)


def _readers_of(version: ReportVersion, readers: str) -> str:
    """Audience of one piece of evidence: that of its report, or the Secretariat beside the party."""
    if readers == SECRETARIAT_ONLY and version.stage == Stage.FILED:
        return who.body(secretariat_key())
    return version.audience
