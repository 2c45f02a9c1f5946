"""Tables of counts, line by line: tidy, wide, SDMX-CSV, WHO and JHU style."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from registan.kernel.counts.columns import MEASURES, column_of, folded
from registan.kernel.counts.lines import DAY, WEEK, CountReading, Line
from registan.kernel.counts.periods import american_day, monday_of, parse_period
from registan.kernel.counts.values import NoFigure, parse_band, parse_value
from registan.kernel.plan.reading import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = tuple[int, list[str]]
JHU_FIRST = ("province/state", "country/region")
# SDMX: observation status (code list CL_OBS_STATUS) that says that there is no figure.
NO_FIGURE = frozenset({"M", "L", "O", "Q"})


def read_rows(rows: Sequence[Row], *, silent_zeros: bool, file_name: str = "") -> CountReading:
    """The first row heads the columns. Raises Unreadable for a table that is none of the forms.

    silent_zeros: a line on which every figure is nought says nothing (public figures made from
    running totals); else it says that there was no case.
    """
    head = rows[0][1]
    words = [folded(each) for each in head]
    body = rows[1:]
    if [each.strip().casefold() for each in head[:2]] == list(JHU_FIRST):
        return _jhu(head, body, silent_zeros=silent_zeros, file_name=file_name)
    if "date reported" in words and "country code" in words:
        return _who(words, body, silent_zeros=silent_zeros)
    names = [column_of(each) for each in head]
    if "obs value" in words:
        return _long(words, names, body, "sdmx")
    if "value" in names and "period" in names:
        return _long(words, names, body, "tidy")
    if "period" in names and any(word in MEASURES for word in words):
        return _wide(words, names, body, silent_zeros=silent_zeros)
    raise Unreadable("counts_form_unknown", columns=", ".join(head[:12])[:200])


def _getter(names: Sequence[str], wanted: str) -> Callable[[list[str]], str]:
    if wanted not in names:
        return lambda row: ""
    place = names.index(wanted)
    return lambda row: row[place].strip() if place < len(row) else ""


def _long(words: list[str], names: list[str], body: Sequence[Row], form: str) -> CountReading:
    """One figure a line."""
    reading = CountReading(form)
    get = {name: _getter(names, name) for name in (
        "place", "area", "condition", "period", "measure", "value", "sex", "age", "definition")}  # fmt: skip
    status = _getter(words, "obs status")
    if form == "sdmx" and "condition" not in names:
        # An SDMX indicator says both: MEASLES_DEATHS, or a condition alone.
        get["condition"], get["measure"] = _sdmx_indicator(words)
    for number, row in body:
        try:
            period = _period(get["period"](row))
            measure = _measure(get["measure"](row))
            sex, age = parse_band(get["sex"](row), get["age"](row))
            text = get["value"](row)
            none = form == "sdmx" and status(row).upper() in NO_FIGURE
            value = None if none else parse_value(text, blank_says_none=form == "sdmx")
        except NoFigure as problem:
            facts = {"period": get["period"](row)[:40], "value": get["value"](row)[:40]}
            reading.problem(number, problem.code, **facts)
            continue
        place = get["area"](row) or get["place"](row)
        reading.lines.append(
            Line(number, place, get["condition"](row), measure, *period, value, sex, age,
                 get["definition"](row))
        )  # fmt: skip
    return reading


def _sdmx_indicator(
    words: list[str],
) -> tuple[Callable[[list[str]], str], Callable[[list[str]], str]]:
    indicator = _getter(words, "indicator")

    def split(row: list[str]) -> tuple[str, str]:
        return split_name(indicator(row))

    return (lambda row: split(row)[0]), (lambda row: split(row)[1])


def split_name(name: str) -> tuple[str, str]:
    """A sender's name of what is counted as (condition, measure).

    >>> split_name("MEASLES_DEATHS"), split_name("measles")
    (('MEASLES', 'DEATHS'), ('measles', ''))
    """
    for mark in ("/", "_", "."):
        before, found, after = name.rpartition(mark)
        if found and folded(after) in MEASURES:
            return before, after
    return name, ""


def _period(text: str) -> tuple[str, int]:
    found = parse_period(text)
    if found is None:
        raise NoFigure("period_unreadable" if text.strip() else "period_missing")
    return found


def _measure(text: str) -> str:
    if not text:
        return "cases"
    found = MEASURES.get(folded(text))
    if found is None:
        raise NoFigure("measure_unknown")
    return found


def _wide(
    words: list[str], names: list[str], body: Sequence[Row], *, silent_zeros: bool
) -> CountReading:
    """A line a place and period, a column for each measure: date, iso3, cases, deaths."""
    reading = CountReading("wide")
    columns = [(place, MEASURES[word]) for place, word in enumerate(words) if word in MEASURES]
    get = {name: _getter(names, name) for name in ("place", "area", "condition", "period")}
    for number, row in body:
        try:
            period = _period(get["period"](row))
            figures = [(measure, parse_value(row[place] if place < len(row) else ""))
                       for place, measure in columns]  # fmt: skip
        except NoFigure as problem:
            facts = {"period": get["period"](row)[:40], "value": ",".join(row)[:40]}
            reading.problem(number, problem.code, **facts)
            continue
        where = get["area"](row) or get["place"](row)
        silent = silent_zeros and not any(value for _, value in figures)
        condition = get["condition"](row)
        reading.lines += [
            Line(number, where, condition, measure, *period, None if silent else value)
            for measure, value in figures
        ]
    return reading


def _who(words: list[str], body: Sequence[Row], *, silent_zeros: bool) -> CountReading:
    """WHO's table of new and cumulative figures: days, or weeks told by one day of each."""
    reading = CountReading("who")
    place, day = _getter(words, "country code"), _getter(words, "date reported")
    measures = [("cases", _getter(words, "new cases")), ("deaths", _getter(words, "new deaths"))]
    days = {found[1] for _, row in body if (found := parse_period(day(row)))}
    # All on one weekday: a table of weeks.
    by_week = len({each % 7 for each in days}) == 1 and len(days) > 1
    for number, row in body:
        try:
            _, start = _period(day(row))
            figures = [
                (name, parse_value(get(row), blank_says_none=True)) for name, get in measures
            ]
        except NoFigure as problem:
            reading.problem(number, problem.code, period=day(row)[:40], value=",".join(row)[:40])
            continue
        period = (WEEK, monday_of(start)) if by_week else (DAY, start)
        silent = silent_zeros and not any(value for _, value in figures)
        reading.lines += [
            Line(number, place(row), "", name, *period, None if silent else value)
            for name, value in figures
        ]
    return reading


def _jhu(
    head: list[str], body: Sequence[Row], *, silent_zeros: bool, file_name: str
) -> CountReading:
    """A line a place, a column a day, running totals: provinces of one State are summed."""
    reading = CountReading("jhu")
    measure = "deaths" if "death" in file_name.casefold() else "cases"
    days = [(place, day) for place, each in enumerate(head) if (day := american_day(each))]
    if not days or days != sorted(days, key=lambda each: each[1]):
        raise Unreadable("counts_form_unknown", columns=", ".join(head[:12])[:200])
    totals: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    first: dict[str, int] = {}
    for number, row in body:
        where = row[1].strip() if len(row) > 1 else ""
        first.setdefault(where, number)
        try:
            for place, day in days:
                totals[where][day] += parse_value(row[place] if place < len(row) else "") or 0
        except NoFigure as problem:
            reading.problem(number, problem.code, period=head[place], value=",".join(row)[:40])
    for where, running in totals.items():
        before = 0
        for _, day in days:
            new, before = running[day] - before, running[day]
            value = None if silent_zeros and not new else new
            reading.lines.append(Line(first[where], where, "", measure, DAY, day, value))
    return reading
