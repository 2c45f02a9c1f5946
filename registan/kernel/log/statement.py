"""What an office signs before an act that binds its State, and how the signature travels in the envelope.

A statement is the text of a signed note (C2SP signed-note 1.0.0, type 0x01): a head of one fact per
line, an empty line, and the whole record of the act, so that the signer reads all that he signs.
Nothing in it is hidden behind a digest. The envelope carries as `auth` what is needed to write the
same text again from the envelope and its record: docs/reference/log-formats.md.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registan.kernel.log.canonical import canonical
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.notes import Note, SignatureLine, parse_note, verify_note
from registan.kernel.log.strict import base64, unbase64

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registan.kernel.log.keys import VerifierKey

VERSION = "registan/statement/v1"
SIGNED = "office-key/v1"
SIGNATURE_LENGTH = 64
# The facts of an envelope that a statement repeats; the rest of the head is `log`, `key` and `until`.
FACTS = ("kind", "actor", "office", "body", "subject", "audience")
_KEY = re.compile(r"[\x21-\x7e]{1,128}\Z")
_UNTIL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_HEX_ID = re.compile(r"[0-9a-f]{8}\Z")


def statement(
    origin: str, facts: Mapping[str, Any], record: Mapping[str, Any], *, key: str, until: str
) -> bytes:
    """The text to sign, in UTF-8, ending in a newline.

    `facts` holds at least `FACTS`; `key` is the act's idempotency key: a statement serves one act.
    `until` is RFC 3339 in UTC to the second: later it is taken no more. Raises ValueError for a key
    or a time of another form, or a fact of more than one line, Malformed("json") for a record that
    is no JSON.

    >>> facts = dict.fromkeys(FACTS, "") | {"kind": "a.b"}
    >>> print(statement("l.example", facts, {"n": 1}, key="k", until="2026-01-01T00:00:00Z").decode())
    registan/statement/v1
    log: l.example
    kind: a.b
    actor:
    office:
    body:
    subject:
    audience:
    key: k
    until: 2026-01-01T00:00:00Z
    <BLANKLINE>
    {
     "n": 1
    }
    <BLANKLINE>
    """
    if not _KEY.match(key) or not _UNTIL.match(until):
        raise ValueError("a key of visible ASCII and a time to the second are asked for")
    head = {"log": origin, **{name: facts[name] for name in FACTS}, "key": key, "until": until}
    if any(not str(value).isprintable() for value in head.values()):
        raise ValueError("a fact of a statement is one printable line")
    lines = [VERSION, *(f"{name}: {value}".rstrip() for name, value in head.items()), ""]
    # As it will be read back from the log, where 1.0 is written as 1 (RFC 8785 section 3.2.2.3).
    kept = json.loads(canonical(record))
    told = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
    return ("\n".join([*lines, _printable(told)]) + "\n").encode()


def _printable(told: str) -> str:
    """What JSON leaves unescaped and a note, or a reader's eye, does not bear."""
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]",
        lambda found: f"\\u{ord(found[0]):04x}",
        told,
    )


def parse_signed(data: bytes) -> Note:
    """A signed statement as it comes back: a note whose text is a statement.

    Line ends of a browser (CRLF) are taken for newlines. Raises Malformed("statement") or those of
    a note.
    """
    note = parse_note(data.replace(b"\r\n", b"\n").lstrip().rstrip() + b"\n")
    if not note.text.startswith(f"{VERSION}\n".encode()):
        raise Malformed("statement", "no statement of an act")
    return note


def head_of(text: bytes) -> dict[str, str]:
    """The facts in the head of a statement. Raises Malformed("statement")."""
    try:
        first, *lines = text.decode().partition("\n\n")[0].split("\n")
    except UnicodeDecodeError:
        raise Malformed("statement", "no UTF-8") from None
    head = dict(line.partition(":")[::2] for line in lines)
    if first != VERSION or list(head) != ["log", *FACTS, "key", "until"]:
        raise Malformed("statement", "another head")
    return {name: value.removeprefix(" ") for name, value in head.items()}


@dataclass(frozen=True)
class Authorisation:
    """The `auth` of an act that an office signed: which key, for which key and time, the signature."""

    name: str
    key_id: bytes
    until: str
    key: str
    signature: bytes

    def __str__(self) -> str:
        return " ".join(
            (SIGNED, self.name, self.key_id.hex(), self.until, self.key, base64(self.signature))
        )

    def accepts(
        self, by: VerifierKey, origin: str, facts: Mapping[str, Any], record: Mapping[str, Any]
    ) -> bool:
        """Whether that key signed the statement which the envelope and its record stand for."""
        if (by.name, by.id) != (self.name, self.key_id):
            return False
        try:
            text = statement(origin, facts, record, key=self.key, until=self.until)
        except (KeyError, ValueError):
            return False
        return by.accepts(self.signature, text)


def authorisation(note: Note, by: VerifierKey) -> Authorisation:
    """What goes into the envelope. Raises Unverified (codes of `verify_note`), Malformed."""
    verify_note(note, [by])
    head = head_of(note.text)
    line = next(one for one in note.lines if (one.name, one.key_id) == (by.name, by.id))
    return Authorisation(by.name, by.id, head["until"], head["key"], _signature(line))


def _signature(line: SignatureLine) -> bytes:
    if len(line.signature) != SIGNATURE_LENGTH:
        raise Unverified("signature", "an office signs with Ed25519")
    return line.signature


def parse_authorisation(auth: str) -> Authorisation | None:
    """Read the `auth` of an envelope; None where no office signed. Raises Malformed("auth").

    >>> parse_authorisation("session") is None
    True
    """
    words = auth.split(" ")
    if words[0] != SIGNED:
        return None
    if len(words) != 6 or not words[1] or not _HEX_ID.match(words[2]):
        raise Malformed("auth", "not version, name, key ID, time, key, signature")
    _, name, key_id, until, key, signature = words
    if not _UNTIL.match(until) or not _KEY.match(key):
        raise Malformed("auth", "its time or its key")
    raw = unbase64(signature, "auth")
    if len(raw) != SIGNATURE_LENGTH:
        raise Malformed("auth", f"a signature has {SIGNATURE_LENGTH} bytes")
    return Authorisation(name, bytes.fromhex(key_id), until, key, raw)
