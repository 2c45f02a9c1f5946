"""Opening acts before they are signed: does what is kept of an act come to its leaf?

A leaf rests on the queue row of its act. Were one bit of that row flipped before its turn came, a
signature would bind the organisation to something that nobody holds. So entry and secret are read
from disk, independently of the queue, and the commitment is made again.
"""

from __future__ import annotations

from django.db import connection

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import ENTRY_LABEL, NO_PREVIOUS, complete, entry
from registan.kernel.log.payload import Unopenable, decrypt
from registan.ledger.sealing import draft_of

ROWS = (
    'SELECT l."index", l.n, l.data, l.stream_id, e.sealed, s."key", s.salt FROM ledger_leaf l '
    "JOIN ledger_entry e ON e.id = l.entry_id LEFT JOIN ledger_secret s ON s.entry_id = l.entry_id "
    'WHERE l."index" >= %s AND l."index" < %s ORDER BY l."index"'
)
STEP = 1000


def first_unopenable(start: int, end: int) -> int | None:
    """The first act of [start, end) that does not open to its leaf. Shredded ones are passed over."""
    heads: dict[int, tuple[int, bytes]] = {}
    for at in range(start, end, STEP):
        with connection.cursor() as cursor:
            cursor.execute(ROWS, [at, min(at + STEP, end)])
            rows = cursor.fetchall()
        for index, n, data, stream, sealed, key, salt in rows:
            expected, prev = heads.get(stream) or (n, _before(stream, n))
            if n != expected or not _opens(bytes(data), n, prev, sealed, key, salt):
                return int(index)
            heads[stream] = n + 1, bytes(data)[len(ENTRY_LABEL) :]
    return None


def _before(stream: int, n: int) -> bytes:
    """The commitment of the act before; zeros for the first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data FROM ledger_leaf WHERE stream_id = %s AND n = %s", [stream, n - 1]
        )
        row = cursor.fetchone()
    return bytes(row[0])[len(ENTRY_LABEL) :] if row else NO_PREVIOUS


def _opens(data: bytes, n: int, prev: bytes, sealed: bytes, key: bytes | None, salt: bytes) -> bool:
    if key is None:
        return True
    try:
        envelope = complete(draft_of(decrypt(bytes(sealed), bytes(key))), n, prev)
        return entry(commitment(envelope, bytes(salt))) == data
    except (Unopenable, ValueError):
        return False
