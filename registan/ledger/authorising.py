"""How an act is authorised: by the session of an Official, and where it binds a State by its office's key.

A State that has once had a key in force binds itself by no act without a signature: after a revocation
it needs a new key, which another State confirms. So whoever holds the server can invent no act in its
name. Which key counts is a matter of the log's index, not of the clock.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.statement import authorisation, head_of, parse_signed, statement
from registan.ledger.models import KeyStatus, OfficeKey
from registan.ledger.office_keys import ENROLLED
from registan.ledger.sealing import Closed
from registan.web.refusal import Refused, Unsigned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.ledger.appending import Actor, Recorded

SESSION = "session"
# How long a statement may lie with the signer.
LASTS = timedelta(days=3)


def authorise(
    kind: str, by: Actor, result: Recorded, *, key: str | None, signed: bytes | None, now: datetime
) -> str:
    """The `auth` of a binding act. Raises Unsigned with the statement to sign, or another Refused.

    Inside the act's transaction: the keys are held, so that a revocation comes before the act or
    after it, in the database as in the log.
    """
    keys = _keys_for(kind, by, result)
    if not keys:
        if signed:
            raise Refused("office_key_missing", field="signature", status=409)
        return SESSION
    if key is None:
        raise ValueError(f"{kind}: a signed act carries an idempotency key")
    if not signed:
        fresh = _statement(kind, by, result, key, _until(now))
        raise Unsigned("office_signature_awaited", fresh.decode(), names=_names(keys))
    return str(_checked(kind, by, result, key, signed, keys, now))


def _keys_for(kind: str, by: Actor, result: Recorded) -> Sequence[OfficeKey]:
    """The keys of which one must sign; none where the State has never had one."""
    own = OfficeKey.objects.filter(actor=by.actor_key).exclude(status=KeyStatus.PROPOSED)
    if isinstance(result, OfficeKey):
        own = own.exclude(pk=result.pk)
    # Held until the act is over: a revocation waits for it, or the act for the revocation.
    known = list(own.select_for_update().order_by("pk"))
    in_force = [row for row in known if row.status == KeyStatus.IN_FORCE]
    if in_force:
        return in_force
    if kind == ENROLLED and isinstance(result, OfficeKey):
        # A first key, or the first after a revocation: it shows that its owner holds it.
        return [result]
    if known:
        raise Refused("office_key_revoked", status=409)
    return []


def _checked(
    kind: str, by: Actor, result: Recorded, key: str, signed: bytes, keys: Sequence[OfficeKey],
    now: datetime,
) -> Any:  # fmt: skip
    try:
        note = parse_signed(signed)
        until = head_of(note.text)["until"]
        meant = _statement(kind, by, result, key, until)
    except (Malformed, ValueError):
        raise Refused("office_signature_unreadable", field="signature") from None
    if note.text != meant:
        fresh = _statement(kind, by, result, key, _until(now)).decode()
        raise Unsigned("office_signature_of_other_words", fresh)
    if not _text(now) <= until <= _text(now + LASTS):
        fresh = _statement(kind, by, result, key, _until(now)).decode()
        raise Unsigned("office_signature_too_late", fresh)
    for row in keys:
        try:
            return authorisation(note, row.verifier)
        except Unverified as error:
            if error.code != "no_known_key":
                raise Refused("office_signature_wrong", field="signature", name=row.name) from None
    raise Refused("office_signature_of_another", field="signature", names=_names(keys))


def _statement(kind: str, by: Actor, result: Recorded, key: str, until: str) -> bytes:
    """What the office signs: what this act would record."""
    record = result.to_record()
    if any(isinstance(fact, Closed) for fact in record.values()):
        raise ValueError(f"{kind}: a binding act hides nothing from those who read its record")
    facts = {
        "kind": kind, "actor": by.actor_key, "office": by.urn, "body": by.body_key,
        "subject": result.urn, "audience": result.audience,
    }  # fmt: skip
    return statement(settings.LEDGER_ORIGIN, facts, record, key=key, until=until)


def _until(now: datetime) -> str:
    return _text(now + LASTS)


def _text(moment: datetime) -> str:
    return moment.astimezone(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _names(keys: Sequence[OfficeKey]) -> str:
    return ", ".join(f"{row.name} ({row.key_id})" for row in keys)
