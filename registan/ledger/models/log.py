"""The Merkle log over the entries: what waits, leaves, tiles, streams, checkpoints, cosignatures.

Only the sequencer and the signer write here (sequencer.py, signer.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from registan.ledger import audience as who
from registan.ledger.models.entries import Entry

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    BigInteger = models.BigIntegerField[int, int]
else:
    BigInteger = models.BigIntegerField

# C2SP tlog-checkpoint: a size is below 2^63.
LARGEST = models.Q(size__lt=2**63, size__gte=0)


class Pending(models.Model):
    """An acknowledged act that has no place in the log yet; written in the act's own transaction."""

    id = models.BigAutoField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="pending")
    stream = models.CharField(max_length=400)
    draft = models.BinaryField()
    salt = models.BinaryField()

    def __str__(self) -> str:
        return f"entry {self.entry_id} waits"


class Stream(models.Model):
    """The acts of one audience: how many there are, and the commitment of the last."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=400, unique=True)
    length = models.BigIntegerField(default=0)
    head = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.name}: {self.length}"

    @property
    def urn(self) -> str:
        return f"urn:registan:stream:{self.name}"

    @property
    def audience(self) -> str:
        """Its own: whoever sees the stream sees its head."""
        return self.name

    def to_record(self) -> dict[str, Any]:
        """The stream's length and the commitment of its last act."""
        return {"stream": self.name, "length": self.length, "head": bytes(self.head).hex()}


class Index(BigInteger):
    """A number below 2^63 as primary key. On SQLite the row's own number, which spares an index."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class Leaf(models.Model):
    """One log entry: its index, the 48 bytes hashed into the tree, and the place in its stream."""

    index = Index(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="leaf")
    # `one_place_in_a_stream` is an index that begins with the stream.
    stream = models.ForeignKey(
        Stream, on_delete=models.PROTECT, related_name="leaves", db_index=False
    )
    n = models.BigIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ("index",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stream", "n"], name="one_place_in_a_stream"),
            models.CheckConstraint(
                condition=models.Q(index__gte=0, n__gte=0), name="leaf_counts_from_nought"
            ),
        ]

    def __str__(self) -> str:
        return f"leaf {self.index}"


class Tile(models.Model):
    """Up to 256 hashes of one level (C2SP tlog-tiles); the right edge is rewritten as it grows."""

    id = models.BigAutoField(primary_key=True)
    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["level", "number"], name="one_row_per_tile")
        ]

    def __str__(self) -> str:
        return f"tile {self.level}/{self.number}"


class LogState(models.Model):
    """One row: how many entries the tree holds, its root, and whether something is wrong with it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)
    root = models.BinaryField()
    # Why signing has stopped: {"code": …, facts}; acts are refused as long as it stands.
    alarm = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_state"),
            models.CheckConstraint(condition=LARGEST, name="state_size_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.size} entries"


class Checkpoint(models.Model):
    """A signed tree head as published: at most one per size, for ever."""

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    note = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("size",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=LARGEST, name="checkpoint_size_in_range")
        ]

    def __str__(self) -> str:
        return f"checkpoint {self.size}"


class Cosignature(models.Model):
    """A witness's signature line on a checkpoint (C2SP tlog-cosignature)."""

    id = models.BigAutoField(primary_key=True)
    checkpoint = models.ForeignKey(
        Checkpoint, on_delete=models.PROTECT, related_name="cosignatures"
    )
    witness = models.CharField(max_length=200)
    key_id = models.CharField(max_length=8)
    line = models.TextField()
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checkpoint", "witness", "key_id"], name="one_line_per_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.witness} on {self.checkpoint_id}"


class Reading(models.Model):
    """One row: how far the ledger was read again in this cycle, and when it was last found whole."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    place = models.BigIntegerField(default=0, help_text="the next index")
    begun_at = models.DateTimeField()
    whole_at = models.DateTimeField(null=True)
    whole_size = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_reading"),
        ]

    def __str__(self) -> str:
        return f"read again up to {self.place}"


class KeyRotation(models.Model):
    """The log's keys were replaced: the new ones, and those that vouch for nothing from then on."""

    generation = models.PositiveIntegerField(unique=True)
    keys = models.JSONField(help_text="verifier keys, C2SP signed-note")
    replaces = models.JSONField(help_text="verifier keys")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"generation {self.generation}"

    @property
    def urn(self) -> str:
        return f"urn:registan:log-keys:{self.generation}"

    @property
    def audience(self) -> str:
        """Whoever checks the log must know its keys."""
        return who.PUBLIC

    def to_record(self) -> dict[str, Any]:
        return {"generation": self.generation, "keys": self.keys, "replaces": self.replaces}
