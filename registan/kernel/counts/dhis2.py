"""DHIS2 dataValueSets (JSON of /api/dataValueSets, DHIS2 developer guide, "Data values")."""

from __future__ import annotations

import json
from typing import Any

from registan.kernel.counts.columns import MEASURES, folded
from registan.kernel.counts.lines import CountReading, Line
from registan.kernel.counts.periods import parse_period
from registan.kernel.counts.tables import split_name
from registan.kernel.counts.values import NoFigure, parse_band, parse_value
from registan.kernel.plan.reading import Unreadable

# What DHIS2 calls records of single persons.
LINE_LISTS = ("events", "trackedEntities", "trackedEntityInstances", "enrollments")


def read_dhis2(text: str) -> CountReading:
    """One figure a data value. Names that are no codes of ours are mapped by the caller.

    Raises Unreadable.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("counts_json_damaged") from error
    if isinstance(whole, dict) and (found := [each for each in LINE_LISTS if each in whole]):
        raise Unreadable("counts_line_list", columns=", ".join(found))
    values = whole.get("dataValues") if isinstance(whole, dict) else None
    if not isinstance(values, list):
        raise Unreadable("counts_form_unknown", columns="dataValues")
    reading = CountReading("dhis2")
    for number, each in enumerate(values, start=1):
        if not isinstance(each, dict):
            reading.problem(number, "value_missing", period="", value=str(each)[:40])
            continue
        _take(reading, number, {**whole, **each})
    return reading


def _take(reading: CountReading, number: int, row: dict[str, Any]) -> None:
    def get(name: str) -> str:
        value = row.get(name, "")
        return str(value).strip() if isinstance(value, str | int | float) else ""

    condition, measure = split_name(get("dataElement"))
    sex, _, age = get("categoryOptionCombo").partition("_")
    period = parse_period(get("period"))
    try:
        if period is None:
            raise NoFigure("period_unreadable" if get("period") else "period_missing")
        # "default" is DHIS2's word for no breakdown; other combinations are mapped by the caller.
        band = ("", "") if sex in {"", "default"} else parse_band(sex, age)
        value = None if row.get("deleted") is True else parse_value(get("value"))
    except NoFigure as problem:
        reading.problem(number, problem.code, period=get("period")[:40], value=get("value")[:40])
        return
    known = MEASURES.get(folded(measure), "cases")
    reading.lines.append(Line(number, get("orgUnit"), condition, known, *period, value, *band))
