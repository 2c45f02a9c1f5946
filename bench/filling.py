"""Many acts that wait for their numbers, written past the door: for measuring what a full log costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from registan.ledger.sealing import seal

if TYPE_CHECKING:
    from datetime import datetime

STREAMS = ("members", "public", "body:RATS_EC")
STEP = 4096
ENTRY = (
    "INSERT INTO ledger_entry (id, kind, actor, office, subject, audience, at, sealed, opened_to, result)"
    " VALUES (%s, 'x', 'KZ', 'o', 's', %s, %s, %s, '', '')"
)
OPENED_BY = 'INSERT INTO ledger_secret (entry_id, "key", salt) VALUES (%s, %s, %s)'
WAITING = "INSERT INTO ledger_pending (entry_id, stream, draft, salt) VALUES (%s, %s, %s, %s)"


def queue(first: int, count: int, at: datetime) -> None:
    """Acts number `first` and on, in three streams; those of one stream are alike but for their place."""
    made = [
        seal(kind="x", actor="KZ", office="o", body="KZ", subject="s", audience=stream, at=at,
             record={"due_on": "2027-01-01", "plan": "joint-plan"}, auth="session")
        for stream in STREAMS
    ]  # fmt: skip
    moment = connection.ops.adapt_datetimefield_value(at)
    for start in range(first, first + count, STEP):
        numbers = range(start, min(start + STEP, first + count))
        each = [(number, STREAMS[number % 3], made[number % 3]) for number in numbers]
        with connection.cursor() as cursor:
            cursor.executemany(ENTRY, [(n, stream, moment, one.payload) for n, stream, one in each])
            cursor.executemany(OPENED_BY, [(n, one.key, one.salt) for n, _, one in each])
            cursor.executemany(
                WAITING, [(n, stream, one.draft, one.salt) for n, stream, one in each]
            )
