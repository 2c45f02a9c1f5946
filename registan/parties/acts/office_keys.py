"""Keys of offices: enrolled by a State, confirmed by another one, revoked by the State itself.

A State's first key binds nobody until an office of another State has compared it with its owner by
another way than this server. A later key is signed with the one before. A revocation counts at once,
for every act that the log numbers after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed
from registan.kernel.log.keys import KeyType, parse_key
from registan.ledger.act import Refused, act
from registan.ledger.models import KeyStatus, OfficeKey
from registan.parties.permissions import require

if TYPE_CHECKING:
    from datetime import datetime

    from registan.parties.models import Mandate


@act("parties.office_key.enrolled", binding=True)
def enrol_office_key(by: Mandate, *, verifier_key: str, now: datetime) -> OfficeKey:
    """Name a key with which an office of the State signs the acts that bind it.

    Signed with the State's key in force; a first one with itself, which shows that its owner holds it.
    """
    _administrator(by, now)
    try:
        named = parse_key(verifier_key.strip())
    except Malformed:
        raise Refused("office_key_malformed", field="key") from None
    if named.type is not KeyType.ED25519:
        raise Refused("office_key_of_another_kind", field="key")
    if OfficeKey.objects.filter(key=str(named)).exists():
        raise Refused("office_key_known", field="key", status=409)
    in_force = OfficeKey.objects.filter(actor=by.actor_key, status=KeyStatus.IN_FORCE).exists()
    return OfficeKey.objects.create(
        actor=by.actor_key, key=str(named), made_at=now,
        status=KeyStatus.IN_FORCE if in_force else KeyStatus.PROPOSED,
    )  # fmt: skip


@act("parties.office_key.confirmed", binding=True)
def confirm_office_key(by: Mandate, office_key: OfficeKey, *, now: datetime) -> OfficeKey:
    """Vouch as an office of another State that the key is the one its owner holds."""
    _administrator(by, now)
    held = OfficeKey.objects.select_for_update().get(pk=office_key.pk)
    if held.actor == by.actor_key:
        raise Refused("office_key_own", status=403)
    if held.status != KeyStatus.PROPOSED:
        raise Refused("office_key_decided", status=409)
    held.status, held.confirmed_by = KeyStatus.IN_FORCE, by.actor_key
    held.save(update_fields=["status", "confirmed_by"])
    return held


@act("parties.office_key.revoked")
def revoke_office_key(by: Mandate, office_key: OfficeKey, *, now: datetime) -> OfficeKey:
    """Let a key count for nothing from now on: it is lost, or others may hold it.

    Needs no signature, because the key may be gone. It frees nobody: the State binds itself by no act
    until another State has confirmed a new key.
    """
    _administrator(by, now)
    held = OfficeKey.objects.select_for_update().get(pk=office_key.pk)
    if held.actor != by.actor_key:
        raise Refused("another_state", status=403)
    if held.status == KeyStatus.REVOKED:
        raise Refused("office_key_revoked_already", status=409)
    held.status = KeyStatus.REVOKED
    held.save(update_fields=["status"])
    return held


def _administrator(by: Mandate, now: datetime) -> None:
    require(by, "mandates.grant", now)
    if by.state is None:
        raise Refused("office_key_of_states", status=403)
