"""What the sequencer costs: a batch of 4,096 acts that wait, on the installation's own database."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone

from bench.figure import Figure
from registan.ledger.guard import writing
from registan.ledger.sealing import seal
from registan.ledger.sequencer import BATCH, integrate, integrate_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

RUNS = 5
STREAMS = ("members", "public", "body:RATS_EC")
ENTRY = (
    "INSERT INTO ledger_entry (kind, actor, office, subject, audience, at, sealed, opened_to, result)"
    " VALUES ('x', 'KZ', 'o', 's', 'members', %s, %s, '', '') RETURNING id"
)
WAITING = "INSERT INTO ledger_pending (entry_id, stream, draft, salt) VALUES (%s, %s, %s, %s)"


def figures(_at: Installation) -> Iterator[Figure]:
    """Everything is undone: the installation is measured further."""
    integrate_all()
    with transaction.atomic(), writing():
        spent = min(_one_batch() for _ in range(RUNS))
        transaction.set_rollback(True)
    said = f"{1e6 / spent:,.0f} entries a second"
    yield Figure("sequencer, batch of 4,096 (one entry, CPU)", spent, "µs", 1e6 / 100_000, said)


def _one_batch() -> float:
    """Microseconds of processor time for one entry."""
    _queue()
    begun = time.process_time()
    done = integrate()
    spent = time.process_time() - begun
    if done != BATCH:
        raise RuntimeError(f"{done} entries in the batch")
    return spent / done * 1e6


def _queue() -> None:
    at = timezone.now()
    sealed = seal(
        kind="x", actor="KZ", office="o", body="KZ", subject="s", audience="members", at=at,
        record={"due_on": "2027-01-01", "plan": "joint-plan"}, auth="session",
    )  # fmt: skip
    with connection.cursor() as cursor:
        numbers = []
        for _ in range(BATCH):
            cursor.execute(ENTRY, [connection.ops.adapt_datetimefield_value(at), sealed.payload])
            numbers.append(cursor.fetchone()[0])
        cursor.executemany(WAITING, [
            (number, STREAMS[number % 3], sealed.draft, sealed.salt) for number in numbers
        ])  # fmt: skip
