"""Salted commitments (docs/reference/log-formats.md).

Hiding because of 32 random bytes, binding because of SHA-256.
"""

from __future__ import annotations

from hashlib import sha256

SALT_LENGTH = 32
LABEL = b"registan/commit/v1\n"


def commitment(payload: bytes, salt: bytes) -> bytes:
    """SHA-256(label || salt || SHA-256(payload)): 32 bytes.

    The inner hash lets a large file be hashed once for several commitments. The salt must be 32
    bytes from a cryptographic source. Raises ValueError for a salt of another length.

    >>> salt = bytes.fromhex("00" * 32)
    >>> commitment(b"{}", salt).hex()[:16]
    '56f26a4d29d33d5f'
    """
    if len(salt) != SALT_LENGTH:
        raise ValueError(f"salt has {len(salt)} bytes, not {SALT_LENGTH}")
    return sha256(LABEL + salt + sha256(payload).digest()).digest()
