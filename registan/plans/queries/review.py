"""The consolidated account of a round, gathered from what was filed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format

from registan.parties.queries import Names, organisation
from registan.plans.models import Evidence, MeasureText, Quantity, Report, ReportVersion, RoundLine
from registan.plans.queries.measures import words_of
from registan.plans.queries.overview import ORDER
from registan.plans.queries.owing import owed
from registan.plans.queries.plans import version_for
from registan.plans.queries.rounds import findings_of, opinions_of, parties_in_order
from registan.plans.queries.typed import plain
from registan.plans.review.account import (
    Account,
    AccountChapter,
    AccountLine,
    AccountMeasure,
    Labels,
    Missing,
    Passage,
)
from registan.web.languages import CODES
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.audience import Viewer
    from registan.plans.models import Finding, Opinion, Plan, Round
    from registan.plans.queries.owing import Owing

_LABELS = (
    "number", "measure", "term", "responsible", "progress", "expected", "summary", "annex",
    "annex_lede", "annex_none", "parties", "no_chapter",
)  # fmt: skip


@dataclass(frozen=True)
class _Held:
    """Everything of a round that the account is made of, read once."""

    owed: list[Owing]
    versions: dict[tuple[int, str], ReportVersion]
    quantities: dict[int, list[Quantity]]
    evidence: dict[int, list[Evidence]]
    findings: dict[int, Finding]
    opinions: dict[int, list[Opinion]]
    names: Names
    order: list[str]


def gather(round_: Round, viewer: Viewer, lang: str, now: datetime) -> Account:
    """The account as `viewer` may see it, in `lang`. A closed round gives the same at any time.

    Where a text was given in another language only, it stands in that one and says so.
    """
    with translation.override(CODES[lang]):
        return _account(round_, viewer, lang, now)


def _account(round_: Round, viewer: Viewer, lang: str, now: datetime) -> Account:
    plan = round_.plan
    held = _read(round_, viewer, lang)
    shown = version_for(plan, lang)
    texts = {
        row.measure_id: row for row in MeasureText.objects.filter(measure__plan=plan, lang=shown)
    }
    by_measure: dict[int, list[Owing]] = defaultdict(list)
    for row in held.owed:
        by_measure[row.measure_id].append(row)
    titles = {row.pk: in_lang(row.titles, shown) for row in plan.chapters.all()}
    grouped: dict[int | None, list[AccountMeasure]] = defaultdict(list)
    missing: list[Missing] = []
    for pk, rows in by_measure.items():
        grouped[rows[0].chapter_id].append(_measure(rows, texts[pk], held, lang))
        silent = {row.party for row in rows if (pk, row.party) not in held.versions}
        if silent:
            names = [held.names.short(party, lang) for party in held.order if party in silent]
            missing.append(Missing(rows[0].number, texts[pk].text, ", ".join(names)))
    as_of = round_.closed_at or now
    known = organisation()
    return Account(
        lang=lang,
        organisation=in_lang(known.names, lang) if known else "",
        heading=say("plans.review.heading", lang),
        plan=in_lang(plan.titles, lang),
        subtitle=say("plans.review.period", lang, n=round_.number, start=_day(round_.starts_on),
                     end=_day(round_.ends_on)),
        as_of=say("plans.review.as_of_closed" if round_.closed_at else "plans.review.as_of", lang,
                  day=date_format(as_of, "DATE_FORMAT")),
        notice=say("web.illustrative", lang) if plan.illustrative else "",
        summary=_summary(held, by_measure, lang),
        chapters=tuple(
            AccountChapter(titles.get(chapter or 0, ""), tuple(measures))
            for chapter, measures in grouped.items()
        ),
        missing=tuple(missing),
        labels=_labels(lang),
        made_at=as_of,
        languages_note=_languages_note(plan, shown, lang),
    )  # fmt: skip


def _read(round_: Round, viewer: Viewer, lang: str) -> _Held:
    rows = owed(round_)
    versions = _versions(round_, viewer)
    ids = [version.pk for version in versions.values()]
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in Quantity.objects.filter(version_id__in=ids).select_related("indicator"):
        quantities[quantity.version_id].append(quantity)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for paper in Evidence.objects.visible_to(viewer).filter(version_id__in=ids).defer("content"):
        evidence[paper.version_id].append(paper)
    opinions: dict[int, list[Opinion]] = defaultdict(list)
    for opinion in opinions_of(round_, viewer):
        opinions[opinion.measure_id].append(opinion)
    order = parties_in_order({row.party for row in rows}, lang)
    return _Held(rows, versions, quantities, evidence, findings_of(round_, viewer), opinions,
                 Names.load(), order)  # fmt: skip


def _versions(round_: Round, viewer: Viewer) -> dict[tuple[int, str], ReportVersion]:
    """(measure id, party) -> the version that counts: frozen in a closed round, else as filed."""
    if not round_.is_open:
        lines = RoundLine.objects.filter(round=round_, version__isnull=False)
        return {
            (row.measure_id, row.state.key if row.state else row.body.key if row.body else ""): row.version
            for row in lines.select_related("version", "state", "body")
            if row.version and viewer.sees(row.version.audience)
        }  # fmt: skip
    reports = Report.objects.visible_to(viewer).filter(round=round_, filed__isnull=False)
    return {
        (row.measure_id, row.party_key): row.filed
        for row in reports.select_related("filed", "state", "body")
        if row.filed and viewer.sees(row.filed.audience)
    }


def _measure(rows: list[Owing], text: MeasureText, held: _Held, lang: str) -> AccountMeasure:
    pk = rows[0].measure_id
    owing = {row.party for row in rows}
    return AccountMeasure(
        number=rows[0].number,
        text=text.text,
        expected=text.result,
        term=text.term_raw,
        responsible=text.responsible_raw,
        lines=tuple(_line(party, held, pk, lang) for party in held.order if party in owing),
        remarks=tuple(_remarks(pk, held, lang)),
    )


def _line(party: str, held: _Held, measure: int, lang: str) -> AccountLine:
    name = held.names.short(party, lang)
    version = held.versions.get((measure, party))
    if version is None:
        return AccountLine(name, say("progress.", lang))
    standing = say(f"progress.{version.progress}", lang)
    if version.result_type:
        standing += f" ({say(f'result_type.{version.result_type}', lang)})"
    return AccountLine(name, standing, tuple(_passages(version, held, lang)))


def _passages(version: ReportVersion, held: _Held, lang: str) -> list[Passage]:
    found = []
    for name, texts in (
        ("", version.texts),
        ("difficulties", version.difficulties),
        ("proposals", version.proposals),
    ):
        label = say(f"plans.{name}", lang) if name else ""
        text, text_lang = words_of(texts, lang)
        if text:
            found.append(Passage(label, text, _note(text_lang, lang)))
    if version.done_from or version.done_to:
        days = [_day(day) for day in (version.done_from, version.done_to) if day]
        found.append(Passage(say("plans.dates", lang), " — ".join(days)))
    for row in held.quantities.get(version.pk, []):
        unit = in_lang(row.indicator.unit, lang)
        found.append(
            Passage(in_lang(row.indicator.names, lang), f"{plain(row.value)} {unit}".strip())
        )
    if papers := held.evidence.get(version.pk):
        titles = "; ".join(f"{row.title} {row.link}".strip() for row in papers)
        found.append(Passage(say("plans.evidence", lang), titles))
    return found


def _remarks(measure: int, held: _Held, lang: str) -> list[Passage]:
    found = []
    if finding := held.findings.get(measure):
        reason, reason_lang = words_of(finding.reasons, lang)
        words = f"{say(f'progress.{finding.progress}', lang)}. {reason}"
        found.append(Passage(say("plans.finding", lang), words, _note(reason_lang, lang)))
    for opinion in held.opinions.get(measure, []):
        text, text_lang = words_of(opinion.texts, lang)
        label = say("plans.opinion_of", lang, party=held.names.short(opinion.state.key, lang))
        found.append(Passage(label, text, _note(text_lang, lang)))
    return found


def _note(text_lang: str, lang: str) -> str:
    """Where a text exists only in another language, it says so."""
    return (
        ""
        if text_lang == lang
        else say("plans.only_in", lang, language=say(f"language.{text_lang}", lang))
    )


def _summary(held: _Held, by_measure: dict[int, list[Owing]], lang: str) -> tuple[str, ...]:
    counted = Counter(
        version.progress if (version := held.versions.get((row.measure_id, row.party))) else ""
        for row in held.owed
    )
    whole = len(held.owed)
    sentences = [
        say("plans.review.whole", lang, measures=len(by_measure), parties=len(held.order),
            reports=whole, filed=whole - counted[""]),
    ]  # fmt: skip
    parts = [
        f"{say(f'progress.{code}', lang)} — {counted[code]}" for code in ORDER if counted[code]
    ]
    if parts:
        sentences.append(say("plans.review.parts", lang, parts="; ".join(parts)))
    found = Counter(finding.progress for finding in held.findings.values())
    if found:
        words = "; ".join(
            f"{say(f'progress.{code}', lang)} — {found[code]}" for code in ORDER if found[code]
        )
        sentences.append(say("plans.review.findings", lang, n=sum(found.values()), parts=words))
    kinds = Counter(v.result_type for v in held.versions.values() if v.result_type)
    if kinds:
        words = "; ".join(
            f"{say(f'result_type.{code}', lang)} — {kinds[code]}"
            for code in ("national", "bilateral", "multilateral")
            if kinds[code]
        )
        sentences.append(say("plans.review.results", lang, parts=words))
    silent = sum(
        1 for pk, rows in by_measure.items()
        if all((pk, row.party) not in held.versions for row in rows)
    )  # fmt: skip
    sentences.append(
        say("plans.review.silent" if silent else "plans.review.none_silent", lang, n=silent)
    )
    return tuple(sentences)


def _labels(lang: str) -> Labels:
    words = {name: say(f"plans.review.{name}", lang) for name in _LABELS}
    return Labels(**words, page=say("plans.page_of", lang, page="{page}", pages="{pages}"))


def _languages_note(plan: Plan, shown: str, lang: str) -> str:
    if shown == lang:
        return ""
    return say("plans.review.plan_only_in", lang, language=say(f"language.{shown}", lang))


def _day(day: object) -> str:
    return date_format(day, "DATE_FORMAT")  # type: ignore[arg-type]
