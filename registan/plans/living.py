"""Indicators that desks offer to plans: registered here by the floors above, which plans never import.

A desk says by which key and in which version a figure is defined, and works it out for a reader as of
a day. Its words are texts: `offered.<key>.name`, `.unit`, `.definition`, `.told`, `.none`.
No offer tells States apart: a figure is of all together, or it is not offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Worked:
    """A figure with what stands behind it: `part` of `whole`. None: there is nothing to work it out
    from, or nothing that this reader may see; the two are told alike."""

    value: Decimal | None
    part: int = 0
    whole: int = 0
    illustrative: bool = False  # invented rows are among those it rests on


@dataclass(frozen=True)
class Offered:
    """An indicator on offer. `version` rises whenever its definition changes; `desk`: name of a page."""

    key: str
    version: int
    desk: str
    work_out: Callable[[Viewer, date], Worked]


_offers: dict[str, Offered] = {}


def offer_indicator(offer: Offered) -> None:
    """Register an offer; two of one key are a programming error."""
    if _offers.setdefault(offer.key, offer) is not offer:
        raise ValueError(f"indicator {offer.key!r} is offered twice")


def offered(key: str) -> Offered | None:
    """The offer with this key, if a desk still makes it."""
    return _offers.get(key)


def all_offers() -> list[Offered]:
    """Every offer of every desk, by key."""
    return [_offers[key] for key in sorted(_offers)]
