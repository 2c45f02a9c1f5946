"""Faults of E3 that need processes of their own: killed, refused by the disk, racing, restarted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection  # noqa: F401  asked in the mark below

from tests.faults.cluster import cluster, programs
from tests.faults.counts import LONG, times

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
Told = dict[str, dict[str, Any]]
pytestmark = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="these bring databases of their own, once is enough"
)
# Name of the trial, number of the fault, in words, how often in the short and in the long form.
SQLITE = {
    "steps": ("2", "kill -9 or error at each statement (SQLite)", 1, 3),
    "no_room": ("3", "files may grow no further (SQLite)", 1, 1),
    "same": ("7", "the same act by many at once (SQLite)", 3, 50),
    "kill": ("1", "kill -9 at any instant (SQLite)", 20, 1000),
    "sequencers": ("11", "four sequencers, two keepers (SQLite)", 100, 10_000),
}
POSTGRES = {
    "steps": ("2", "kill -9 or error at each statement (PostgreSQL)", 1, 3),
    "same": ("7", "the same act by many at once (PostgreSQL)", 3, 50),
    "restarts": ("9", "pg_ctl restart -m immediate under load", 2, 20),
    "kill": ("1", "kill -9 at any instant (PostgreSQL)", 8, 250),
    "sequencers": ("11", "four sequencers, two keepers (PostgreSQL)", 200, 10_000),
}


def play(trials: dict[str, tuple[str, str, int, int]], **environment: str) -> Told:
    """What came of each trial."""
    words = [
        f"{name}={times(short, long)}={number}={said}"
        for name, (number, said, short, long) in trials.items()
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.play", *words],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=times(280, 7200),
        env={
            **os.environ, "REGISTAN_LOG_LEVEL": "CRITICAL", "REGISTAN_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "registan.config.settings", **environment,
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: Told = json.loads(done.stdout.splitlines()[-1])
    for found in told.values():
        found["stderr"] = done.stderr if "error" in found else ""
    return told


@contextmanager
def a_place(*, in_memory: bool = not LONG) -> Iterator[Path]:
    """A folder: in memory in the short form, as a killed process loses nothing of a file either way."""
    memory = Path("/dev/shm")  # noqa: S108  mkdtemp makes the folder
    below = memory if in_memory and memory.is_dir() else None
    with TemporaryDirectory(prefix="registan-faults-", dir=below) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def on_sqlite() -> Told:
    with a_place() as place:
        return play(SQLITE, REGISTAN_VAR=str(place))


@pytest.fixture(scope="module")
def on_postgresql() -> Told:
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with a_place() as place, cluster(place.parent) as running:
        return play(
            POSTGRES, REGISTAN_VAR=str(place), REGISTAN_DATABASE_URL=running.url,
            REGISTAN_FAULT_RESTART=running.restart,
        )  # fmt: skip


@pytest.mark.parametrize("trial", SQLITE)
def test_no_act_is_lost_or_doubled_on_sqlite(trial: str, on_sqlite: Told) -> None:
    found = on_sqlite[trial]
    assert "error" not in found, (found["error"], found["stderr"][-3000:])


@pytest.mark.parametrize("trial", POSTGRES)
def test_no_act_is_lost_or_doubled_on_postgresql(trial: str, on_postgresql: Told) -> None:
    found = on_postgresql[trial]
    assert "error" not in found, (found["error"], found["stderr"][-3000:])


def test_enough_happened_for_that_to_mean_something(on_sqlite: Told) -> None:
    assert on_sqlite["kill"]["acknowledged"] > 10
    assert on_sqlite["kill"]["unanswered"] > 0
    assert on_sqlite["steps"]["act"] > 10


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MiB in memory, which only root may make."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", place], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.skipif(not LONG, reason="a file limit stands in for it in the short form")
def test_a_full_disk_refuses_acts_and_shows_everything(small_disk: Path) -> None:
    trials = {"full_disk": ("3", "the disk is full (SQLite on 12 MiB)", 1, 1)}
    found = play(trials, REGISTAN_VAR=str(small_disk))["full_disk"]
    assert "error" not in found, (found["error"], found["stderr"][-3000:])
