"""The sequencer: gives acknowledged acts their place in the log, in batches, each exactly once.

An act's own transaction writes the entry and one pending row; writers do not wait for each other
there. Here one transaction takes a batch of pending rows away, writes their leaves, streams and
tiles, and moves the state from the old size to the new one. A crash at any instant leaves all of
it or nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection, transaction

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import NO_PREVIOUS, complete, entry
from registan.kernel.log.growth import edge_of, grow
from registan.kernel.log.merkle import EMPTY_ROOT, leaf_hash
from registan.ledger.guard import writing
from registan.ledger.models import LogState, Pending, Stream, Tile

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger("registan.ledger")
BATCH = 4096
TURN = 0x7265676973  # any number that nobody else locks


class Broken(RuntimeError):
    """An invariant of the log does not hold. Nothing may be signed until a person has looked."""


@dataclass(frozen=True)
class Waiting:
    """One row taken from the pending table."""

    pk: int
    entry_id: int
    stream: str
    draft: bytes
    salt: bytes


@dataclass(frozen=True)
class Place:
    """What one act becomes: its leaf and its place in its stream."""

    entry_id: int
    stream_id: int
    n: int
    data: bytes


def integrate(limit: int = BATCH) -> int:
    """Give up to `limit` waiting acts their places. Returns how many; 0 while another one is at it."""
    if not Pending.objects.exists():
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
        rows = cursor.fetchall()
    taken = [
        Waiting(pk, on, stream, bytes(draft), bytes(salt)) for pk, on, stream, draft, salt in rows
    ]
    return sorted(taken, key=lambda row: row.pk)


def _place(taken: Sequence[Waiting]) -> None:
    state, _ = LogState.objects.get_or_create(pk=1, defaults={"root": EMPTY_ROOT})
    places = _chain(taken)
    with connection.cursor() as cursor:
        cursor.executemany(
            'INSERT INTO ledger_leaf ("index", entry_id, stream_id, n, data) '
            "VALUES (%s, %s, %s, %s, %s)",
            [
                (state.size + count, row.entry_id, row.stream_id, row.n, row.data)
                for count, row in enumerate(places)
            ],
        )
    edge = {level: _tile(level, number) for level, number, _ in edge_of(state.size)}
    grown = grow(state.size, edge, [leaf_hash(row.data) for row in places])
    Tile.objects.bulk_create(
        [Tile(level=at[0], number=at[1], hashes=hashes) for at, hashes in grown.tiles.items()],
        update_conflicts=True,
        unique_fields=["level", "number"],
        update_fields=["hashes"],
    )
    moved = LogState.objects.filter(pk=1, size=state.size).update(size=grown.size, root=grown.root)
    if moved != 1:
        raise Broken(f"another sequencer moved the log while it was at size {state.size}")


def _chain(taken: Sequence[Waiting]) -> list[Place]:
    """Complete each envelope with its place in its stream, and commit to it."""
    names = {row.stream for row in taken}
    streams = {row.name: row for row in Stream.objects.filter(name__in=names)}
    for name in sorted(names - streams.keys()):
        streams[name] = Stream.objects.create(name=name, length=0, head=NO_PREVIOUS)
    places = []
    for row in taken:
        stream = streams[row.stream]
        made = commitment(complete(row.draft, stream.length, bytes(stream.head)), row.salt)
        places.append(Place(row.entry_id, stream.pk, stream.length, entry(made)))
        stream.length, stream.head = stream.length + 1, made
    Stream.objects.bulk_update(streams.values(), ["length", "head"])
    return places


def _tile(level: int, number: int) -> bytes:
    row = Tile.objects.filter(level=level, number=number).first()
    if row is None:
        raise Broken(f"tile {level}/{number} is missing")
    return bytes(row.hashes)
