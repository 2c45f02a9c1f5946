"""Rounds of assistance, the catalogue, requests and offers, as far as a reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import AidRound, Item, Lane, Offer, Request
from registan.parties.queries import place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer

REQUESTS, OFFERS = "requests", "offers"


@dataclass(frozen=True)
class AidStanding:
    """A round with how many requests and offers stand in it."""

    aid: AidRound
    requests: int
    offers: int


def aid_rounds(viewer: Viewer) -> list[AidStanding]:
    """Latest first. Exercises are listed with the rest, and named as such."""
    rounds = list(AidRound.objects.visible_to(viewer))
    counts: dict[tuple[int, str], int] = {}
    for name, model in ((REQUESTS, Request), (OFFERS, Offer)):
        live = model.objects.visible_to(viewer).filter(withdrawn_at=None)
        for pk in live.values_list("aid_id", flat=True):
            counts[pk, name] = counts.get((pk, name), 0) + 1
    return [
        AidStanding(aid, counts.get((aid.pk, REQUESTS), 0), counts.get((aid.pk, OFFERS), 0))
        for aid in rounds
    ]


def find_aid(number: int, viewer: Viewer) -> AidRound:
    """The round with this number. Raises NotThere."""
    rows = AidRound.objects.visible_to(viewer)
    found = rows.filter(number=number).first() if number < 2**31 else None
    if found is None:
        raise NotThere
    return found


def items(viewer: Viewer) -> list[Item]:
    """The catalogue, by kind and code."""
    return list(Item.objects.visible_to(viewer))


def lanes(viewer: Viewer) -> list[Lane]:
    """Ways between States, both ends in protocol order."""
    rows = list(Lane.objects.visible_to(viewer).select_related("donor", "state"))
    return sorted(rows, key=lambda row: (place_of(row.donor), place_of(row.state)))


def requests_of(aid: AidRound, viewer: Viewer) -> list[Request]:
    """What is asked for in a round, States in protocol order; what was taken back stays in sight."""
    rows = Request.objects.visible_to(viewer).filter(aid=aid).select_related("state", "item", "aid")
    return sorted(rows, key=lambda row: (place_of(row.state), row.number))


def offers_of(aid: AidRound, viewer: Viewer) -> list[Offer]:
    """What is offered in a round, States in protocol order."""
    rows = Offer.objects.visible_to(viewer).filter(aid=aid).select_related("state", "item", "aid")
    return sorted(rows, key=lambda row: (place_of(row.state), row.number))


def find_said(aid: AidRound, what: str, number: int, viewer: Viewer) -> Request | Offer:
    """A request or an offer by its number. Raises NotThere."""
    rows = requests_of(aid, viewer) if what == REQUESTS else offers_of(aid, viewer)
    found = next((row for row in rows if row.number == number), None)
    if found is None or what not in {REQUESTS, OFFERS}:
        raise NotThere
    return found
