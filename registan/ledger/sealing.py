"""Sealing one act: its parts, the draft of its envelope, the salt, and the payload encrypted at rest.

Formats: docs/reference/log-formats.md.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

import rfc8785

from registan.kernel.log.commitment import SALT_LENGTH, commitment
from registan.kernel.log.envelope import Facts, draft
from registan.kernel.log.payload import KEY_LENGTH, NONCE_LENGTH, encrypt

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Payload:
    """What an entry holds encrypted: the draft of the envelope, and each part with its salt."""

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
    part_salt, told = secrets.token_bytes(SALT_LENGTH), rfc8785.dumps(record)
    drafted = draft(Facts(
        kind=kind, actor=actor, office=office, body=body, subject=subject, time=utc_text(at),
        audience=audience, stream=audience, auth=auth,
        parts={"record": commitment(told, part_salt)},
    ))  # fmt: skip
    key = secrets.token_bytes(KEY_LENGTH)
    return Sealed(
        draft=drafted,
        salt=secrets.token_bytes(SALT_LENGTH),
        key=key,
        payload=encrypt(pack(drafted, told, part_salt), key, secrets.token_bytes(NONCE_LENGTH)),
    )


def pack(drafted: bytes, record: bytes, salt: bytes) -> bytes:
    """Draft and parts as one payload: canonical JSON holds no line break, so the first one parts them.

    `record` is canonical JSON already; the parts are made around it as RFC 8785 would write them.
    """
    return b"".join(
        (drafted, b'\n{"record":{"payload":', record, b',"salt":"', salt.hex().encode(), b'"}}')
    )


def unpack(payload: bytes) -> Payload:
    """The opposite of `pack`."""
    drafted, _, parts = payload.partition(b"\n")
    return Payload(drafted, json.loads(parts))
