"""Expressions of time in Chinese plan tables."""

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
    from datetime import date

    from registan.kernel.plan.reading import Period

_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))
_YEAR_WORDS = re.compile("[〇零○一二三四五六七八九]{4}(?=年)")
_NUMBER_WORDS = re.compile(
    "[一二三四五六七八九十]{1,3}(?=月(?!内)|日|季度|[、至-]第?[一二三四]季度)"
)
# A line broken inside a year: 2023.08-20 28.07
_BROKEN_YEAR = re.compile(r"(\d{4}[.年]\d{1,2}月?-\d{1,3}) (\d{1,3}[.年]\d)")
Y = r"(?<!\d)((?:19|20|21)\d{2})(?!\d)"
TO = r"(?:-|至|到|~|—)"
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_UNTIL = re.compile(r"(?:到|至|力争|截至|截止|截止到|截止至|不晚于|不迟于)$")
_UNTIL_AFTER = re.compile(r"(?:年)?(?:底|末)?(?:之前|以前|前)|(?:年)?(?:底|末)")
_SINCE = re.compile(r"(?:自|从)$")
_SINCE_AFTER = re.compile(r"(?:起|开始|以来)")

PERIODIC: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.SEMIANNUALLY, re.compile(
        "每半年(?:度)?(?:一次)?|半年一次|每年(?:两次|2次|二次)|一年两次|逐半年|^半年$|半年度(?!\\d)")),
    (Recurrence.QUARTERLY, re.compile(
        "每个?季度?|按季度?|逐季度?|(?<![1-4])季度(?:性|末|调度|报告|通报)|以季度为节点|"
        "一季度一次|每三个月|每3个月")),
    (Recurrence.MONTHLY, re.compile("每个?月(?:\\d{1,2}日)?|按月|逐月|月度")),
    (Recurrence.ANNUALLY, re.compile("每年(?:度)?|逐年|按年(?:度)?|每一年|一年一次|"
        "(?<![\\d本今该上下])年度(?=$|[^内底末])")),
)  # fmt: skip
PERMANENT = re.compile(
    "持续\\w*|长期\\w*|常态化\\w*|常态\\w*|经常性?|日常|常年|全过程|一直|不间断|贯穿全程|滚动(?:推进|实施)"
)
EVERY_N = re.compile(
    "每(?:两|二|2|三|3|四|4|五|5)年(?:一次)?|(?:两|二|2|三|3|五|5)年一次|每个?(?:周|日|天|旬)|"
    "每(?:两|二|2|四|4)个?月|每双月|双月"
)
UNCLEAR = re.compile("定期")
RELATIVE = re.compile(
    r"(?<!\d)(?:\d{1,3}|[一二两三四五六七八九十半]+)(?:个)?(?:工作日|自然日|日|天|周|月|年)(?:以?内|之内|后)"
)
WITHIN_YEAR = re.compile(
    r"(?:今|本|当)?(?:年度)?年?(?:年底|年末)(?:之前|以前|前)?|(?:今|本|当)?年内|全年|今年|本年度?"
)


_REACHED = re.compile("完成|建成|实现|取得|出台|印发|形成|启动")  # by a day, before it goes on


def find(text: str, period: Period | None) -> Found:
    """Expressions of time in a Chinese term, prepared by `words.for_matching`."""
    found = Found()
    text = _BROKEN_YEAR.sub(r"\1\2", text)
    text = _YEAR_WORDS.sub(lambda match: "".join(_DIGITS[char] for char in match[0]), text)
    text = _NUMBER_WORDS.sub(lambda match: str(_number(match[0])), text)
    found.text = text
    scan = Scan(text, found)
    scan.take(_FIVE_YEAR_PLAN, lambda match: _five_years(scan, match))
    scan.take(_YEARS, _years)
    scan.take(_MONTHS_FAR, _months_far)
    scan.take(_MONTHS_DOTTED, _months_far)
    scan.take(_MONTHS_NEAR, lambda match: _months_near(scan, match, period))
    scan.take(_MONTHS_SHORT, lambda match: _months_near(scan, match, period))
    scan.take(_DAY, lambda match: _day(scan, match, period))
    _recurrence(scan)
    if scan.drop(RELATIVE):
        found.flag("relative")
    scan.take(_QUARTERS, lambda match: _quarters(scan, match, period))
    scan.take(_SEASON, lambda match: _season(scan, match))
    scan.take(_HALF, lambda match: _half(scan, match, period))
    scan.take(_MONTH_DOTTED, lambda match: _month(scan, match, period))
    scan.take(_MONTH, lambda match: _month(scan, match, period))
    scan.take(_YEAR, lambda match: _year(scan, match))
    if not found.spans and found.recurrence is None and (within := WITHIN_YEAR.search(scan.text)):
        _plan_year(found, within[0], period)
    if found.recurrence is not None and "no_year" in found.flags:
        found.flags.remove("no_year")  # a day of each year, as in 每年3月25日前
    if found.recurrence == Recurrence.PERMANENT and any(
        span.kind in {"month", "day"} or (span.bound == "until" and _REACHED.search(text))
        for span in found.spans
    ):
        found.flag("then_permanent")
    return found


_FIVE_YEAR_PLAN = re.compile("[“\"']?(十[二三四五六]五)[”\"']?(?:期间|时期|规划期|末)?")
_YEARS = re.compile(Y + f"年?{TO}" + Y + "年?")
_MONTHS_FAR = re.compile(Y + rf"年(\d{{1,2}})月(?:份)?{TO}" + Y + r"年(\d{1,2})月(?:份|底|末)?")
_MONTHS_DOTTED = re.compile(Y + rf"[./](\d{{1,2}}){TO}" + Y + r"[./](\d{1,2})(?![\d.])")
_MONTHS_SHORT = re.compile(Y + rf"[./](\d{{1,2}}){TO}(\d{{1,2}})(?![\d./])")
_MONTHS_NEAR = re.compile(rf"(?:{Y}[年.])?(?<![\d-])(\d{{1,2}})月?{TO}(\d{{1,2}})月(?:份|底|末)?")
_DAY = re.compile(rf"(?:{Y}年)?(?<!\d)(\d{{1,2}})月(\d{{1,2}})(?:日|号)")
_QUARTERS = re.compile(
    rf"(?:{Y}年)?第?([1-4])(?:季度)?(?:(?:-|至|、|到)第?([1-4]))?季度(?:末|底)?|(?:{Y}年?)?q([1-4])"
)
_SEASON = re.compile(rf"{Y}年([春夏秋冬])(?:季|天|末)?")
_MONTH_DOTTED = re.compile(Y + r"[./-](0?[1-9]|1[0-2])(?![\d./-])")
_HALF = re.compile(rf"(?:{Y}年)?(上|下)半年")
_MONTH = re.compile(
    rf"(?:{Y}(?:年|\.|/))?(?<!\d)(\d{{1,2}})(?:月(?:份)?(?:上旬|中旬|下旬|初|中)?|(?<=[./]\d\d)(?!\d))"
)
_YEAR = re.compile(Y + "年?(?:度)?")


def _number(word: str) -> int:
    tens, _, ones = word.partition("十")
    if "十" not in word:
        return int("".join(_DIGITS[char] for char in word))
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)


def _recurrence(scan: Scan) -> None:
    found = scan.found
    if scan.drop(EVERY_N):
        found.recurrence = Recurrence.PERMANENT
        found.flag("every_n_months")
        return
    for recurrence, pattern in PERIODIC:
        if scan.drop(pattern):
            found.recurrence = recurrence
            return
    if scan.drop(PERMANENT):
        found.recurrence = Recurrence.PERMANENT
    elif scan.drop(UNCLEAR):
        found.flag("regularly")


def _bound(text: str, match: re.Match[str]) -> str:
    if _SINCE.search(text[max(0, match.start() - 4) : match.start()]) or _SINCE_AFTER.match(
        text, match.end()
    ):
        return "since"
    if _UNTIL.search(text[max(0, match.start() - 4) : match.start()]) or _UNTIL_AFTER.match(
        text, match.end()
    ):
        return "until"
    return ""


def _span(
    scan: Scan, match: re.Match[str], days: tuple[date, date], kind: str, *, has_year: bool
) -> Span:
    bound = _bound(scan.text, match)
    # A month alone is a deadline in Chinese plans.
    tacit = kind == "month" and bound == ""
    return Span(
        *days, kind, "until" if tacit else bound, match.start(), match.end(), has_year, tacit
    )


def _year_for(
    scan: Scan, match: re.Match[str], printed: str | None, month: int, period: Period | None
) -> int | None:
    if printed:
        return int(printed)
    if period and re.search("(?:次|翌|下一|明)年$", scan.text[: match.start()]):
        base = year_of(month, period)
        return base + 1 if base else None
    earlier = [span for span in scan.found.spans if span.at < match.start() and span.has_year]
    year = earlier[-1].end.year if earlier else later_year(scan.text, match.end())
    year = year or year_of(month, period)
    if year is None and scan.found.recurrence is None:
        scan.found.flag("no_year")
    return year


def _five_years(scan: Scan, match: re.Match[str]) -> Span | None:
    first = _FIVE_YEARS[match[1]]
    scan.found.flag("five_year_plan")
    days = (year_span(first)[0], year_span(first + 4)[1])
    return Span(
        *days, "year", "until" if match[0].endswith("末") else "range", match.start(), match.end()
    )


def _years(match: re.Match[str]) -> Span | None:
    first, last = int(match[1]), int(match[2])
    if last < first:
        return None
    return Span(
        year_span(first)[0], year_span(last)[1], "year", "range", match.start(), match.end()
    )


def _months_far(match: re.Match[str]) -> Span | None:
    first, last = int(match[2]), int(match[4])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    days = (month_span(int(match[1]), first)[0], month_span(int(match[3]), last)[1])
    return Span(*days, "other", "range", match.start(), match.end()) if days[0] <= days[1] else None


def _months_near(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last = int(match[2]), int(match[3])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    year = _year_for(scan, match, match[1], first, period)
    if year is None:
        return None
    return Span(
        *months_span(year, first, last),
        "other",
        "range",
        match.start(),
        match.end(),
        bool(match[1]),
    )


def _day(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    year = _year_for(scan, match, match[1], int(match[2]), period)
    when = day(year, int(match[2]), int(match[3])) if year else None
    return _span(scan, match, (when, when), "day", has_year=bool(match[1])) if when else None


def _quarters(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    first, last, printed = int(match[2] or match[5]), int(match[3] or 0), match[1] or match[4]
    year = _year_for(scan, match, printed, (last or first) * 3, period)
    return (
        _span(scan, match, quarter_span(year, first, last), "quarter", has_year=bool(printed))
        if year
        else None
    )


def _season(scan: Scan, match: re.Match[str]) -> Span:
    year, first = int(match[1]), {"春": 3, "夏": 6, "秋": 9, "冬": 12}[match[2]]
    if first == 12:
        scan.found.flag("winter")
        return _span(scan, match, month_span(year, 12), "other", has_year=True)
    return _span(scan, match, months_span(year, first, first + 2), "other", has_year=True)


def _half(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    half = 1 if match[2] == "上" else 2
    year = _year_for(scan, match, match[1], half * 6, period)
    return (
        _span(scan, match, half_span(year, half), "half", has_year=bool(match[1])) if year else None
    )


def _month(scan: Scan, match: re.Match[str], period: Period | None) -> Span | None:
    month = int(match[2])
    year = _year_for(scan, match, match[1], month, period) if 1 <= month <= 12 else None
    if year is None:
        return None
    if scan.text[match.end() : match.end() + 1] == "前":
        scan.found.flag("before_month")
    return _span(scan, match, month_span(year, month), "month", has_year=bool(match[1]))


def _year(scan: Scan, match: re.Match[str]) -> Span | None:
    return _span(scan, match, year_span(int(match[1])), "year", has_year=True)


def _plan_year(found: Found, words: str, period: Period | None) -> None:
    if period is None or period.start.year != period.end.year:
        found.flag("no_year")
        return
    bound = "until" if "底" in words or "末" in words else ""
    found.spans.append(Span(*year_span(period.end.year), "year", bound, has_year=False))
