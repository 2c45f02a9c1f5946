"""What can be found of plans: plans, chapters, measures, obligations, reports, findings, opinions.

A text is found only by those who may open its page: the audiences of the plan, of the measure or
round, and of the text itself have all to admit the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from registan.parties.queries import Names
from registan.plans.models import (
    Chapter,
    Filing,
    Finding,
    Measure,
    Obligation,
    Opinion,
    Plan,
    Report,
)
from registan.plans.models.reports import Stage
from registan.search.things import Thing, register_searchable
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from registan.plans.models import ReportVersion, Round

Texts = dict[str, str]
At = dict[str, str | int]
PREFIX = "urn:registan:plan:"


def register_plans() -> None:
    """Make plans and all that stands in them findable."""
    register_searchable("plan", plans)
    register_searchable("chapter", chapters, touched=chapter_of_addition)
    register_searchable("measure", measures)
    register_searchable("obligation", obligations)
    register_searchable("report", reports, touched=touched_reports)
    register_searchable("finding", findings)
    register_searchable("opinion", opinions)


def plans(urn: str) -> Iterator[Thing]:
    """Plans by title, period and the text that adopted them."""
    for plan in Plan.objects.filter(_within(urn, "key", deep=False)).select_related("adopted_by"):
        yield Thing(
            plan.urn, "plan", {"key": plan.key}, plan.titles, plan.instrument,
            ((plan.audience,),), plan.key,
            (plan.adopted_by.key,) if plan.adopted_by else (),
        )  # fmt: skip


def chapters(urn: str) -> Iterator[Thing]:
    """Chapters by title; they change with their plan."""
    found = Chapter.objects.filter(_within(urn, "plan__key", deep=False)).select_related("plan")
    for chapter in found:
        at: At = {"key": chapter.plan.key, "position": chapter.position}
        yield Thing(
            f"{chapter.plan.urn}:chapter:{chapter.position}", "chapter", at, chapter.titles, {},
            ((chapter.plan.audience,),), chapter.plan.key,
        )  # fmt: skip


def chapter_of_addition(subject: str) -> Iterator[str]:
    """The first measure added after adoption brings a chapter with it."""
    if subject.startswith(PREFIX) and subject.endswith(":addition"):
        yield subject.partition(":measure:")[0]


def obligations(urn: str) -> Iterator[Thing]:
    """Obligations of strategies and programmes; they change with their plan."""
    found = Obligation.objects.filter(_within(urn, "plan__key", deep=False)).select_related("plan")
    for row in found:
        yield Thing(
            f"{row.plan.urn}:obligation:{row.key}", "plan", {"key": row.plan.key}, row.texts, {},
            ((row.plan.audience,),), row.plan.key,
        )  # fmt: skip


def measures(urn: str) -> Iterator[Thing]:
    """Measures by number and text; expected result, term, responsible, steps and indicators as printed."""
    found = Measure.objects.filter(_within(urn, "plan__key", "number")).select_related("plan")
    related = ("texts", "milestones", "indicators", "assignments__state", "assignments__body")
    for measure in found.prefetch_related(*related).iterator(chunk_size=500):
        versions = {row.lang: row for row in measure.texts.all()}
        heading = {lang: f"{measure.number}. {row.text}" for lang, row in versions.items()}
        texts = {
            lang: [row.result, row.term_raw, row.responsible_raw] for lang, row in versions.items()
        }
        for step in measure.milestones.all():
            _add(texts, step.texts)
        for indicator in measure.indicators.all():
            _add(texts, indicator.names)
        parties = {
            party.key for row in measure.assignments.all() if (party := row.state or row.body)
        }
        yield Thing(
            measure.urn, "measure", {"key": measure.plan.key, "number": measure.number}, heading,
            _joined(texts), ((measure.plan.audience,), (measure.audience,)),
            measure.plan.key, tuple(sorted(parties)),
        )  # fmt: skip


def reports(urn: str) -> Iterator[Thing]:
    """Reports as last filed, with what was cleared since for their own State alone."""
    names = Names.load()
    found = Report.objects.filter(_within(urn, "round__plan__key", "measure__number", "report"))
    found = found.exclude(latest=None)
    related = ("round__plan", "measure", "state", "body", "latest", "filed")
    for report in found.select_related(*related).iterator(chunk_size=500):
        around = (
            (report.round.plan.audience,),
            (report.measure.audience,),
            (report.round.audience,),
        )
        if report.filed:
            to_all = (
                (report.audience, report.own_audience),
                (report.filed.audience, report.own_audience),
            )
            yield _report(report, report.filed, report.urn, (*around, *to_all), names)
        if report.latest and report.latest.stage == Stage.CLEARED:
            inside = (*around, (report.own_audience,))
            yield _report(report, report.latest, f"{report.urn}:cleared", inside, names)


def _report(
    report: Report, version: ReportVersion, urn: str, readers: tuple[tuple[str, ...], ...],
    names: Names,
) -> Thing:  # fmt: skip
    at: At = {
        "key": report.round.plan.key, "number": report.round.number,
        "measure": report.measure.number, "party": report.party_key,
    }  # fmt: skip
    texts: dict[str, list[str]] = {}
    for part in (version.texts, version.difficulties, version.proposals):
        _add(texts, part)
    return Thing(
        urn, "report", at, _about("report", report.round, report.measure, report.party_key, names),
        _joined(texts), readers, report.round.plan.key, (report.party_key,),
    )  # fmt: skip


def touched_reports(subject: str) -> Iterable[str]:
    """The report an act on one of its versions changes; all those that a sheet files by one act."""
    if not subject.startswith(PREFIX):
        return ()
    plan, *parts = subject.removeprefix(PREFIX).split(":")
    if len(parts) > 5 and parts[0] == "measure" and parts[2] == "report":
        return (PREFIX + ":".join([plan, *parts[:5]]),)
    if len(parts) < 4 or parts[0] != "round" or parts[2] != "sheet" or not parts[1].isdigit():
        return ()
    filings = Filing.objects.filter(
        Q(state__key=parts[3]) | Q(body__key=parts[3]), round__plan__key=plan,
        round__number=int(parts[1]),
    )  # fmt: skip
    found = Report.objects.filter(versions__filing__in=filings).distinct()
    related = found.select_related("round", "measure__plan", "state", "body")
    return [report.urn for report in related]


def findings(urn: str) -> Iterator[Thing]:
    """The secretariat's latest finding on each measure of each round."""
    names = Names.load()
    found = Finding.objects.filter(_within(urn, "round__plan__key", "measure__number", "finding"))
    related = found.select_related("round__plan", "measure").order_by("n")
    latest = {(row.round_id, row.measure_id): row for row in related}
    for row in latest.values():
        yield Thing(
            row.urn, "measure", _page_of(row), _about("finding", row.round, row.measure, "", names),
            row.reasons, _readers_of(row), row.round.plan.key,
        )  # fmt: skip


def opinions(urn: str) -> Iterator[Thing]:
    """The latest opinion for the record of each State on each measure of each round."""
    names = Names.load()
    found = Opinion.objects.filter(_within(urn, "round__plan__key", "measure__number", "opinion"))
    related = found.select_related("round__plan", "measure", "state").order_by("n")
    latest = {(row.round_id, row.measure_id, row.state_id): row for row in related}
    for row in latest.values():
        yield Thing(
            row.urn, "measure", _page_of(row),
            _about("opinion", row.round, row.measure, row.state.key, names),
            row.texts, _readers_of(row), row.round.plan.key, (row.state.key,),
        )  # fmt: skip


def _page_of(row: Finding | Opinion) -> At:
    return {"key": row.round.plan.key, "number": row.measure.number}


def _readers_of(row: Finding | Opinion) -> tuple[tuple[str, ...], ...]:
    return (
        (row.round.plan.audience,),
        (row.measure.audience,),
        (row.round.audience,),
        (row.audience,),
    )


def _about(kind: str, round_: Round, measure: Measure, party: str, names: Names) -> Texts:
    """ "Kazakhstan on measure 1.2, round 3", in each language."""
    return {
        lang: say(
            f"search.heading.{kind}", lang, round=round_.number, number=measure.number,
            party=names.short(party, lang) if party else "",
        )
        for lang in LANGS
    }  # fmt: skip


def _within(urn: str, key: str, number: str = "", part: str = "", *, deep: bool = True) -> Q:
    """The rows at or below `urn`: all for "", those of a plan, of a measure, or of one party and round.

    deep: False for rows that only acts on the plan itself change.
    """
    if not urn:
        return Q()
    if not urn.startswith(PREFIX):
        return Q(pk__in=[])
    names = urn.removeprefix(PREFIX).split(":")
    condition = Q(**{key: names[0]})
    if len(names) == 1:
        return condition
    if not deep or names[1] != "measure" or len(names) < 3:
        return Q(pk__in=[])
    return condition & _within_measure(names[2:], number, part)


def _within_measure(names: list[str], number: str, part: str) -> Q:
    condition = Q(**{number: names[0]})
    if len(names) == 1:
        return condition
    if not part or names[1] != part or len(names) < 3 or not names[2].isdigit():
        return Q(pk__in=[])
    condition &= Q(round__number=int(names[2]))
    if len(names) > 3:
        condition &= _of_party(part, names[3])
    return condition


def _of_party(part: str, party: str) -> Q:
    of_state = Q(state__key=party)
    return of_state | Q(body__key=party) if part == "report" else of_state


def _add(texts: dict[str, list[str]], more: Mapping[str, str]) -> None:
    for lang, text in more.items():
        texts.setdefault(lang, []).append(text)


def _joined(texts: Mapping[str, Iterable[str]]) -> Texts:
    return {lang: "\n".join(filter(None, parts)) for lang, parts in texts.items()}
