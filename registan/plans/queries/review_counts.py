"""The consolidated account in counts: its summary in sentences, its table by chapter."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from registan.plans.queries.overview import ORDER
from registan.plans.review.account import Overview
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.plans.queries.review_held import Held

TYPES = ("national", "bilateral", "multilateral")
SAID = tuple(code for code in ORDER if code)


def summary(held: Held, lang: str) -> tuple[str, ...]:
    """The account in sentences with counts. "No information" is told apart from what was said."""
    counted = Counter(held.progress(row) for row in held.owed)
    whole, awaited = len(held.owed), counted[""]
    sentences = [
        say("plans.review.whole", lang, measures=len(held.by_measure), parties=len(held.order),
            reports=whole, filed=whole - awaited, awaited=awaited),
    ]  # fmt: skip
    if parts := _listed("progress", SAID, counted, lang):
        sentences.append(say("plans.review.parts", lang, parts=parts))
    kinds = Counter(version.result_type for version in held.versions.values())
    if parts := _listed("result_type", TYPES, kinds, lang):
        sentences.append(say("plans.review.results", lang, parts=parts))
    found = Counter(finding.progress for finding in held.findings.values())
    if parts := _listed("progress", SAID, found, lang, counted="counted_measures"):
        sentences.append(say("plans.review.findings", lang, n=sum(found.values()), parts=parts))
    if opinions := sum(len(each) for each in held.opinions.values()):
        sentences.append(say("plans.review.opinions", lang, n=opinions))
    silent = sum(
        all(not held.progress(row) for row in rows) for rows in held.by_measure.values()
    )  # fmt: skip
    last = "plans.review.silent" if silent else "plans.review.none_silent"
    return (*sentences, say(last, lang, n=silent))


def overview(held: Held, lang: str) -> Overview:
    """Reports by chapter and by what they say, in the order of the plan."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    measures: dict[str, set[int]] = defaultdict(set)
    for row in held.owed:
        title = held.words.chapter(row.measure_id, lang) or say("plans.review.no_chapter", lang)
        counts[title][held.progress(row)] += 1
        measures[title].add(row.measure_id)
    heads = (
        say("plans.review.chapters", lang), say("plans.review.measures", lang),
        say("plans.review.reports", lang), *(say(f"progress.{code}", lang) for code in ORDER),
    )  # fmt: skip
    rows = [_cells(title, len(measures[title]), counts[title]) for title in counts]
    if len(rows) < 2:
        return Overview(heads, ())
    whole: Counter[str] = Counter()
    for each in counts.values():
        whole += each
    rows.append(_cells(say("plans.review.in_all", lang), len(held.by_measure), whole))
    return Overview(heads, tuple(rows))


def _cells(title: str, measures: int, counted: Counter[str]) -> tuple[str, ...]:
    numbers = (measures, sum(counted.values()), *(counted[code] for code in ORDER))
    return (title, *(str(number) if number else "—" for number in numbers))


def _listed(
    words: str, codes: Iterable[str], counts: Counter[str], lang: str, *, counted: str = "counted"
) -> str:
    """“done: 3; under way: 5”, in the order of `codes`, without what is nought."""
    parts = [
        say(f"plans.review.{counted}", lang, words=say(f"{words}.{code}", lang), n=counts[code])
        for code in codes
        if counts[code]
    ]
    return say("plans.review.list", lang).join(parts)
