"""An installation on a PostgreSQL of its own that makes every sync it is asked for; gone afterwards."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.installation import REGISTAN
from tests.faults.cluster import cluster

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def on_postgres() -> Iterator[dict[str, str]]:
    """The environment of an installation with the worked example on such a PostgreSQL."""
    place = Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix="registan-bench-pg-") as var, cluster(place) as own:
        environment = {**os.environ, "REGISTAN_VAR": var, "REGISTAN_DATABASE_URL": own.url}
        subprocess.run(
            [REGISTAN, "--lang", "en", "setup"],
            env=environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        yield environment


def syncs_a_second(seconds: float = 0.5) -> float:
    """How many small writes the disk keeps in a second, one after the other: every act waits for one."""
    with tempfile.NamedTemporaryFile() as file:
        begun, done = time.monotonic(), 0
        while time.monotonic() - begun < seconds:
            os.pwrite(file.fileno(), bytes(8192), done * 8192)
            os.fdatasync(file.fileno())
            done += 1
        return done / (time.monotonic() - begun)
