"""What many do at the same moment is done once, and nobody meets a broken page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests.door.race import play

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]


def check(found: Mapping[str, list[str]]) -> None:
    first = found["one key"][0]
    assert first.startswith("done ")
    assert found["one key"] == [first] * 8
    for race in ("two editors", "two secretaries"):
        refused, done = sorted(found[race], key=lambda told: told.startswith("done "))
        assert done.startswith("done ")
        assert refused in {"draft_changed", "round_open_already", "changed_meanwhile"}
    assert found["kept"] == [
        "1 joining", "1 entry of joining", "1 draft", "2 rounds", "2 entries of rounds",
    ]  # fmt: skip
    assert found["numbers rise with the order of commits"] == ["True"]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has a test of its own")
def test_many_at_once_on_a_file_of_sqlite(tmp_path: Path) -> None:
    environment = {
        **os.environ, "REGISTAN_VAR": str(tmp_path), "REGISTAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "registan.config.settings",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.door.race"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    check(json.loads(done.stdout))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs PostgreSQL")
def test_many_at_once_on_postgresql() -> None:
    assert connection.vendor == "postgresql"
    check(play())
