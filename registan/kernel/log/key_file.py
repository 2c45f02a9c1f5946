"""An office's key as a file: the seed under a passphrase (scrypt, RFC 7914; AES-256-GCM, SP 800-38D).

JSON: `{"kdf": {"n": …, "name": "scrypt", "p": …, "r": …, "salt": hex}, "key": verifier key,
"sealed": hex of nonce || ciphertext || tag, "v": "registan/key/v1"}`. The verifier key is bound to
the seed as additional data, so that nobody can put another name over it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from registan.kernel.log.canonical import read_json
from registan.kernel.log.errors import Malformed
from registan.kernel.log.keys import SEED_LENGTH, KeyType, Signer, VerifierKey, parse_key, signer

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "registan/key/v1"
SALT_LENGTH, NONCE_LENGTH, TAG_LENGTH = 16, 12, 16
MAX_BYTES = 16 * 1024
# 64 MiB and about a fifth of a second for each guess (RFC 7914 section 2: N, r, p).
COST = {"n": 2**16, "r": 8, "p": 1}
# A file must not make us spend more than 256 MiB on it.
MOST = {"n": 2**18, "r": 8, "p": 1}


class WrongPassphrase(ValueError):
    """The passphrase is another, or the file was changed."""


def lock(
    name: str, seed: bytes, passphrase: bytes, *, salt: bytes, nonce: bytes,
    cost: Mapping[str, int] = COST,
) -> bytes:  # fmt: skip
    """The key file of an Ed25519 key. `salt` 16 and `nonce` 12 random bytes.

    Raises Malformed("key_name"), ValueError for another length.
    """
    if (len(salt), len(nonce)) != (SALT_LENGTH, NONCE_LENGTH):
        raise ValueError("16 bytes of salt and 12 of nonce are asked for")
    key = str(signer(name, KeyType.ED25519, seed).key)
    box = AESGCM(_stretched(passphrase, salt, cost)).encrypt(nonce, seed, key.encode())
    return json.dumps({
        "v": VERSION, "key": key, "sealed": (nonce + box).hex(),
        "kdf": {"name": "scrypt", **cost, "salt": salt.hex()},
    }, indent=1, sort_keys=True).encode() + b"\n"  # fmt: skip


def relock(data: bytes, old: bytes, new: bytes, *, salt: bytes, nonce: bytes) -> bytes:
    """The same key under another passphrase. Raises as `unlock` and `lock` do."""
    held = unlock(data, old)
    return lock(held.key.name, _seed(data, old), new, salt=salt, nonce=nonce)


def public_key(data: bytes) -> VerifierKey:
    """The verifier key that a key file names; needs no passphrase. Raises Malformed.

    >>> made = lock("o.example", bytes(32), b"", salt=bytes(16), nonce=bytes(12), cost=MOST | {"n": 2})
    >>> public_key(made).name
    'o.example'
    """
    return parse_key(_read(data)["key"])


def unlock(data: bytes, passphrase: bytes) -> Signer:
    """The key to sign with. Raises Malformed("key_file") or those of keys, WrongPassphrase."""
    named = public_key(data)
    found = signer(named.name, KeyType.ED25519, _seed(data, passphrase))
    if found.key != named:
        raise Malformed("key_file", "the seed is another key's")
    return found


def _seed(data: bytes, passphrase: bytes) -> bytes:
    told = _read(data)
    kdf, sealed = told["kdf"], bytes.fromhex(told["sealed"])
    cost = {name: kdf[name] for name in COST}
    stretched = _stretched(passphrase, bytes.fromhex(kdf["salt"]), cost)
    try:
        return AESGCM(stretched).decrypt(
            sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], told["key"].encode()
        )
    except InvalidTag:
        raise WrongPassphrase from None


def _stretched(passphrase: bytes, salt: bytes, cost: Mapping[str, int]) -> bytes:
    return Scrypt(salt=salt, length=32, **cost).derive(passphrase)


def _read(data: bytes) -> dict[str, Any]:
    told = read_json(data) if len(data) <= MAX_BYTES else None
    if not isinstance(told, dict) or set(told) != {"v", "key", "sealed", "kdf"}:
        raise Malformed("key_file", "not v, key, sealed, kdf")
    kdf = told["kdf"]
    if not isinstance(kdf, dict) or set(kdf) != {"name", "salt", *COST} or kdf["name"] != "scrypt":
        raise Malformed("key_file", "another key derivation")
    for name, most in MOST.items():
        value = kdf[name]
        if type(value) is not int or not 1 <= value <= most or value & (value - 1):
            raise Malformed("key_file", f"scrypt's {name} is a power of two up to {most}")
    if kdf["n"] < 2:  # RFC 7914 section 2
        raise Malformed("key_file", "scrypt's n is larger than 1")
    if told["v"] != VERSION or not isinstance(told["key"], str):
        raise Malformed("key_file", "another version")
    _hex(kdf["salt"], SALT_LENGTH)
    _hex(told["sealed"], NONCE_LENGTH + SEED_LENGTH + TAG_LENGTH)
    return told


def _hex(text: object, length: int) -> None:
    try:
        found = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        found = b""
    if len(found) != length:
        raise Malformed("key_file", f"{length} bytes in hex are asked for")
