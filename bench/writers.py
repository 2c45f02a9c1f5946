"""`python -m bench.writers`: many processes act at once on the PostgreSQL of the settings; prints JSON.

Twice the same act. As the product does it: a row waits, and the keeper gives numbers in batches. And
as it would be if the act took its index itself: it waits for the sequencer's lock, writes its leaf,
stream and tiles, and holds the lock until its commit is on disk. The keeper runs through both.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bench.deed import Deed, deed, p99

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.synchronize import Barrier

    from registan.ledger.models import Entry
    from registan.ledger.sealing import Sealed

WRITERS = 16
SECONDS = 3.0
ROUNDS = 2  # one way after the other: what the disk does changes from one second to the next
WAYS = ("waiting", "inside")
FORK = multiprocessing.get_context("fork")


def insert_with_its_place(entry: Entry, sealed: Sealed) -> None:
    """In place of the door's last step: no row waits, the leaf is written in the act's transaction."""
    from django.db import connection

    from registan.ledger import appending, sequencer

    with connection.cursor() as cursor:
        cursor.execute(appending.INSERT_ENTRY, [
            entry.kind, entry.actor, entry.office, entry.subject, entry.audience,
            connection.ops.adapt_datetimefield_value(entry.at), entry.idempotency_key,
            sealed.payload, entry.result,
        ])  # fmt: skip
        entry.pk = cursor.fetchone()[0]
        cursor.execute(appending.INSERT_OPENER, [entry.pk, sealed.key, sealed.salt])
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [sequencer.TURN])
        sequencer._place([(0, entry.pk, entry.audience, sealed.draft, sealed.salt)])
    entry._state.adding, entry._state.db = False, connection.alias


def write(at: int, way: str, what: Deed, ready: Barrier, told: Any) -> None:
    """One writer: acts until the time is up, and tells how long each act took."""
    from registan.ledger import appending

    if way == "inside":
        appending._insert = insert_with_its_place
    what.do(at)
    taken: list[float] = []
    ready.wait(60)
    now = time.monotonic()
    until = now + SECONDS
    while now < until:
        begun = now
        what.do(at)
        now = time.monotonic()
        taken.append(now - begun)
    told.put(taken[:-1])  # the last one ended after the time


def one_round(way: str, what: Deed) -> list[float]:
    """All writers at once; seconds of each act that ended in time."""
    ready, told = FORK.Barrier(WRITERS), FORK.Queue()
    writers = [
        FORK.Process(target=write, args=(at, way, what, ready, told), daemon=True)
        for at in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    taken = [spent for _ in writers for spent in told.get(timeout=60)]
    for writer in writers:
        writer.join()
    return taken


@contextmanager
def keeping() -> Iterator[None]:
    """The product's keeper as a process of its own."""
    from registan.ledger.keeper import keep

    keeper = FORK.Process(target=keep, args=(threading.Event(),), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        keeper.terminate()
        keeper.join()


def whole() -> int:
    """How many acts the log holds; raises where one has no place or something is amiss."""
    from django.conf import settings

    from registan.ledger.fsck import fsck
    from registan.ledger.log_keys import all_public_keys
    from registan.ledger.models import Entry, Leaf
    from registan.ledger.sequencer import integrate_all

    integrate_all()
    amiss = list(fsck(all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)))
    leaves: int = Leaf.objects.count()
    if amiss or leaves != Entry.objects.count():
        raise RuntimeError(f"{leaves} leaves; {amiss[:5]}")
    return leaves


def main() -> int:
    import django

    django.setup()
    from django.db import connections

    what = deed()
    connections.close_all()
    taken: dict[str, list[float]] = {way: [] for way in WAYS}
    with keeping():
        time.sleep(1)
        for _ in range(ROUNDS):
            for way in WAYS:
                taken[way] += one_round(way, what)
    answer = {
        way: {"rate": len(taken[way]) / (ROUNDS * SECONDS), "p99": p99(taken[way]) * 1000}
        for way in WAYS
    }
    print(json.dumps({**answer, "whole": whole()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
