"""What it costs to read the ledger again, as a worker does in each cycle: 100,000 acts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bench.figure import Figure
from bench.filling import queue
from registan.ledger.fsck import EVER, span, whole
from registan.ledger.guard import writing
from registan.ledger.log_keys import generations
from registan.ledger.models import Entry, LogState
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Signer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bench.installation import Installation

ACTS = 20_000
SHOWN = 100_000


def figures(at: Installation) -> Iterator[Figure]:
    """Everything is undone: the installation is measured further."""
    integrate_all()
    origin = settings.LEDGER_ORIGIN
    signer = Signer(origin, generations(at.var / "keys", origin), at.var / "last")
    keys = [one.key for one in signer.keys[0].signers]
    with transaction.atomic(), writing():
        before = LogState.objects.get().size
        latest = Entry.objects.latest("pk").pk
        for step in range(20):
            queue(latest + 1 + step * ACTS // 20, ACTS // 20, timezone.now())
            integrate_all()
            signer.sign(timezone.now())
        acts = _seconds(lambda: span(before, EVER, keys))
        tree = _seconds(whole)
        transaction.set_rollback(True)
    for what, spent in (("its acts and checkpoints", acts), ("its tree", tree)):
        yield Figure(f"reading 100,000 acts again: {what} (CPU)", spent * SHOWN / ACTS, "s")
    # Fault 20 asks for less than 10 s; scaled up from what was read here.
    yield Figure(
        "the tree of 1,000,000 entries, from the database (CPU)", tree * 1e6 / ACTS, "s", 10
    )


def _seconds(look: Callable[[], Iterable[object]]) -> float:
    begun = time.process_time()
    if found := list(look()):
        raise RuntimeError(f"the log should be whole: {found[:3]}")
    return time.process_time() - begun
