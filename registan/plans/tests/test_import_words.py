"""Every code that the reader and the tray give has words in three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registan.kernel.plan.codes import LEFT_REASONS, NOTES, ROW_FLAGS
from registan.kernel.plan.formats import UNREADABLE_CODES
from registan.kernel.plan.responsible import RESPONSIBLE_FLAGS
from registan.kernel.plan.term import TERM_FLAGS
from registan.plans.settling import TELLING
from registan.web.texts import catalogue

CODES = [
    *(f"issue.flag_{code}" for code, _ in (*TERM_FLAGS, *RESPONSIBLE_FLAGS, *ROW_FLAGS)
      if code != "person_name"),
    *(f"issue.flag_{code}" for code in TELLING),
    *(f"left.{code}" for code, _ in LEFT_REASONS),
    *(f"note.{code}" for code, _ in NOTES),
    *(f"unreadable.{code}" for code, _ in UNREADABLE_CODES),
]  # fmt: skip


@pytest.mark.parametrize("key", sorted(set(CODES)))
def test_every_code_of_the_reader_has_words_in_three_languages(key: str) -> None:
    assert all(catalogue()[key])
    assert len(set(catalogue()[key])) == 3


def issue_codes() -> list[str]:
    source = (Path(__file__).parents[1] / "settling.py").read_text(encoding="utf-8")
    return re.findall(r'Issue\("(\w+)"', source)


def test_every_issue_of_a_row_has_words_in_three_languages() -> None:
    codes = set(issue_codes())
    assert len(codes) > 5
    for code in codes:
        assert all(catalogue()[f"issue.{code}"])
