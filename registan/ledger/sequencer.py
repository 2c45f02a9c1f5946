"""The sequencer: gives acknowledged acts their place in the log, in batches, each exactly once.

An act's own transaction writes the entry and one pending row; writers do not wait for each other
there. Here one transaction takes a batch of pending rows away, writes their leaves, streams and
tiles, and moves the state from the old size to the new one. A crash at any instant leaves all of
it or nothing.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeAlias

from django.db import DatabaseError, connection, transaction

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import NO_PREVIOUS, complete, entry
from registan.kernel.log.growth import HASH, edge_of, grow, root_of
from registan.kernel.log.merkle import EMPTY_ROOT, leaf_hashes
from registan.ledger.alarm import raise_alarm
from registan.ledger.guard import writing
from registan.ledger.models import LogState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.utils import CursorWrapper

log = logging.getLogger("registan.ledger")
BATCH = 4096
TURN = 0x7265676973  # any number that nobody else locks


class Broken(RuntimeError):
    """An invariant of the log does not hold. Nothing may be signed until a person has looked."""


Waiting: TypeAlias = "tuple[int, int, str, bytes, bytes]"
"""A row of the pending table: its number, the entry's, the stream, the draft, the salt."""

Place: TypeAlias = "tuple[int, int, int, int, bytes]"
"""A row of the leaf table: index, the entry's number, the stream's, the place there, 48 bytes."""


def integrate(limit: int = BATCH) -> int:
    """Give up to `limit` waiting acts their places. Returns how many; 0 while another one is at it."""
    if not _anything_waits():
        return 0
    with transaction.atomic(), writing():
        if not _is_our_turn():
            return 0
        taken = _take(limit)
        if taken:
            _place(taken)
    return len(taken)


def integrate_all() -> int:
    """Integrate until nothing waits (or another sequencer is at it). Returns how many."""
    done = 0
    while count := integrate():
        done += count
    return done


def after_act() -> None:
    """On SQLite right after the commit, so that the act has its number at once.

    The act is durable already: whatever goes wrong here is the sequencer's to repeat.
    """
    if connection.vendor != "sqlite":
        return
    try:
        integrate()
    except DatabaseError as error:
        log.warning("an act waits for its number: %s", error)
    except Broken as error:
        log.critical("the log is broken: %s", error)
        raise_alarm("broken", {"why": str(error)})


def _is_our_turn() -> bool:
    """SQLite: the IMMEDIATE transaction is the turn. PostgreSQL: an advisory lock, not waited for."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [TURN])
        return bool(cursor.fetchone()[0])


def _take(limit: int) -> list[Waiting]:
    """Take pending rows away. Never "after the last one seen": on PostgreSQL a lower number may be
    committed later than a higher one, and would be skipped for ever.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_pending WHERE id IN "
            "(SELECT id FROM ledger_pending ORDER BY id LIMIT %s) "
            "RETURNING id, entry_id, stream, draft, salt",
            [limit],
        )
        return sorted(cursor.fetchall())


def _anything_waits() -> bool:
    """Asked without a lock, and cheap: it is asked after each act and five times a second."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM ledger_pending LIMIT 1")
        return cursor.fetchone() is not None


def _place(taken: Sequence[Waiting]) -> None:
    with connection.cursor() as cursor:
        size, root = _state(cursor)
        places = _chain(cursor, taken, size)
        cursor.executemany(
            'INSERT INTO ledger_leaf ("index", entry_id, stream_id, n, data) '
            "VALUES (%s, %s, %s, %s, %s)",
            places,
        )
        edge = _edge(cursor, size)
        if root_of(size, edge) != root:
            raise Broken(f"the right edge on disk is not that of the root at size {size}")
        grown = grow(size, edge, leaf_hashes(place[-1] for place in places))
        cursor.executemany(
            "INSERT INTO ledger_tile (level, number, hashes) VALUES (%s, %s, %s) "
            "ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes",
            [(level, number, hashes) for (level, number), hashes in grown.tiles.items()],
        )
        cursor.execute(
            "UPDATE ledger_logstate SET size = %s, root = %s WHERE id = 1 AND size = %s",
            [grown.size, grown.root, size],
        )
        if cursor.rowcount != 1:
            raise Broken(f"another sequencer moved the log while it was at size {size}")


def _state(cursor: CursorWrapper) -> tuple[int, bytes]:
    """Size and root so far; the one row is made with the first act."""
    ask = "SELECT size, root FROM ledger_logstate WHERE id = 1"
    cursor.execute(ask)
    if (row := cursor.fetchone()) is None:
        LogState.objects.get_or_create(pk=1, defaults={"root": EMPTY_ROOT})
        cursor.execute(ask)
        row = cursor.fetchone()
    return row[0], bytes(row[1])


def _edge(cursor: CursorWrapper, size: int) -> dict[int, bytes]:
    """The partial tile of each level, read from disk. Raises Broken where one is not there."""
    found = {}
    for level, number, width in edge_of(size):
        cursor.execute(
            "SELECT hashes FROM ledger_tile WHERE level = %s AND number = %s", [level, number]
        )
        row = cursor.fetchone()
        found[level] = bytes(row[0]) if row else b""
        if len(found[level]) != width * HASH:
            raise Broken(f"tile {level}/{number} is not {width} hashes wide")
    return found


def _chain(cursor: CursorWrapper, taken: Sequence[Waiting], size: int) -> list[Place]:
    """Complete each envelope with its place in its stream, and commit to it."""
    streams = _streams(cursor, {row[2] for row in taken})
    places = []
    for index, (_, entry_id, stream, draft, salt) in enumerate(taken, size):
        pk, n, head = streams[stream]
        made = commitment(complete(bytes(draft), n, head), bytes(salt))
        places.append((index, entry_id, pk, n, entry(made)))
        streams[stream] = pk, n + 1, made
    cursor.executemany(
        "UPDATE ledger_stream SET length = %s, head = %s WHERE id = %s",
        [(length, head, pk) for pk, length, head in streams.values()],
    )
    return places


def _streams(cursor: CursorWrapper, names: set[str]) -> dict[str, tuple[int, int, bytes]]:
    """Number, length and head of each stream; new ones are begun."""
    ask = "SELECT name, id, length, head FROM ledger_stream WHERE name IN ("
    ask += ", ".join(["%s"] * len(names)) + ")"
    cursor.execute(ask, [*names])
    found = cursor.fetchall()
    if len(found) < len(names):
        cursor.executemany(
            "INSERT INTO ledger_stream (name, length, head) VALUES (%s, 0, %s)",
            [(name, NO_PREVIOUS) for name in sorted(names - {row[0] for row in found})],
        )
        cursor.execute(ask, [*names])
        found = cursor.fetchall()
    return {name: (pk, length, bytes(head)) for name, pk, length, head in found}
