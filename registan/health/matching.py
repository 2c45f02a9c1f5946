"""A round of assistance as the matching takes it, and what the matching says as facts of a record.

Requests are called R1, R2 ..., offers O1, O2 ..., as their numbers in the round.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from registan.health.models import Answer, Item, Lane, Match, Offer, Proposal, Request
from registan.health.settling import factor_of
from registan.kernel.match import instance as kernel
from registan.kernel.match.written import DIGITS, digest_of_rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from registan.health.models import AidRound
    from registan.kernel.match.solve import Proposal as Made

LIMIT_S = 30.0
Pair = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """What stands in a round: promised units by pair and by offer, and the least wanted of each open pair."""

    locked: tuple[Match, ...]
    limits: Mapping[Pair, int]


def request_key(number: int) -> str:
    return f"R{number}"


def offer_key(number: int) -> str:
    return f"O{number}"


def number_in(key: str) -> int:
    """The number of a request or an offer in the round."""
    return int(key[1:])


def cells_said(aid: AidRound) -> Said:
    """What donors and recipients have said in all proposals of a round.

    A refusal or a lesser quantity counts until the request or the offer is amended: then it was said
    of something else.
    """
    rows = Match.objects.filter(proposal__aid=aid).select_related("offer__item", "request__item")
    ordered = list(rows.order_by("proposal__number", "number"))
    locked = tuple(row for row in ordered if row.is_locked)
    limits: dict[Pair, int] = {}
    for row in ordered:
        fits = (row.offer_version, row.request_version) == (row.offer.version, row.request.version)
        wanted = [each for each in (row.donor_wanted, row.recipient_wanted) if each is not None]
        if fits and not row.is_locked and Answer.CHANGED in _answers(row):
            limits[row.offer_id, row.request_id] = min(wanted)
        if fits and row.is_refused:
            limits[row.offer_id, row.request_id] = 0
    for row in locked:
        pair = row.offer_id, row.request_id
        if pair in limits:
            limits[pair] += row.promised
    return Said(locked, limits)


def _answers(row: Match) -> set[str]:
    return {row.donor_answer, row.recipient_answer}


def instance_of(aid: AidRound, today: date) -> kernel.Instance:
    """Requests, offers and lanes of a round, with what is promised, refused and was proposed last.

    Nothing new leaves before this week. What was withdrawn counts as far as it was promised before.
    """
    said = cells_said(aid)
    needed: dict[int, float] = defaultdict(float)
    given: dict[int, int] = defaultdict(int)
    for row in said.locked:
        needed[row.request_id] += row.promised * factor_of(row)
        given[row.offer_id] += row.promised
    asked = Request.objects.filter(aid=aid).select_related("state", "item", "aid")
    offered = Offer.objects.filter(aid=aid).select_related("state", "item", "aid")
    live = [
        (row, ceil(needed[row.pk] - 1e-6) if row.is_withdrawn else row.quantity) for row in asked
    ]
    stocks = [(row, given[row.pk] if row.is_withdrawn else row.available) for row in offered]
    requests = {row.pk: (row, quantity) for row, quantity in live if quantity}
    offers = {row.pk: (row, units) for row, units in stocks if units}
    items = _used([row for row, _ in requests.values()], [row for row, _ in offers.values()])
    wanted = {row.item.code for row, _ in requests.values()}
    return kernel.Instance(
        items=tuple(kernel.Item(row.code, row.unit, row.cold, float(row.volume)) for row in items),
        requests=tuple(_request(row, quantity, items) for row, quantity in requests.values()),
        offers=tuple(_offer(row, units) for row, units in offers.values()),
        lanes=tuple(_lane(row) for row in Lane.objects.select_related("donor", "state")),
        weeks=aid.weeks,
        ratios=tuple(
            kernel.Ratio(row.code, code, float(factor)) for row in items
            for code, factor in sorted(row.goes_with.items()) if {row.code, code} <= wanted
        ),
        locked=tuple(_cell(row, row.promised) for row in said.locked),
        previous=tuple(_previous(aid, offers, requests)),
        limits=tuple(
            kernel.Limit(offer_key(offers[offer][0].number), request_key(requests[request][0].number), units)
            for (offer, request), units in sorted(said.limits.items())
            if offer in offers and request in requests
        ),
        begins=max(0, aid.week_of(today)),
    )  # fmt: skip


def _used(requests: Iterable[Request], offers: Iterable[Offer]) -> list[Item]:
    """Items that are asked for or offered, by code."""
    codes = {row.item.code for row in (*requests, *offers)}
    return list(Item.objects.filter(code__in=codes).order_by("code"))


def _request(row: Request, quantity: int, items: Iterable[Item]) -> kernel.Request:
    known = {each.code for each in items}
    instead = row.item.substitutes if row.takes_substitutes else {}
    return kernel.Request(
        request_key(row.number), row.state.key, row.item.code, quantity,
        window=(row.first_week, row.last_week), smallest=min(row.smallest, quantity),
        shelf_weeks=row.shelf_weeks, weight=float(row.weight),
        substitutes={code: float(factor) for code, factor in instead.items() if code in known},
        barred=frozenset(row.barred),
    )  # fmt: skip


def _offer(row: Offer, units: int) -> kernel.Offer:
    expires = row.expires_on
    return kernel.Offer(
        offer_key(row.number), row.state.key, row.item.code, stock=units,
        week=max(0, row.aid.week_of(row.released_on)),
        expiry=None if expires is None else row.aid.week_of(expires),
        smallest=min(row.smallest, units), only_for=frozenset(row.only_for),
        never_for=frozenset(row.never_for), price=float(row.price),
    )  # fmt: skip


def _lane(row: Lane) -> kernel.Lane:
    room = None if row.room is None else float(row.room)
    return kernel.Lane(row.donor.key, row.state.key, row.lead, frozenset(row.cold), room)


def _cell(row: Match, units: int) -> kernel.Cell:
    return kernel.Cell(
        offer_key(row.offer.number), request_key(row.request.number), row.week, units
    )


def _previous(
    aid: AidRound, offers: Mapping[int, object], requests: Mapping[int, object]
) -> Iterable[kernel.Cell]:
    """Cells of the last proposal that are still on the table."""
    last = last_computed(aid)
    if last is None:
        return
    for row in last.matches.select_related("offer", "request"):
        if not row.is_settled and row.offer_id in offers and row.request_id in requests:
            yield _cell(row, row.quantity)


def last_computed(aid: AidRound) -> Proposal | None:
    """The proposal that is on the table."""
    rows = Proposal.objects.filter(aid=aid, standing="computed").defer("input")
    return rows.order_by("-number").first()


def facts_of(made: Made) -> dict[str, Any]:
    """The columns of a computed proposal."""
    rows = rows_of(made.cells)
    return {
        "floor": _near(made.floor), "floor_bound": _near(made.floor_bound),
        "service": _near(made.service), "service_bound": _near(made.service_bound),
        "cost": _near(made.cost), "result_digest": digest_of_rows(rows),
        "remarks": {
            "cells": [list(row) for row in rows], "goals": list(made.goals),
            "by_time": made.by_time, "shares": [[state, _near(share)] for state, share in made.shares],
            "reasons": [{"kind": each.kind, "gain": _near(each.gain), **each.facts} for each in made.reasons],
            "shortfalls": [
                {"request": each.request, "missing": _near(each.missing), "cause": each.cause}
                for each in made.shortfalls
            ],
            "conflicts": conflicts_of(made),
        },
    }  # fmt: skip


def conflicts_of(made: Made) -> list[dict[str, Any]]:
    """What is agreed and contradicts the rest, by name."""
    return [{"kind": each.kind, **each.facts} for each in made.conflicts]


def _near(value: float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
