"""Fault 3: no room on the disk."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from tests.faults.ground import Ground

ACTS = 200


def no_room(ground: Ground) -> dict[str, int]:
    """Files may grow no further: acts are refused with a sentence, reading works, then all is well."""
    told = settings.VAR / "refused"
    ground.run(lambda: told.write_text(str(_fill(ground)), encoding="ascii"))
    ground.check()
    return {"acts": ACTS, "acts refused": int(told.read_text(encoding="ascii"))}


def _fill(ground: Ground) -> int:
    path = Path(str(settings.DATABASES["default"]["NAME"]))
    ground.act("before-no-room")
    with connection.cursor() as cursor:
        # A long log of SQLite has room of its own, which it would use again and again.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sizes = [file.stat().st_size for file in path.parent.glob(path.name + "*") if file.is_file()]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) + 64 * 1024, hard))
    refused = _act_until_refused(ground, "limit")
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    ground.act("after-no-room")
    return refused


def _act_until_refused(ground: Ground, word: str) -> int:
    """200 acts, of which all from some point on are refused; how many were."""
    from registan.ledger.models import Entry

    refused = 0
    for at in range(ACTS):
        try:
            ground.act(f"{word}-{at}")
        except Refused as refusal:
            if refusal.code != "disk_full" or len(refusal.sentence("en")) < 20:
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
