"""Every code that the reader may give stands in docs/reference/plan-tables.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from registan.kernel.plan.codes import LEFT_REASONS, NOTES, ROW_FLAGS
from registan.kernel.plan.formats import UNREADABLE_CODES
from registan.kernel.plan.lines import KEYS
from registan.kernel.plan.responsible import RESPONSIBLE_FLAGS
from registan.kernel.plan.term import TERM_FLAGS

REFERENCE = Path(__file__).parents[4] / "docs" / "reference" / "plan-tables.md"
LISTS = (ROW_FLAGS, LEFT_REASONS, NOTES, UNREADABLE_CODES, RESPONSIBLE_FLAGS, TERM_FLAGS)


@pytest.mark.parametrize("codes", LISTS, ids=lambda codes: codes[0][0])
def test_every_code_is_explained(codes: tuple[tuple[str, str], ...]) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert [code for code, _ in codes if f"| `{code}` |" not in text] == []


def test_every_key_of_the_lines_is_explained() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in text] == []
