"""docs/reference/log-formats.md lists every code that the log's readers refuse with."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "log-formats.md").read_text(encoding="utf-8")
# The strict readers are told by their callers which word to refuse with.
TOLD = {"decimal": 1, "unbase64": 1, "hash_line": 1, "utf8_lines": 1}


def codes(called: dict[str, int]) -> set[str]:
    """The words at that place of the calls of these names."""
    found = set()
    for path in (ROOT / "registan" / "kernel" / "log").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = called.get(node.func.id)
                word = node.args[at] if at is not None else None
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    found.add(word.value)
    return found


@pytest.mark.parametrize(
    ("error", "called"),
    [("Malformed", {"Malformed": 0, **TOLD}), ("Unverified", {"Unverified": 0})],
)
def test_every_code_is_listed_and_no_other(error: str, called: dict[str, int]) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{error}`"))
    assert set(re.findall(r"`(\w+)`", row)) - {error} == codes(called)
