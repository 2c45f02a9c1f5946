"""Proof that a log signed two histories: two signed checkpoints that cannot both be prefixes.

A log must never sign such a pair (C2SP tlog-checkpoint). The form is our own, and whoever has the
log's key can check it without asking anybody (docs/reference/log-formats.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.notes import Note, parse_note, verify_note
from registan.kernel.log.proofs import verify_consistency
from registan.kernel.log.strict import hash_line, hash_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.log.keys import VerifierKey

VERSION = "registan/split-view/v1"
MAX_BYTES = 4 * 1024 * 1024
MAX_HASHES = 65


@dataclass(frozen=True)
class SplitView:
    """Two checkpoints of one log, the smaller first.

    `path` is empty for two of one size. Otherwise: the root which the second history has at the
    first one's size (another than the first one's), and the consistency proof from there.
    """

    first: Note
    second: Note
    path: tuple[bytes, ...] = ()

    def __bytes__(self) -> bytes:
        head = f"{VERSION}\n{hash_lines(self.path)}\n".encode()
        return head + bytes(self.first) + b"\n" + bytes(self.second)


def parse_split_view(data: bytes) -> SplitView:
    """Read the file; verifies nothing. Raises Malformed("split_view") or what notes raise.

    >>> from registan.kernel.log.notes import SignatureLine
    >>> note = Note(b"text\\n", (SignatureLine("k", b"1234", b"s"),))
    >>> parse_split_view(bytes(SplitView(note, note))).path
    ()
    """
    if len(data) > MAX_BYTES:
        raise Malformed("split_view", f"more than {MAX_BYTES} bytes")
    # A checkpoint has no empty line of its own: head, text, lines, text, lines.
    parts = data.split(b"\n\n", 5)
    if len(parts) != 5:
        raise Malformed("split_view", "not a head and two checkpoints")
    try:
        version, *path = parts[0].decode("ascii").split("\n", MAX_HASHES + 1)
    except UnicodeDecodeError:
        raise Malformed("split_view", "not ASCII before the checkpoints") from None
    if version != VERSION or len(path) > MAX_HASHES:
        raise Malformed("split_view", f"not {VERSION}")
    first = parse_note(parts[1] + b"\n\n" + parts[2] + b"\n")
    second = parse_note(parts[3] + b"\n\n" + parts[4])
    return SplitView(first, second, tuple(hash_line(line, "split_view") for line in path))


def verify_split_view(
    view: SplitView, keys: Iterable[VerifierKey]
) -> tuple[Checkpoint, Checkpoint]:
    """The two checkpoints, when they show that a log with these keys signed two histories.

    Raises Malformed when one is no checkpoint, Unverified with the codes of notes, or with
    "one_history" when the two do not contradict each other.
    """
    known = list(keys)
    first, second = parse_checkpoint(view.first.text), parse_checkpoint(view.second.text)
    own = [key for key in known if key.name == first.origin]
    for note in (view.first, view.second):
        verify_note(note, own)
    if first.origin != second.origin or not _contradict(first, second, view.path):
        raise Unverified("one_history", "the two checkpoints do not contradict each other")
    return first, second


def _contradict(first: Checkpoint, second: Checkpoint, path: tuple[bytes, ...]) -> bool:
    if first.size == second.size:
        return first.root != second.root and not path
    if not path or path[0] == first.root:
        return False
    # Under the second root no other root is possible at that size, or SHA-256 is broken.
    return verify_consistency(first.size, second.size, path[1:], path[0], second.root)
