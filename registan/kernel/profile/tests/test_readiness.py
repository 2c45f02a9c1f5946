"""readiness.toml: read whole, or each thing wrong is named."""

from __future__ import annotations

import pytest

from registan.kernel.profile.problems import ProfileProblem
from registan.kernel.profile.readiness import FILE, read_readiness

NAMES = '{ ru = "ПЦР", zh = "聚合酶链式反应", en = "PCR" }'
WHOLE = f"""confirm_days = 30
stock_days = 10
[[methods]]
key = "pcr"
names = {NAMES}
source = "x"
confidence = "sourced"
[[languages]]
key = "ru"
names = {NAMES}
source = "x"
confidence = "unverified"
"""


def problems(text: str | bytes) -> list[tuple[str, str]]:
    """(code, setting)"""
    found: list[ProfileProblem] = []
    content = text if isinstance(text, bytes) else text.encode()
    told = read_readiness({FILE: content}, found)
    assert bool(told) != bool(found)
    return [(each.code, str(each.facts.get("setting", ""))) for each in found]


def test_a_whole_file_is_read_and_none_is_no_mistake() -> None:
    found: list[ProfileProblem] = []
    assert read_readiness({}, found) == {}
    told = read_readiness({FILE: WHOLE.encode()}, found)
    assert found == []
    assert (told["confirm_days"], told["methods"][0]["key"]) == (30, "pcr")


@pytest.mark.parametrize(
    ("held", "put", "wrong"),
    [
        ("confirm_days = 30\n", "", ("setting_missing", "confirm_days")),
        ("stock_days = 10", "stock_days = 0", ("setting_wrong", "stock_days")),
        ("stock_days = 10", 'stock_days = "10"', ("setting_wrong", "stock_days")),
        ("stock_days = 10", "stock_days = 10\ncolour = 1", ("setting_strange", "colour")),
        ("[[methods]]", "[methods]", ("setting_missing", "methods")),
        ('key = "pcr"', 'key = "P C R"', ("setting_wrong", "methods.key")),
        (
            'confidence = "unverified"',
            'confidence = "sure"',
            ("setting_wrong", "languages.confidence"),
        ),
        ('source = "x"', "", ("setting_missing", "methods.source")),
        (', en = "PCR" }', " }", ("setting_wrong", "methods.names")),
    ],
)
def test_each_thing_wrong_is_named(held: str, put: str, wrong: tuple[str, str]) -> None:
    assert held in WHOLE
    assert problems(WHOLE.replace(held, put, 1)) == [wrong]


def test_a_key_twice_and_what_is_no_file_of_this_kind_are_named() -> None:
    method = WHOLE[WHOLE.index("[[methods]]") : WHOLE.index("[[languages]]")]
    twice = WHOLE.replace("[[languages]]", method + "[[languages]]")
    assert ("setting_wrong", "methods.key") in problems(twice)
    assert problems("key = ") == [("not_toml", "")]
    assert problems(b"\xff\xfe") == [("not_utf8", "")]
