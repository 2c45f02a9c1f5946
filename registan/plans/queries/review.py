"""The consolidated account of a round, gathered from what was filed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime

from registan.ledger.models import Entry
from registan.plans.queries.measures import words_of
from registan.plans.queries.review_counts import overview, summary
from registan.plans.queries.review_held import Held, hold
from registan.plans.queries.typed import plain
from registan.plans.review.account import (
    Account,
    AccountChapter,
    AccountLine,
    AccountMeasure,
    Labels,
    Missing,
    Passage,
    needs_splitting,
)
from registan.web.languages import CODES
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.ledger.audience import Viewer
    from registan.plans.models import ReportVersion, Round
    from registan.plans.models.living import Figure
    from registan.plans.queries.owing import Owing
    from registan.plans.queries.words import MeasureWords, PlanWords

_LABELS = (
    "number", "measure", "expected", "term", "responsible", "party", "progress", "summary",
    "overview", "chapters", "annex", "annex_title", "annex_lede", "annex_none", "parties",
    "no_chapter", "colon",
)  # fmt: skip
_MEASURE_WIDTH, _RESULT_WIDTH, _PARTIES_WIDTH = 60, 24, 60  # letters in a line of these columns


def gather(round_: Round, viewer: Viewer, lang: str, now: datetime) -> Account:
    """The account as `viewer` may see it, in `lang`. A closed round gives the same at any time.

    Where a text was given in another language only, it stands in that one and says so.
    """
    with translation.override(CODES[lang]):
        return _account(round_, viewer, lang, now)


def _account(round_: Round, viewer: Viewer, lang: str, now: datetime) -> Account:
    held = hold(round_, viewer, lang)
    words = held.words
    texts = {pk: words.measure(pk, lang) for pk in held.by_measure}
    grouped: dict[str, list[AccountMeasure]] = defaultdict(list)
    for pk, owing in held.by_measure.items():
        grouped[texts[pk].chapter].append(_measure(owing, texts[pk], held, lang))
    return Account(
        lang=lang,
        plan_lang=words.version_for(lang),
        organisation=in_lang(words.organisation, lang),
        heading=say("plans.review.heading", lang),
        plan=in_lang(words.titles, lang),
        period=say("plans.review.period", lang, n=round_.number, start=_day(round_.starts_on),
                   end=_day(round_.ends_on)),
        as_of=_as_of(round_, viewer, lang, now),
        notices=tuple(_notices(round_, words, lang)),
        languages_note=_languages_note(words, lang),
        summary=summary(held, lang),
        overview=overview(held, lang),
        chapters=tuple(AccountChapter(title, tuple(each)) for title, each in grouped.items()),
        missing=tuple(_missing(held, texts, lang)),
        labels=_labels(round_, lang),
        made_at=round_.closed_at or now,
    )  # fmt: skip


def _as_of(round_: Round, viewer: Viewer, lang: str, now: datetime) -> str:
    if round_.closed_at is None:
        return say("plans.review.as_of", lang, day=_day(localtime(now).date()))
    words = say("plans.review.as_of_closed", lang, day=_day(localtime(round_.closed_at).date()))
    closing = Entry.objects.visible_to(viewer).filter(kind="plans.round.closed", subject=round_.urn)
    entry = closing.with_log().order_by("id").first()
    if entry is None or entry.number is None:
        return words
    return say("plans.review.entry", lang, as_of=words, n=entry.number)


def _notices(round_: Round, words: PlanWords, lang: str) -> list[str]:
    """What stands on each page."""
    found = [say("plans.review.not_closed", lang)] if round_.is_open else []
    return [*found, say("web.illustrative", lang)] if words.illustrative else found


def _measure(rows: list[Owing], text: MeasureWords, held: Held, lang: str) -> AccountMeasure:
    pk = rows[0].measure_id
    owing = {row.party for row in rows}
    lines = [_line(party, held, pk, lang) for party in held.order if party in owing]
    return AccountMeasure(
        number=text.number,
        text=text.text,
        expected=text.result,
        term=text.term,
        responsible=text.responsible,
        lines=(*lines, *_remarks(pk, held, lang)),
        splits=needs_splitting(text.text, width=_MEASURE_WIDTH)
        or any(
            needs_splitting(words, width=_RESULT_WIDTH)
            for words in (text.result, text.term, text.responsible)
        ),
    )


def _line(party: str, held: Held, measure: int, lang: str) -> AccountLine:
    name = held.names.short(party, lang)
    version = held.versions.get((measure, party))
    if version is None:
        return AccountLine(name, say("progress.", lang))
    standing = say(f"progress.{version.progress}", lang)
    if version.result_type:
        kind = say(f"result_type.{version.result_type}", lang)
        standing = say("plans.review.typed", lang, standing=standing, kind=kind)
    return _row(name, standing, _passages(version, held, lang))


def _row(
    party: str, standing: str, passages: list[Passage], *, remark: bool = False
) -> AccountLine:
    splits = needs_splitting(*(each.label + each.text + each.note for each in passages))
    return AccountLine(party, standing, tuple(passages), remark, splits)


def _passages(version: ReportVersion, held: Held, lang: str) -> list[Passage]:
    found = []
    for name, texts in (
        ("", version.texts),
        ("difficulties", version.difficulties),
        ("proposals", version.proposals),
    ):
        if any(texts.values()):
            found.append(_spoken(say(f"plans.{name}", lang) if name else "", texts, lang))
    if version.done_from or version.done_to:
        days = [_day(day) for day in (version.done_from, version.done_to) if day]
        found.append(Passage(say("plans.dates", lang), " — ".join(days), lang=lang))
    for row in held.quantities.get(version.pk, []):
        names, unit = held.words.indicator(row.indicator.measure_id, row.indicator.key)
        value = f"{plain(row.value)} {in_lang(unit, lang)}".strip()
        found.append(Passage(in_lang(names, lang), value, lang=lang))
    found += [_figure(row, held, lang) for row in held.cited.get(version.pk, [])]
    if papers := held.evidence.get(version.pk):
        titles = [f"{row.title} {row.link}".strip() for row in papers]
        words = say("web.semicolon", lang).join(titles)
        found.append(Passage(say("plans.evidence", lang), words, lang=lang))
    return found


def _remarks(measure: int, held: Held, lang: str) -> list[AccountLine]:
    """What the desks count, the secretariat's finding, then opinions in the order of the language."""
    found = [
        _row(say("living.counted", lang), say("living.on_day", lang, day=_day(row.as_of)),
             [_figure(row, held, lang)], remark=True)
        for row in held.figures.get(measure, [])
    ]  # fmt: skip
    if finding := held.findings.get(measure):
        standing = say(f"progress.{finding.progress}", lang)
        passage = _spoken("", finding.reasons, lang)
        found.append(_row(say("plans.finding", lang), standing, [passage], remark=True))
    for opinion in held.opinions.get(measure, []):
        name = held.names.short(opinion.state.key, lang)
        passage = _spoken("", opinion.texts, lang)
        found.append(_row(name, say("plans.opinion_for_record", lang), [passage], remark=True))
    return found


def _figure(row: Figure, held: Held, lang: str) -> Passage:
    """A figure of a desk as it was told on its day, under the name of the indicator."""
    names, _ = held.words.indicator(row.indicator.measure_id, row.indicator.key)
    dated = say("living.as_of", lang, day=_day(row.as_of), n=row.definition)
    return Passage(in_lang(names, lang), row.words[lang], dated, lang)


def _spoken(label: str, texts: dict[str, str], lang: str) -> Passage:
    """A text in the language asked for; where it exists only in another, it says so."""
    text, spoken = words_of(texts, lang)
    if not text or spoken == lang:
        return Passage(label, text, lang=lang)
    note = say("plans.only_in", lang, language=say(f"language.{spoken}", lang))
    return Passage(label, text, note, spoken)


def _missing(held: Held, texts: dict[int, MeasureWords], lang: str) -> list[Missing]:
    """Measures on which some of those who owe a report have given no information."""
    found = []
    comma = say("plans.review.comma", lang)
    for pk, rows in held.by_measure.items():
        silent = {row.party for row in rows if (pk, row.party) not in held.versions}
        if not silent:
            continue
        names = [held.names.short(party, lang) for party in held.order if party in silent]
        splits = needs_splitting(texts[pk].text, width=_PARTIES_WIDTH)
        found.append(Missing(texts[pk].number, texts[pk].text, comma.join(names), splits))
    return found


def _labels(round_: Round, lang: str) -> Labels:
    words = {name: say(f"plans.review.{name}", lang) for name in _LABELS}
    return Labels(
        **words,
        annex_to=say("plans.review.annex_to", lang, n=round_.number),
        page=say("plans.page_of", lang, page="{page}", pages="{pages}"),
    )


def _languages_note(words: PlanWords, lang: str) -> str:
    """The language line: which standing this text has, and what stands in another language."""
    official = [code for code, of in words.standings.items() if of == "official"]
    if lang in official or not official:
        note = say("plans.review.official", lang)
    else:
        named = [say(f"language.{code}", lang) for code in official]
        note = say("plans.review.unofficial", lang, languages=_joined(named, lang))
    shown = words.version_for(lang)
    if shown == lang:
        return note
    only = say("plans.review.plan_only_in", lang, language=say(f"language.{shown}", lang))
    return f"{note}\n{only}"


def _joined(words: list[str], lang: str) -> str:
    *first, last = words
    head = say("plans.review.comma", lang).join(first)
    return say("plans.review.and", lang, first=head, last=last) if first else last


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
