"""Figures of scenarios: bars with intervals, curves with bands. Well-formed, to scale, escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from registan.kernel.draw.bands import HEAD, HEIGHT, WIDTH, Band, bands_in_time
from registan.kernel.draw.intervals import Interval, ends, interval_bar, interval_rows
from registan.kernel.draw.standalone import standalone

ROWS = [
    Interval("A & B", -2.0, 4.0, 8.0, "4", "going"),
    Interval("C", -6.0, -3.0, 1.0, "−3", "apart"),
]
BANDS = [
    Band("<alone>", [0, 2, 0], [0, 5, 1], [1, 10, 2], "alone"),
    Band("together", [0, 0, 1], [0, 1, 4], [0, 2, 6], "joint"),
]


def test_bars_begin_at_nought_on_one_scale() -> None:
    least, most = ends(ROWS)
    assert (least, most) == (-6.0, 8.0)
    for row in ROWS:
        tree = ElementTree.fromstring(interval_bar(row, least, most))  # noqa: S314  our own
        bar = tree.find("rect")
        assert bar is not None
        left, width = float(bar.get("x", "")), float(bar.get("width", ""))
        zero = 100 * 6 / 14
        assert left == pytest.approx(zero if row.mid > 0 else 100 * 3 / 14, abs=0.06)
        assert width == pytest.approx(100 * abs(row.mid) / 14, abs=0.06)


def test_all_noughts_are_drawn() -> None:
    row = Interval("A", 0.0, 0.0, 0.0, "0", "going")
    assert 'width="0.0"' in interval_bar(row, *ends([row]))


def test_words_are_escaped_and_the_paper_has_all_rows() -> None:
    svg = interval_rows(ROWS, title="x")
    words = [each.text for each in ElementTree.fromstring(svg).iter() if each.text]  # noqa: S314
    assert words == ["A & B", "4", "C", "−3"]
    assert ElementTree.fromstring(standalone(svg, ["Serif"])).tag.endswith("}svg")  # noqa: S314


def test_the_highest_end_reaches_the_top_and_names_do_not_meet() -> None:
    svg = bands_in_time(BANDS, title="x", most_words="10", ticks=[(1, "week 1")])
    ElementTree.fromstring(svg)  # noqa: S314
    places = [tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.]+) ([\d.]+)", svg)]
    assert min(y for _, y in places) == pytest.approx(HEAD)
    assert max(x for x, _ in places) == pytest.approx(WIDTH)
    assert max(y for _, y in places) == pytest.approx(HEIGHT)
    assert "&lt;alone&gt;" in svg
    heights = [float(y) for y in re.findall(r'class="name-\w+" x="[\d.]+" y="([\d.]+)"', svg)]
    assert abs(heights[0] - heights[1]) >= 18


def test_one_place_is_no_curve() -> None:
    assert (
        bands_in_time([Band("a", [1], [1], [1], "joint")], title="x", most_words="", ticks=[]) == ""
    )
