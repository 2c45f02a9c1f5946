"""Expressions of time in English plan tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.found import Found
from registan.kernel.plan.reading import Recurrence
from registan.kernel.plan.scan import Scan, later_year
from registan.kernel.plan.spans import (
    Span,
    day,
    half_span,
    month_span,
    months_span,
    quarter_span,
    year_of,
    year_span,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from registan.kernel.plan.reading import Period

    Reader = Callable[[Scan, re.Match[str], Period | None], Span | None]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
Y = r"(?<!\d)((?:19|20|21)\d{2})(?!\d)"
TO = r"\s*(?:-|to|through|until|till)\s*"
ORDINAL = r"(first|second|third|fourth|1st|2nd|3rd|4th)"
_ORDINALS = {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3, "fo": 4, "4t": 4}
_UNTIL = re.compile(
    r"(?:\bby|until|till|before|no(?:t)? later than|end(?: date)?\s*:|"
    r"prior to|up to|through|\bto|due|end of|close of)\s*"
    r"(?:the )?(?:end of |close of |end-)?(?:the )?$"
)
_SINCE = re.compile(
    r"(?:from|since|starting|beginning|start(?:s|ing)? (?:in|from|on)|start(?: date)?\s*:|as of|"
    r"effective|commencing|launch(?:ed)?)\s*(?:in |on |from )?(?:the )?$"
)
_SINCE_AFTER = re.compile(r"\s*(?:and )?(?:onwards?|beyond|thereafter)\b")

PERIODIC: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.SEMIANNUALLY, re.compile(
        r"semi-?\s?annual\w*|half-?\s?year(?:ly)?\b(?! of)|twice (?:(?:a|per|each) year|yearly)|"
        r"two times (?:a|per) year|every (?:six|6) months|bi-?annual\w*|every half(?:-|"
        r" )year")),
    (Recurrence.QUARTERLY, re.compile(
        r"quarterly|(?:per|each|every|a) quarter\b|every (?:three|3) months|four times (?:a|per) year")),
    (Recurrence.MONTHLY, re.compile(r"(?<!bi)(?<!bi-)monthly|(?:each|every|per|a) month\b|once a month")),
    (Recurrence.ANNUALLY, re.compile(
        r"(?<!bi)(?<!bi-)annual(?:ly)?\b|yearly|(?:every|each|per) year\b|once a year|"
        rf"every (?:twelve|12) months|(?:every|each) (?={MONTH}(?!\s*\d{{4}}))")),
)  # fmt: skip
PERMANENT = re.compile(
    r"on-?going|continuous\w*|continual\w*|continuing|permanent\w*|"
    r"on a (?:permanent|continuing|rolling|standing) basis|"
    r"throughout(?! (?:the )?(?:year )?\d)(?: [a-z]+){0,3}|always|in perpetuity|no end date"
)
REGULARLY = re.compile(
    r"regular(?:ly)?|periodic(?:ally)?|as (?:needed|required|necessary|appropriate)|on (?:demand|request)"
)
EVERY_N = re.compile(
    r"every (?:(?!(?:1|3|6|12)\b)\d+|two|four|five|eight|nine|eighteen) (?:months|"
    r"years|weeks)|bi-?ennial\w*|bi-?monthly|weekly|daily|fortnightly|"
    r"every (?:other|second) year"
)
_OUTSIDE = re.compile(
    r"^(?:see\b|as (?:required|set|defined|described|per|specified)|refer(?:ence|"
    r"\b)|according|per\b|in accordance|in line|after\b|following\b|upon\b|once\b|"
    r"when\b|to be (?:determined|confirmed)|tbd|tbc)"
)
_RELATIVE = re.compile(
    r"(?:within|in)?\s*(?:\d+|one|two|three|four|six|nine|twelve|thirty|sixty|"
    r"ninety)[ -](?:calendar |business |working )?(?:days?|weeks?|months?|"
    r"years?)\b(?:\s*(?:of|after|from|following|before|prior to)\b[^;]*)?"
)


def find(text: str, period: Period | None) -> Found:
    """Expressions of time in an English term, prepared by `words.for_matching`."""
    found = Found(text=text)
    scan = Scan(text, found)
    _recurrence(scan)
    if found.recurrence is None and _OUTSIDE.match(text):
        return found
    if found.recurrence is None and scan.drop(_RELATIVE):
        found.flag("relative")
    scan.drop(_REPORTING_YEARS)
    for pattern, read in _READERS:
        _take(scan, pattern, read, period)
    if not found.spans and found.recurrence is None and _THIS_YEAR.search(scan.text):
        _plan_year(found, period)
    if completion := re.search(r"complet\w*[^;,.]{0,20}", text):
        later = [span.at for span in found.spans if span.at >= completion.start()]
        found.final_at = min(later) if later else -1
    return found


_REPORTING_YEARS = re.compile(r"for (?:the )?reporting years?[^;]*")
_FISCAL = re.compile(
    rf"(?:(?:q([1-4])|{ORDINAL} quarter)(?: of)?,? )?(?:fiscal year|fiscal|fy)\s*'?"
    rf"(?:{Y}|(\d{{2}}))(?:\s*[-/]\s*(\d{{4}}|\d{{2}})(?!\d))?"
)
_SPLIT_YEAR = re.compile(Y + r"\s*[-/]\s*(\d{2})(?![\d#/-])")
_MONTHS_FAR = re.compile(rf"{MONTH},?\s*{Y}{TO}{MONTH},?\s*{Y}")
_YEARS = re.compile(rf"{Y}{TO}{Y}")
_MONTHS_NEAR = re.compile(rf"{MONTH}{TO}{MONTH}(?:,?\s*{Y})?")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH},?(?:\s*{Y})?")
_MONTH_FIRST = re.compile(rf"{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s*{Y})?")
_QUARTER = re.compile(
    rf"(?:q([1-4])(?:\s*(?:-|&|and|to)\s*q?([1-4]))?|([1-4])q|{ORDINAL} quarters?|(iv|i{{1,3}}) quarters?|"
    rf"quarter (iv|i{{1,3}}|[1-4]))(?!\w)(?:(?: of)?[,/]?\s*(?:the )?(?:year )?{Y})?"
    rf"|{Y}\s*,?\s*q([1-4])"
)
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HALF = re.compile(
    rf"(?:h([12])|([12])h|(first|second|1st|"
    rf"2nd) half)(?:(?: of)?,?\s*(?:the )?(?:year )?{Y})?|{Y}\s*,?\s*h([12])"
)
_PART_OF_MONTH = re.compile(rf"(?:end|early|mid|late|beginning)(?:-| of | ){MONTH},?\s*{Y}")
_SEASON = re.compile(rf"(spring|summer|fall|autumn|winter)(?: of)?\s*{Y}(?:\s*[-/]\s*\d{{2,4}})?")
_PART = re.compile(
    rf"(early|mid|middle|late|beginning|start|end)(?:-| of | in | )?(?:the )?(?:year )?{Y}"
)
_MONTH = re.compile(rf"(?<![a-z]){MONTH},?(?: of)?(?:\s*{Y})?")
_YEAR = re.compile(Y)
_THIS_YEAR = re.compile(
    r"(?:by )?(?:the )?end of (?:the )?year|this year|during the year|year[- ]end"
)


def _take(scan: Scan, pattern: re.Pattern[str], read: Reader, period: Period | None) -> None:
    scan.take(pattern, lambda match: read(scan, match, period))


def _recurrence(scan: Scan) -> None:
    found = scan.found
    if scan.drop(EVERY_N):
        found.recurrence = Recurrence.PERMANENT
        found.flag("every_n_months")
        scan.drop(PERMANENT)
        return
    for recurrence, pattern in PERIODIC:
        if word := pattern.search(scan.text):
            if re.match(r"bi-?annual", word[0]):
                found.flag("twice_or_every_second_year")
            scan.drop(pattern)
            found.recurrence = recurrence
            return
    if scan.drop(PERMANENT):
        found.recurrence = Recurrence.PERMANENT
    elif REGULARLY.fullmatch(scan.text.strip(" .")):
        found.flag("regularly")


def _bound(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - 40) : match.start()]
    if _SINCE_AFTER.match(text, match.end()):
        return "since"
    if _UNTIL.search(before):
        return "until"
    return "since" if _SINCE.search(before) else ""


def _span(
    scan: Scan,
    match: re.Match[str],
    days: tuple[date, date],
    kind: str,
    *,
    has_year: bool = True,
    bound: str | None = None,
) -> Span:
    edge = _bound(scan.text, match) if bound is None else bound
    # A month alone is a target date in English plans.
    tacit = kind == "month" and edge == "" and scan.found.recurrence is None
    return Span(
        *days, kind, "until" if tacit else edge, match.start(), match.end(), has_year, tacit
    )


def _year_for(
    scan: Scan, match: re.Match[str], printed: str | None, month: int, period: Period | None
) -> int | None:
    if printed:
        return int(printed)
    year = later_year(scan.text, match.end()) if scan.found.recurrence is None else None
    year = year or year_of(month, period)
    if year is None and scan.found.recurrence is None:
        scan.found.flag("no_year")
    return year


def is_month(word: str) -> bool:
    """Whether the word is the name of a month, whole or cut short."""
    return re.fullmatch(MONTH, word) is not None


def _month_number(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1


def _fiscal(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first = int(match[3]) if match[3] else 2000 + int(match[4])
    quarter = int(match[1]) if match[1] else _ORDINALS[match[2][:2]] if match[2] else 0
    scan.found.flag("fiscal_year")
    if quarter:
        # The first quarter begins in April (2026-27) or in October of the year before (FY2026).
        month = quarter * 3 + (1 if match[5] else -5)
        year = first + (month > 12) if month > 0 else first - 1
        days = months_span(year, (month - 1) % 12 + 1, (month + 1) % 12 + 1)
        return _span(scan, match, days, "quarter")
    if match[5]:
        # 2023-24 ends in March 2024 (Canada, India).
        return _span(
            scan, match, (date_of(first, 4, 1), date_of(first + 1, 3, 31)), "other", bound="until"
        )
    return _span(
        scan, match, (date_of(first - 1, 10, 1), date_of(first, 9, 30)), "other", bound="until"
    )


def date_of(year: int, month: int, number: int) -> date:
    """A date known to exist."""
    found = day(year, month, number)
    if found is None:
        raise ValueError(f"no day {year}-{month}-{number}")
    return found


def _split_year(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = int(match[1]), int(match[1][:2] + match[2])
    if last <= first:
        return None
    scan.found.flag("fiscal_year")
    return _span(scan, match, (year_span(first)[0], year_span(last)[1]), "year", bound="range")


def _months_far(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    days = (
        month_span(int(match[2]), _month_number(match[1]))[0],
        month_span(int(match[4]), _month_number(match[3]))[1],
    )
    return _span(scan, match, days, "other", bound="range") if days[0] <= days[1] else None


def _years(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = int(match[1]), int(match[2])
    if last < first:
        return None
    return _span(scan, match, (year_span(first)[0], year_span(last)[1]), "year", bound="range")


def _months_near(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = _month_number(match[1]), _month_number(match[2])
    year = _year_for(scan, match, match[3], first, period)
    if year is None:
        return None
    days = months_span(year if first <= last or not match[3] else year - 1, first, last)
    return _span(scan, match, days, "other", bound="range", has_year=bool(match[3]))


def _day_first(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    return _one_day(scan, match, int(match[1]), _month_number(match[2]), match[3], period)


def _month_first(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    return _one_day(scan, match, int(match[2]), _month_number(match[1]), match[3], period)


def _one_day(
    scan: Scan,
    match: re.Match[str],
    number: int,
    month: int,
    printed: str | None,
    period: Period | None,
) -> Span | None:
    year = _year_for(scan, match, printed, month, period)
    when = day(year, month, number) if year else None
    return _span(scan, match, (when, when), "day", has_year=bool(printed)) if when else None


def _quarter(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    number = match[1] or match[3] or match[5] or match[6] or match[9]
    first = _ORDINALS[match[4][:2]] if match[4] else _ROMANS.get(number) or int(number)
    last = int(match[2] or first)
    printed = match[7] or match[8]
    year = _year_for(scan, match, printed, last * 3, period)
    if year is None:
        return None
    return _span(scan, match, quarter_span(year, first, last), "quarter", has_year=bool(printed))


def _half(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    number = match[1] or match[2] or match[6]
    half = int(number) if number else _ORDINALS[match[3][:2]]
    year = _year_for(scan, match, match[4] or match[5], half * 6, period)
    has_year = bool(match[4] or match[5])
    return _span(scan, match, half_span(year, half), "half", has_year=has_year) if year else None


def _part_of_month(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    return _span(
        scan, match, month_span(int(match[2]), _month_number(match[1])), "month", bound="until"
    )


def _season(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    year = int(match[2])
    if match[1] == "winter":
        scan.found.flag("winter")
        return _span(
            scan, match, (date_of(year, 12, 1), date_of(year, 12, 31)), "other", bound="until"
        )
    last = {"spring": 5, "summer": 8, "fall": 11, "autumn": 11}[match[1]]
    return _span(scan, match, months_span(year, last - 2, last), "other", bound="until")


def _part(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    year = int(match[2])
    if match[1] == "end":
        return _span(scan, match, year_span(year), "year", bound="until")
    scan.found.flag("vague_part_of_year")
    last = {"early": 3, "beginning": 3, "start": 3, "mid": 6, "middle": 6}.get(match[1], 12)
    return _span(scan, match, months_span(year, 1, last), "other", bound="until")


def _month(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    month = _month_number(match[1])
    if match[1] == "may" and not match[2] and period is None:
        return None  # the verb
    year = _year_for(scan, match, match[2], month, period)
    return (
        _span(scan, match, month_span(year, month), "month", has_year=bool(match[2]))
        if year
        else None
    )


def _year(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    return _span(scan, match, year_span(int(match[1])), "year")


def _plan_year(found: Found, period: Period | None) -> None:
    if period is None or period.start.year != period.end.year:
        found.flag("no_year")
        return
    found.spans.append(Span(*year_span(period.end.year), "year", "until", has_year=False))


# In this order: what is read is taken out, so that "31 May 2027" leaves no "2026-31" behind.
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_DAY_FIRST, _day_first), (_MONTH_FIRST, _month_first), (_FISCAL, _fiscal),
    (_SEASON, _season), (_SPLIT_YEAR, _split_year), (_MONTHS_FAR, _months_far), (_YEARS, _years),
    (_MONTHS_NEAR, _months_near), (_QUARTER, _quarter), (_HALF, _half),
    (_PART_OF_MONTH, _part_of_month), (_PART, _part), (_MONTH, _month),
    (_YEAR, _year),
)  # fmt: skip
