"""The account of fairness: what States asked and got, offered and gave, over all rounds.

Boxes, tests and weeks of experts cannot be added up. What is added are points: a request counts as many as
its weight (docs/reference/assistance.md), and a part of it as much of them. What one State gives in points
is what others get, so both sides of the account are in one measure. States stand in protocol order; nothing
is sorted by a figure, and exercises have an account of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registan.health.models import Match, Offer, Request
from registan.health.queries.tracking import PARTS, Tracked, tracked
from registan.parties.queries import in_order, members

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import AidRound
    from registan.ledger.audience import Viewer
    from registan.parties.models import State

COUNTED = ("promised", "received", "used")


@dataclass
class Points:
    """Points at each stage that is counted."""

    promised: float = 0.0
    received: float = 0.0
    used: float = 0.0

    def add(self, row: Tracked) -> None:
        request = row.match.request
        point = request.weight * row.factor / request.quantity
        for stage in COUNTED:
            setattr(self, stage, getattr(self, stage) + point * row.units[stage])


@dataclass
class StateAccount:
    """Both sides of a State: asked and got, offered and gave. Points, but for the numbers of papers."""

    state: State
    requests: int = 0
    asked: float = 0.0
    got: Points = field(default_factory=Points)
    offers: int = 0
    gave: Points = field(default_factory=Points)
    # of each offer the share of what was on offer that is promised
    taken_up: list[float] = field(default_factory=list)

    @property
    def served(self) -> float | None:
        """Share of what it asked that it received, 0 to 1; None where it asked nothing."""
        return self.got.received / self.asked if self.asked else None

    @property
    def promised(self) -> float | None:
        return self.got.promised / self.asked if self.asked else None

    @property
    def use_of_offers(self) -> float | None:
        """Mean share of its offers that is promised; None where it offered nothing."""
        return sum(self.taken_up) / len(self.taken_up) if self.taken_up else None


@dataclass
class RoundAccount:
    """A round: points asked, promised, received; the least share that a State was promised."""

    aid: AidRound
    asked: float = 0.0
    got: Points = field(default_factory=Points)
    least: float | None = None


@dataclass(frozen=True)
class Account:
    """The whole account. `gave`: points received of all that was given."""

    states: list[StateAccount]
    rounds: list[RoundAccount]
    gave: float


def account(viewer: Viewer, today: date, *, exercise: bool = False) -> Account:
    """The account of the real rounds, or that of exercises. Protocol order; latest round first."""
    live = {"withdrawn_at": None, "aid__exercise": exercise}
    requests = list(
        Request.objects.visible_to(viewer).filter(**live).select_related("aid", "state")
    )
    offers = list(Offer.objects.visible_to(viewer).filter(**live).select_related("aid", "state"))
    cells = Match.objects.visible_to(viewer).exclude(locked_at=None)
    cells = cells.filter(proposal__aid__exercise=exercise).select_related(*PARTS)
    rows = tracked(viewer, cells)
    gone = [each.state for each in (*requests, *offers)]
    states = {each.pk: StateAccount(each) for each in in_order(list({*members(today), *gone}))}
    rounds = {each.aid_id: RoundAccount(each.aid) for each in (*requests, *offers)}
    _count_papers(states, rounds, requests, offers)
    _count_ways(states, rounds, rows, offers)
    _find_least(rounds, requests, rows)
    latest = sorted(rounds.values(), key=lambda row: -row.aid.number)
    gave = sum(each.gave.received for each in states.values())
    return Account(list(states.values()), latest, gave)


def _count_papers(
    states: dict[int, StateAccount], rounds: dict[int, RoundAccount], requests: list[Request],
    offers: list[Offer],
) -> None:  # fmt: skip
    for request in requests:
        states[request.state_id].requests += 1
        states[request.state_id].asked += request.weight
        rounds[request.aid_id].asked += request.weight
    for offer in offers:
        states[offer.state_id].offers += 1


def _count_ways(
    states: dict[int, StateAccount], rounds: dict[int, RoundAccount], rows: list[Tracked],
    offers: list[Offer],
) -> None:  # fmt: skip
    promised: dict[int, int] = {}
    for row in rows:
        match = row.match
        # A request taken back later was still served, but is no longer in the account.
        if match.request.withdrawn_at or match.offer.withdrawn_at:
            continue
        states[match.request.state_id].got.add(row)
        states[match.offer.state_id].gave.add(row)
        rounds[match.proposal.aid_id].got.add(row)
        promised[match.offer_id] = promised.get(match.offer_id, 0) + row.units["promised"]
    for offer in offers:
        share = promised.get(offer.pk, 0) / offer.available if offer.available else 0.0
        states[offer.state_id].taken_up.append(share)


def _find_least(
    rounds: dict[int, RoundAccount], requests: list[Request], rows: list[Tracked]
) -> None:
    asked: dict[tuple[int, int], float] = {}
    got: dict[tuple[int, int], Points] = {}
    for request in requests:
        key = (request.aid_id, request.state_id)
        asked[key] = asked.get(key, 0.0) + request.weight
        got.setdefault(key, Points())
    for row in rows:
        key = (row.match.proposal.aid_id, row.match.request.state_id)
        if key in got and not row.match.request.withdrawn_at:
            got[key].add(row)
    for (aid, state), weight in asked.items():
        share = got[aid, state].promised / weight
        least = rounds[aid].least
        rounds[aid].least = share if least is None else min(least, share)
