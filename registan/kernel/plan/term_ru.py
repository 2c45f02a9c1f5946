"""Expressions of time in Russian plan tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.found import Found
from registan.kernel.plan.reading import Recurrence
from registan.kernel.plan.scan import Scan, later_year
from registan.kernel.plan.spans import (
    Span,
    day,
    full_year,
    half_span,
    month_span,
    months_span,
    quarter_span,
    year_of,
    year_span,
)

if TYPE_CHECKING:
    from datetime import date

    from registan.kernel.plan.reading import Period

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH = (
    r"(янв(?:ар[ьяеюё]м?|\.)?|фев(?:р?\.|рал[ьяеюё]м?|\.)?|март[аеу]?(?:ом)?|мар\.|апр(?:ел[ьяеюё]м?|\.)?"
    r"|ма[йяею]|маем|июн[ьяею]?|июнем|июл[ьяею]?|июлем|авг(?:уст[аеу]?(?:ом)?|\.)?"
    r"|сент?(?:ябр[ьяеюё]м?|\.)?|окт(?:ябр[ьяеюё]м?|\.)?|ноя(?:бр[ьяеюё]м?|\.)?|"
    r"дек(?:абр[ьяеюё]м?|\.)?)(?![а-яё])"
)
G = r"(?:\s*(?:гг?\b\.?|год[аеуы]?(?:ов|ах|ам|ом)?\b))"
YEAR = r"(?<!\d)((?:19|20|21)\d{2})(?!\d)"
QUARTER_WORD = r"(?:кв\.|кв\b|квартал\w*)"
ORDINAL = (
    r"((?:перв|втор|трет|четв[её]рт)\w+|[1ivlі][уv]|[ivlіпшу]{1,3}|[1-4])"
    r"(?:-?(?:й|го|м|ом|ое|ого|ому|е|я|ий|ый))?"
)
_UNTIL = re.compile(
    r"(?:\bдо|не\s+позд\w+|не\s+позже|\bк|\bпо|до\s+(?:конца|окончания|завершения)|"
    r"срок\w*\s*[-:])\s*(?:конца\s+)?$"
)
_SINCE = re.compile(r"(?:\bс|\bсо|\bот|не\s+ранее|начиная\s+с(?:\s+[а-яё]+){0,3})\s*$")

PERIODIC: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.SEMIANNUALLY, re.compile(
        r"раз[а]?\s+в\s+(?:полгода|полугоди\w+|(?:шесть|6)\s+мес\w*)|"
        r"кажд\w+\s+(?:полгода|полугоди\w+|(?:шесть|6)\s+мес\w*)"
        r"|ежеполугод\w*|полугодово|(?:дв[ау]х?|2|дважды)(?:-?х)?\s*(?:раза?)?\s+в\s+год|"
        r"по\s+(?:итогам|окончании|результатам)\s+(?:\w+\s+)?полугод\w+"
        r"|по\s+полугодиям")),
    (Recurrence.QUARTERLY, re.compile(
        r"ежекварт\w*|кажд\w+\s+(?:квартал\w*|(?:три|3)\s+мес\w*)|раза?\s+в\s+(?:квартал|(?:три|3)\s+мес\w*)"
        r"|по\s+(?:итогам|окончании|результатам)\s+(?:\w+\s+)?квартала|поквартально|"
        r"следующ\w+\s+за\s+отч[её]тным\s+кварталом|(?:четыр\w+|4)\s+раза?\s+в\s+год")),
    (Recurrence.MONTHLY, re.compile(
        r"ежемес\w*|кажд\w+\s+месяц\w*|раза?\s+в\s+месяц|помесячно|"
        r"месяц\w*,?\s+следующ\w+\s+за\s+отч[её]тным(?!\s+(?:кварт|год))|по\s+(?:итогам|"
        r"окончании)\s+(?:каждого\s+)?месяца")),
    (Recurrence.ANNUALLY, re.compile(
        r"ежегод\w*|кажд\w+\s+год\w*|раза?\s+в\s+год\b|по\s+(?:итогам|окончании|"
        r"результатам)\s+(?:(?!\d)\w+\s+)?года\b|год\w*,?\s+следующ\w+\s+за\s+отч[её]тным|"
        r"ежегод\b")),
)  # fmt: skip
PERMANENT = re.compile(
    r"постоянн\w*|непрерывн\w*|бессрочн\w*|на\s+системной\s+основе|"
    r"на\s+протяжении\s+(?:всего|срока|периода)[^;]*"
    r"|(?:в\s+течение\s+)?вс(?:его|ем|ё|е|ь)\s+(?:период\w*|срок\w*)[^;]*|"
    r"весь\s+(?:период|срок)[^;]*"
)
REGULARLY = re.compile(r"регулярн\w*|периодическ\w*|систематическ\w*")
EVERY_N = re.compile(
    r"раз\s+в\s+(?:(?:два|три|четыре|пять|2|3|4|5)\s+(?:года|лет)|недел\w*|(?:две|"
    r"2)\s+недел\w*|декаду)|еженедельн\w*|ежедневн\w*|ежедекадн\w*"
)
RELATIVE = re.compile(
    r"\bв\s+месячн\w+\s+срок\w*|(?:в\s+течение|через)\s+(?:одного\s+)?(?:месяц|недел|дн)\w+|"
    r"(?:\bв|не\s+позднее|через|в\s+течение)?\s*(?:\d+|одно|двух|тр[её]х|четыр[её]х|"
    r"пяти|шести|двенадцати|десяти|месячн)[\w-]*(?:\s*\(\w+\))?"
    r"[\s-]*(?:месячн\w*\s+срок\w*|дневн\w*\s+срок\w*|(?:календарн\w+|рабоч\w+|"
    r"банковск\w+)?\s*(?:дн\w+|мес\w+|недел\w+|час\w+|лет\b)(?:\s+(?:со\s+дня|с\s+момента|"
    r"с\s+даты|после|до)\b[^;]*)?)"
)


def find(text: str, period: Period | None) -> Found:
    """Expressions of time in a Russian term, prepared by `words.for_matching`."""
    found = Found(text=text)
    scan = Scan(text, found)
    _recurrence(scan)
    scan.take(_MONTHS_OF_YEAR, lambda match: _months_of_year(scan, match))
    if found.recurrence in {None, Recurrence.PERMANENT} and scan.drop(RELATIVE):
        found.flag("relative")
    scan.drop(_AFTER_YEAR)
    scan.take(_SCHOOL, _school)
    scan.take(_YEARS, _years)
    scan.take(_YEARS_SHORT, _years)
    scan.take(_DAYS, lambda match: _days(scan, match, period))
    scan.take(_MONTH_RANGE, lambda match: _month_range(scan, match, period))
    scan.take(_DAY, lambda match: _day(scan, match, period))
    scan.take(_QUARTERS, lambda match: _quarters(scan, match, period))
    scan.take(_DAY_IN_FIGURES, lambda match: _day_in_figures(scan, match, period))
    scan.take(_HALF, lambda match: _half(scan, match, period))
    scan.take(_MONTH, lambda match: _month(scan, match, period))
    scan.take(_SEASON, lambda match: _season(scan, match))
    scan.take(_PART, lambda match: _part(scan, match))
    scan.take(_YEAR, lambda match: _year(scan, match))
    if not found.spans and (this_year := _THIS_YEAR.search(scan.text)):
        _plan_year(found, this_year[0], period)
    return found


_SCHOOL = re.compile(YEAR + r"\s*[/-]\s*((?:20)?\d{2})" + G + r"?\s*учебн\w+(?:\s+год\w*)?")
_YEARS = re.compile(YEAR + G + r"?\s*(?:-|\bпо\b|\bи\b|/)\s*" + YEAR + G + "?")
_YEARS_SHORT = re.compile(YEAR + r"\s*-\s*(\d{2})(?!\d)" + G)
_AFTER_YEAR = re.compile(
    r"(?:после|по\s+(?:итогам|результатам|окончании|завершении))\s+" + YEAR + G + "?"
)
_DAYS = re.compile(
    r"(?:\bсо?\s+)?(?<!\d)(\d{1,2})(?:\s+" + MONTH + r")?\s*(?:-|\bпо\b|\bдо\b)\s*(\d{1,2})\s+"
    + MONTH + r"(?:\s*" + YEAR + G + "?)?"
)  # fmt: skip
_DAY_IN_FIGURES = re.compile(
    r"(?:(?<=до )|(?<=к )|(?<=по )|(?<=с )|(?<=позднее )|^)(\d{1,2})\.(\d{2})(?![\d.]\d|\d)"
)
_MONTHS_OF_YEAR = re.compile(r"(?<!\d)([369])\s+месяц\w*\s+" + YEAR + G + "?")
_MONTH_RANGE = re.compile(
    MONTH + r"(?:\s*" + YEAR + G + r"?)?\s*(?:-|\bпо\b)\s*" + MONTH + r"(?:\s*" + YEAR + G + "?)?"
)
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?:-?го)?\s*(?:числа\s+)?" + MONTH + r"(?:\s*" + YEAR + G + "?)?"
)
_QUARTERS = re.compile(
    ORDINAL
    + r"(?:\s*(?:-|,|\bи\b)\s*"
    + ORDINAL
    + r")?\s*"
    + QUARTER_WORD
    + r"(?:\s*"
    + YEAR
    + G
    + "?)?"
)
_HALF = re.compile(ORDINAL + r"\s*(?:полугоди\w*|половин\w*|п/г)(?:\s*" + YEAR + G + "?)?")
_MONTH = re.compile(r"(?<![а-яё])" + MONTH + r"(?:\s*(?:месяц\w*\s*)?" + YEAR + G + "?)?")
_PART = re.compile(r"(начал\w*|середин\w*|конец|конц\w*)\s+" + YEAR + G + "?")
_SEASON = re.compile(r"(весн|осен|зим|лет(?=о|а|ом|н))[а-яё]*(?:\s+период\w*)?\s+" + YEAR + G + "?")
_YEAR = re.compile(YEAR + G + "?")
_THIS_YEAR = re.compile(
    r"в\s+течение\s+(?:\w+\s+)?года|(?:до|к)\s+конц[ау]\s+(?:\w+\s+)?года|текущ\w+\s+год\w*|в\s+течение\s+периода"
)


def _recurrence(scan: Scan) -> None:
    found = scan.found
    for recurrence, pattern in PERIODIC:
        if scan.drop(pattern):
            found.recurrence = recurrence
            return
    if scan.drop(EVERY_N):
        found.recurrence = Recurrence.PERMANENT
        found.flag("every_n_months")
    elif scan.drop(PERMANENT):
        found.recurrence = Recurrence.PERMANENT
    elif scan.drop(REGULARLY):
        found.flag("regularly")


def _bound(text: str, place: int) -> str:
    before = text[max(0, place - 60) : place]
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
    edge = _bound(scan.text, match.start()) if bound is None else bound
    return Span(days[0], days[1], kind, edge, match.start(), match.end(), has_year)


def _year_for(
    scan: Scan, match: re.Match[str], printed: str | None, month: int, period: Period | None
) -> int | None:
    """The year printed, the one named later in the clause, or the plan's; flags when there is none."""
    if printed:
        return full_year(printed)
    year = later_year(scan.text, match.end()) if scan.found.recurrence is None else None
    year = year or year_of(month, period)
    if year and _NEXT_YEAR.match(scan.text, match.end()):
        year += 1
    if year is None and scan.found.recurrence is None:
        scan.found.flag("no_year")
    return year


_NEXT_YEAR = re.compile(r"\s*(?:следующ|последующ)\w+\s+года")


def _month_number(word: str) -> int:
    if word.startswith("ма") and not word.startswith("мар"):
        return 5
    return next(place for place, start in enumerate(_MONTHS, start=1) if word.startswith(start))


# Roman figures typed in letters and digits that look like them: П, Ш, 1У, ll.
_ROMAN_LETTERS = str.maketrans({"і": "i", "l": "i", "1": "i", "у": "v", "п": "ii", "ш": "iii"})


def _ordinal(word: str) -> int:
    words = {"перв": 1, "втор": 2, "трет": 3, "четв": 4}
    if word[:4] in words:
        return words[word[:4]]
    if word.isdigit():
        return int(word)
    roman = word.translate(_ROMAN_LETTERS)
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(roman, 0)


def _school(match: re.Match[str]) -> Span | None:
    first = full_year(match[1])
    if first is None:
        return None
    days = (month_span(first, 9)[0], month_span(first + 1, 8)[1])
    return Span(*days, "other", "range", match.start(), match.end())


def _years(match: re.Match[str]) -> Span | None:
    first, last = int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])
    if last < first:
        return None
    return Span(
        year_span(first)[0], year_span(last)[1], "year", "range", match.start(), match.end()
    )


def _month_range(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = _month_number(match[1]), _month_number(match[3])
    if match[2] and match[4]:
        days = (month_span(int(match[2]), first)[0], month_span(int(match[4]), last)[1])
    else:
        printed = match[2] or match[4]
        year = _year_for(scan, match, printed, first, period)
        if year is None:
            return None
        # "декабрь – февраль 2027 года": the year printed is that of the end.
        days = months_span(year - 1 if match[4] and first > last else year, first, last)
    return _span(scan, match, days, "other", bound="range", has_year=bool(match[2] or match[4]))


def _day(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    month = _month_number(match[2])
    year = _year_for(scan, match, match[3], month, period)
    when = day(year, month, int(match[1])) if year else None
    return _span(scan, match, (when, when), "day", has_year=bool(match[3])) if when else None


def _days(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    """The days from one to another: "15-20 мая", "с 1 по 15 марта 2026 г."."""
    month = _month_number(match[4])
    year = _year_for(scan, match, match[5], month, period)
    if year is None:
        return None
    first = day(year, _month_number(match[2] or match[4]), int(match[1]))
    last = day(year, month, int(match[3]))
    if first is None or last is None or last < first:
        return None
    return _span(scan, match, (first, last), "other", bound="range", has_year=bool(match[5]))


def _day_in_figures(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    """25.12 without a year, after a word that asks for a date."""
    month = int(match[2])
    year = _year_for(scan, match, None, month, period) if 1 <= month <= 12 else None
    when = day(year, month, int(match[1])) if year else None
    return _span(scan, match, (when, when), "day", has_year=False) if when else None


def _months_of_year(scan: Scan, match: re.Match[str]) -> Span:
    return _span(scan, match, months_span(int(match[2]), 1, int(match[1])), "other")


def _quarters(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = _ordinal(match[1]), _ordinal(match[2]) if match[2] else 0
    if not 1 <= first <= 4 or not 0 <= last <= 4:
        return None
    year = _year_for(scan, match, match[3], (last or first) * 3, period)
    if year is None:
        return None
    return _span(scan, match, quarter_span(year, first, last), "quarter", has_year=bool(match[3]))


def _half(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    half = _ordinal(match[1])
    year = _year_for(scan, match, match[2], half * 6, period) if half in {1, 2} else None
    return (
        _span(scan, match, half_span(year, half), "half", has_year=bool(match[2])) if year else None
    )


def _month(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    month = _month_number(match[1])
    year = _year_for(scan, match, match[2], month, period)
    return (
        _span(scan, match, month_span(year, month), "month", has_year=bool(match[2]))
        if year
        else None
    )


def _season(scan: Scan, match: re.Match[str]) -> Span | None:
    year = int(match[2])
    if match[1] == "зим":
        scan.found.flag("winter")
        return _span(scan, match, month_span(year, 12), "other")
    last = {"весн": 5, "лет": 8, "осен": 11}[match[1]]
    return _span(scan, match, months_span(year, last - 2, last), "other")


def _part(scan: Scan, match: re.Match[str]) -> Span | None:
    year = int(match[2])
    if match[1].startswith("кон"):
        return _span(scan, match, year_span(year), "year", bound="until")
    scan.found.flag("vague_part_of_year")
    last = 3 if match[1].startswith("нач") else 6
    return _span(scan, match, months_span(year, 1, last), "other", bound="until")


def _year(scan: Scan, match: re.Match[str]) -> Span | None:
    within = re.search(r"(?:в\s+течение|на\s+протяжении)\s+$", scan.text[: match.start()])
    bound = "range" if within and scan.found.recurrence is not None else None
    return _span(scan, match, year_span(int(match[1])), "year", bound=bound)


def _plan_year(found: Found, words: str, period: Period | None) -> None:
    if period is None or period.start.year != period.end.year:
        found.flag("no_year")
        return
    bound = "until" if words.startswith(("до", "к ")) else ""
    found.spans.append(Span(*year_span(period.end.year), "year", bound, has_year=False))
