"""Signed notes: a text and the lines of those who signed it (C2SP signed-note 1.0.0)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.cosignatures import cosigned_at
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import ID_LENGTH, KeyType, Signer, VerifierKey
from registan.kernel.log.strict import base64, unbase64, utf8_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 1024 * 1024
MAX_LINES = 100
# "— <name> <base64>": U+2014, one space, a name without space or plus, one space, base64.
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})\Z")


@dataclass(frozen=True)
class SignatureLine:
    """Who signed (name and 4-byte key ID) and the signature field of that key's type."""

    name: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64(self.key_id + self.signature)}\n"


@dataclass(frozen=True)
class Note:
    """The signed bytes (ending in a newline) and the signature lines in their order."""

    text: bytes
    lines: tuple[SignatureLine, ...]

    def __bytes__(self) -> bytes:
        return self.text + b"\n" + "".join(map(str, self.lines)).encode()


@dataclass(frozen=True)
class Verified:
    """A key whose signature over the note holds; `time` in Unix seconds when it cosigned."""

    key: VerifierKey
    time: int | None


def parse_note(data: bytes) -> Note:
    """Split a note into text and signature lines; verifies nothing.

    At most 1 MiB and 100 lines. Raises Malformed with code "note" or "signature_line".

    >>> parse_note("text\\n\\n— log.example AAAAAAA=\\n".encode()).text
    b'text\\n'
    """
    whole = utf8_lines(data, "note", MAX_BYTES)
    # The text may hold empty lines: the last one ends it ("Format").
    text, empty, tail = whole.rpartition("\n\n")
    if not empty or not tail.endswith("\n"):
        raise Malformed("note", "no signature lines after an empty line")
    return Note((text + "\n").encode(), parse_lines(tail))


def parse_lines(tail: str) -> tuple[SignatureLine, ...]:
    """Signature lines, as a note ends in them and a witness answers with them.

    Raises Malformed("signature_line").

    >>> parse_lines("— log.example AAAAAAA=\\n")[0].name
    'log.example'
    """
    if not tail.endswith("\n"):
        raise Malformed("signature_line", "no final newline")
    lines = tail[:-1].split("\n", MAX_LINES)
    if len(lines) > MAX_LINES:
        raise Malformed("signature_line", f"more than {MAX_LINES} lines")
    return tuple(map(_parse_line, lines))


def _parse_line(line: str) -> SignatureLine:
    found = _LINE.match(line)
    if not found:
        raise Malformed("signature_line", "not dash, name, base64")
    raw = unbase64(found[2], "signature_line")
    if len(raw) <= ID_LENGTH:
        raise Malformed("signature_line", "no signature after the key ID")
    return SignatureLine(found[1], raw[:ID_LENGTH], raw[ID_LENGTH:])


def sign(text: bytes, by: Signer) -> SignatureLine:
    """The line of a log or an office under a note text: Ed25519 over the text (type 0x01).

    Raises ValueError for a key of another type: witnesses cosign (cosignatures.py).

    >>> from registan.kernel.log.keys import signer
    >>> len(sign(b"text\\n", signer("log.example", KeyType.ED25519, bytes(32))).signature)
    64
    """
    if by.key.type is not KeyType.ED25519:
        raise ValueError("this key cosigns; it does not sign notes")
    return SignatureLine(by.key.name, by.key.id, by.sign(text))


def verify_note(note: Note, keys: Iterable[VerifierKey]) -> list[Verified]:
    """The known keys whose signatures hold, each once, in the order of the lines.

    Lines of unknown keys are ignored. Every line of a known key must hold, a second one too
    ("Verification"): one that fails raises Unverified("signature"). Raises Unverified("no_known_key")
    when no line is of a known key.

    >>> from registan.kernel.log.keys import signer
    >>> log = signer("log.example", KeyType.ED25519, bytes(32))
    >>> [v.time for v in verify_note(Note(b"text\\n", (sign(b"text\\n", log),)), [log.key])]
    [None]
    """
    known = {(key.name, key.id): key for key in keys}
    found: dict[VerifierKey, Verified] = {}
    for line in note.lines:
        key = known.get((line.name, line.key_id))
        if key is not None:
            found.setdefault(key, _verify_line(note.text, key, line.signature))
    if not found:
        raise Unverified("no_known_key", "no line of a key that we know")
    return list(found.values())


def _verify_line(text: bytes, key: VerifierKey, signature: bytes) -> Verified:
    if key.type is not KeyType.ED25519:
        return Verified(key, cosigned_at(key, text, signature))
    if not key.accepts(signature, text):
        raise Unverified("signature", f"{key.name}: does not fit")
    return Verified(key, None)
