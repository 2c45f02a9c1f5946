"""How reports enter the record: versions, figures, evidence and drafts of one or of a hundred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Max
from django.utils.timezone import localtime

from registan.ledger import audience as who
from registan.ledger.act import Refused
from registan.parties.queries import secretariat_key
from registan.plans.content import (
    PROGRESS_WITHOUT_TEXT,
    PROGRESSES,
    RESULT_TYPES,
    SECRETARIAT_ONLY,
    ReportContent,
)
from registan.plans.models import (
    Binding,
    CitedFigure,
    Draft,
    DraftFile,
    Evidence,
    Filing,
    Indicator,
    Quantity,
    Report,
    ReportVersion,
)
from registan.plans.models.reports import STANDS, Progress, Stage
from registan.plans.queries.living import figure_facts, reader_of, work_out
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from registan.parties.models import Mandate
    from registan.plans.models import Measure, Round


@dataclass(frozen=True)
class Said:
    """One report to be recorded: on what, its content, and the same as typed where a draft follows it."""

    measure: Measure
    content: ReportContent
    typed: Mapping[str, str] | None = None


def held_reports(by: Mandate, round_: Round, measures: Sequence[Measure]) -> dict[int, Report]:
    """measure id -> the party's report, locked until the act is over."""
    rows = Report.objects.select_for_update().filter(
        round=round_, measure__in=measures, state=by.state, body=by.body
    )
    return {row.measure_id: row for row in rows}


def record_reports(
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
        _check_cites(each.content, each.measure, localtime(now).date())
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
    _cite(round_, versions, said)
    keep_typed(by, round_, said, now)
    _take_evidence(by, round_, versions, said)
    for version in versions:
        report = version.report
        report.latest = version
        if stage == Stage.FILED or report.stage not in STANDS:
            report.stage = stage
        if stage == Stage.FILED:
            report.filed, report.question = version, {}
    Report.objects.bulk_update(reports.values(), ["stage", "latest", "filed", "question"])
    return versions


def _reports(by: Mandate, round_: Round, measures: Sequence[Measure]) -> dict[int, Report]:
    held = held_reports(by, round_, measures)
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


def reopen(by: Mandate, round_: Round, measures: Sequence[int]) -> None:
    """What was cleared and is written on afterwards is a draft again; so is a cleared correction."""
    corrections = Report.objects.filter(
        round=round_, measure__in=measures, state=by.state, body=by.body, stage__in=STANDS,
        latest__stage=Stage.CLEARED,
    )  # fmt: skip
    corrections.update(latest=F("filed"))
    rows = Report.objects.filter(
        round=round_, measure__in=measures, state=by.state, body=by.body, stage=Stage.CLEARED
    )
    rows.filter(filed__isnull=True).update(stage=Stage.DRAFT)
    rows.update(stage=Stage.RETURNED)


def keep_typed(by: Mandate, round_: Round, said: Sequence[Said], now: datetime) -> None:
    """Bring the drafts up to what was said, where it came as typed from elsewhere."""
    typed = {each.measure.pk: dict(each.typed) for each in said if each.typed is not None}
    rows = Draft.objects.filter(round=round_, measure__in=typed, state=by.state, body=by.body)
    held = {row.measure_id: row for row in rows}
    changed = [row for pk, row in held.items() if row.typed != typed[pk]]
    for row in changed:
        row.typed, row.editor, row.saved_at = typed[row.measure_id], by.official, now
        row.revision += 1
    Draft.objects.bulk_update(changed, ["typed", "editor", "saved_at", "revision"])
    reopen(by, round_, [row.measure_id for row in changed])
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


def _check_cites(content: ReportContent, measure: Measure, today: date) -> None:
    """Refuse to cite what is bound to no desk, or was not yet on that day, or lies ahead."""
    if not content.cites:
        return
    rows = Binding.objects.filter(indicator__measure=measure, until__isnull=True)
    since = dict(rows.values_list("indicator__key", "since"))
    for key, day in content.cites.items():
        if key not in since or not since[key] <= day <= today:
            raise Refused("figure_not_to_be_cited", field=f"cite_{key}", key=key)


def _cite(round_: Round, versions: Sequence[ReportVersion], said: Sequence[Said]) -> None:
    """Freeze the figures that are cited, as every reader of the round may see them."""
    rows = []
    for version, each in zip(versions, said, strict=True):
        for key, day in each.content.cites.items():
            bound = Binding.objects.filter(
                indicator__measure=each.measure, indicator__key=key, until__isnull=True
            ).select_related("indicator")
            told = work_out(bound, reader_of(round_.audience), day)
            rows += [CitedFigure(version=version, **figure_facts(row)) for row in told]
    CitedFigure.objects.bulk_create(rows)


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


def is_cleared(report: Report, content: ReportContent) -> bool:
    """Whether these very words were cleared inside the State."""
    version = report.latest
    if version is None or not report.holds_cleared_words:
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
        and {row.indicator.key: row.as_of for row in version.cited.select_related("indicator")}
        == dict(content.cites)
    )
