"""A damaged file of the database ends the process; a busy one, or one without room, does not.

Failing writes and syncs are played in tests/faults, with a library that makes them fail.
"""

from __future__ import annotations

import logging
import os
import resource
import sqlite3
import sys
import traceback
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection

from registan.ledger.failed_disk import STATUS, end_if_disk_failed, install, lacks_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps its files itself"),
]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A database in whose middle other bytes stand."""
    path = tmp_path / "db.sqlite3"
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE kept (word TEXT)")
    made.executemany("INSERT INTO kept VALUES (?)", [("word" * 100,)] * 500)
    made.commit()
    made.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_960)
    return path


def ended(deed: Callable[[], object], told: Path) -> int:
    """How a process ended that did this; what it said stands in the file."""
    if (pid := os.fork()) == 0:
        sys.stderr = told.open("w", buffering=1)
        only_to(logging.StreamHandler())
        try:
            deed()
        except BaseException:  # noqa: BLE001  told to the parent
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def only_to(handler: logging.Handler) -> None:
    """Take away the handlers that tests before this one left, whose streams may be closed."""
    log = logging.getLogger("registan.ledger")
    log.handlers = [handler]
    log.propagate = False


def read(path: Path, busy_ms: int = 0) -> None:
    own = connection.copy("own")
    own.settings_dict = {**own.settings_dict, "NAME": str(path)}
    install(own)
    with own.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {busy_ms}")
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("SELECT count(*), max(word) FROM kept")
        cursor.fetchall()


def test_a_damaged_database_ends_the_process_with_a_sentence(damaged: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    assert ended(lambda: read(damaged), told) == STATUS
    said = told.read_text()
    assert "SQLITE_CORRUPT" in said
    assert "restore the last backup" in said
    assert "ends in the same way each time" in said
    assert "Traceback" not in said


def test_a_busy_database_does_not(damaged: Path, tmp_path: Path) -> None:
    holder = sqlite3.connect(damaged, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    told = tmp_path / "told"
    assert ended(lambda: read(damaged), told) == 1
    assert "database is locked" in told.read_text()
    holder.close()


def test_what_is_no_failure_of_a_disk_is_left_to_others(tmp_path: Path) -> None:
    for name in ("SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR_NOMEM", "SQLITE_IOERR_LOCK", ""):
        error = OperationalError("refused")
        error.__cause__ = sqlite3.OperationalError("refused")
        error.__cause__.sqlite_errorname = name
        assert ended(lambda error=error: end_if_disk_failed(error, tmp_path), tmp_path / "t") == 0  # type: ignore[misc]
        error.__cause__.sqlite_errorname = "SQLITE_IOERR_WRITE"
        assert ended(lambda error=error: end_if_disk_failed(error, tmp_path), tmp_path / "t") == 74  # type: ignore[misc]


def test_room_is_asked_for_by_writing(tmp_path: Path) -> None:
    database = tmp_path / "db"
    database.write_bytes(bytes(500_000))
    assert not lacks_room(database)
    assert list(tmp_path.iterdir()) == [database]

    def within_a_limit() -> None:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
        assert lacks_room(database)

    assert ended(within_a_limit, tmp_path / "told") == 0
