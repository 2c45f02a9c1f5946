"""Each form of counts: what is read, what is a problem of which line, and what is refused whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.counts.lines import DAY, WEEK
from registan.kernel.counts.periods import monday_of, parse_period, period_name, week_name
from registan.kernel.counts.read import read_counts
from registan.kernel.counts.tests import made
from registan.kernel.plan.reading import Unreadable

W05 = date(2026, 1, 26).toordinal()


def told(data: bytes, *, silent_zeros: bool = False) -> list[tuple[object, ...]]:
    reading = read_counts(data, silent_zeros=silent_zeros)
    assert reading.problems == []
    return [
        (line.place, line.measure, line.period, line.start, line.value) for line in reading.lines
    ]


def test_the_tidy_form_tells_zero_and_not_reported_apart() -> None:
    reading = read_counts(made.TIDY)
    assert [line.value for line in reading.lines] == [12, 3, None]
    assert reading.lines[1].place == "KZ-75"
    assert (reading.lines[1].sex, reading.lines[1].age) == ("f", "0-4")
    assert reading.lines[2].definition == "agreed-1"


def test_a_workbook_says_the_same_as_a_table_of_text() -> None:
    assert told(made.xlsx()) == [("KZ", "cases", WEEK, W05, 12)]


def test_a_day_of_public_figures_with_noughts_alone_says_nothing() -> None:
    day = date(2026, 1, 1).toordinal()
    assert told(made.WIDE, silent_zeros=True) == [
        ("KAZ", "cases", DAY, day, 7), ("KAZ", "deaths", DAY, day, 0),
        ("KAZ", "cases", DAY, day + 1, None), ("KAZ", "deaths", DAY, day + 1, None),
        ("KAZ", "cases", DAY, day + 2, -2), ("KAZ", "deaths", DAY, day + 2, 0),
    ]  # fmt: skip
    assert told(made.WIDE)[2][-1] == 0


def test_dhis2_values_inherit_period_and_place_and_may_be_deleted() -> None:
    assert told(made.DHIS2) == [
        ("KZ", "cases", WEEK, W05, 12), ("KZ", "deaths", WEEK, W05 + 7, 0),
        ("KZ", "cases", WEEK, W05, None),
    ]  # fmt: skip


def test_sdmx_status_m_is_not_reported() -> None:
    reading = read_counts(made.SDMX)
    assert [(line.condition, line.measure, line.value, line.sex) for line in reading.lines] == [
        ("MEASLES", "deaths", 2, ""), ("MEASLES", "cases", None, "f"),
    ]  # fmt: skip


def test_who_figures_all_on_sundays_are_weeks_and_blank_is_not_reported() -> None:
    first = date(2025, 12, 29).toordinal()
    assert told(made.WHO)[:3] == [
        ("KZ", "cases", WEEK, first, 5), ("KZ", "deaths", WEEK, first, None),
        ("KZ", "cases", WEEK, first + 7, 6),
    ]  # fmt: skip


def test_running_totals_of_provinces_become_new_cases_of_the_state() -> None:
    assert [row[-1] for row in told(made.JHU)] == [458, 8, 103]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("", "value_missing"), ("1,234", "value_not_whole"), ("5.5", "value_not_whole"),
     ("many", "value_not_whole"), ("1e9", "value_not_whole")],
)  # fmt: skip
def test_what_is_no_figure_is_a_problem_of_its_line(cell: str, code: str) -> None:
    reading = read_counts(f'state,condition,period,value\nKZ,measles,2026-W05,"{cell}"\n'.encode())
    assert [(each.line, each.code) for each in reading.problems] == [(2, code)]


@pytest.mark.parametrize("period", ["2026-W54", "2025-W53", "2026-02-30", "week 5", "²026-W05", ""])
def test_a_period_that_is_none_is_a_problem(period: str) -> None:
    reading = read_counts(f"state,condition,period,value\nKZ,measles,{period},1\n".encode())
    assert [each.code for each in reading.problems] == [
        "period_unreadable" if period else "period_missing"
    ]


@pytest.mark.parametrize(
    "head",
    ["patient_id,state,period,value", "Name,sex,age,onset date", "ФИО,дата рождения,период,число",
     "姓名,国家,日期,数值", "state,period,value,Date of birth"],
)  # fmt: skip
def test_a_list_of_persons_is_refused_whole(head: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_counts(f"{head}\n1,2,3,4\n".encode())
    assert refused.value.code == "counts_line_list"


@pytest.mark.parametrize("key", ["events", "trackedEntities", "enrollments"])
def test_dhis2_records_of_persons_are_refused_whole(key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_counts(f'{{"{key}": [{{}}]}}'.encode())
    assert refused.value.code == "counts_line_list"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "counts_empty"), (b"\n \n", "counts_empty"), (b"\xff\xfe1", "counts_not_utf8"),
     (b"{", "counts_json_damaged"), (b"a,b\n1,2\n", "counts_form_unknown"),
     (b"PK\x03\x04zip", "damaged"), (b'{"dataValues": 3}', "counts_form_unknown")],
)  # fmt: skip
def test_what_is_no_table_of_counts_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_counts(data)
    assert refused.value.code == code


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_every_period_reads_back_as_it_is_named(day: date) -> None:
    start = day.toordinal()
    assert parse_period(period_name(DAY, start)) == (DAY, start)
    monday = monday_of(start)
    assert date.fromordinal(monday).isoweekday() == 1
    assert parse_period(week_name(monday)) == (WEEK, monday)


@given(st.lists(st.tuples(st.integers(0, 60), st.none() | st.integers(0, 10**8)), max_size=30))
def test_what_is_written_in_the_tidy_form_is_read_the_same(
    rows: list[tuple[int, int | None]],
) -> None:
    lines = ["state,condition,period,value"]
    lines += [f"KZ,measles,{week_name(W05 + 7 * week)},{'NR' if value is None else value}"
              for week, value in rows]  # fmt: skip
    reading = read_counts("\n".join(lines).encode())
    assert [((line.start - W05) // 7, line.value) for line in reading.lines] == rows
