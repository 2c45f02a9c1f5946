"""Terms as printed -> days and recurrence. A line: words | from | to | recurrence | flags."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan.kernel.plan.reading import Period, Recurrence
from registan.kernel.plan.term import TERM_FLAGS, propose_period, read_term

PERIOD = Period(date(2026, 1, 1), date(2026, 12, 31))
SCHOOL_YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))

RUSSIAN = """
апрель 2025 года | 2025-04-01 | 2025-04-30 | once |
2025-2026 гг. | 2025-01-01 | 2026-12-31 | once |
2026 — 2028 годы | 2026-01-01 | 2028-12-31 | once |
2007 -⏎2008 гг. | 2007-01-01 | 2008-12-31 | once |
2013 г. | 2013-01-01 | 2013-12-31 | once |
в срок до 1 декабря 2024 года | | 2024-12-01 | once |
до 10.06.2020 | | 2020-06-10 | once |
доклад – до 10 июня 2020 г. | | 2020-06-10 | once |
на период до 2025 года | | 2025-12-31 | once |
по 2025 год | | 2025-12-31 | once |
к 2030 году | | 2030-12-31 | once |
до конца 2027 года | | 2027-12-31 | once |
не позднее 1 июля 2026 г. | | 2026-07-01 | once |
за I квартал 2014 года | 2014-01-01 | 2014-03-31 | once |
II квартал 2022 г. | 2022-04-01 | 2022-06-30 | once |
П квартал 2022 г. | 2022-04-01 | 2022-06-30 | once |
1-2 квартал 2026 г. | 2026-01-01 | 2026-06-30 | once |
IV кв. 2026 – I кв. 2027 | 2026-10-01 | 2027-03-31 | once |
первое полугодие 2016 г. | 2016-01-01 | 2016-06-30 | once |
II полугодие 2027 года | 2027-07-01 | 2027-12-31 | once |
начиная с 1 января 2025 года | 2025-01-01 | | once |
Начиная с 2025 года на постоянной основе | 2025-01-01 | | permanent |
Постоянно | | | permanent |
на постоянной основе | | | permanent |
непрерывно | | | permanent |
ежегодно | | | annually |
Ежегодно в августе | | | annually |
ежегодно, в I квартале | | | annually |
ежегодно, до 25 марта года, следующего за отчетным | | | annually |
начиная с 2020 года ежегодно, до 25 марта | 2020-01-01 | | annually |
Ежегодно после создания информационной системы | | | annually |
2026 г., далее ежегодно | 2026-01-01 | | annually |
2026–2030 гг., ежегодно | 2026-01-01 | 2030-12-31 | annually |
ежегодно до 2030 года | | 2030-12-31 | annually |
ежеквартально, до 5-го числа месяца, следующего за отчетным кварталом | | | quarterly |
ежеквартально, за I квартал – до 10 апреля; за год – до 31 декабря | | | quarterly |
ежемесячно до 10 числа месяца, следующего за отчетным | | | monthly |
Каждые полгода | | | semiannually |
один раз в полугодие | | | semiannually |
дважды в год | | | semiannually |
по итогам полугодия | | | semiannually |
по итогам квартала | | | quarterly |
раз в два года | | | permanent | every_n_months
еженедельно | | | permanent | every_n_months
регулярно | | | unknown | regularly
в течение года | 2026-01-01 | 2026-12-31 | once |
в течение 2026–2030 годов | 2026-01-01 | 2030-12-31 | once |
в двухмесячный срок | | | unknown | relative
в 3-месячный срок | | | unknown | relative
в течение 30 дней со дня утверждения | | | unknown | relative
в течение 2 лет | | | unknown | relative
сентябрь | 2026-09-01 | 2026-09-30 | once |
ноябрь-декабрь | 2026-11-01 | 2026-12-31 | once |
июнь - август | 2026-06-01 | 2026-08-31 | once |
ноябрь, апрель | 2026-04-01 | 2026-11-30 | once | several_dates
25 апреля | | 2026-04-25 | once |
ноябрь 2026 г. – март 2027 г. | 2026-11-01 | 2027-03-31 | once |
декабрь 2026 – февраль 2027 года | 2026-12-01 | 2027-02-28 | once |
с 1 марта 2026 г. по 31 мая 2027 г. | 2026-03-01 | 2027-05-31 | once |
01.03.2026 – 31.05.2027 | 2026-03-01 | 2027-05-31 | once |
осень 2026 года | 2026-09-01 | 2026-11-30 | once |
лето 2027 | 2027-06-01 | 2027-08-31 | once |
середина 2027 года | | 2027-06-30 | once | vague_part_of_year
по отд. плану | | | unknown |
в установл. порядке | | | unknown |
Согласно программе статистики | | | unknown |
по мере необходимости | | | unknown |
"""
CHINESE = """
2026年12月 | | 2026-12-31 | once |
2024年8月底前 | | 2024-08-31 | once |
2024年8月前 | | 2024-08-31 | once | before_month
2027年底前 | | 2027-12-31 | once |
2026年末 | | 2026-12-31 | once |
到2027年 | | 2027-12-31 | once |
力争到2030年底 | | 2030-12-31 | once |
2026-2028 | 2026-01-01 | 2028-12-31 | once |
2026—2030年 | 2026-01-01 | 2030-12-31 | once |
2026年—2028年 | 2026-01-01 | 2028-12-31 | once |
2026年6月—2027年12月 | 2026-06-01 | 2027-12-31 | once |
2023.08-2028.07 | 2023-08-01 | 2028-07-31 | once |
2023.08-20⏎28.07 | 2023-08-01 | 2028-07-31 | once |
2026年3月1日至5月31日 | 2026-03-01 | 2026-05-31 | once |
2026年第三季度至2027年第一季度 | 2026-07-01 | 2027-03-31 | once |
12月 | | 2026-12-31 | once |
2月3日前 | | 2026-02-03 | once |
二〇二六年十二月 | | 2026-12-31 | once |
持续推进 | | | permanent |
长期坚持 | | | permanent |
长期 | | | permanent |
常态化推进 | | | permanent |
2026年起持续推进 | 2026-01-01 | | permanent |
2026年6月持续跟踪 | | 2026-06-30 | once | then_permanent
每年 | | | annually |
每年3月 | | | annually |
逐年 | | | annually |
自2026年起每年 | 2026-01-01 | | annually |
2026-2030年每年 | 2026-01-01 | 2030-12-31 | annually |
每季度 | | | quarterly |
按季度 | | | quarterly |
季度末 | | | quarterly |
2026年一季度末 | 2026-01-01 | 2026-03-31 | once |
一季度 | 2026-01-01 | 2026-03-31 | once |
上半年 | 2026-01-01 | 2026-06-30 | once |
2027年下半年 | 2027-07-01 | 2027-12-31 | once |
每月25日前 | | | monthly |
每月 | | | monthly |
每半年 | | | semiannually |
半年一次 | | | semiannually |
每两年 | | | permanent | every_n_months
每周 | | | permanent | every_n_months
全年 | 2026-01-01 | 2026-12-31 | once |
年内 | 2026-01-01 | 2026-12-31 | once |
“十五五”期间 | 2026-01-01 | 2030-12-31 | once | five_year_plan
定期 | | | unknown | regularly
适时 | | | unknown |
近期 | | | unknown |
立行立改 | | | unknown |
3个月内 | | | unknown | relative
无 | | | unknown |
"""
ENGLISH = """
September 30, 2020 | | 2020-09-30 | once |
31 December 2027 | | 2027-12-31 | once |
By March 2023 | | 2023-03-31 | once |
By end of 2022 | | 2022-12-31 | once |
By the end of 2027 | | 2027-12-31 | once |
By 2024 | | 2024-12-31 | once |
By spring 2022 | | 2022-05-31 | once |
By fall 2022 | | 2022-11-30 | once |
By winter 2028 | | 2028-12-31 | once | winter
By early 2026 | | 2026-03-31 | once | vague_part_of_year
By fiscal year 2023-24 | | 2024-03-31 | once | fiscal_year
FY2026 | | 2026-09-30 | once | fiscal_year
2026-27 | 2026-01-01 | 2027-12-31 | once | fiscal_year
2025 to 2029 | 2025-01-01 | 2029-12-31 | once |
throughout 2026-2030 | 2026-01-01 | 2030-12-31 | once |
2027 onwards | 2027-01-01 | | once |
Ongoing | | | permanent |
permanently | | | permanent |
May 2023 and ongoing | 2023-05-01 | | permanent |
Ongoing, annually | | | annually |
Annually, by March 31 | | | annually |
annually from 2026 to 2030 | 2026-01-01 | 2030-12-31 | annually |
Every year until 2030 | | 2030-12-31 | annually |
1 activity per quarter | | | quarterly |
Minimally every 3 months, as often as possible | | | quarterly |
Biannually until 2029 | | 2029-12-31 | semiannually | twice_or_every_second_year
Ongoing every 24 months | | | permanent | every_n_months
monthly | | | monthly |
By February 2022 and February 2023 | | 2023-02-28 | once | several_dates
Completion by March 2026; report initial progress by 2024 | | 2026-03-31 | once | several_dates
60 days after the issue of the order | | | unknown | relative
Within 60 days of the completion of the review | | | unknown | relative
12 months | | | unknown | relative
(See Above) | | | unknown | as_above
See timeline on page 4 | | | unknown |
As required by the FY2023 budget timeline | | | unknown |
After guidance is issued | | | unknown |
Q1 2026 | 2026-01-01 | 2026-03-31 | once |
IV quarter of 2026 | 2026-10-01 | 2026-12-31 | once |
Q3-4 2026 | 2026-07-01 | 2026-12-31 | once |
H1 2026 | 2026-01-01 | 2026-06-30 | once |
November 2026 to February 2027 | 2026-11-01 | 2027-02-28 | once |
1 March 2026 – 31 May 2027 | 2026-03-01 | 2027-05-31 | once |
June-August 2026 | 2026-06-01 | 2026-08-31 | once |
12/31/2026 | | 2026-12-31 | once |
03/04/2026 | | 2026-04-03 | once | day_or_month
44175 | | 2020-12-10 | once | spreadsheet_serial
30.06.2023 | | 2023-06-30 | once |
=DATE(2024,12,31) | | | unknown | formula_without_value
— | | | unknown |
"""


def _cases() -> list[tuple[str, str, str, str, str, str]]:
    cases = []
    for lang, lines in (("ru", RUSSIAN), ("zh", CHINESE), ("en", ENGLISH)):
        for line in lines.strip().splitlines():
            words, start, end, recurrence, flags = (part.strip() for part in line.split("|"))
            cases.append((lang, words.replace("⏎", "\n"), start, end, recurrence, flags))
    return cases


@pytest.mark.parametrize(("lang", "words", "start", "end", "recurrence", "flags"), _cases())
def test_it_reads_a_term_of_each_form(
    lang: str, words: str, start: str, end: str, recurrence: str, flags: str
) -> None:
    term = read_term(words, period=PERIOD, lang=lang)
    read = (str(term.start or ""), str(term.end or ""), str(term.recurrence), " ".join(term.flags))
    assert read == (start, end, recurrence, flags)
    assert term.raw == words


def test_a_month_without_a_year_takes_the_year_of_a_school_year() -> None:
    assert read_term("сентябрь", period=SCHOOL_YEAR).start == date(2025, 9, 1)
    assert read_term("апрель", period=SCHOOL_YEAR).end == date(2026, 4, 30)


def test_a_month_without_a_year_stays_unknown_where_nothing_gives_the_year() -> None:
    for words in ("сентябрь", "9月", "by 1 September"):
        term = read_term(words)
        assert (term.end, term.recurrence, term.flags) == (None, Recurrence.UNKNOWN, ("no_year",))


def test_several_dates_are_kept_as_milestones() -> None:
    term = read_term("By February 2022 and February 2023", lang="en")
    assert [point.end for point in term.milestones] == [date(2022, 2, 28), date(2023, 2, 28)]


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("План мероприятий на 2025/2026 учебный год", date(2025, 9, 1), date(2026, 8, 31)),
        ("План действий на 2026–2030 годы", date(2026, 1, 1), date(2030, 12, 31)),
        ("2026年工作任务清单", date(2026, 1, 1), date(2026, 12, 31)),
        ("行动计划（2026年—2028年）", date(2026, 1, 1), date(2028, 12, 31)),
        ("Action Plan 2026 to 2027", date(2026, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_title_proposes_the_period_of_the_plan(title: str, first: date, last: date) -> None:
    assert propose_period(title) == Period(first, last)


def test_a_title_with_two_unrelated_years_proposes_nothing() -> None:
    assert propose_period("Отчёт 2019 года и план 2021 года") is None


DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
WORDS = st.text(alphabet="абвг до по 2026.-/年月日季度底前 by end of Q1 каждый", max_size=60)


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_every_day_reads_back_in_each_language(day: date) -> None:
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    russian = f"до {day.day} {months.split()[day.month - 1]} {day.year} г."
    assert read_term(russian, lang="ru").end == day
    assert read_term(f"{day.year}年{day.month}月{day.day}日前", lang="zh").end == day
    assert read_term(f"by {day:%B} {day.day}, {day.year}", lang="en").end == day
    assert read_term(day.isoformat()).end == day


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 2000))
def test_two_days_with_a_dash_are_the_ends_of_one_stretch(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    term = read_term(f"{first:%d.%m.%Y} – {last:%d.%m.%Y}", lang="ru")
    assert (term.start, term.end) == (first, last)


@settings(max_examples=120, deadline=None)
@given(WORDS, st.sampled_from(["ru", "zh", "en", ""]))
def test_no_words_make_it_fail_and_no_end_lies_before_the_beginning(words: str, lang: str) -> None:
    term = read_term(words, period=PERIOD, lang=lang)
    assert not (term.start and term.end) or term.start <= term.end
    assert set(term.flags) <= {code for code, _ in TERM_FLAGS}
