"""Checkpoints: origin, size and root of a log in three lines (C2SP tlog-checkpoint 1.0.0)."""

from __future__ import annotations

from dataclasses import dataclass

from registan.kernel.log.errors import Malformed
from registan.kernel.log.strict import base64, decimal, hash_line, utf8_lines

MAX_BYTES = 64 * 1024


@dataclass(frozen=True)
class Checkpoint:
    """What a log claims: `size` entries (below 2^63) under `root` (32 bytes)."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def text(self) -> bytes:
        """The checkpoint as it is signed: the lines, each ending in a newline.

        >>> Checkpoint("log.example", 0, bytes(32)).text()[:14]
        b'log.example\\n0\\n'
        """
        lines = (self.origin, str(self.size), base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines).encode()


def parse_checkpoint(data: bytes) -> Checkpoint:
    """Read the text of a checkpoint, without signatures.

    Strict where the specification is silent: size below 2^63, one spelling of base64. Raises
    Malformed with code "checkpoint", "origin", "size", "root" or "extension".

    >>> parse_checkpoint(Checkpoint("log.example", 7, bytes(32)).text()).size
    7
    """
    text = utf8_lines(data, "checkpoint", MAX_BYTES)
    if not text.endswith("\n"):
        raise Malformed("checkpoint", "no final newline")
    lines = text[:-1].split("\n")
    if len(lines) < 3:
        raise Malformed("checkpoint", "fewer than three lines")
    origin, size, root, *extensions = lines
    if not origin:
        raise Malformed("origin", "empty")
    if not all(extensions):
        raise Malformed("extension", "empty line")
    return Checkpoint(origin, decimal(size, "size"), hash_line(root, "root"), tuple(extensions))
