"""Faults 3 and 4: no room on the disk, and writes and syncs that fail or stop half-way."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection

from registan.web.refusal import Refused
from tests.faults.counts import LONG
from tests.faults.deeds import keeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.ground import Ground

ACTS = 200
WRITES, SYNCS, BOTH = 1, 2, 3
HALF_AND_KILL = -1
# What fails, with which error (or kill -9 half-way), and whether every later one fails too.
FAILURES: dict[str, tuple[int, int, int]] = {
    "one write fails": (WRITES, errno.EIO, 0),
    "writes fail from then on": (WRITES, errno.EIO, 1),
    "no room for one write": (WRITES, errno.ENOSPC, 0),
    "no room from then on": (WRITES, errno.ENOSPC, 1),
    "one sync fails": (SYNCS, errno.EIO, 0),
    "syncs fail from then on": (SYNCS, errno.EIO, 1),
    "killed half-way": (BOTH, HALF_AND_KILL, 0),
}
REFUSALS = {"disk_full", "storage_failed"}


def compile_failing(folder: Path) -> Path:
    """The library that fails on demand. Raises OSError or CalledProcessError where no compiler is."""
    made = folder / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


def at_each_write(ground: Ground, most: int) -> dict[str, int]:
    """n = 1, 2, … until an act and a signature meet no failure (or until `most`)."""
    tried = {"act": 0, "signature": 0}
    for failure in FAILURES if LONG else ("syncs fail from then on", "killed half-way"):
        for name, deed in (("act", ground.act), ("signature", _sign)):
            for n in range(1, most + 1):
                key = f"{name}-{failure.replace(' ', '-')}-{n}"
                if name == "signature":
                    ground.run(partial(ground.act, f"before-{key}"))
                pid = ground.child(partial(_with_failure, failure, n, partial(deed, key)))
                if ground.wait(pid) == 0:
                    break
                tried[name] += 1
                ground.run(partial(ground.act, key))
                ground.look(n)
    ground.check()
    return tried


def _with_failure(failure: str, n: int, deed: Callable[[], object]) -> None:
    """The deed with the n-th call failing: 0 where it had fewer, 3 where it met the failure well."""
    shim = ctypes.CDLL(None)
    kind, error, lasting = FAILURES[failure]
    connection.ensure_connection()
    shim.fault_arm(kind, ctypes.c_long(n), error, lasting)
    told = ""
    try:
        deed()
    except Refused as refusal:
        told = refusal.code
    except (OSError, DatabaseError) as problem:
        told = type(problem).__name__
    met = shim.fault_seen() >= n
    shim.fault_arm(0, ctypes.c_long(0), 0, 0)
    if met and told and told not in REFUSALS | {"OSError", "OperationalError"}:
        raise RuntimeError(f"{failure} {n}: {told}")
    if met:
        raise SystemExit(3)


def _sign(_: str) -> None:
    from django.utils import timezone

    mine = keeper()
    mine.open()
    mine.turn(timezone.now())


def no_room(ground: Ground) -> dict[str, int]:
    """Files may grow no further: acts are refused with a sentence, reading works, then all is well."""
    ground.run(lambda: _fill(ground))
    ground.check()
    return {"acts refused": 1}


def _fill(ground: Ground) -> None:
    path = Path(str(settings.DATABASES["default"]["NAME"]))
    ground.act("before-no-room")
    sizes = [file.stat().st_size for file in path.parent.glob(path.name + "*") if file.is_file()]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) + 64 * 1024, hard))
    _act_until_refused(ground, "limit")
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    ground.act("after-no-room")


def _act_until_refused(ground: Ground, word: str) -> int:
    """200 acts, of which all from some point on are refused; how many were."""
    from registan.ledger.models import Entry

    refused = 0
    for at in range(ACTS):
        try:
            ground.act(f"{word}-{at}")
        except Refused as refusal:
            if refusal.code not in REFUSALS or len(refusal.sentence("en")) < 20:
                raise RuntimeError(f"refused with {refusal.code}") from refusal
            refused += 1
            if Entry.objects.count() < at + 1 - refused:
                raise RuntimeError("what was acknowledged cannot be read") from refusal
    if not refused:
        raise RuntimeError("room without end")
    return refused


def full_disk(ground: Ground, ballast: Path) -> dict[str, int]:
    """The disk of the database is full (a small tmpfs): refused, read, room made, acted again."""
    free = os.statvfs(ballast.parent)
    ballast.write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - 96 * 1024)))
    ground.run(lambda: _tell_refused(ground, ballast))
    refused = int(ballast.with_suffix(".refused").read_text())
    ground.run(lambda: ground.act("after-full"))
    ground.check()
    return {"acts": ACTS, "acts refused": refused}


def _tell_refused(ground: Ground, ballast: Path) -> None:
    refused = _act_until_refused(ground, "full")
    ballast.unlink()
    ballast.with_suffix(".refused").write_text(str(refused), encoding="ascii")
