"""Cosignatures: "at that time this was the largest consistent tree I saw" (C2SP tlog-cosignature).

A signature field is the time (uint64, big-endian, Unix seconds) and the signature: 72 bytes for
Ed25519 (type 0x04), 2,428 for ML-DSA-44 (type 0x06).
"""

from __future__ import annotations

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import MAX_NAME_BYTES, KeyType, Signer, VerifierKey
from registan.kernel.log.strict import LARGEST

TIME_LENGTH = 8


def ed25519_message(text: bytes, time: int) -> bytes:
    """What a type 0x04 cosigner signs: a header with the time, and the whole checkpoint text.

    Extension lines are covered; the cosigner's name is not, so a key must serve one cosigner only.

    >>> ed25519_message(b"log\\n", 7)
    b'cosignature/v1\\ntime 7\\nlog\\n'
    """
    return b"cosignature/v1\ntime %d\n" % time + text


def ml_dsa_message(checkpoint: Checkpoint, cosigner: str, time: int) -> bytes:
    """What a type 0x06 cosigner signs: label, own name, time, origin, [0, size) and root.

    Extension lines are not covered. Raises Malformed("origin") when the origin is too long for its
    length byte.

    >>> len(ml_dsa_message(Checkpoint("log", 1, bytes(32)), "w", 7))
    74
    """
    name, origin = cosigner.encode(), checkpoint.origin.encode()
    if len(origin) > MAX_NAME_BYTES:
        raise Malformed("origin", f"more than {MAX_NAME_BYTES} bytes")
    return b"".join((
        b"subtree/v1\n\0",
        bytes([len(name)]),
        name,
        time.to_bytes(TIME_LENGTH, "big"),
        bytes([len(origin)]),
        origin,
        (0).to_bytes(8, "big"),  # start: a cosigner of checkpoints sees the whole tree
        checkpoint.size.to_bytes(8, "big"),
        checkpoint.root,
    ))  # fmt: skip


def message(key: VerifierKey, text: bytes, time: int) -> bytes:
    """The bytes that this cosigner's signature over this checkpoint text covers.

    Raises Malformed when an ML-DSA cosigner is shown something that is no checkpoint.
    """
    if key.type is KeyType.ML_DSA_44:
        return ml_dsa_message(parse_checkpoint(text), key.name, time)
    return ed25519_message(text, time)


def cosign(text: bytes, by: Signer, time: int) -> bytes:
    """The signature field of a cosignature over a checkpoint text, at `time` in Unix seconds.

    Shape: 72 bytes for type 0x04, 2,428 for type 0x06. Raises ValueError for a time outside
    0..2^63-1 or a key of type 0x01, Malformed for a text that is no checkpoint.

    >>> from registan.kernel.log.keys import signer
    >>> checkpoint = Checkpoint("log.example", 0, bytes(32)).text()
    >>> len(cosign(checkpoint, signer("w.example", KeyType.COSIGNATURE, bytes(32)), 1893456000))
    72
    """
    if not 0 <= time <= LARGEST:
        raise ValueError(f"time {time} is not in 0..2^63-1")
    if by.key.type is KeyType.ED25519:
        raise ValueError("a type 0x01 key signs notes, it does not cosign")
    parse_checkpoint(text)
    return time.to_bytes(TIME_LENGTH, "big") + by.sign(message(by.key, text, time))


def cosigned_at(key: VerifierKey, text: bytes, field: bytes) -> int:
    """The time, in Unix seconds, at which this cosigner signed this text.

    Raises Unverified("signature") when it did not.
    """
    time = int.from_bytes(field[:TIME_LENGTH], "big")
    if len(field) <= TIME_LENGTH or time > LARGEST:
        raise Unverified("signature", f"{key.name}: no time that can be")
    try:
        signed = message(key, text, time)
    except Malformed as broken:
        raise Unverified("signature", f"{key.name}: {broken}") from broken
    if not key.accepts(field[TIME_LENGTH:], signed):
        raise Unverified("signature", f"{key.name}: does not fit")
    return time
