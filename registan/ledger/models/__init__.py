"""Tables of the ledger: what acts recorded (entries.py), and the Merkle log over them (log.py)."""

from registan.ledger.models.entries import Addressed, AddressedQuerySet, Entry, Secret
from registan.ledger.models.log import (
    Checkpoint,
    Cosignature,
    KeyRotation,
    Leaf,
    LogState,
    Pending,
    Reading,
    Stream,
    Tile,
)
from registan.ledger.models.office_keys import KeyStatus, OfficeKey

__all__ = [
    "Addressed",
    "AddressedQuerySet",
    "Checkpoint",
    "Cosignature",
    "Entry",
    "KeyRotation",
    "KeyStatus",
    "Leaf",
    "LogState",
    "OfficeKey",
    "Pending",
    "Reading",
    "Secret",
    "Stream",
    "Tile",
]
