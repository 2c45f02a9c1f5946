"""The rows of one act: its sealed entry, the secret that opens it, and its place in the queue.

Three plain statements inside the act's transaction: each act pays for them, so nothing here goes
the long way through the models. bench/RESULTS.md tells what the door costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from django.db import connection

from registan.ledger import audience as who
from registan.ledger.models import Entry
from registan.ledger.sealing import seal

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.sealing import Sealed

INSERT_ENTRY = (
    "INSERT INTO ledger_entry (kind, actor, office, subject, audience, at, idempotency_key, sealed,"
    " opened_to, result) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', %s) RETURNING id"
)
INSERT_OPENER = 'INSERT INTO ledger_secret (entry_id, "key", salt) VALUES (%s, %s, %s)'
INSERT_PENDING = (
    "INSERT INTO ledger_pending (entry_id, stream, draft, salt) VALUES (%s, %s, %s, %s)"
)


class Actor(Protocol):
    """What the ledger needs to know of a Mandate."""

    @property
    def actor_key(self) -> str: ...
    @property
    def urn(self) -> str: ...
    @property
    def body_key(self) -> str: ...
    @property
    def pk(self) -> Any: ...


class Recorded(Protocol):
    """What an act returns."""

    pk: Any

    @property
    def urn(self) -> str: ...
    @property
    def audience(self) -> str: ...
    def to_record(self) -> dict[str, Any]: ...


def append(
    kind: str, by: Actor, result: Recorded, at: datetime, key: str | None, auth: str
) -> Entry:
    """Record what `result` says as an act of that kind. It gets its place in the log later.

    `auth` tells how it was authorised (authorising.py).
    """
    if not who.is_well_formed(result.audience):
        raise ValueError(f"{kind}: {result.audience!r} is no audience")
    entry = Entry(
        kind=kind, actor=by.actor_key, office=by.urn, subject=result.urn, at=at,
        audience=result.audience, idempotency_key=key,
        result=f"{type(result)._meta.label}:{result.pk}",  # type: ignore[attr-defined]
    )  # fmt: skip
    sealed = seal(
        kind=kind, actor=entry.actor, office=entry.office, body=by.body_key, subject=entry.subject,
        audience=entry.audience, at=at, record=result.to_record(), auth=auth,
    )  # fmt: skip
    entry.sealed = sealed.payload
    _insert(entry, sealed)
    return entry


def _insert(entry: Entry, sealed: Sealed) -> None:
    with connection.cursor() as cursor:
        cursor.execute(INSERT_ENTRY, [
            entry.kind, entry.actor, entry.office, entry.subject, entry.audience,
            connection.ops.adapt_datetimefield_value(entry.at), entry.idempotency_key,
            sealed.payload, entry.result,
        ])  # fmt: skip
        entry.pk = cursor.fetchone()[0]
        cursor.execute(INSERT_OPENER, [entry.pk, sealed.key, sealed.salt])
        cursor.execute(INSERT_PENDING, [entry.pk, entry.audience, sealed.draft, sealed.salt])
    entry._state.adding, entry._state.db = False, connection.alias
