"""Streams as a reader gets them: the acts of one audience, in their order, to be checked offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.envelope import ENTRY_LABEL, NO_PREVIOUS, complete
from registan.kernel.log.opening import Opening
from registan.kernel.log.streams import Line
from registan.ledger.models import Leaf, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.ledger.audience import Viewer

STEP = 500


def streams_of(viewer: Viewer) -> list[Stream]:
    """The streams that are addressed to the reader."""
    rows = Stream.objects.filter(length__gt=0).order_by("name")
    return [stream for stream in rows if viewer.sees(stream.name)]


def find_stream(pk: int, viewer: Viewer) -> Stream | None:
    """A stream, if it is addressed to the reader."""
    stream = Stream.objects.filter(pk=pk).first()
    return stream if stream and viewer.sees(stream.name) else None


def stream_lines(stream: Stream, viewer: Viewer) -> Iterator[Line]:
    """Each act of the stream with all that the reader may see of it."""
    prev = NO_PREVIOUS
    for start in range(0, stream.length, STEP):
        rows = Leaf.objects.filter(stream=stream, n__gte=start, n__lt=start + STEP)
        for leaf in rows.select_related("entry__secret").order_by("n"):
            entry = bytes(leaf.data)
            yield Line(leaf.index, entry, _opening(leaf, prev, viewer))
            prev = entry[len(ENTRY_LABEL) :]


def _opening(leaf: Leaf, prev: bytes, viewer: Viewer) -> Opening | None:
    on = leaf.entry
    if on.is_shredded:
        return None
    payload = on.payload
    parts = {
        name: {"payload": part["payload"], "salt": part["salt"]}
        for name, part in payload.parts.items()
        if "audience" not in part or viewer.sees(part["audience"])
    }
    return Opening(complete(payload.draft, leaf.n, prev), bytes(on.secret.salt), parts)
