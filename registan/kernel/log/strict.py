"""The three small encodings that all C2SP texts share, read strictly: decimals, base64, lines."""

from __future__ import annotations

import binascii
import re
from base64 import b64encode
from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed

if TYPE_CHECKING:
    from collections.abc import Iterable

HASH_LENGTH = 32
LARGEST = 2**63 - 1
# Not int() alone: it takes "7_0", " 70 ", "+7" and the digits of every script.
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,18})\Z")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


def decimal(text: str, what: str) -> int:
    """An ASCII decimal without sign or leading zero, at most 2^63-1 (tlog-checkpoint "Format").

    Raises Malformed(what).

    >>> decimal("70000", "size")
    70000
    """
    if not _DECIMAL.match(text):
        raise Malformed(what, "not a plain decimal")
    number = int(text)
    if number > LARGEST:
        raise Malformed(what, "above 2^63-1")
    return number


def unbase64(text: str, what: str) -> bytes:
    """Standard padded base64 in its one canonical spelling (RFC 4648 sections 3.5 and 4).

    Raises Malformed(what).

    >>> unbase64("AAE=", "hash")
    b'\\x00\\x01'
    """
    try:
        raw = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        raise Malformed(what, "not base64") from None
    # Stray low bits in the last character would give one value two spellings.
    if base64(raw) != text:
        raise Malformed(what, "not canonical base64")
    return raw


def base64(raw: bytes) -> str:
    """Standard padded base64.

    >>> base64(b"\\x00\\x01")
    'AAE='
    """
    return b64encode(raw).decode("ascii")


def hash_line(text: str, what: str) -> bytes:
    """One base64 line that holds a SHA-256 hash: 32 bytes. Raises Malformed(what).

    >>> len(hash_line("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "root"))
    32
    """
    raw = unbase64(text, what)
    if len(raw) != HASH_LENGTH:
        raise Malformed(what, f"{len(raw)} bytes, not {HASH_LENGTH}")
    return raw


def utf8_lines(data: bytes, what: str, limit: int) -> str:
    """Text of at most `limit` bytes: UTF-8 without control characters but newline (signed-note).

    Raises Malformed(what).

    >>> utf8_lines(b"a\\n", "note", 10)
    'a\\n'
    """
    if len(data) > limit:
        raise Malformed(what, f"more than {limit} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed(what, "not UTF-8") from None
    if _CONTROL.search(text):
        raise Malformed(what, "control character")
    return text


def hash_lines(hashes: Iterable[bytes]) -> str:
    """Hashes as base64 lines, each ending in a newline.

    >>> hash_lines([bytes(32)])
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\\n'
    """
    return "".join(f"{base64(value)}\n" for value in hashes)
