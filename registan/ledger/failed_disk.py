"""A failed disk under SQLite ends the process: what it did not keep must not be taken for kept.

After a failed fsync the kernel may have dropped the very pages that it could not write, and the next
fsync "succeeds" without them. Nothing is tried again in the process that met it, as PostgreSQL
does since 2018; whoever started it starts it again, and SQLite reads what the disk really holds. Lack
of room is no such failure: nothing was lost, and the act is refused (storage.py). PostgreSQL keeps its
files itself: it ends its own server process (PANIC), and to us it is away.
"""

from __future__ import annotations

import errno
import logging
import os
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NoReturn

from django.db.utils import DatabaseErrorWrapper

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("registan.ledger")
STATUS = os.EX_IOERR
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FAILED = ("SQLITE_IOERR", "SQLITE_CORRUPT")
# Memory and locks fail under the same name; no page of the disk is in doubt then.
OTHERS = {
    f"SQLITE_IOERR_{name}"
    for name in (
        "NOMEM", "MMAP", "SHMMAP", "BLOCKED", "LOCK", "UNLOCK", "RDLOCK", "SHMLOCK",
        "CHECKRESERVEDLOCK", "GETTEMPPATH", "CONVPATH",
    )
}  # fmt: skip
# A failed sync is never about room alone: what was to be synced may be gone from memory.
SYNCS = {"SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC"}
PROBE = 1 << 20  # bytes; as much as a large transaction adds to the log of SQLite
CURE = (
    "The disk of the database failed (%s: %s). This process ends now, as nothing that the disk may have "
    "lost must be taken for kept; what was acknowledged before is not touched by it. Look at the disk "
    "(dmesg, smartctl -a) and replace it if it is at fault, then start Registan again and run "
    "`registan ledger fsck`. If that finds faults, restore the last backup "
    "(docs/how-to/back-up-and-restore.md)."
)
DAMAGED = (
    " A page of the file itself is damaged: whoever reads it ends in the same way each time, until the file "
    "is restored. `registan serve` waits longer between two starts, up to a minute."
)


class EndsWithDisk(DatabaseErrorWrapper):
    """What Django wraps around each call of the database: a failed disk does not come out of it."""

    wrapper: Any

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if error is not None:
            end_if_disk_failed(error, self.wrapper.settings_dict["NAME"])
        super().__exit__(kind, error, trace)


def install(connection: Any, **_: Any) -> None:
    """Put it on a new connection (django.db.backends.signals.connection_created)."""
    if connection.vendor == "sqlite":
        connection.wrap_database_errors = EndsWithDisk(connection)


def end_if_disk_failed(error: BaseException, database: object) -> None:
    """End this process where the error, or its cause, is one of the disk; return where it is not."""
    if isinstance(error, OSError) and error.errno == errno.EIO:
        end("EIO", error)
    for each in (error, error.__cause__):
        name = str(getattr(each, "sqlite_errorname", ""))
        if name in OTHERS or not name.startswith(FAILED):
            continue
        if name in SYNCS or name.startswith("SQLITE_CORRUPT") or not lacks_room(database):
            end(name, each)


def end(name: str, error: object) -> NoReturn:
    """Say why and how to mend it, and end without a look back: no commit, no clean-up, no thread left."""
    log.critical(CURE + (DAMAGED if name.startswith("SQLITE_CORRUPT") else ""), name, error)
    os._exit(STATUS)


def lacks_room(database: object) -> bool:
    """Whether a file beside this database could not grow as its files must: disk, quota, size of a file.

    Asked by writing: no figure of the system tells of all three.
    """
    path = Path(str(database))
    try:
        files = [each.stat().st_size for each in path.parent.glob(f"{path.name}*")]
        with TemporaryFile(dir=path.parent, buffering=0) as file:
            file.seek(max(files, default=0))
            left = PROBE
            while left:
                left -= file.write(bytes(left))
    except OSError as problem:
        return problem.errno in NO_ROOM
    return False
