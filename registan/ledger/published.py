"""The published log as bytes by path (C2SP tlog-tiles): what pages, export and proofs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.notes import Note, parse_lines, parse_note
from registan.kernel.log.tile_reader import TileReader
from registan.kernel.log.tiles import WIDTH, join_bundle, parse_path
from registan.ledger.models import Checkpoint, Leaf, Tile

if TYPE_CHECKING:
    from registan.kernel.log.tiles import Tile as TilePlace

HASH_LENGTH = 32


def fetch(path: str) -> bytes | None:
    """The bytes at `tile/…`; None where the log has nothing (yet). Raises Malformed for another path."""
    place = parse_path(path)
    return _bundle(place) if place.level is None else _tile(place.level, place)


def reader(size: int) -> TileReader:
    """Hashes of this log, at `size`, for making proofs."""
    return TileReader(size, fetch)


def latest_checkpoint() -> Checkpoint | None:
    """The newest signed tree head."""
    return Checkpoint.objects.order_by("-size").first()


def cosigned_note(checkpoint: Checkpoint) -> Note:
    """The checkpoint as published: the log's own lines, then those of its witnesses."""
    note = parse_note(checkpoint.note.encode())
    lines = checkpoint.cosignatures.order_by("id").values_list("line", flat=True)
    return Note(note.text, (*note.lines, *(parse_lines(line)[0] for line in lines)))


def _tile(level: int, place: TilePlace) -> bytes | None:
    row = Tile.objects.filter(level=level, number=place.n).first()
    wanted = place.width * HASH_LENGTH
    return bytes(row.hashes)[:wanted] if row and len(row.hashes) >= wanted else None


def _bundle(place: TilePlace) -> bytes | None:
    first = place.n * WIDTH
    rows = Leaf.objects.filter(index__gte=first, index__lt=first + place.width)
    entries = [bytes(data) for data in rows.order_by("index").values_list("data", flat=True)]
    return join_bundle(entries) if len(entries) == place.width else None
