"""Whose time is in doubt: acts that say another time than the checkpoints around them allow.

Worked out when it is asked for and never stored: which checkpoints stand on either side, and what their
witnesses say, is the log's own public data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed
from registan.kernel.log.notes import parse_lines
from registan.kernel.log.strict import LARGEST
from registan.kernel.log.times import AHEAD, checkpoint_time, doubt
from registan.ledger.models import Checkpoint, Cosignature, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registan.ledger.models import Entry

TIME_LENGTH = 8


@dataclass(frozen=True)
class Doubt:
    """The act `index` says `at`; a checkpoint of `checkpoint` shows that it was not then.

    `code`: "ahead" (later than the first checkpoint with it) or "behind" (earlier than the last one
    without it), by more than the tolerance. A remark: the act and its place are what they are.
    """

    code: str
    index: int
    at: datetime
    checkpoint: datetime


def doubt_of(entry: Entry) -> Doubt | None:
    """Whether the time of a placed act can be right."""
    if (index := entry.number) is None:
        return None
    before = Checkpoint.objects.filter(size__lte=index).order_by("-size").first()
    covering = Checkpoint.objects.filter(size__gt=index).order_by("size").first()
    return _doubt(index, entry.at, _time(before), _time(covering))


def doubts() -> Iterator[Doubt]:
    """Each act of the log whose time is in doubt, in the order of the log."""
    timed = _timed()
    before: float | None = None
    size, covering = next(timed, (None, None))
    acts = Leaf.objects.order_by("index").values_list("index", "entry__at")
    for index, at in acts.iterator(chunk_size=2000):
        while size is not None and size <= index:
            before = covering
            size, covering = next(timed, (None, None))
        if (found := _doubt(index, at, before, covering)) is not None:
            yield found


def _doubt(index: int, at: datetime, before: float | None, covering: float | None) -> Doubt | None:
    code = doubt(at.timestamp(), before, covering)
    if not code:
        return None
    shown = covering if code == AHEAD else before
    return Doubt(code, index, at, datetime.fromtimestamp(shown or 0, UTC))


def _time(checkpoint: Checkpoint | None) -> float | None:
    if checkpoint is None:
        return None
    lines = checkpoint.cosignatures.values_list("witness", "line")
    return checkpoint_time(checkpoint.made_at.timestamp(), _witnessed(lines))


def _timed() -> Iterator[tuple[int, float | None]]:
    """Size and time of each checkpoint, by size."""
    lines = Cosignature.objects.order_by("checkpoint_id", "id")
    rows = lines.values_list("checkpoint_id", "witness", "line").iterator(chunk_size=2000)
    row = next(rows, None)
    made = Checkpoint.objects.order_by("size").values_list("size", "made_at")
    for size, made_at in made.iterator(chunk_size=2000):
        own = []
        while row is not None and row[0] <= size:
            own.append((row[1], row[2]))
            row = next(rows, None)
        yield size, checkpoint_time(made_at.timestamp(), _witnessed(own))


def _witnessed(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, float]]:
    """Cosigner and time of each line; its signature was verified when it was taken in."""
    for name, line in lines:
        try:
            time = int.from_bytes(parse_lines(line)[0].signature[:TIME_LENGTH], "big")
        except Malformed:
            continue  # a damaged line is named by fsck
        if time <= LARGEST:
            yield name, float(time)
