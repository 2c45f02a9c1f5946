"""Reading the ledger again, a share each minute: what is damaged is found within one cycle.

A cycle is REGISTAN_LEDGER_CYCLE_MINUTES long. Each share holds acts, their checkpoints and the lines
under these; the last one also the tree and all that waits. Faults raise the alarm: acts stop, and the
keeper signs no more.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from registan.ledger.alarm import alarm, raise_alarm
from registan.ledger.fsck import EVER, Fault, fsck, span, whole
from registan.ledger.guard import writing
from registan.ledger.models import LogState, Reading
from registan.ledger.signer import Halted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import datetime
    from typing import Any

    from registan.kernel.log.keys import VerifierKey

log = logging.getLogger("registan.ledger")
# A log of no more acts than this is read in one go.
LEAST = 1000
# Alarms that are raised here (texts `ledger.alarm.<code>`).
FOUND = frozenset({"damaged", "damaged_somewhere"})


def is_due(now: datetime) -> bool:
    """Whether a cycle is under way, or the next one has to begin; never while an alarm stands."""
    if settings.LEDGER_CYCLE_MINUTES <= 0 or alarm() is not None:
        return False
    row = Reading.objects.filter(pk=1).first()
    if row is None:
        return LogState.objects.filter(size__gt=0).exists()
    cycle = timedelta(minutes=settings.LEDGER_CYCLE_MINUTES)
    # Also where the clock was put back.
    return row.place > 0 or not timedelta(0) <= now - row.begun_at < cycle


def read_on(
    now: datetime, log_keys: Collection[VerifierKey], witness_keys: Collection[VerifierKey] = (),
    *, least: int = LEAST,
) -> int:  # fmt: skip
    """Read the next share of the cycle. Returns how many acts it covers; raises the alarm for faults."""
    state = LogState.objects.filter(pk=1).first()
    size = state.size if state else 0
    row = Reading.objects.filter(pk=1).first() or Reading(begun_at=now)
    start = row.place if row.place < size else 0
    if start == 0:
        row.begun_at = now
    # One minute is kept free: the log grows meanwhile, and a minute may be missed.
    end = start + max(least, -(-size // max(1, settings.LEDGER_CYCLE_MINUTES - 1)))
    is_last = end >= size

    def look() -> Iterator[Fault]:
        yield from span(start, EVER if is_last else end, log_keys, witness_keys)
        if is_last:
            yield from whole()

    if faults := _sure(look):
        _stop(faults)
        return min(end, size) - start
    row.place = 0 if is_last else end
    if is_last:
        row.whole_at, row.whole_size = now, size
    with writing():
        row.save()
    return min(end, size) - start


def look_again(log_keys: Iterable[VerifierKey], witness_keys: Iterable[VerifierKey]) -> None:
    """Read all at once. Raises Halted while it is not whole."""
    ours, theirs = list(log_keys), list(witness_keys)
    if faults := _sure(lambda: fsck(ours, theirs)):
        code, facts = _told(faults)
        raise Halted(code, **facts)


def last_whole() -> Reading | None:
    """When the ledger was last found whole; None where it never was yet."""
    return Reading.objects.filter(pk=1, whole_at__isnull=False).first()


def _sure(look: Callable[[], Iterator[Fault]]) -> list[Fault]:
    """Faults that are there at two looks: between two statements of one look the log may have grown."""
    if not (once := set(look())):
        return []
    return [fault for fault in look() if fault in once]


def _stop(faults: list[Fault]) -> None:
    code, facts = _told(faults)
    for fault in faults[:20]:
        log.critical("fault in the ledger: %s %s %s", fault.code, fault.index, fault.detail)
    raise_alarm(code, facts)


def _told(faults: list[Fault]) -> tuple[str, dict[str, Any]]:
    """Code and facts of the alarm: the lowest number concerned, where one has a number."""
    numbers = [fault.index for fault in faults if fault.index is not None]
    if numbers:
        return "damaged", {"index": min(numbers)}
    return "damaged_somewhere", {}
