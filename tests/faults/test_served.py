"""A disk that fails under `registan serve`: processes end, are started again, and all is well after."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import connection  # noqa: F401  asked in the mark below

from registan.cli.tests.test_serve import COMMAND, members, page
from tests.faults.counts import tell
from tests.faults.failing import compile_failing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="it is the disk under SQLite"),
    pytest.mark.skipif(sys.platform != "linux", reason="the library is loaded as Linux does it"),
]
WITHIN = 60.0


@contextmanager
def served(port: int, environment: dict[str, str], told: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server that writes what it says into a file."""
    command = [*COMMAND, "serve", "--port", str(port)]
    with told.open("wb") as file:
        server = subprocess.Popen(
            command, env=environment, stdout=file, stderr=file, start_new_session=True
        )
    try:
        yield server
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_for(told: Path, words: str) -> None:
    until = time.monotonic() + WITHIN
    while words not in told.read_text():
        assert time.monotonic() < until, told.read_text()
        time.sleep(0.05)


def test_a_failed_sync_ends_the_worker_which_is_started_again(tmp_path: Path) -> None:
    try:
        library = compile_failing(tmp_path)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no C compiler to make syncs fail with")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REGISTAN_")}
    environment = {**kept, "REGISTAN_VAR": str(tmp_path / "var")}
    subprocess.run([*COMMAND, "setup"], env=environment, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    failing, told = tmp_path / "syncs-fail", tmp_path / "told"
    shimmed = {**environment, "LD_PRELOAD": str(library), "FAULT_WHILE": str(failing)}
    with served(port, shimmed, told) as server:
        wait_for(told, "Registan is running")
        failing.touch()
        wait_for(told, "The worker has ended unexpectedly; it is started again")
        assert "The disk of the database failed (SQLITE_IOERR_FSYNC" in told.read_text()
        failing.unlink()
        until = time.monotonic() + WITHIN
        while len(members(server.pid)) != 5 and time.monotonic() < until:
            time.sleep(0.05)
        assert page(port) == 200
    done = subprocess.run([*COMMAND, "ledger", "fsck"], env=environment, check=False)
    assert done.returncode == 0
    tell("4", "a disk that fails under registan serve", processes="end and are started again")
