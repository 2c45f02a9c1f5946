"""Sealing one act: its parts, the draft of its envelope, the salt, and the payload encrypted at rest.

Formats: docs/reference/log-formats.md.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from registan.kernel.log.canonical import spell
from registan.kernel.log.commitment import SALT_LENGTH, commitment
from registan.kernel.log.envelope import Facts, draft
from registan.kernel.log.payload import KEY_LENGTH, NONCE_LENGTH, encrypt

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Closed:
    """A fact of a record that fewer may see than the act: sealed as a part of its own."""

    audience: str
    value: Any


@dataclass(frozen=True)
class Part:
    """A part to be sealed: its payload in canonical JSON, its salt, and who sees it, if fewer do."""

    payload: bytes
    salt: bytes
    audience: str = ""


@dataclass(frozen=True)
class Payload:
    """What an entry holds encrypted: the draft of the envelope, and each part with its salt.

    A part for fewer readers than the act names its audience.
    """

    draft: bytes
    parts: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Sealed:
    """The draft of the envelope, the salt of the commitment to it, the payload and its key."""

    draft: bytes
    salt: bytes
    key: bytes
    payload: bytes


def utc_text(moment: datetime) -> str:
    """RFC 3339 text in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def seal(
    *, kind: str, actor: str, office: str, body: str, subject: str, audience: str,
    at: datetime, record: dict[str, Any], auth: str,
) -> Sealed:  # fmt: skip
    """Seal one act. The stream of an entry is its audience."""
    parts = _parts(record)
    drafted = draft(Facts(
        kind=kind, actor=actor, office=office, body=body, subject=subject, time=utc_text(at),
        audience=audience, stream=audience, auth=auth,
        parts={name: commitment(part.payload, part.salt) for name, part in parts.items()},
    ))  # fmt: skip
    key = secrets.token_bytes(KEY_LENGTH)
    return Sealed(
        draft=drafted,
        salt=secrets.token_bytes(SALT_LENGTH),
        key=key,
        payload=encrypt(pack(drafted, parts), key, secrets.token_bytes(NONCE_LENGTH)),
    )


def _parts(record: dict[str, Any]) -> dict[str, Part]:
    """The record, and beside it each closed fact, with a salt for each."""
    closed = {name: fact for name, fact in record.items() if isinstance(fact, Closed)}
    shown = {name: fact for name, fact in record.items() if name not in closed}
    parts = {"record": Part(spell(shown), secrets.token_bytes(SALT_LENGTH))}
    for name, fact in closed.items():
        told = spell(fact.value)
        parts[name] = Part(told, secrets.token_bytes(SALT_LENGTH), fact.audience)
    return parts


def pack(drafted: bytes, parts: dict[str, Part]) -> bytes:
    """Draft and parts as one payload: canonical JSON holds no line break, so the first one parts them.

    The payloads are canonical JSON already; the rest is made around them as RFC 8785 would write it.
    """
    return drafted + b"\n{" + b",".join(_packed(name, parts[name]) for name in sorted(parts)) + b"}"


def _packed(name: str, part: Part) -> bytes:
    audience = b'"audience":' + spell(part.audience) + b"," if part.audience else b""
    return b"".join((
        spell(name), b":{", audience, b'"payload":', part.payload,
        b',"salt":"', part.salt.hex().encode(), b'"}',
    ))  # fmt: skip


def draft_of(payload: bytes) -> bytes:
    """The draft alone."""
    return payload.partition(b"\n")[0]


def unpack(payload: bytes) -> Payload:
    """The opposite of `pack`."""
    drafted, _, parts = payload.partition(b"\n")
    return Payload(drafted, json.loads(parts))
