"""Strains and reference materials: offered, asked for, and the way of each from State to State.

What is recorded here gives no leave to ship: laws on dangerous pathogens and on their transport stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.acts.research import REGISTER
from registan.health.acts.telling import coded, state_of, told, well_formed
from registan.health.models import (
    Exchange,
    ExchangeStanding,
    Material,
    Portion,
    Substance,
    Terms,
)
from registan.ledger import audience as who
from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import members

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate

MOST = 1_000_000


@act("health.material.listed")
def list_material(
    by: Mandate, *, is_offer: bool, kind: str, titles: Mapping[str, str], biosafety: int,
    quantity: int, portion: str, terms: str, now: datetime,
    remarks: Mapping[str, str] | None = None, condition: Condition | None = None,
    audience: str = who.MEMBERS, illustrative: bool = False,
) -> Material:  # fmt: skip
    """Offer a strain or reference material to the other States, or ask them for one."""
    require(by, REGISTER, now)
    state = state_of(by)
    coded([kind], Substance.values, "kind")
    coded([portion], Portion.values, "portion")
    coded([terms], Terms.values, "terms")
    if not 1 <= biosafety <= 4:
        raise Refused("biosafety_unknown", field="biosafety")
    return Material.objects.create(
        state=state, n=Material.objects.filter(state=state).count() + 1, is_offer=is_offer,
        kind=kind, condition=condition, titles=told(titles, "title"), biosafety=biosafety,
        quantity=_some(quantity), portion=portion, terms=terms,
        remarks=told(remarks or {}, "remarks", needed=False), audience=well_formed(audience),
        illustrative=illustrative, made_at=now,
    )  # fmt: skip


@act("health.material.withdrawn")
def withdraw_material(by: Mandate, material: Material, *, now: datetime) -> Material:
    """Offer or ask for it no longer. Exchanges under way go on."""
    require(by, REGISTER, now, state=material.state)
    _must_be_listed(material)
    material.withdrawn_at = now
    material.save(update_fields=["withdrawn_at"])
    return material


@act("health.exchange.asked")
def ask_exchange(
    by: Mandate, material: Material, *, quantity: int, texts: Mapping[str, str], now: datetime
) -> Exchange:
    """Ask for what another State offers, or offer what it asks for; purpose and use are said."""
    require(by, REGISTER, now)
    state = state_of(by)
    if state.pk == material.state_id:
        raise Refused("own_material", status=403)
    if state not in members(timezone.localdate(now)):
        raise Refused("exchange_of_members", status=403)
    _must_be_listed(material)
    if _some(quantity) > material.quantity:
        raise Refused("more_than_listed", field="quantity", listed=material.quantity)
    return Exchange.objects.create(
        material=material, n=material.exchanges.count() + 1, state=state, quantity=quantity,
        texts=told(texts, "text"), asked_at=now, changed_at=now,
        audience=who.states([state.key, material.state.key]),
    )  # fmt: skip


@act("health.exchange.agreed", binding=True)
def agree_exchange(
    by: Mandate, exchange: Exchange, *, texts: Mapping[str, str], now: datetime
) -> Exchange:
    """Agree to an exchange on the terms that are named: the State of the material is bound by it."""
    require(by, REGISTER, now, state=exchange.material.state)
    return _step(exchange, ExchangeStanding.ASKED, ExchangeStanding.AGREED, texts, now)


@act("health.exchange.declined")
def decline_exchange(
    by: Mandate, exchange: Exchange, *, texts: Mapping[str, str], now: datetime
) -> Exchange:
    """Decline it. A reason may be said."""
    require(by, REGISTER, now, state=exchange.material.state)
    return _step(exchange, ExchangeStanding.ASKED, ExchangeStanding.DECLINED, texts, now)


@act("health.exchange.sent")
def send_exchange(
    by: Mandate, exchange: Exchange, *, quantity: int, texts: Mapping[str, str], now: datetime
) -> Exchange:
    """Say how much was handed over to transport; by the State that gives it."""
    require(by, REGISTER, now, state=exchange.giver)
    exchange.sent = _some(quantity)
    return _step(exchange, ExchangeStanding.AGREED, ExchangeStanding.SENT, texts, now)


@act("health.exchange.received")
def receive_exchange(
    by: Mandate, exchange: Exchange, *, quantity: int, texts: Mapping[str, str], now: datetime
) -> Exchange:
    """Say how much arrived; by the State that gets it. A difference stands in the record."""
    require(by, REGISTER, now, state=exchange.taker)
    if not 0 <= quantity <= MOST:
        raise Refused("quantity_impossible", field="quantity", most=MOST)
    exchange.received = quantity
    return _step(exchange, ExchangeStanding.SENT, ExchangeStanding.RECEIVED, texts, now)


def _step(
    exchange: Exchange, before: ExchangeStanding, after: ExchangeStanding,
    texts: Mapping[str, str], now: datetime,
) -> Exchange:  # fmt: skip
    if exchange.standing != before:
        raise Refused("exchange_at_another_step", status=409)
    exchange.standing, exchange.changed_at = after, now
    exchange.texts = told(texts, "text", needed=False)
    exchange.save(update_fields=["standing", "changed_at", "texts", "sent", "received"])
    return exchange


def _must_be_listed(material: Material) -> None:
    if not material.is_open:
        raise Refused("material_withdrawn", status=409)


def _some(quantity: int) -> int:
    if not 1 <= quantity <= MOST:
        raise Refused("quantity_impossible", field="quantity", most=MOST)
    return quantity
