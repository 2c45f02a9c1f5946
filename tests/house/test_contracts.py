"""The import contracts hold, have no holes, and each of them catches a breach planted for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT

CONTRACTS = {
    each["name"]: each
    for each in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# contract -> file, and the line that breaks it
BREACHES = {
    "Imports go down only": ("registan/ledger/queries.py", "import registan.parties.queries"),
    "The kernel is pure": ("registan/kernel/plan/spans.py", "import django"),
    "Witnesses stand alone": ("registan/witness/cosigner.py", "import django"),
    "Reads do not write": ("registan/square/queries.py", "import registan.plans.acts.rounds"),
    "Pages go through acts and queries": (
        "registan/square/views_jobs.py", "import registan.plans.models.plan",
    ),
    "Only acts open the door": ("registan/plans/views/rounds.py", "import registan.ledger.act"),
}  # fmt: skip


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    only_code = shutil.ignore_patterns("static", "templates", "tests", "migrations", "__pycache__")
    shutil.copytree(PACKAGE, copy / "registan", ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(folder: Path) -> str:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_the_contracts_are_those_and_nothing_is_let_through_by_name() -> None:
    assert set(CONTRACTS) == set(BREACHES)
    assert [name for name, each in CONTRACTS.items() if each.get("ignore_imports")] == []
    assert CONTRACTS["Imports go down only"]["exhaustive"] is True


@pytest.mark.parametrize("name", BREACHES)
def test_a_planted_breach_is_caught(name: str, copied: Path) -> None:
    where, line = BREACHES[name]
    file = copied / where
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        told = lint(copied)
    finally:
        file.write_text(before, encoding="utf-8")
    assert f"{name} BROKEN" in told, told[-2000:]
