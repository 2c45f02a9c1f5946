"""A reader's own stream, checked offline: no hole, no reordering, no fork, no hidden tail.

A log proves that an act is in it, not that a reader was shown all. So the acts of one audience are
numbered from 0 and chained: each envelope names its number `n` and the commitment of n-1 (`prev`),
and `ledger.stream.headed` acts state from time to time how far the stream had come. A stream as a
file is JSON lines in the order of `n`: `{"index": …, "opening": {…}}`, or
`{"entry": hex, "index": …}` for an act whose content was shredded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from registan.kernel.log.canonical import canonical, read_json
from registan.kernel.log.envelope import ENTRY_LABEL, ENTRY_LENGTH, NO_PREVIOUS
from registan.kernel.log.errors import Malformed
from registan.kernel.log.opening import Opening, parse_opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADED = "ledger.stream.headed"
MOST_HOLES = 100  # of one gap: a forged number must not fill the memory


@dataclass(frozen=True)
class Line:
    """One act of a stream: its log index, its entry (48 bytes), and its opening unless shredded."""

    index: int
    entry: bytes
    opening: Opening | None = None

    def __bytes__(self) -> bytes:
        if self.opening is None:
            return canonical({"entry": self.entry.hex(), "index": self.index})
        return canonical({"index": self.index, "opening": read_json(bytes(self.opening))})

    @property
    def commitment(self) -> bytes:
        return self.entry[len(ENTRY_LABEL) :]


@dataclass(frozen=True)
class StreamFault:
    """`code`: hole, order, fork, foreign, head, tail, part; `n`: the place in the stream."""

    code: str
    n: int
    index: int | None = None


@dataclass
class Checked:
    """What a stream comes to: its name, length, last commitment, last stated head, and its faults."""

    name: str = ""
    length: int = 0
    head: bytes = NO_PREVIOUS
    shredded: int = 0
    stated: int = 0
    faults: list[StreamFault] = field(default_factory=list)
    commitments: dict[int, bytes] = field(default_factory=dict)
    heads: dict[int, bytes] = field(default_factory=dict)


def parse_lines(data: bytes) -> Iterator[Line]:
    """Read a stream's file. Raises Malformed with code "stream" or those of openings and JSON.

    >>> list(parse_lines(bytes(Line(3, ENTRY_LABEL + bytes(32))) + b"\\n"))[0].index
    3
    """
    for text in data.split(b"\n"):
        if text:
            yield _parse(text)


def _parse(text: bytes) -> Line:
    told = read_json(text)
    # Not isinstance: to Python `true` is a whole number. One beyond 2^53-1 is read as a fraction.
    if not isinstance(told, dict) or type(told.get("index")) is not int or told["index"] < 0:
        raise Malformed("stream", "no index")
    if set(told) == {"index", "opening"}:
        opening = parse_opening(canonical(told["opening"]))
        return Line(told["index"], opening.entry(), opening)
    if set(told) != {"index", "entry"} or not isinstance(told["entry"], str):
        raise Malformed("stream", "neither opening nor entry")
    try:
        entry = bytes.fromhex(told["entry"])
    except ValueError:
        entry = b""
    if len(entry) != ENTRY_LENGTH or not entry.startswith(ENTRY_LABEL):
        raise Malformed("stream", "no entry of ours")
    return Line(told["index"], entry)


def check_stream(lines: Iterable[Line], *, against: Iterable[Checked] = ()) -> Checked:
    """Check a stream in the order in which it was given.

    `against`: what others, or the same reader earlier, hold of the same stream. Where they know more
    acts the tail was hidden; where they know another act at a place, there are two histories.
    """
    found = Checked()
    last_index = -1
    for line in lines:
        facts = line.opening.facts() if line.opening else {}
        n = _place(found, facts, line)
        if line.index <= last_index:
            found.faults.append(StreamFault("order", n, line.index))
        last_index = max(last_index, line.index)
        if line.opening is None:
            found.shredded += 1
        else:
            _content(found, line, facts, n)
        found.commitments[n] = line.commitment
        found.length, found.head = max(found.length, n + 1), line.commitment
    _heads(found)
    for other in against:
        _compare(found, other)
    return found


def _place(found: Checked, facts: dict[str, Any], line: Line) -> int:
    """Where the line stands; faults of its number and its chaining are noted."""
    n = facts.get("n", found.length)
    # Not isinstance: to Python `true` is a whole number.
    if type(n) is not int or n < 0:
        raise Malformed("stream", "n is no number from 0 on")
    if n > found.length:
        found.faults += [
            StreamFault("hole", missing)
            for missing in range(found.length, min(n, found.length + MOST_HOLES))
        ]
    elif n < found.length:
        twice = found.commitments.get(n)
        code = "fork" if twice is not None and twice != line.commitment else "order"
        found.faults.append(StreamFault(code, n, line.index))
    before = NO_PREVIOUS if n == 0 else found.commitments.get(n - 1)
    if facts and before is not None and facts.get("prev") != before.hex():
        found.faults.append(StreamFault("fork", n, line.index))
    return n


def _content(found: Checked, line: Line, facts: dict[str, Any], n: int) -> None:
    """The line is of this stream, its parts are genuine, and a head that it states is noted."""
    name = str(facts.get("stream", ""))
    found.name = found.name or name
    if name != found.name:
        found.faults.append(StreamFault("foreign", n, line.index))
    opening = line.opening
    if opening is None:
        return
    held = opening.parts_that_hold()
    if set(held) != set(opening.parts):
        found.faults.append(StreamFault("part", n, line.index))
    record = held.get("record")
    if facts.get("kind") == HEADED and isinstance(record, dict):
        if (head := _stated(record)) is None:
            found.faults.append(StreamFault("head", n, line.index))
        else:
            found.heads[head[0]] = head[1]


def _stated(record: dict[str, Any]) -> tuple[int, bytes] | None:
    """Length and commitment that a record states as the head of its stream; None where it states none."""
    length, head = record.get("length"), record.get("head")
    if type(length) is not int or length < 0 or not isinstance(head, str):
        return None
    try:
        return length, bytes.fromhex(head)
    except ValueError:
        return None


def _heads(found: Checked) -> None:
    """Each head that the stream states of itself is the one it had at that length."""
    found.stated = max(found.heads, default=0)
    for length, head in sorted(found.heads.items()):
        if length > found.length:
            found.faults.append(StreamFault("tail", length - 1))
        elif length and found.commitments.get(length - 1, head) != head:
            found.faults.append(StreamFault("head", length - 1))


def _compare(found: Checked, other: Checked) -> None:
    if other.name and found.name and other.name != found.name:
        return
    known = {length - 1: head for length, head in other.heads.items() if length}
    for n, commitment in sorted({**known, **other.commitments}.items()):
        if n >= found.length:
            found.faults.append(StreamFault("tail", n))
        elif found.commitments.get(n, commitment) != commitment:
            found.faults.append(StreamFault("fork", n))
