"""A witness: cosigns what continues the history it has seen, and nothing else (C2SP tlog-witness).

Looking at the stored state, deciding, and storing the new one happen under one lock, and the new one
is on disk before the answer is given: whatever comes in at once or is cut off in between, a witness
never goes back.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.errors import Malformed
from registan.kernel.log.notes import Note, SignatureLine, parse_note
from registan.kernel.log.split_view import SplitView
from registan.kernel.log.witness import Answer, Seen, decide, parse_request
from registan.witness.files import make_folders, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from registan.kernel.log.checkpoints import Checkpoint
    from registan.witness.folder import Folder

CHECKPOINT = "checkpoint"
SPLIT = "split-view-"
MOST_KEPT = 100
BUSY = Answer(503, b"busy\n")
WAIT = 20.0


class Damaged(RuntimeError):
    """A file of our own cannot be read: better silent than wrong."""


class Cosigner:
    """What one witness knows and does. `clock` gives Unix seconds."""

    def __init__(self, folder: Folder, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.logs = folder.logs()
        self.signers = folder.signers()
        self._clock = clock
        self._lock = threading.Lock()

    def answer(self, body: bytes) -> Answer:
        """The answer to an add-checkpoint request; what it grants is stored already."""
        if not self._lock.acquire(timeout=WAIT):
            return BUSY
        try:
            answer = decide(body, self.logs, self.seen)
            if answer.status == 422:
                self._keep_evidence(body)
            if answer.request is None:
                return answer
            return self.grant(answer.request.note, answer.request.checkpoint)
        finally:
            self._lock.release()

    def grant(self, note: Note, head: Checkpoint) -> Answer:
        """Cosign a checkpoint that continues what was seen. Under the lock."""
        return Answer(200, self.store(note, head))

    def store(self, note: Note, head: Checkpoint) -> bytes:
        """Keep the checkpoint with our cosignatures, durably; returns the signature lines."""
        seconds = int(self._clock())
        ours = tuple(
            SignatureLine(by.key.name, by.key.id, cosign(note.text, by, seconds))
            for by in self.signers
        )
        known = {(key.name, key.id) for key in self.logs[head.origin]}
        lines = tuple(line for line in note.lines if (line.name, line.key_id) in known)
        at = self.folder.of_log(head.origin)
        make_folders(at)
        replace_file(at / CHECKPOINT, bytes(Note(note.text, (*lines, *ours))))
        return "".join(map(str, ours)).encode()

    def held(self, origin: str) -> Note | None:
        """The last checkpoint cosigned for a log. Raises Damaged for a file that is none."""
        try:
            data = (self.folder.of_log(origin) / CHECKPOINT).read_bytes()
        except FileNotFoundError:
            return None
        try:
            note = parse_note(data)
            parse_checkpoint(note.text)
        except Malformed as broken:
            raise Damaged(f"{self.folder.of_log(origin) / CHECKPOINT}: {broken}") from broken
        return note

    def seen(self, origin: str) -> Seen | None:
        """Size and root of the last checkpoint cosigned for a log."""
        note = self.held(origin)
        if note is None:
            return None
        head = parse_checkpoint(note.text)
        return Seen(head.size, head.root)

    def _keep_evidence(self, body: bytes) -> None:
        """Two checkpoints of one size signed by the log are proof enough: keep both."""
        request = parse_request(body)
        origin, size = request.checkpoint.origin, request.checkpoint.size
        note = self.held(origin)
        if note is None or parse_checkpoint(note.text).size != size:
            return
        if parse_checkpoint(note.text).root != request.checkpoint.root:
            keep(self.folder.of_log(origin), SplitView(note, request.note))


def keep(folder: Path, view: SplitView) -> Path:
    """Write evidence of two histories beside the checkpoint, and tell where it is.

    The same evidence once, and at most 100 of one log: whoever signs everything must not fill our disk.
    """
    data = bytes(view)
    kept = sorted(folder.glob(f"{SPLIT}*"))
    for path in kept:
        if path.read_bytes() == data or len(kept) >= MOST_KEPT:
            return path
    path = folder / f"{SPLIT}{len(kept) + 1:03}"
    make_folders(folder)
    replace_file(path, data)
    return path
