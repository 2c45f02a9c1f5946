"""Fault 4: the n-th write or sync fails, or stops half-way (failing.py)."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from django.db import connection  # noqa: F401  asked in the mark below

from tests.faults.failing import compile_failing
from tests.faults.test_processes import a_place, play

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="it brings a database of its own")
def test_a_failed_call_ends_the_process_and_loses_nothing(tmp_path: Path) -> None:
    try:
        failing = str(compile_failing(tmp_path))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no C compiler to make writes fail with")
    trials = {"writes": ("4", "the n-th write or sync fails, or stops half-way (SQLite)", 4, 500)}
    with a_place(in_memory=True) as place:
        found = play(trials, REGISTAN_VAR=str(place), LD_PRELOAD=failing)["writes"]
    assert "error" not in found, (found["error"], found["stderr"][-3000:])
    assert min(found["ended"], found["killed"], found["refused"]) > 0
