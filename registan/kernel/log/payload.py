"""Payloads at rest: AES-256-GCM (NIST SP 800-38D) under a key of one act alone."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_LENGTH = 32
NONCE_LENGTH = 12
LABEL = b"registan/payload/v1"


class Unopenable(ValueError):
    """The ciphertext was changed, or the key is another act's."""


def encrypt(payload: bytes, key: bytes, nonce: bytes) -> bytes:
    """nonce (12 bytes) || ciphertext || tag (16 bytes). A key serves one payload only."""
    return nonce + AESGCM(key).encrypt(nonce, payload, LABEL)


def decrypt(sealed: bytes, key: bytes) -> bytes:
    """The payload. Raises Unopenable.

    >>> decrypt(encrypt(b"{}", bytes(32), bytes(12)), bytes(32))
    b'{}'
    """
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], LABEL)
    except (InvalidTag, ValueError):
        # ValueError: one of the two was cut, so that it is no nonce or no key any more.
        raise Unopenable("a payload does not fit its key: one of the two was changed") from None
