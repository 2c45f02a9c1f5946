"""When the database cannot keep what it is given: what is told to whoever acts.

Nothing is half done then. Only where the answer to a commit was lost is it uncertain whether the act
is recorded; sent again with its key, it is recorded once.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import connection

from registan.ledger.failed_disk import end_if_disk_failed, lacks_room
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from django.db import Error

log = logging.getLogger("registan.ledger")
UNAVAILABLE, FULL = 503, 507
# PostgreSQL's codes, by their beginning: appendix A of its manual.
DISK_FULL, OUT_OF_SPACE, IO_ERROR, LOST, SHUT_DOWN = "53100", "53", "58", "08", "57P"


def refusal_of(error: Error) -> Refused | None:
    """The refusal that a storage error comes to; None for an error that is a mistake of ours."""
    cause = error.__cause__
    named = str(getattr(cause, "sqlite_errorname", ""))
    state = getattr(cause, "sqlstate", None)
    if named == "SQLITE_FULL" or state == DISK_FULL:
        return Refused("disk_full", status=FULL)
    if named.startswith("SQLITE_IOERR"):
        # A disk that failed has ended this process before this, unless it failed while the connection
        # was made.
        end_if_disk_failed(error, connection.settings_dict["NAME"])
        if lacks_room(connection.settings_dict["NAME"]):
            return Refused("disk_full", status=FULL)
        return Refused("storage_failed", status=UNAVAILABLE)
    if str(state).startswith(IO_ERROR):
        return Refused("storage_failed", status=UNAVAILABLE)
    if named.startswith("SQLITE_BUSY"):
        return Refused("database_busy", status=UNAVAILABLE)
    if connection.vendor == "postgresql" and (
        state is None or state.startswith((LOST, SHUT_DOWN, OUT_OF_SPACE))
    ):
        return Refused("database_away", status=UNAVAILABLE)
    return None


def let_go(refusal: Refused) -> None:
    """After a failed write or a lost line nothing is tried on that connection again."""
    log.error("the database keeps nothing: %s", refusal.code)
    if not connection.in_atomic_block:
        connection.close()
