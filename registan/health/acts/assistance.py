"""Rounds of assistance: opening and closing, and what States ask for and offer in them."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.timezone import localdate

from registan.health.acts.conditions import in_all_languages
from registan.health.models import AidRound, Item, Offer, Request, Severity
from registan.health.models.assistance import MOST_WEEKS
from registan.health.priority import RULE, weight
from registan.health.settling import promised_of
from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import members

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from registan.parties.models import Mandate, State

MOST_UNITS, LONGEST_STOCK, LONGEST_RESERVE = 10**9, 3650, 730
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
Said = TypeVar("Said", Request, Offer)


@act("health.assistance.opened")
def open_aid_round(
    by: Mandate, *, names: Mapping[str, str], starts_on: date, weeks: int, currency: str,
    now: datetime, exercise: bool = False, illustrative: bool = False,
) -> AidRound:  # fmt: skip
    """Open a round in which members ask for help and offer it. Its weeks begin on a Monday."""
    require(by, "assistance.run", now)
    if starts_on.weekday():
        raise Refused("not_a_monday", field="starts_on")
    if not (1 <= weeks <= MOST_WEEKS):
        raise Refused("weeks_out_of_range", field="weeks", most=MOST_WEEKS)
    if not CURRENCY.fullmatch(currency):
        raise Refused("currency_malformed", field="currency")
    last = AidRound.objects.order_by("-number").first()
    return AidRound.objects.create(
        number=last.number + 1 if last else 1, names=in_all_languages(names, "names"),
        starts_on=starts_on, weeks=weeks, currency=currency, exercise=exercise,
        illustrative=illustrative, made_at=now,
    )  # fmt: skip


@act("health.assistance.closed")
def close_aid_round(by: Mandate, aid: AidRound, *, now: datetime) -> AidRound:
    """Close a round: nothing more is asked or offered in it."""
    require(by, "assistance.run", now)
    aid = hold_open(aid)
    aid.closed_at = now
    aid.save(update_fields=["closed_at"])
    return aid


def hold_open(aid: AidRound) -> AidRound:
    """The round as it stands now, held until the act is done. Refuses a closed one."""
    held = AidRound.objects.select_for_update().get(pk=aid.pk)
    if not held.is_open:
        raise Refused("aid_closed", status=409)
    return held


@act("health.request.made")
def make_request(
    by: Mandate, aid: AidRound, *, item: str, quantity: int, first_week: int, last_week: int,
    severity: int, stock_days: int, now: datetime, smallest: int = 1, shelf_weeks: int = 0,
    takes_substitutes: bool = True, barred: Sequence[str] = (),
) -> Request:  # fmt: skip
    """Ask the other members for help. The weight follows the agreed rule from severity and stock left."""
    aid, state = _may_say(by, aid, now)
    facts = _asked(
        aid, item=item, quantity=quantity, first_week=first_week, last_week=last_week,
        severity=severity, stock_days=stock_days, smallest=smallest, shelf_weeks=shelf_weeks,
        takes_substitutes=takes_substitutes, barred=barred,
    )  # fmt: skip
    number = _next_number(Request.objects.filter(aid=aid))
    return Request.objects.create(aid=aid, state=state, number=number, made_at=now, **facts)


@act("health.request.amended")
def amend_request(by: Mandate, request: Request, *, now: datetime, **facts: Any) -> Request:
    """Change what a State asks for; what it asked before stays on record."""
    held = _own(by, request, now)
    return _changed(held, _asked(held.aid, **facts), "quantity")


@act("health.request.withdrawn")
def withdraw_request(by: Mandate, request: Request, *, now: datetime) -> Request:
    """Take a request back. What was asked stays on record."""
    return _withdrawn(_own(by, request, now), now)


@act("health.offer.made")
def make_offer(
    by: Mandate, aid: AidRound, *, item: str, stock: int, daily: Decimal, reserve_days: int,
    released_on: date, now: datetime, expires_on: date | None = None, smallest: int = 1,
    only_for: Sequence[str] = (), never_for: Sequence[str] = (), price: Decimal = Decimal(0),
) -> Offer:  # fmt: skip
    """Offer help to the other members: stock without the reserve that the State keeps for itself."""
    aid, state = _may_say(by, aid, now)
    facts = _offered(
        aid, item=item, stock=stock, daily=daily, reserve_days=reserve_days,
        released_on=released_on, expires_on=expires_on, smallest=smallest, only_for=only_for,
        never_for=never_for, price=price,
    )  # fmt: skip
    number = _next_number(Offer.objects.filter(aid=aid))
    return Offer.objects.create(aid=aid, state=state, number=number, made_at=now, **facts)


@act("health.offer.amended")
def amend_offer(by: Mandate, offer: Offer, *, now: datetime, **facts: Any) -> Offer:
    """Change what a State offers; what it offered before stays on record."""
    held = _own(by, offer, now)
    return _changed(held, _offered(held.aid, **facts), "stock")


@act("health.offer.withdrawn")
def withdraw_offer(by: Mandate, offer: Offer, *, now: datetime) -> Offer:
    """Take an offer back. What was offered stays on record."""
    return _withdrawn(_own(by, offer, now), now)


def _may_say(by: Mandate, aid: AidRound, now: datetime) -> tuple[AidRound, State]:
    require(by, "assistance.answer", now)
    if by.state is None or by.state.pk not in {each.pk for each in members(localdate(now))}:
        raise Refused("aid_of_members", status=403)
    return hold_open(aid), by.state


def _own(by: Mandate, said: Said, now: datetime) -> Said:
    """One's own request or offer as it stands now, in an open round."""
    require(by, "assistance.answer", now, state=said.state)
    aid = hold_open(said.aid)
    held = type(said).objects.select_related("state", "item").get(pk=said.pk)
    held.aid = aid
    if held.is_withdrawn:
        raise Refused("withdrawn_already", status=409)
    return held


def _changed(held: Said, facts: Mapping[str, Any], field: str) -> Said:
    if all(getattr(held, name) == value for name, value in facts.items()):
        raise Refused("nothing_changed", status=409)
    if facts["item"].pk != held.item.pk:
        raise Refused("item_stays", field="item")
    for name, value in facts.items():
        setattr(held, name, value)
    promised = promised_of(held)
    if promised > (held.quantity if isinstance(held, Request) else held.available):
        raise Refused("less_than_promised", field=field, promised=promised)
    held.version += 1
    held.save()
    return held


def _withdrawn(held: Said, now: datetime) -> Said:
    held.withdrawn_at = now
    held.save(update_fields=["withdrawn_at"])
    return held


def _next_number(rows: Any) -> int:
    last = rows.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _asked(
    aid: AidRound, *, item: str, quantity: int, first_week: int, last_week: int, severity: int,
    stock_days: int, smallest: int = 1, shelf_weeks: int = 0, takes_substitutes: bool = True,
    barred: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """The columns of a request, held against the rules."""
    found = _item(item)
    _within("quantity", quantity, 1, MOST_UNITS)
    _within("smallest", smallest, 1, quantity)
    _within("first_week", first_week, 0, aid.weeks - 1)
    _within("last_week", last_week, first_week, aid.weeks - 1)
    _within("shelf_weeks", shelf_weeks, 0, 520)
    _within("stock_days", stock_days, 0, LONGEST_STOCK)
    if severity not in Severity.values:
        raise Refused("severity_unknown", field="severity")
    known = set(Item.objects.filter(code__in=barred).values_list("code", flat=True))
    if unknown := sorted(set(barred) - known):
        raise Refused("item_unknown", field="barred", item=unknown[0])
    return {
        "item": found, "quantity": quantity, "smallest": smallest, "first_week": first_week,
        "last_week": last_week, "shelf_weeks": shelf_weeks, "severity": severity,
        "stock_days": stock_days, "weight": weight(severity, stock_days), "rule": RULE,
        "takes_substitutes": takes_substitutes, "barred": sorted(set(barred)),
    }  # fmt: skip


def _offered(
    aid: AidRound, *, item: str, stock: int, daily: Decimal, reserve_days: int, released_on: date,
    expires_on: date | None = None, smallest: int = 1, only_for: Sequence[str] = (),
    never_for: Sequence[str] = (), price: Decimal = Decimal(0),
) -> dict[str, Any]:  # fmt: skip
    """The columns of an offer, held against the rules."""
    found = _item(item)
    _within("stock", stock, 1, MOST_UNITS)
    _within("daily", daily, 0, MOST_UNITS)
    _within("reserve_days", reserve_days, 0, LONGEST_RESERVE)
    _within("price", price, 0, 10**9)
    reserve = int((daily * reserve_days).to_integral_value(ROUND_CEILING))
    if reserve >= stock:
        raise Refused("reserve_takes_all", field="stock", reserve=reserve)
    _within("smallest", smallest, 1, stock - reserve)
    if released_on >= aid.starts_on + timedelta(weeks=aid.weeks):
        raise Refused("released_too_late", field="released_on")
    if expires_on is not None and expires_on <= released_on:
        raise Refused("expired_on_release", field="expires_on")
    keys = {each.key for each in members(aid.starts_on)}
    if unknown := sorted((set(only_for) | set(never_for)) - keys):
        raise Refused("earmark_unknown", field="only_for", state=unknown[0])
    if set(only_for) & set(never_for):
        raise Refused("earmark_contradicts", field="never_for")
    return {
        "item": found, "stock": stock, "daily": daily, "reserve_days": reserve_days,
        "reserve": reserve, "expires_on": expires_on, "released_on": released_on,
        "smallest": smallest, "only_for": sorted(set(only_for)), "never_for": sorted(set(never_for)),
        "price": price,
    }  # fmt: skip


def _item(code: str) -> Item:
    found = Item.objects.filter(code=code).first()
    if found is None:
        raise Refused("item_unknown", field="item", item=code)
    return found


def _within(field: str, value: int | Decimal, low: int, high: int) -> None:
    if not (low <= value <= high):
        raise Refused("number_out_of_range", field=field, low=low, high=high)
