"""Proposals of a round, their cells with both answers, what changed since the one before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registan.health.matching import LIMIT_S
from registan.health.models import Answer, Match, Proposal, ProposalStanding
from registan.kernel.match.written import MATCHING_FORMAT
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registan.health.models import AidRound
    from registan.ledger.audience import Viewer

# What a side says to a cell, for pages.
AWAITED, ACCEPTED, CHANGED, REFUSED = (str(each) for each in Answer.values)
PARTS = ("offer__state", "offer__item", "request__state", "request__item", "proposal")


@dataclass(frozen=True)
class Difference:
    """How many shipments of a plan stand as in the one before, and how the others differ."""

    before: int
    same: int
    other: int
    new: int
    gone: int


def proposals_of(aid: AidRound, viewer: Viewer) -> list[Proposal]:
    """Latest first, without their input and remarks."""
    rows = Proposal.objects.visible_to(viewer).filter(aid=aid)
    return list(rows.defer("input", "remarks"))


def find_proposal(aid: AidRound, number: int, viewer: Viewer) -> Proposal:
    """A proposal by its number in the round. Raises NotThere."""
    rows = Proposal.objects.visible_to(viewer).filter(aid=aid)
    found = rows.filter(number=number).defer("input").first() if number < 2**31 else None
    if found is None:
        raise NotThere
    found.aid = aid
    return found


def with_input(proposal: Proposal) -> Proposal:
    """The same with its input, which pages do not need."""
    proposal.refresh_from_db(fields=["input"])
    return proposal


def is_on_the_table(proposal: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether it is the one that is answered now. `others`: all of its round, latest first."""
    last = next((row for row in others if row.is_computed), None)
    is_last = last is not None and last.pk == proposal.pk
    return is_last and proposal.aid.is_open and all(row.is_over for row in others)


def cells_of(proposal: Proposal, viewer: Viewer) -> list[Match]:
    """The cells that are to be answered, in their order."""
    rows = Match.objects.visible_to(viewer).filter(proposal=proposal).select_related(*PARTS)
    return _with_round(rows, proposal.aid)


def agreed_before(proposal: Proposal, viewer: Viewer) -> list[Match]:
    """What was locked in earlier proposals of the round: it stays."""
    rows = Match.objects.visible_to(viewer).filter(proposal__aid=proposal.aid)
    rows = rows.filter(proposal__number__lt=proposal.number).exclude(locked_at=None)
    return _with_round(rows.select_related(*PARTS).order_by("locked_at", "pk"), proposal.aid)


def own_cells(cells: Iterable[Match], viewer: Viewer) -> list[Match]:
    """The cells of the reader's own States that are not locked."""
    return [
        row
        for row in cells
        if not row.is_locked and {row.offer.state.key, row.request.state.key} & viewer.states
    ]


def _with_round(rows: Iterable[Match], aid: AidRound) -> list[Match]:
    found = list(rows)
    for row in found:
        row.proposal.aid = aid
        row.offer.aid = row.request.aid = aid
    return found


def since_the_last(proposal: Proposal, viewer: Viewer) -> Difference | None:
    """What differs from the computed proposal before this one; None where there is none."""
    rows = Proposal.objects.visible_to(viewer).filter(
        aid=proposal.aid, standing=ProposalStanding.COMPUTED, number__lt=proposal.number
    )
    last = rows.order_by("-number").only("remarks").first()
    if last is None:
        return None
    return difference(last.remarks["cells"], proposal.remarks["cells"])


def difference(before: Sequence[Sequence[Any]], after: Sequence[Sequence[Any]]) -> Difference:
    """Two plans cell by cell: offer, request and week name a cell."""
    old, new = _by_place(before), _by_place(after)
    both = old.keys() & new.keys()
    same = sum(old[place] == new[place] for place in both)
    return Difference(
        before=len(old), same=same, other=len(both) - same, new=len(new.keys() - old.keys()),
        gone=len(old.keys() - new.keys()),
    )  # fmt: skip


def _by_place(rows: Sequence[Sequence[Any]]) -> dict[tuple[str, str, int], int]:
    return {(offer, request, week): quantity for offer, request, week, quantity in rows}


def awaited(cells: Iterable[Match]) -> dict[str, int]:
    """State -> how many of its answers are awaited."""
    found: dict[str, int] = defaultdict(int)
    for row in cells:
        if row.is_settled:
            continue
        if row.donor_wanted is None:
            found[row.offer.state.key] += 1
        if row.recipient_wanted is None:
            found[row.request.state.key] += 1
    return dict(found)


def file_of(proposal: Proposal) -> dict[str, Any]:
    """All that is needed to compute it again without this machine."""
    found: dict[str, Any] = {}
    if proposal.is_computed:
        found = {
            "result": proposal.result_digest, "cells": proposal.remarks["cells"],
            "floor": proposal.floor, "floor_bound": proposal.floor_bound,
            "service": proposal.service, "service_bound": proposal.service_bound,
        }  # fmt: skip
    return {
        "format": MATCHING_FORMAT, "proposal": proposal.urn, "seed": proposal.seed, "limit_s": LIMIT_S,
        "solver": proposal.solver, "digest": proposal.digest, "instance": proposal.input,
        "found": found,
    }  # fmt: skip
