"""Shredding: what acts recorded is destroyed, their places in the log and the proofs stay.

The key and the salt of each entry go, and with them all that could open it; the upper floors destroy
what they keep of it themselves. Who may order it, and the public trace, are the business of an act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.models import Entry, Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# What the ledger needs to be checked at all, and the register of what was shredded.
NEVER = ("ledger.", "parties.shredding.", "parties.profile.")
_erasers: list[Callable[[Sequence[Entry]], None]] = []


def register_eraser(eraser: Callable[[Sequence[Entry]], None]) -> None:
    """Have `eraser` destroy what its app keeps of the acts that are shredded, in the same transaction."""
    if eraser not in _erasers:
        _erasers.append(eraser)


def placed(numbers: Iterable[int]) -> list[Entry]:
    """The entries with these numbers, as far as the log has them."""
    return list(Entry.objects.with_log().filter(leaf__index__in=list(numbers)).order_by("pk"))


def shred(entries: Sequence[Entry]) -> None:
    """Destroy what these entries recorded. Called by an act."""
    for eraser in _erasers:
        eraser(entries)
    pks = [entry.pk for entry in entries]
    Secret.objects.filter(entry__in=pks).delete()
    Entry.objects.filter(pk__in=pks).update(sealed=b"")


def widen(entry: Entry, audience: str) -> None:
    """Let a wider audience see an act. The envelope keeps the one it was committed with."""
    Entry.objects.filter(pk=entry.pk).update(opened_to=audience)
