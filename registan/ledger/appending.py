"""The rows of one act: its sealed entry, the secret that opens it, and its place in the queue.

Plain statements inside the act's transaction, on PostgreSQL a single one: each act pays for them, so
nothing here goes the long way through the models. bench/RESULTS.md tells what the door costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from django.db import connection

from registan.ledger import audience as who
from registan.ledger.alarm import refuse_if_halted
from registan.ledger.models import Entry
from registan.ledger.sealing import seal

if TYPE_CHECKING:
    from datetime import datetime

    from registan.ledger.sealing import Sealed

# With the entry it is read whether the alarm stands: no act while the log's history is in doubt.
INSERT_ENTRY = (
    "INSERT INTO ledger_entry (kind, actor, office, subject, audience, at, idempotency_key, sealed,"
    " opened_to, result) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', %s) RETURNING id,"
    " EXISTS (SELECT 1 FROM ledger_logstate WHERE id = 1 AND alarm IS NOT NULL) AS halted"
)
INTO_OPENER = 'INSERT INTO ledger_secret (entry_id, "key", salt) '
INTO_PENDING = "INSERT INTO ledger_pending (entry_id, stream, draft, salt) "
INSERT_OPENER = INTO_OPENER + "VALUES (%s, %s, %s)"
INSERT_PENDING = INTO_PENDING + "VALUES (%s, %s, %s, %s)"
# The three of them in one journey to the server and back; SQLite, which is near, does not know it.
INSERT_ALL = (
    f"WITH made AS ({INSERT_ENTRY}),"  # noqa: S608  texts of this module alone
    f" opener AS ({INTO_OPENER}SELECT id, %s, %s FROM made),"
    f" pending AS ({INTO_PENDING}SELECT id, %s, %s, %s FROM made)"
    " SELECT id, halted FROM made"
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
    """Raises Refused where the alarm stands; the transaction takes the rows back."""
    row = [
        entry.kind, entry.actor, entry.office, entry.subject, entry.audience,
        connection.ops.adapt_datetimefield_value(entry.at), entry.idempotency_key,
        sealed.payload, entry.result,
    ]  # fmt: skip
    opener, pending = (sealed.key, sealed.salt), (entry.audience, sealed.draft, sealed.salt)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(INSERT_ALL, [*row, *opener, *pending])
            entry.pk, halted = cursor.fetchone()
        else:
            cursor.execute(INSERT_ENTRY, row)
            entry.pk, halted = cursor.fetchone()
            cursor.execute(INSERT_OPENER, [entry.pk, *opener])
            cursor.execute(INSERT_PENDING, [entry.pk, *pending])
    if halted:
        refuse_if_halted()
    entry._state.adding, entry._state.db = False, connection.alias
