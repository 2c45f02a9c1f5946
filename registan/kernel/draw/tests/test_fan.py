"""The fan: figures, gaps and bands are where they should be, and words are escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from registan.kernel.draw.fan import HEIGHT, TOP, Spot, fan

BAND = (10.0, 20.0, 30.0, 40.0, 100.0)


def drawn(*spots: Spot, **more: float) -> ET.Element:
    return ET.fromstring(fan(spots, title="a < b & c", first="W1", last="W9", **more))  # noqa: S314  ours


def path(svg: ET.Element, look: str) -> str:
    return next(each.attrib["d"] for each in svg.iter("path") if each.get("class") == look)


def test_a_gap_in_the_figures_is_a_gap_in_the_line() -> None:
    svg = drawn(Spot("a", 1), Spot("b", 2), Spot("c"), Spot("d", 3))
    assert path(svg, "line").count("M") == 2
    assert path(svg, "line").count("L") == 1


def test_the_highest_has_the_whole_height_and_nought_is_the_foot() -> None:
    svg = drawn(Spot("a", 0), Spot("b", 50), Spot("c", None, BAND))
    heights = [
        float(y)
        for _, y in re.findall(r"([\d.]+) ([\d.]+)", path(svg, "band-outer") + path(svg, "line"))
    ]
    assert TOP + HEIGHT in heights
    assert f"V{TOP:.1f}" in path(svg, "band-outer")


def test_neighbours_with_bands_make_one_area_and_others_another() -> None:
    svg = drawn(Spot("a", 5, BAND), Spot("b", 5), Spot("c", None, BAND), Spot("d", None, BAND))
    looks = [each.get("class") for each in svg.iter("path")]
    assert looks.count("band-outer") == looks.count("band-inner") == 2
    assert looks.count("middle") == 1


def test_each_period_has_its_words_and_the_level_is_marked() -> None:
    svg = drawn(Spot("<1>", 1), Spot("2", 2), line_at=1.0)
    assert [each.text for each in svg.iter("title")] == ["<1>", "2"]
    assert path(svg, "level")
    assert svg.attrib["aria-label"] == "a < b & c"


def test_noughts_alone_are_drawn_and_nothing_is_not() -> None:
    assert path(drawn(Spot("a", 0), Spot("b", 0)), "line")
    assert fan([Spot("a"), Spot("b")], title="", first="", last="") == ""


def test_an_outer_band_that_would_press_the_line_flat_is_cut() -> None:
    spots = (Spot("a", 40), Spot("b", None, (1.0, 20.0, 30.0, 50.0, 9000.0)))
    whole, cut = drawn(*spots), drawn(*spots, most_outer=2.0)
    assert "9\u2009000" in "".join(whole.itertext())
    assert "9\u2009000" not in "".join(cut.itertext())
    assert "100" in "".join(cut.itertext())
    edge = min(float(y) for y in re.findall(r"(?:M\S+ |V)([\d.]+)", path(cut, "band-outer")))
    assert edge == TOP


def test_a_marked_spot_has_its_point_at_the_figure() -> None:
    svg = drawn(Spot("a", 50, is_marked=True), Spot("b", 100), Spot("c", is_marked=True))
    (point,) = svg.iter("circle")
    assert float(point.attrib["cy"]) == TOP + HEIGHT / 2
