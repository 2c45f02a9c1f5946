"""A full log under the first schema, taken through `migrate` (fault 20): a process of its own.

Called by test_full_log.py with the number of acts; tells what it found as one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from hashlib import sha256

FIRST = {
    "ledger_entry": "id, kind, actor, office, subject, audience, at, sealed, opened_to, result",
    "ledger_secret": 'entry_id, "key", salt',
    "ledger_leaf": '"index", entry_id, stream_id, n, data',
    "ledger_tile": "level, number, hashes",
    "ledger_stream": "id, name, length, head",
    "ledger_logstate": "id, size, root, alarm",
    "ledger_checkpoint": "size, root, note, made_at",
    "ledger_pending": "id, entry_id, stream, draft, salt",
}
STEP = 40_960


def main(acts: int) -> None:
    """Fill, migrate, and read all again."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", "ledger", "0001", verbosity=0)
    fill(acts)
    before = {table: digest(table, columns) for table, columns in FIRST.items()}
    call_command("migrate", verbosity=0)
    after = {table: digest(table, columns) for table, columns in FIRST.items()}
    from registan.ledger.models import LogState

    faults, spent = read_again()
    state = LogState.objects.get()
    print(json.dumps({
        "differ": [table for table in FIRST if before[table] != after[table]],
        "faults": faults, "size": state.size, "root": bytes(state.root).hex(),
        "built": built(acts), "cpu_s": round(spent, 2),
    }))  # fmt: skip


def fill(acts: int) -> None:
    """Acts in three streams with their numbers; the first of them are signed, a few still wait."""
    from django.conf import settings
    from django.db import transaction
    from django.utils import timezone

    from bench.filling import queue
    from registan.ledger.guard import writing
    from registan.ledger.log_keys import generations
    from registan.ledger.sequencer import integrate_all
    from registan.ledger.signer import Signer

    keys = generations(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    signer = Signer(settings.LEDGER_ORIGIN, keys, settings.LEDGER_LAST_SIGNED)
    for first in (1, *range(101, acts + 1, STEP)):
        with transaction.atomic(), writing():
            queue(first, min(100 if first == 1 else STEP, acts + 1 - first), timezone.now())
        integrate_all()
        if first == 1:
            signer.sign(timezone.now())
    with transaction.atomic(), writing():
        queue(acts + 1, 3, timezone.now())


def digest(table: str, columns: str) -> tuple[int, str]:
    """How many rows, and a hash over all of them."""
    from django.db import connection

    count, over = 0, sha256()
    order = columns.split(",")[0] if table != "ledger_tile" else "level, number"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} ORDER BY {order}")  # noqa: S608  our own names
        for row in cursor:
            count += 1
            over.update(repr(row).encode())
    return count, over.hexdigest()


def read_again() -> tuple[list[str], float]:
    """Faults of the tree and all that waits, of the first and last acts; processor time of the tree."""
    from django.conf import settings

    from registan.ledger.fsck import EVER, span, whole
    from registan.ledger.log_keys import all_public_keys
    from registan.ledger.models import LogState

    begun = time.process_time()
    faults = list(whole())
    spent = time.process_time() - begun
    keys, size = (
        all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN),
        LogState.objects.get().size,
    )
    for start, end in ((0, 1000), (max(1000, size - 1000), EVER)):
        faults += span(start, end, keys)
    return [f"{fault.code} {fault.index} {fault.detail}" for fault in faults], spent


def built(acts: int) -> str:
    """The root over the entries alone, hashed by the kernel without any tile."""
    from django.db import connection

    from registan.kernel.log.merkle import Levels, root

    tree = Levels()
    with connection.cursor() as cursor:
        cursor.execute('SELECT data FROM ledger_leaf ORDER BY "index"')
        while rows := cursor.fetchmany(10_000):
            tree.extend(bytes(data) for (data,) in rows)
    return root(acts, tree).hex()


if __name__ == "__main__":
    main(int(sys.argv[1]))
