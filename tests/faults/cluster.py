"""A PostgreSQL cluster of our own for one test run, as .ci/run starts one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Cluster:
    """Where it listens, and the command that restarts it at once."""

    url: str
    restart: str


def programs() -> Path | None:
    """Where PostgreSQL's programs lie; None where it is not installed."""
    found = sorted(PLACES.glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def cluster(below: Path) -> Iterator[Cluster]:
    """A running cluster with every sync it asks for, until the end of the block."""
    at = programs()
    if at is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="registan-pg-", dir=below))
    folder.chmod(0o755)
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data, control = folder / "db", f"{at}/pg_ctl -D {folder}/db -l {folder}/log -w"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
    _sh(f"{at}/initdb -D {data} --no-sync -A trust -U registan -E UTF8 --locale=C.UTF-8")
    _sh(f"{control} -o '{options}' start")
    try:
        yield Cluster(
            f"postgresql://registan@127.0.0.1:{port}/postgres",
            as_owner(f"{control} -m immediate restart >/dev/null 2>&1"),
        )
    finally:
        _sh(f"{control} -m immediate stop")
        shutil.rmtree(folder)


def as_owner(command: str) -> str:
    """The command as PostgreSQL wants it: never as root."""
    return f'su postgres -s /bin/sh -c "{command}"' if os.getuid() == 0 else command


def _sh(command: str) -> None:
    subprocess.run(["sh", "-c", as_owner(command)], check=True, stdout=subprocess.DEVNULL)
