"""An act's envelope as RFC 8785 JSON, and the salted commitment to it (docs/reference/ledger-entry.md)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

import rfc8785

from registan.kernel.log.commitment import commitment

if TYPE_CHECKING:
    from datetime import datetime

SALT_BYTES = 32


@dataclass(frozen=True)
class Sealed:
    """Canonical envelope bytes, the salt, the commitment, and the parts with salts of their own."""

    envelope: bytes
    salt: bytes
    commitment: bytes
    parts: dict[str, dict[str, Any]]


def utc_text(moment: datetime) -> str:
    """RFC 3339 text in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def seal(
    *, kind: str, actor: str, office: str, body: str, subject: str, audience: str,
    at: datetime, record: dict[str, Any], auth: str,
) -> Sealed:  # fmt: skip
    """Seal one act.

    The stream of an entry is its audience; the place in the stream (n, prev) is given when the entry
    is sequenced, so that writers need not wait for each other (docs/decisions/0004-entries-first.md).
    """
    part_salt = secrets.token_bytes(SALT_BYTES)
    part = commitment(rfc8785.dumps(record), part_salt)
    envelope = rfc8785.dumps({
        "v": 1, "kind": kind, "actor": actor, "office": office, "body": body, "subject": subject,
        "time": utc_text(at), "audience": audience, "stream": audience,
        "parts": {"record": part.hex()}, "auth": auth,
    })  # fmt: skip
    salt = secrets.token_bytes(SALT_BYTES)
    parts = {"record": {"salt": part_salt.hex(), "payload": record}}
    return Sealed(envelope, salt, commitment(envelope, salt), parts)
