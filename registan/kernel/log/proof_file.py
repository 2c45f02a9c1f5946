"""Offline proofs: one file shows that an entry is in a log that witnesses saw (C2SP tlog-proof)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import leaf_hash
from registan.kernel.log.notes import MAX_BYTES, Note, Verified, parse_note, verify_note
from registan.kernel.log.proofs import verify_inclusion
from registan.kernel.log.strict import base64, decimal, hash_line, hash_lines, unbase64

if TYPE_CHECKING:
    from registan.kernel.log.policy import Policy

VERSION = "c2sp.org/tlog-proof@v1"
SUFFIX = ".tlog-proof"
MAX_HASHES = 63  # no path in a tree below 2^63 leaves is longer


@dataclass(frozen=True)
class ProofFile:
    """An index, its inclusion proof, a cosigned checkpoint; `extra` is authenticated by nothing."""

    index: int
    proof: tuple[bytes, ...]
    note: Note
    checkpoint: Checkpoint
    extra: bytes | None = None

    def __bytes__(self) -> bytes:
        extra = "" if self.extra is None else f"extra {base64(self.extra)}\n"
        head = f"{VERSION}\n{extra}index {self.index}\n{hash_lines(self.proof)}\n"
        return head.encode() + bytes(self.note)


@dataclass(frozen=True)
class Proven:
    """What a verified proof file shows: the checkpoint, and every key that vouches for it."""

    checkpoint: Checkpoint
    verified: list[Verified]


def parse_proof_file(data: bytes) -> ProofFile:
    """Read a proof file of at most 1 MiB; verifies nothing.

    Raises Malformed with code "proof_file", "extra", "index", "proof" or those of notes and
    checkpoints.

    >>> checkpoint = Checkpoint("log.example", 1, bytes(32)).text().decode()
    >>> lines = f"{VERSION}\\nindex 0\\n\\n{checkpoint}\\n— log.example AAAAAAA=\\n"
    >>> parse_proof_file(lines.encode()).index
    0
    """
    if len(data) > MAX_BYTES:
        raise Malformed("proof_file", f"more than {MAX_BYTES} bytes")
    head, empty, tail = data.partition(b"\n\n")
    if not empty:
        raise Malformed("proof_file", "no empty line")
    try:
        # Version, extra and index line, and one line more than there may be.
        lines = head.decode("ascii").split("\n", MAX_HASHES + 3)
    except UnicodeDecodeError:
        raise Malformed("proof_file", "not ASCII before the checkpoint") from None
    if lines.pop(0) != VERSION:
        raise Malformed("proof_file", f"not {VERSION}")
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = unbase64(lines.pop(0).removeprefix("extra "), "extra")
    if not lines or not lines[0].startswith("index "):
        raise Malformed("index", "no index line")
    index = decimal(lines.pop(0).removeprefix("index "), "index")
    if len(lines) > MAX_HASHES:
        raise Malformed("proof", f"more than {MAX_HASHES} lines")
    proof = tuple(hash_line(line, "proof") for line in lines)
    note = parse_note(tail)
    return ProofFile(index, proof, note, parse_checkpoint(note.text), extra)


def verify_proof_file(file: ProofFile, entry: bytes, policy: Policy) -> Proven:
    """That `entry` stands at the file's index of a log of the policy, as its witnesses saw it.

    Raises Unverified with code "no_known_key", "signature", "log_signature", "quorum" or
    "inclusion", in the order in which a reader has to trust: signatures first, then the path.
    """
    checkpoint = file.checkpoint
    verified = verify_note(file.note, policy.keys())
    policy.require(checkpoint.origin, checkpoint.size, verified)
    # Size and root come from the checkpoint just verified: the path alone binds no size.
    if not verify_inclusion(
        leaf_hash(entry), file.index, checkpoint.size, file.proof, checkpoint.root
    ):
        raise Unverified("inclusion", "the path does not lead to the root")
    return Proven(checkpoint, verified)
