"""Keys of signed notes: their IDs, their text form, and what signs with them (C2SP signed-note)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from registan.kernel.log.errors import Malformed
from registan.kernel.log.strict import base64, unbase64

ID_LENGTH = 4
SEED_LENGTH = 32
MAX_NAME_BYTES = 255
_NAME = re.compile(r"[^\s+\x00-\x1f]+\Z")
_ID = re.compile(r"[0-9a-f]{8}\Z")


class KeyType(IntEnum):
    """The signature types we make and verify (signed-note "Signature types", tlog-cosignature)."""

    ED25519 = 0x01
    COSIGNATURE = 0x04
    ML_DSA_44 = 0x06


PUBLIC_LENGTH = {KeyType.ED25519: 32, KeyType.COSIGNATURE: 32, KeyType.ML_DSA_44: 1312}


@dataclass(frozen=True)
class VerifierKey:
    """A public key under the name of a log or a cosigner."""

    name: str
    type: KeyType
    public: bytes

    @cached_property
    def id(self) -> bytes:
        """SHA-256(name || 0x0A || type || public key)[0:4]: 4 bytes (signed-note "Signatures")."""
        return sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.public).digest()[
            :ID_LENGTH
        ]

    def __str__(self) -> str:
        """`name+id+base64(type || public key)`, the text form of signed-note "Verifier keys"."""
        return f"{self.name}+{self.id.hex()}+{base64(bytes([self.type]) + self.public)}"

    @cached_property
    def _loaded(self) -> Ed25519PublicKey | MLDSA44PublicKey:
        if self.type is KeyType.ML_DSA_44:
            return MLDSA44PublicKey.from_public_bytes(self.public)
        return Ed25519PublicKey.from_public_bytes(self.public)

    def accepts(self, signature: bytes, message: bytes) -> bool:
        """Whether the signature over these bytes is this key's; ML-DSA with the empty context."""
        try:
            self._loaded.verify(signature, message)
        except (InvalidSignature, ValueError):
            # ValueError: a signature of another length, or a public key that is no point.
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key with the public one; made by `signer`, held by whoever may sign."""

    key: VerifierKey
    _private: Ed25519PrivateKey | MLDSA44PrivateKey

    def sign(self, message: bytes) -> bytes:
        """64 bytes (Ed25519, the same each time) or 2,420 (ML-DSA-44).

        The library signs ML-DSA hedged, with random bytes of its own, and takes none from outside:
        two signatures over one message differ and both verify.
        """
        return self._private.sign(message)


def signer(name: str, type_: KeyType, seed: bytes) -> Signer:
    """The signing key that a 32-byte seed stands for (RFC 8032 5.1.5, FIPS 204 algorithm 6).

    Raises ValueError for a seed of another length, Malformed("key_name") for an unfit name.

    >>> str(signer("log.example", KeyType.ED25519, bytes(32)).key)[:12]
    'log.example+'
    """
    if len(seed) != SEED_LENGTH:
        raise ValueError(f"seed has {len(seed)} bytes, not {SEED_LENGTH}")
    check_name(name)
    private: Ed25519PrivateKey | MLDSA44PrivateKey
    if type_ is KeyType.ML_DSA_44:
        private = MLDSA44PrivateKey.from_seed_bytes(seed)
    else:
        private = Ed25519PrivateKey.from_private_bytes(seed)
    return Signer(VerifierKey(name, type_, private.public_key().public_bytes_raw()), private)


def check_name(name: str) -> str:
    """The key name itself: not empty, no Unicode space, no plus, at most 255 bytes.

    255 because tlog-cosignature gives a name one length byte. Raises Malformed("key_name").

    >>> check_name("witness.kz.example")
    'witness.kz.example'
    """
    if not _NAME.match(name) or len(name.encode("utf-8", "replace")) > MAX_NAME_BYTES:
        raise Malformed("key_name", "empty, too long, or with a space or plus")
    return name


def parse_key(text: str) -> VerifierKey:
    """Read a verifier key; its ID must be the one that follows from its parts.

    Raises Malformed with code "key", "key_name", "key_type" or "key_id".

    >>> parse_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").type
    <KeyType.ED25519: 1>
    """
    # Split at the first two: base64 may hold a plus of its own.
    name, *rest = text.split("+", 2)
    if len(rest) != 2 or not _ID.match(rest[0]):
        raise Malformed("key", "not name+id+key")
    check_name(name)
    raw = unbase64(rest[1], "key")
    try:
        type_ = KeyType(raw[0])
        name.encode()
    except (IndexError, ValueError):
        raise Malformed("key_type", "none of ours") from None
    if len(raw) != 1 + PUBLIC_LENGTH[type_]:
        raise Malformed("key", f"{len(raw) - 1} bytes of key")
    key = VerifierKey(name, type_, raw[1:])
    if key.id.hex() != rest[0]:
        raise Malformed("key_id", "not the hash of name and key")
    return key
