"""A term as printed -> days and recurrence (docs/reference/plan-tables.md, section "Terms").

Each language finds its expressions of time (term_ru, term_zh, term_en); what they come to together is
decided here, once for all languages.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from registan.kernel.plan import term_en, term_ru, term_zh
from registan.kernel.plan.reading import Milestone, Period, Recurrence, Term
from registan.kernel.plan.spans import Span, day, full_year, month_span, year_span
from registan.kernel.plan.words import for_matching, language_of, refers_above

if TYPE_CHECKING:
    from registan.kernel.plan.found import Found

TERM_FLAGS: tuple[tuple[str, str], ...] = (
    ("spreadsheet_serial", "a bare number that is probably a spreadsheet's date"),
    ("formula_without_value", "a formula that was never computed: open the file and save it"),
    ("several_dates", "several dates: the last is the deadline, the others are milestones"),
    ("winter", "winter may end in December or in February"),
    ("vague_part_of_year", "early, mid or late in a year"),
    ("fiscal_year", "a fiscal year, whose end depends on the issuer"),
    ("before_month", "whether the month itself is included is not said"),
    ("then_permanent", "a date, then permanent"),
    ("every_n_months", "an unusual interval"),
    ("twice_or_every_second_year", "the word means twice a year and every second year"),
    ("relative", "counted from an event whose date is not known"),
    ("day_or_month", "03/04/2026: the third of April, or the fourth of March"),
    ("no_year", "a month or day without a year, and no period that gives one"),
    ("as_above", "refers to the row above"),
    ("sentence", "a sentence: the last date found in it"),
    ("five_year_plan", "a five-year plan by its number"),
    ("regularly", "regularly, without an interval"),
    ("reversed", "the end lies before the beginning"),
)
TERMS_KEPT = 4_096
LONGEST = 2_000  # characters read of a term; what comes later is no term any more
_EMPTY = re.compile(r"[-/_.*\s]*|нет|无|none|n/?a|н/д")
_SPLIT_YEAR = re.compile(r"\d{4}\s*[-/]\s*\d{2}")
_SERIAL = re.compile(r"\d{5}(\.0)?")
_ISO = re.compile(r"(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[t ]\d[\d:.]+)?(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?!\d)")
_TO = re.compile(r"[-~]|по|до|to|through|until|till|至|到")
_THEREAFTER = re.compile(r"далее|затем|в дальнейшем|then|thereafter|subsequently|此后|之后|以后")
_FOOTNOTE = re.compile(r"[*†‡]+|(?<=\D)[¹²³]+")
# "2 0 2 6" as a scanned page has it; «31» декабря; 31-Dec-26.
_SPACED_YEAR = re.compile(r"(?<!\d)([12]) (\d) (\d) (\d)(?!\d)(?! \d)")
_QUOTED_DAY = re.compile('[«"“„](\\d{1,2})[»"”“]')
_DASHED_DATE = re.compile(r"\b(?:(\d{1,2})-)?([a-z]{3,9})-'?(\d{4}|\d{2})\b(?!-)")
_MONTH_YEAR = re.compile(r"(?<![\w./-])(0?[1-9]|1[0-2])[./]((?:19|20|21)\d{2})(?![\d./-])")
_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(20_000, 60_001)
_SENTENCE_WORDS = 16


@lru_cache(maxsize=TERMS_KEPT)
def read_term(raw: str, *, period: Period | None = None, lang: str = "") -> Term:
    """What a term cell says. Never raises; what is not understood is `unknown` with the raw words.

    A bare month, quarter or year means within it; a deadline has no beginning; a month without a
    year takes the plan's.

    >>> read_term("до 1 декабря 2024 г.").end
    datetime.date(2024, 12, 1)
    """
    if refers_above(raw):
        return Term(raw, flags=("as_above",))
    text = _prepared(raw).strip(" ;,.。；")
    if _EMPTY.fullmatch(text):
        return Term(raw)
    if text.startswith("="):
        return Term(raw, flags=("formula_without_value",))
    if _SERIAL.fullmatch(text) and int(text[:5]) in _SERIALS:
        end = _SERIAL_ORIGIN + timedelta(days=int(text[:5]))
        return Term(raw, None, end, Recurrence.ONCE, flags=("spreadsheet_serial",))
    return _term(raw, text, _find(text, period, lang), period)


def first_day(raw: str, *, period: Period | None = None, lang: str = "") -> date | None:
    """The day on which what a cell names begins: of a month its first, even where it is a deadline."""
    text = _prepared(raw)
    return min((span.start for span in _find(text, period, lang).spans), default=None)


def _prepared(raw: str) -> str:
    text = _SPACED_YEAR.sub(r"\1\2\3\4", _FOOTNOTE.sub("", for_matching(raw[:LONGEST])))
    return _DASHED_DATE.sub(_without_dashes, _QUOTED_DAY.sub(r"\1", text))


def _without_dashes(found: re.Match[str]) -> str:
    if not term_en.is_month(found[2]) or (found[1] is None and len(found[3]) == 4):
        return found[0]
    return f"{found[1] or ''} {found[2]} {full_year(found[3]) or found[3]}".strip()


def _find(text: str, period: Period | None, lang: str) -> Found:
    given = lang
    if not any(map(str.isalpha, text)):
        # Figures alone: 2026-27 as English plans write them, 2023.08-2028.07 as Chinese ones do.
        lang = "en" if _SPLIT_YEAR.fullmatch(text) and not _is_year_month(text) else "zh"
    lang = lang or language_of(text)
    reader = {"ru": term_ru.find, "zh": term_zh.find}.get(lang, term_en.find)
    numeric = _numeric(text, given or lang)
    found = reader(_blanked(text, numeric), period)
    if (given or lang) == "en" and any(map(_is_day_or_month, _DOTTED.finditer(text))):
        found.flag("day_or_month")
    found.spans[:0] = [_bounded(span, text, lang) for span in numeric]
    return found


def _is_year_month(text: str) -> bool:
    """2026-12 is a month, 2026-27 a fiscal year; 2009-10 may be one, and is read as one."""
    year, part = int(text[:4]), int(text[-2:])
    return 1 <= part <= 12 and part != (year + 1) % 100


def propose_period(title: str) -> Period | None:
    """The period a plan's title names ("на 2021-2025 годы", "2026年工作任务清单"); None where none.

    >>> propose_period("План мероприятий на 2025/2026 учебный год").start
    datetime.date(2025, 9, 1)
    """
    text = for_matching(title[:LONGEST])
    if school := re.search(
        r"(\d{4})\s*[/-]\s*(\d{4}|\d{2})\s*(?:учебн\w+ год|school year|academic year|学年)", text
    ):
        first = full_year(school[1])
        if first:
            return Period(date(first, 9, 1), date(first + 1, 8, 31))
    if span := re.search(
        r"(?<!\d)(\d{4})\s*(?:г\w*\.?|年)?\s*(?:-|/|to|until|по|至|到)\s*(\d{4})(?!\d)", text
    ):
        first, last = full_year(span[1]), full_year(span[2])
        if first and last and first <= last:
            return Period(date(first, 1, 1), date(last, 12, 31))
    years = [
        year
        for found in re.finditer(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)", text)
        if (year := full_year(found[0]))
    ]
    return Period(*year_span(years[0])) if len(set(years)) == 1 else None


def _numeric(text: str, lang: str) -> list[Span]:
    spans = []
    for found in _ISO.finditer(text):
        when = day(int(found[1]), int(found[3]), int(found[4]))
        if when:
            spans.append(Span(when, when, "day", at=found.start(), stop=found.end()))
    for found in _DOTTED.finditer(text):
        when = _dotted_day(found, lang)
        if when:
            spans.append(Span(when, when, "day", at=found.start(), stop=found.end()))
    for found in _MONTH_YEAR.finditer(text):
        month = month_span(int(found[2]), int(found[1]))
        spans.append(Span(*month, "month", at=found.start(), stop=found.end()))
    return spans


def _dotted_day(found: re.Match[str], lang: str) -> date | None:
    year = full_year(found[3])
    if year is None:
        return None
    first, second = int(found[1]), int(found[2])
    usual = day(year, second, first)
    # An English date with a month above twelve in second place is American.
    return usual or (day(year, first, second) if lang == "en" else None)


def _is_day_or_month(found: re.Match[str]) -> bool:
    """03/04/2026 in an English table: the third of April, or the fourth of March."""
    return "/" in found[0] and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12


def _blanked(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.at] + "#" * (span.stop - span.at) + text[span.stop :]
    return text


def _bounded(span: Span, text: str, lang: str) -> Span:
    before = text[max(0, span.at - 24) : span.at]
    after = text[span.stop : span.stop + 4]
    if re.search(
        r"(?:до|не позднее|к|по|by|until|before|till|至|到)\W*(?:the )?$", before
    ) or after.startswith(("前", "之前", "底")):
        bound = "until"
    elif re.search(r"(?:\bс|начиная с|from|since|starting|自|从)\W*$", before) or after.startswith(
        ("起", "开始")
    ):
        bound = "since"
    else:
        bound = ""
    return Span(span.start, span.end, span.kind, bound, span.at, span.stop)


def _term(raw: str, text: str, found: Found, period: Period | None) -> Term:
    spans = _ranges(sorted(found.spans, key=lambda span: span.at), found.text)
    flags = list(found.flags)
    if found.recurrence in {None, Recurrence.ONCE}:
        return _once(raw, text, spans, found, flags)
    if found.recurrence == Recurrence.PERMANENT:
        return _permanent(raw, spans, flags)
    since = next((span.start for span in spans if span.bound == "since" and span.has_year), None)
    until = [span.end for span in spans if span.bound == "until" and span.kind == "year"]
    if spans and since is None and spans[0].has_year and _THEREAFTER.search(text):
        since = spans[0].start
    whole = [span for span in spans if span.bound == "range" and span.has_year]
    if whole:
        since, until = whole[0].start, [whole[-1].end]
    return Term(
        raw,
        since,
        until[-1] if until else None,
        found.recurrence or Recurrence.UNKNOWN,
        flags=tuple(flags),
    )


def _ranges(spans: list[Span], text: str) -> list[Span]:
    """Two expressions with only a dash or "to" between them are the ends of one stretch."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if (
            before
            and before.bound != "range"
            and _TO.fullmatch(text[before.stop : span.at].strip())
            and before.start <= span.end
        ):
            joined[-1] = Span(
                before.start, span.end, "other", "range", before.at, span.stop, span.has_year
            )
        else:
            joined.append(span)
    return joined


def _permanent(raw: str, spans: list[Span], flags: list[str]) -> Term:
    whole = next((span for span in spans if span.bound == "range"), None)
    if whole:
        return Term(raw, whole.start, whole.end, Recurrence.PERMANENT, flags=tuple(flags))
    if "then_permanent" in flags and spans:
        last = spans[-1]
        return Term(raw, None, last.end, Recurrence.ONCE, flags=tuple(flags))
    since = next((span.start for span in spans if span.bound in {"since", ""}), None)
    until = next((span.end for span in spans if span.bound == "until" and span.has_year), None)
    return Term(raw, since, until, Recurrence.PERMANENT, flags=tuple(flags))


def _once(raw: str, text: str, spans: list[Span], found: Found, flags: list[str]) -> Term:
    if not spans:
        return Term(raw, recurrence=Recurrence.UNKNOWN, flags=tuple(flags))
    since = next((span for span in spans if span.bound == "since"), None)
    others = [span for span in spans if span.bound != "since"]
    if since and len(others) <= 1:
        end = others[0].end if others else None
        return _checked(raw, since.start, end, (), flags)
    if len(others) == 1:
        span = others[0]
        open_start = span.bound == "until" or span.kind == "day"
        if len(text.split()) > _SENTENCE_WORDS:
            flags.append("sentence")
        return _checked(raw, None if open_start else span.start, span.end, (), flags)
    milestones = tuple(
        Milestone(span.start if span.has_start else None, span.end) for span in others
    )
    final = (
        next((span for span in others if span.at == found.final_at), None)
        if found.final_at >= 0
        else None
    )
    last = final or max(others, key=lambda span: span.end)
    first = min(others, key=lambda span: span.start)
    flags.append("several_dates")
    start = first.start if all(span.has_start for span in others) else None
    return _checked(raw, start, last.end, milestones, flags)


def _checked(
    raw: str,
    start: date | None,
    end: date | None,
    milestones: tuple[Milestone, ...],
    flags: list[str],
) -> Term:
    if start and end and end < start:
        start = None
        flags = [*flags, "reversed"]
    return Term(raw, start, end, Recurrence.ONCE, milestones, tuple(dict.fromkeys(flags)))
