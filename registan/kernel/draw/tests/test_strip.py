"""The strip of lots: where they stand, and how one that will not be used is told apart."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from registan.kernel.draw.strip import HEIGHT, WIDTH, Stroke, strip


def marks(strokes: list[Stroke]) -> list[dict[str, str]]:
    tree = ElementTree.fromstring(strip(strokes))  # noqa: S314  our own
    return [dict(each.attrib) for each in tree.iter("rect") if each.get("class") != "bar-rest"]


def test_a_lot_that_will_not_be_used_is_taller_and_of_another_look() -> None:
    used, spare = marks([Stroke(13, 0.5, is_spare=False), Stroke(26, 0.5, is_spare=True)])
    assert float(spare["height"]) == 2 * float(used["height"]) == HEIGHT
    assert (used["class"], spare["class"]) == ("bar-part", "bar-cannot")
    assert (used["x"], spare["x"]) == ("25.0", "50.0")


@settings(deadline=None)
@given(
    st.lists(st.builds(Stroke, st.integers(-10, 10**6), st.floats(0, 1), st.booleans()), max_size=9)
)
def test_every_mark_stays_inside(strokes: list[Stroke]) -> None:
    found = marks(strokes)
    assert len(found) == len(strokes)
    assert all(0 <= float(each["x"]) <= WIDTH - float(each["width"]) + 0.1 for each in found)
