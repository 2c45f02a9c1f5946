"""A process that ends again and again is started again less and less often, and holds up no other."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from registan.cli.processes import LONGEST_PAUSE, pause_after

if TYPE_CHECKING:
    from pathlib import Path

# `lasting` has ended so often that its pause is a minute; `brief` ends three times, then asks to stop.
PLAY = """
import os, signal, sys
from registan.cli.processes import Processes

def brief(path, watcher):
    with open(path, "a") as file:
        file.write("x")
    if os.path.getsize(path) == 3:
        os.kill(watcher, signal.SIGTERM)
        signal.pause()

def lasting(path):
    with open(path, "a") as file:
        file.write("x")

with Processes(patience=5) as processes:
    processes.start("work", lasting, sys.argv[1])
    processes._members[0].ends = 9
    processes.start("web", brief, sys.argv[2], os.getpid())
    processes.watch()
"""


def test_the_pause_doubles_and_is_never_none() -> None:
    pauses = [pause_after(ends) for ends in range(1, 2_000)]
    assert pauses[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(pauses[6:]) == {LONGEST_PAUSE}


def test_one_that_keeps_ending_waits_longer_and_holds_up_no_other(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PLAY, str(tmp_path / "lasting"), str(tmp_path / "brief")],
        env={**os.environ, "LC_ALL": "en"}, capture_output=True, text=True, timeout=50,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "brief").read_text() == "xxx"
    assert (tmp_path / "lasting").read_text() == "x"
    assert "keeps ending (10 times in a row)" in done.stderr
    assert f"started again in {LONGEST_PAUSE} s" in done.stderr
