"""What a witness is asked and what it must answer (C2SP tlog-witness 1.0.0); it decides, no more.

Who calls `decide` holds the stored state, and must store the new one and look at the old one in a
single atomic step before answering: two racing requests could roll the witness back otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import EMPTY_ROOT
from registan.kernel.log.notes import MAX_BYTES, Note, parse_note, verify_note
from registan.kernel.log.proofs import verify_consistency
from registan.kernel.log.strict import decimal, hash_line, hash_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from registan.kernel.log.keys import VerifierKey

MAX_PROOF_LINES = 63
SIZE_TYPE = "text/x.tlog.size"


@dataclass(frozen=True)
class AddCheckpoint:
    """A request: the size that the log believes the witness to hold, the proof, the checkpoint."""

    old: int
    proof: tuple[bytes, ...]
    note: Note
    checkpoint: Checkpoint

    def __bytes__(self) -> bytes:
        return f"old {self.old}\n{hash_lines(self.proof)}\n".encode() + bytes(self.note)


@dataclass(frozen=True)
class Seen:
    """The last checkpoint cosigned for an origin; a log never seen has size 0."""

    size: int = 0
    root: bytes = EMPTY_ROOT


@dataclass(frozen=True)
class Answer:
    """An HTTP status; 409 has a body. With 200, `request` is to be stored, then cosigned."""

    status: int
    body: bytes = b""
    content_type: str = "text/plain"
    request: AddCheckpoint | None = None


def request_for(old: int, proof: Sequence[bytes], note: Note) -> AddCheckpoint:
    """The request that a log sends. Raises Malformed when the note is no checkpoint.

    >>> from registan.kernel.log.notes import SignatureLine
    >>> text = Checkpoint("log.example", 0, EMPTY_ROOT).text()
    >>> bytes(request_for(0, [], Note(text, (SignatureLine("k", b"1234", b"s"),))))[:7]
    b'old 0\\n\\n'
    """
    return AddCheckpoint(old, tuple(proof), note, parse_checkpoint(note.text))


def parse_request(data: bytes) -> AddCheckpoint:
    """Read an add-checkpoint body. Raises Malformed.

    Codes: "request", "old", "proof", and those of notes and checkpoints.
    """
    if len(data) > MAX_BYTES:
        raise Malformed("request", f"more than {MAX_BYTES} bytes")
    head, empty, note = data.partition(b"\n\n")
    if not empty:
        raise Malformed("request", "no empty line")
    try:
        first, *rest = head.decode("ascii").split("\n", MAX_PROOF_LINES + 1)
    except UnicodeDecodeError:
        raise Malformed("request", "not ASCII before the checkpoint") from None
    word, _, old = first.partition(" ")
    if word != "old":
        raise Malformed("old", "no old size line")
    if len(rest) > MAX_PROOF_LINES:
        raise Malformed("proof", f"more than {MAX_PROOF_LINES} lines")
    size = decimal(old, "old")
    return request_for(size, [hash_line(line, "proof") for line in rest], parse_note(note))


def decide(
    data: bytes,
    logs: Mapping[str, Sequence[VerifierKey]],
    seen: Callable[[str], Seen | None],
) -> Answer:
    """The answer to an add-checkpoint body, by trusted keys per origin and the stored state.

    >>> decide(b"", {}, lambda origin: None).status
    400
    """
    try:
        request = parse_request(data)
    except Malformed:
        return Answer(400)
    keys = logs.get(request.checkpoint.origin)
    if not keys:
        return Answer(404)
    try:
        verify_note(request.note, keys)
    except Unverified:
        return Answer(403)
    return _compare(request, seen(request.checkpoint.origin) or Seen())


def _compare(request: AddCheckpoint, seen: Seen) -> Answer:
    """The answer to a request of a known log, in the order of the specification's paragraphs."""
    new = request.checkpoint
    if request.old > new.size:
        return Answer(400)
    # The log learns our size and may ask again with a proof from there.
    if request.old != seen.size:
        return Answer(409, b"%d\n" % seen.size, SIZE_TYPE)
    if new.size == 0 and new.root != EMPTY_ROOT:
        return Answer(422)
    # Covers a proof from zero, which must be empty, and two roots of one size: a split view.
    if not verify_consistency(seen.size, new.size, request.proof, seen.root, new.root):
        return Answer(422)
    return Answer(200, request=request)
