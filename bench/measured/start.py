"""The installation as it runs: setting up, starting again, memory when idle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

from bench.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

PATIENCE = 60.0


def figures(at: Installation) -> Iterator[Figure]:
    yield Figure("set-up with profile and worked example, wall", at.setup_s, "s")
    server, seconds = None, []
    for _ in range(3):
        if server:
            _stop(server)
        server, spent = _start(at)
        seconds.append(spent)
    yield Figure("restart to first page, wall", min(seconds), "s", 2, "6-9 s")
    if server is None:
        return
    time.sleep(3)
    yield Figure(
        "memory, idle, all processes", memory_mib(server.pid), "MiB", 250, "1,000-1,100 MiB"
    )
    _stop(server)


def _start(at: Installation) -> tuple[subprocess.Popen[bytes], float]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    server = subprocess.Popen(
        at.command("serve", "--setup", "--port", str(port)),
        stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while time.monotonic() - began < PATIENCE:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=10):
                return server, time.monotonic() - began
        except (URLError, ConnectionError):
            time.sleep(0.02)
    raise RuntimeError("the server does not answer")


def memory_mib(group: int) -> float:
    """Proportional set size of every process of a group: shared pages counted once between them."""
    whole = 0
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and os.getpgid(int(each.name)) == group:
                lines = (each / "smaps_rollup").read_text(encoding="ascii").splitlines()
                whole += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return whole / 1024


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGTERM)
    server.wait(15)
