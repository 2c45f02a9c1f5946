"""The signer: signs a tree head only after the entries were read back and hashed again.

It is fatal for it to find that the log is not what it signed before: nothing is signed from then
on, acts are refused, and the alarm says in plain words what to do (Halted, texts `ledger.alarm.*`).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from registan.kernel.log.checkpoints import Checkpoint as TreeHead
from registan.kernel.log.growth import HASH, Growth, edge_of, grow, root_of
from registan.kernel.log.merkle import EMPTY_ROOT, leaf_hash
from registan.kernel.log.notes import Note
from registan.kernel.log.tiles import WIDTH
from registan.ledger.guard import writing
from registan.ledger.log_keys import Generation, sign_all
from registan.ledger.models import Checkpoint, Leaf, LogState, Tile
from registan.ledger.opened import first_unopenable
from registan.ledger.published import latest_checkpoint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

STEP = 4096


class Halted(RuntimeError):
    """Signing stopped. `code` says why (text `ledger.alarm.<code>`), `facts` where."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code} {facts}")
        self.code, self.facts = code, facts


@dataclass
class Verified:
    """The tree as far as it was read back: size, root, and the right edge, all hashed by us."""

    size: int = 0
    root: bytes = EMPTY_ROOT
    edge: dict[int, bytes] = field(default_factory=dict)


@dataclass
class Signer:
    """Signs the heads of one log.

    `last_signed` is a small file, best on another disk than the database: it catches a database
    restored from an old backup when no witness can be asked.
    """

    origin: str
    keys: list[Generation]
    last_signed: Path
    verified: Verified = field(default_factory=Verified)

    def sign(self, now: datetime) -> Checkpoint | None:
        """Sign the tree as it stands, unless it is signed already. Raises Halted."""
        state = LogState.objects.filter(pk=1).first()
        latest = latest_checkpoint()
        signed = latest.size if latest else 0
        if state is None or state.size == signed:
            return None
        self.read_back(state.size, bytes(state.root))
        if (index := first_unopenable(signed, state.size)) is not None:
            raise Halted("act_differs", index=index)
        head = TreeHead(self.origin, self.verified.size, self.verified.root)
        lines = sign_all(head.text(), self.keys, int(now.timestamp()))
        self._remember(head)
        with transaction.atomic(), writing():
            return Checkpoint.objects.create(
                size=head.size, root=head.root, made_at=now,
                note=bytes(Note(head.text(), tuple(lines))).decode(),
            )  # fmt: skip

    def read_back(self, size: int, root: bytes) -> None:
        """Read the entries that came since the last time, hash them, and compare tiles and root."""
        if size < self.verified.size:
            raise Halted("log_shrank", size=size, was=self.verified.size)
        for start, entries in _entries(self.verified.size, size):
            grown = grow(start, self.verified.edge, [leaf_hash(entry) for entry in entries])
            _compare_tiles(grown.tiles)
            edge = {
                level: grown.tiles.get((level, number), self.verified.edge.get(level, b""))
                for level, number, _ in edge_of(grown.size)
            }
            _compare_checkpoints(self.verified, grown)
            self.verified = Verified(grown.size, grown.root, edge)
        if (self.verified.size, self.verified.root) != (size, root):
            raise Halted("root_differs", size=size)

    def _remember(self, head: TreeHead) -> None:
        """Write the head to the second place before it is published, whole or not at all."""
        self.last_signed.parent.mkdir(parents=True, exist_ok=True)
        new = self.last_signed.with_suffix(".new")
        told = {"origin": head.origin, "size": head.size, "root": head.root.hex()}
        with new.open("w", encoding="ascii") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.last_signed)
        folder = os.open(self.last_signed.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _entries(since: int, size: int) -> Iterator[tuple[int, list[bytes]]]:
    """The log entries [since, size) as they lie on disk, in steps; a hole is fatal."""
    for start in range(since, size, STEP):
        end = min(start + STEP, size)
        rows = list(
            Leaf.objects.filter(index__gte=start, index__lt=end)
            .order_by("index")
            .values_list("index", "data")
        )
        for expected, (index, _) in zip(range(start, end), rows, strict=False):
            if index != expected:
                raise Halted("entry_missing", index=expected)
        if len(rows) != end - start:
            raise Halted("entry_missing", index=start + len(rows))
        yield start, [bytes(data) for _, data in rows]


def _compare_tiles(tiles: dict[tuple[int, int], bytes]) -> None:
    """The tiles on disk must begin with what the entries hash to (they may have grown since)."""
    for (level, number), hashes in tiles.items():
        row = Tile.objects.filter(level=level, number=number).first()
        stored = bytes(row.hashes)[: len(hashes)] if row else b""
        if stored != hashes:
            place = number * WIDTH + _first_difference(stored, hashes)
            raise Halted("leaf_differs" if level == 0 else "tile_differs", index=place, level=level)


def _compare_checkpoints(before: Verified, grown: Growth) -> None:
    """Each head signed before must be a prefix of what was read back."""
    signed = Checkpoint.objects.filter(size__gt=before.size, size__lte=grown.size)
    for size, root in signed.values_list("size", "root"):
        if _root_at(size, before, grown) != bytes(root):
            raise Halted("checkpoint_differs", size=size)


def _first_difference(one: bytes, other: bytes) -> int:
    """Which hash of two rows differs first, counted from 0."""
    whole = range(0, len(other), HASH)
    return next(at // HASH for at in whole if one[at : at + HASH] != other[at : at + HASH])


def _root_at(size: int, before: Verified, grown: Growth) -> bytes:
    """Root of a size between the two, from hashes that we made ourselves."""
    if size == grown.size:
        return grown.root
    edge = {
        level: grown.tiles.get((level, number), before.edge.get(level, b""))[: width * HASH]
        for level, number, width in edge_of(size)
    }
    return root_of(size, edge)
