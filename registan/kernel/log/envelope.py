"""An act's envelope: RFC 8785 JSON whose place in its stream is filled in when the act is sequenced.

The place (`n`, `prev`) is known only to the sequencer, which must be quick: the draft is canonical
JSON with two gaps, and filling them is joining bytes. RFC 8785 section 3.2.3 sorts names by UTF-16
unit, so `n` stands between `kind` and `office`, and `prev` between `parts` and `stream`.
"""

from __future__ import annotations

from dataclasses import dataclass

from registan.kernel.log.canonical import spell

ENTRY_LABEL = b"registan/act/v1\n"
ENTRY_LENGTH = len(ENTRY_LABEL) + 32
NO_PREVIOUS = bytes(32)
GAP = b"\0"  # never occurs in JSON


@dataclass(frozen=True)
class Facts:
    """What an envelope says, but for its place: who did what to which thing, when, for whom.

    `parts` maps a part's name to the 32-byte commitment to it; `time` is RFC 3339 text in UTC;
    `auth` tells how the act was authorised ("session", or the signature of an office key).
    """

    kind: str
    actor: str
    office: str
    body: str
    subject: str
    time: str
    audience: str
    stream: str
    parts: dict[str, bytes]
    auth: str


def draft(facts: Facts) -> bytes:
    """Canonical JSON of the envelope with a gap (one zero byte) for `n` and one for `prev`."""
    before = spell({
        "actor": facts.actor, "audience": facts.audience, "auth": facts.auth, "body": facts.body,
        "kind": facts.kind,
    })  # fmt: skip
    between = spell({
        "office": facts.office,
        "parts": {name: value.hex() for name, value in facts.parts.items()},
    })  # fmt: skip
    after = spell({"stream": facts.stream, "subject": facts.subject, "time": facts.time, "v": 1})
    return b"".join(
        (before[:-1], b',"n":', GAP, b",", between[1:-1], b',"prev":"', GAP, b'",', after[1:])
    )


def complete(drafted: bytes, n: int, prev: bytes) -> bytes:
    """The envelope: the draft with the place filled in. Its bytes are what is committed to.

    `n` counts the stream from 0; `prev` is the commitment of n-1 (32 bytes; zeros for n = 0).
    Raises ValueError for bytes that are no draft.

    >>> made = draft(Facts("a.b", "KZ", "o", "", "s", "t", "public", "public", {}, "session"))
    >>> complete(made, 0, NO_PREVIOUS)[60:80]
    b',"kind":"a.b","n":0,'
    """
    first, second, third = drafted.split(GAP)
    return b"".join((first, b"%d" % n, second, prev.hex().encode("ascii"), third))


def entry(commitment: bytes) -> bytes:
    """The log entry of an act: the label and the commitment to its envelope, 48 bytes."""
    return ENTRY_LABEL + commitment
