"""How much of a cell can be agreed: what is offered, asked, and has room on the way."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor
from typing import TYPE_CHECKING

from registan.health.models import Offer
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Match, Request

NEAR = 1e-6


def factor_of(match: Match) -> float:
    """Units asked that one unit offered replaces."""
    offer, request = match.offer, match.request
    if offer.item_id == request.item_id:
        return 1.0
    return float(request.item.substitutes.get(offer.item.code, 1))


def promised_of(said: Request | Offer) -> int:
    """Units of a request or an offer that both sides have agreed, in its own units; rounded up."""
    rows = said.matches.exclude(locked_at=None).select_related("offer__item", "request__item")
    per = (lambda row: 1.0) if isinstance(said, Offer) else factor_of
    return ceil(sum(row.promised * per(row) for row in rows) - NEAR)


def least_of(match: Match) -> int:
    """The smallest quantity that is sent and of use, in units offered."""
    useful = ceil(match.request.smallest / factor_of(match) - NEAR)
    return max(1, useful, match.offer.smallest)


def most_of(match: Match) -> int:
    """Not more than offered, not more than asked; in units offered."""
    asked = floor(match.request.quantity / factor_of(match) + NEAR)
    return max(match.quantity, min(match.offer.available, asked))


def may_be_locked(match: Match, locked: Sequence[Match], room: Decimal | None) -> None:
    """Refuses a cell that with all others that are locked is more than offered, asked or has room.

    Without this two States could agree what no later proposal can hold.
    """
    units = match.donor_wanted or 0
    given = units + sum(row.promised for row in locked if row.offer_id == match.offer_id)
    if given > match.offer.available:
        raise Refused(
            "agreed_over_offer", status=409, match=match.number, most=match.offer.available
        )
    got = units * factor_of(match) + sum(
        row.promised * factor_of(row) for row in locked if row.request_id == match.request_id
    )
    if got > match.request.quantity + NEAR:
        raise Refused(
            "agreed_over_request", status=409, match=match.number, most=match.request.quantity
        )
    if room is not None and _volume(match, units, locked) > room:
        raise Refused("agreed_over_room", status=409, match=match.number, most=room.normalize())


def _volume(match: Match, units: int, locked: Sequence[Match]) -> Decimal:
    """Cubic metres that leave on the same way in the same week."""
    ends = match.offer.state_id, match.request.state_id, match.week
    same = [row for row in locked if (row.offer.state_id, row.request.state_id, row.week) == ends]
    volume: Decimal = units * match.offer.item.volume
    return volume + sum((row.promised * row.offer.item.volume for row in same), Decimal(0))
