"""A band says no more than is known."""

from __future__ import annotations

import re
from datetime import date

from registan.kernel.draw.day_band import day_band


def day(n: int) -> tuple[date, date]:
    return date(2026, 3, n), date(2026, 3, n)


SCALE = (date(2026, 3, 1), date(2026, 3, 11))


def parts(svg: str) -> list[tuple[str, float, float]]:
    found = re.findall(r'class="bar-(\w+)" x="([\d.]+)" y="2" width="([\d.]+)"', svg)
    return [(name, float(left), float(wide)) for name, left, wide in found]


def test_a_day_known_exactly_has_one_full_part() -> None:
    svg = day_band(day(1), day(5), 7, SCALE, "done")
    assert parts(svg) == [("done", 0.0, 40.0)]
    assert 'd="M70.0 0V10"' in svg


def test_what_is_uncertain_is_faint_at_both_ends() -> None:
    svg = day_band(
        (date(2026, 3, 1), date(2026, 3, 3)),
        (date(2026, 3, 6), date(2026, 3, 11)),
        1,
        SCALE,
        "late",
    )
    assert parts(svg) == [("rest", 0.0, 100.0), ("late", 20.0, 30.0)]


def test_where_nothing_is_sure_there_is_no_full_part() -> None:
    month = (date(2026, 3, 1), date(2026, 3, 11))
    assert [name for name, *_ in parts(day_band(month, month, 1, SCALE, "part"))] == ["rest"]


def test_a_limit_beyond_the_scale_and_a_scale_of_one_day_do_no_harm() -> None:
    assert "zero" not in day_band(day(1), day(5), 30, SCALE, "done")
    assert parts(day_band(day(1), day(1), 7, (date(2026, 3, 1),) * 2, "done")) == [
        ("done", 0.0, 0.8)
    ]
