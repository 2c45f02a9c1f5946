"""What the ledger itself does by an act: it states how far each stream has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.ledger.act import act
from registan.ledger.models import KeyRotation, Stream
from registan.ledger.models.entries import LEDGER_ACTOR

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Ledger:
    """Stands in for a Mandate: nobody's office, the ledger's own clockwork."""

    actor_key: str = LEDGER_ACTOR
    urn: str = "urn:registan:ledger"
    body_key: str = ""
    pk: int = 0


LEDGER = Ledger()


@act("ledger.stream.headed")
def state_head(by: Ledger, stream: Stream) -> Stream:
    """Commit to a stream's length and last act, so that a tail cannot be hidden from its readers.

    A log proves that an act is in it, not that a reader was shown all: this does (docs/explanation).
    """
    return stream


@act("ledger.keys.rotated")
def rotate_keys(
    by: Ledger, *, generation: int, keys: list[str], replaces: list[str], now: datetime
) -> KeyRotation:
    """Name the new keys of the log, and those that vouch for nothing from this entry on."""
    return KeyRotation.objects.create(
        generation=generation, keys=keys, replaces=replaces, made_at=now
    )
