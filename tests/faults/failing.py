"""Fault 4: the n-th write or sync of a file fails, or stops half-way; the process must end.

Each round plays some acts and a signature on the same small log, copied back before it, in a child
whose n-th call fails. Afterwards another process looks whether all is well, and acts.
"""

from __future__ import annotations

import ctypes
import errno
import shutil
import subprocess
from collections import Counter
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from registan.ledger.failed_disk import NO_ROOM, STATUS, end_if_disk_failed
from registan.ledger.keeper import DATABASE_AWAY
from registan.web.refusal import Refused
from tests.faults.counts import LONG, times
from tests.faults.deeds import keeper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.ground import Ground

ACTS = times(2, 20)
WRITES, SYNCS, BOTH = 1, 2, 3
HALF_AND_KILL = -1
# What fails, with which error (or kill -9 half-way), and whether every later one fails too.
FAILURES: dict[str, tuple[int, int, int]] = {
    "syncs fail from then on": (SYNCS, errno.EIO, 1),
    "killed half-way": (BOTH, HALF_AND_KILL, 0),
    "one call fails": (BOTH, errno.EIO, 0),
    "no room from then on": (WRITES, errno.ENOSPC, 1),
    "calls fail from then on": (BOTH, errno.EIO, 1),
    "one sync fails": (SYNCS, errno.EIO, 0),
    "no room for one write": (WRITES, errno.ENOSPC, 0),
    "no quota from then on": (WRITES, errno.EDQUOT, 1),
}
SHORT = 4  # the first of them are played in the short form
# In the long form only every fifth n of these: where they begin matters less than what follows.
COARSE = {name for name in FAILURES if name.startswith("no ") or name == "calls fail from then on"}
# How a child ends that met a failure and lived: it was refused, or SQLite made good for it.
PASSED, REFUSED, UNNOTICED = 0, 3, 4


def compile_failing(folder: Path) -> Path:
    """The library that fails on demand. Raises OSError or CalledProcessError where no compiler is."""
    made = folder / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


def at_each_call(ground: Ground, most: int) -> dict[str, int]:
    """n = 1, 2, … `most` for each failure, or until the deed has no n-th call."""
    ground.run(partial(_prepare, ground))
    kept, called = _copy(ground), deepcopy(ground.history)
    ended: Counter[str] = Counter()
    for failure in list(FAILURES)[: None if LONG else SHORT]:
        for n in range(1, most + 1, 5 if LONG and failure in COARSE else 1):
            _put_back(kept)
            ground.history = deepcopy(called)
            status = ground.wait(ground.child(partial(_with_failure, ground, failure, n)))
            if status == PASSED:
                break
            ended[_how(failure, n, status)] += 1
            ground.run(partial(ground.act, "after"))
            ground.check()
    shutil.rmtree(kept)
    return {"failures": ended.total(), **dict(sorted(ended.items()))}


def _how(failure: str, n: int, status: int) -> str:
    """How the child ended, in a word. Raises RuntimeError where it should not have ended so."""
    _, error, lasting = FAILURES[failure]
    words = {STATUS: "ended", -9: "killed", REFUSED: "refused", UNNOTICED: "unnoticed"}
    expected = {errno.EIO: {STATUS}, HALF_AND_KILL: {-9}}.get(error, {REFUSED, UNNOTICED})
    if error in NO_ROOM and not lasting:
        expected |= {STATUS}  # when it looks, there is room again: then it was the disk
    if status not in expected:
        raise RuntimeError(f"{failure}, {n}: a child ended with {status}")
    return words[status]


def _prepare(ground: Ground) -> None:
    """A small signed log, all of it in the file of the database itself."""
    ground.act_all(["first", "second"])
    _sign()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _files(folder: Path) -> Iterator[Path]:
    """The database and what lies beside it, and the second file."""
    yield from folder.glob(Path(str(settings.DATABASES["default"]["NAME"])).name + "*")
    yield from folder.glob(settings.LEDGER_LAST_SIGNED.name + "*")


def _places() -> set[Path]:
    return {
        Path(str(settings.DATABASES["default"]["NAME"])).parent,
        settings.LEDGER_LAST_SIGNED.parent,
    }


def _copy(ground: Ground) -> Path:
    kept = settings.VAR / "kept"
    for at, place in enumerate(sorted(_places())):
        (kept / str(at)).mkdir(parents=True)
        for file in _files(place):
            shutil.copy(file, kept / str(at))
    return kept


def _put_back(kept: Path) -> None:
    for at, place in enumerate(sorted(_places())):
        for file in list(_files(place)):
            file.unlink()
        for file in (kept / str(at)).iterdir():
            shutil.copy(file, place)


def _with_failure(ground: Ground, failure: str, n: int) -> None:
    """Acts and a signature with the n-th call failing; armed before the first connection."""
    shim = ctypes.CDLL(None)
    kind, error, lasting = FAILURES[failure]
    shim.fault_arm(kind, ctypes.c_long(n), error, lasting)
    refused = 0
    for at in range(ACTS):
        refused += _is_refused(ground, f"{failure}-{n}-{at}".replace(" ", "-"))
    try:
        _sign()
    except DATABASE_AWAY as problem:
        # As the keeper does (keeper.py), here and below.
        end_if_disk_failed(problem, connection.settings_dict["NAME"])
        refused += 1
    except OSError as problem:
        end_if_disk_failed(problem, settings.LEDGER_LAST_SIGNED)
        if problem.errno not in NO_ROOM:
            raise
        refused += 1
    met = shim.fault_seen() >= n
    shim.fault_arm(0, ctypes.c_long(0), 0, 0)
    if refused and not met:
        raise RuntimeError("refused without a reason")
    if met:
        raise SystemExit(REFUSED if refused else UNNOTICED)


def _is_refused(ground: Ground, key: str) -> bool:
    try:
        ground.act(key)
    except Refused as refusal:
        if refusal.code != "disk_full" or len(refusal.sentence("en")) < 20:
            raise
        return True
    return False


def _sign() -> None:
    from django.utils import timezone

    mine = keeper()
    mine.open()
    mine.turn(timezone.now())
