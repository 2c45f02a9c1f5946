"""The plans of the worked example say the same in Russian, Chinese and English: so must their readings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registan.kernel.plan.read import read_plan
from registan.kernel.plan.reading import PlanReading

EXAMPLE = Path(__file__).parents[4] / "profiles" / "sco" / "example"
FIRST_YEAR = 2026


def _reading(name: str, lang: str) -> PlanReading:
    text = (EXAMPLE / f"{name}.{lang}.csv").read_text(encoding="utf-8")
    dated = re.sub(r"\{Y(\d)\}", lambda found: str(FIRST_YEAR - 1 + int(found[1])), text)
    return read_plan(dated.encode(), f"{name}.csv")


@pytest.mark.parametrize("name", ["plan", "work_plan"])
def test_three_languages_give_the_same_terms_roles_and_numbers(name: str) -> None:
    russian, chinese, english = (_reading(name, lang) for lang in ("ru", "zh", "en"))
    assert russian.period == chinese.period == english.period
    assert len(russian.rows) == len(chinese.rows) == len(english.rows) > 10
    for rows in zip(russian.rows, chinese.rows, english.rows, strict=True):
        said = [
            (
                row.number,
                (row.term.start, row.term.end),
                [point.end for point in row.term.milestones],
                row.term.recurrence,
                [a.role for a in row.responsible.actors],
            )
            for row in rows
        ]
        assert said[0] == said[1] == said[2]
