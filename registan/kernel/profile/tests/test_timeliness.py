"""timeliness.toml: the organisation's own causes; whatever is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from registan.kernel.profile.problems import ProfileProblem
from registan.kernel.profile.timeliness import FILE, read_timeliness

SCO = Path(__file__).resolve().parents[4] / "profiles" / "sco"
NAMES = '{ ru = "Деньги", zh = "资金", en = "Money" }'
ROW = f'[[causes]]\nkey = "money"\nnames = {NAMES}\n'


def problems(text: str | bytes) -> list[ProfileProblem]:
    found: list[ProfileProblem] = []
    content = text if isinstance(text, bytes) else text.encode()
    assert read_timeliness({FILE: content}, found) == {}
    return found


def test_the_list_of_the_profile_is_whole() -> None:
    found: list[ProfileProblem] = []
    told = read_timeliness({FILE: (SCO / FILE).read_bytes()}, found)
    assert found == []
    assert told["causes"][-1]["key"] == "other"


def test_without_the_file_there_are_no_causes_and_no_problem() -> None:
    found: list[ProfileProblem] = []
    assert read_timeliness({}, found) == {}
    assert found == []


@pytest.mark.parametrize(
    ("text", "code", "setting"),
    [
        (b"\xff", "not_utf8", None),
        ("causes = [", "not_toml", None),
        ("", "setting_missing", "causes"),
        ("causes = []", "setting_missing", "causes"),
        ("causes = [1]", "setting_missing", "causes"),
        (ROW + ROW, "setting_wrong", "causes.key"),
        (ROW.replace("money", "Much Money"), "setting_wrong", "causes.key"),
        (ROW.replace("资金", " "), "setting_wrong", "causes.names"),
        (ROW.replace('zh = "资金", ', ""), "setting_wrong", "causes.names"),
        (ROW + 'colour = "red"\n', "setting_strange", "causes.colour"),
        (f"limits = 7\n{ROW}", "setting_strange", "limits"),
    ],
)
def test_what_is_wrong_is_named(text: str | bytes, code: str, setting: str | None) -> None:
    (problem,) = problems(text)
    assert problem.code == code
    assert problem.facts.get("setting") == setting
