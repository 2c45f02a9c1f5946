"""The real product on a port of its own, as `make run` starts it, with a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

ROOT = Path(__file__).parents[2]
READY_WITHIN, STOPPED_WITHIN, COMPUTED_WITHIN = 120.0, 20.0, 600.0
TO_DO = (
    "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
)


def free_port() -> int:
    """A port nobody listens on, from REGISTAN_BROWSER_PORTS ("8160-8169") where that is set."""
    first, _, last = os.environ.get("REGISTAN_BROWSER_PORTS", "0").partition("-")
    for port in range(int(first), int(last or first) + 1):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port")


class Served:
    """with Served(folder) as house: … house.url …; started by the command of `make run`.

    `prepared`: a folder that was set up before, copied so that nothing is loaded again.
    """

    def __init__(self, folder: Path, *, prepared: Path | None = None) -> None:
        self.folder, self.prepared = folder, prepared
        self.url = f"http://127.0.0.1:{free_port()}"

    def __enter__(self) -> Served:
        if self.prepared:
            shutil.copytree(self.prepared, self.folder, dirs_exist_ok=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        said = (self.folder / "server.log").open("wb")
        self._process = subprocess.Popen(
            [Path(sys.executable).with_name("registan"), "serve", "--setup",
             "--port", self.url.rpartition(":")[2]],
            cwd=ROOT, stdout=said, stderr=subprocess.STDOUT, env=self._environment(),
        )  # fmt: skip
        said.close()
        until = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.folder / "server.log").read_text(encoding="utf-8"))
            time.sleep(0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._process.terminate()
        try:
            self._process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def wait_for_jobs(self) -> None:
        """Until the worker has nothing to do. Raises TimeoutError after ten minutes."""
        until = time.monotonic() + COMPUTED_WITHIN
        with closing(sqlite3.connect(self.folder / "registan.sqlite3", timeout=20)) as database:
            while database.execute(TO_DO).fetchone()[0]:
                if time.monotonic() > until:
                    raise TimeoutError("the worker did not come to its end")
                time.sleep(0.5)

    def _environment(self) -> dict[str, str]:
        """Ours is of the test run; the product gets only its folder and the demo cast."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("REGISTAN_")
        }
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        return {**kept, "REGISTAN_DEMO": "1", "REGISTAN_VAR": str(self.folder)}

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False
