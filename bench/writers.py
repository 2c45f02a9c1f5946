"""`python -m bench.writers`: many processes act at once on the PostgreSQL of the settings; prints JSON.

Twice the same act. As the product does it: a row waits, and the keeper gives numbers in batches. And
as it would be if the act took its index itself: it waits for the sequencer's lock, writes its leaf,
stream and tiles, and holds the lock until its commit is on disk. The keeper runs through both.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
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
SECONDS = 4.0
# One way after the other, and the other way round: what the disk does changes from second to second.
ORDER = ("waiting", "inside", "inside", "waiting") * 2
FORK = multiprocessing.get_context("fork")


def insert_with_its_place(entry: Entry, sealed: Sealed) -> None:
    """In place of the door's last step: no row waits, the leaf is written in the act's transaction.

    The rows before it go in one statement, as they do in the product.
    """
    from django.db import connection

    from registan.ledger import appending, sequencer

    both = (
        f"WITH made AS ({appending.INSERT_ENTRY}),"  # noqa: S608  texts of the product
        f" opener AS ({appending.INTO_OPENER}SELECT id, %s, %s FROM made)"
        " SELECT id, halted FROM made"
    )
    with connection.cursor() as cursor:
        cursor.execute(both, [
            entry.kind, entry.actor, entry.office, entry.subject, entry.audience,
            connection.ops.adapt_datetimefield_value(entry.at), entry.idempotency_key,
            sealed.payload, entry.result, sealed.key, sealed.salt,
        ])  # fmt: skip
        entry.pk = cursor.fetchone()[0]
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


def busy() -> float:
    """Seconds of processor time that this machine has spent, whoever spent them."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, irq, softirq, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def one_round(way: str, what: Deed) -> tuple[list[float], float]:
    """All writers at once; seconds of each act that ended in time, and processor time of them all."""
    gc.collect()
    gc.freeze()  # as `registan serve` does with what it has loaded
    ready, told = FORK.Barrier(WRITERS + 1), FORK.Queue()
    writers = [
        FORK.Process(target=write, args=(at, way, what, ready, told), daemon=True)
        for at in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    ready.wait(60)
    begun = busy()
    taken = [each for _ in writers for each in told.get(timeout=60)]
    spent = busy() - begun
    for writer in writers:
        writer.join()
    return taken, spent


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
    from registan.ledger.models import Entry, Leaf, Pending
    from registan.ledger.sequencer import integrate_all

    # The keeper was ended, perhaps in the midst of a batch: its lock goes when the server notices.
    until = time.monotonic() + 30
    while Pending.objects.exists() and time.monotonic() < until:
        integrate_all()
        time.sleep(0.1)
    amiss = list(fsck(all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)))
    leaves: int = Leaf.objects.count()
    if amiss or leaves != Entry.objects.count():
        waiting = Pending.objects.count()
        raise RuntimeError(f"{leaves} leaves, {waiting} acts wait; {amiss[:5]}")
    return leaves


def main() -> int:
    import django

    django.setup()
    from django.db import connections

    what = deed()
    connections.close_all()
    taken: dict[str, list[float]] = {way: [] for way in ORDER}
    cpu = dict.fromkeys(ORDER, 0.0)
    with keeping():
        time.sleep(1)
        for way in ORDER:
            acts, spent = one_round(way, what)
            taken[way] += acts
            cpu[way] += spent
    answer = {
        way: {
            "rate": len(acts) / (ORDER.count(way) * SECONDS),
            "p99": p99(acts) * 1000,
            "cpu": cpu[way] / len(acts) * 1000,
        }
        for way, acts in taken.items()
    }
    print(json.dumps({**answer, "whole": whole()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
