"""From which index on a replaced key of the log vouches for nothing any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.models import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.log.keys import VerifierKey

ROTATED = "ledger.keys.rotated"


def refused_after() -> dict[str, int]:
    """Verifier key -> index of the act that replaced it."""
    found: dict[str, int] = {}
    for entry in Entry.objects.with_log().filter(kind=ROTATED, leaf__isnull=False).order_by("pk"):
        for key in entry.record.get("replaces", []):
            found.setdefault(str(key), entry.leaf.index)
    return found


def valid_at(keys: Iterable[VerifierKey], size: int) -> list[VerifierKey]:
    """Those of `keys` that may vouch for a tree of `size` entries."""
    ended = refused_after()
    return [key for key in keys if size <= ended.get(str(key), size)]
