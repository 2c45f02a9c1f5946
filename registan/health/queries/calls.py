"""Joint calls with what was proposed and how States stand, as a reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import Call, Research, ResearchProposal, Stand, Verdict
from registan.parties.queries import in_order, members, place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.parties.models import State

VERDICTS: list[str] = list(Verdict.values)
LARGEST = 10_000


@dataclass(frozen=True)
class Proposed:
    """A proposal with the words of States that this reader sees, in protocol order.

    `without` are members of whose word the reader sees nothing: they have not said it, or keep it to
    themselves and to who opened the call. The two are told apart for nobody else.
    """

    row: ResearchProposal
    research: Research | None
    stands: list[Stand]
    without: list[State]


def calls(viewer: Viewer) -> list[Call]:
    """All calls, the newest first."""
    return list(Call.objects.visible_to(viewer).select_related("state", "body", "condition"))


def find_call(n: int, viewer: Viewer) -> Call:
    """The call of this number. Raises NotThere."""
    found = Call.objects.visible_to(viewer).filter(n=n) if n < LARGEST else Call.objects.none()
    row = found.select_related("state", "body", "condition").first()
    if row is None:
        raise NotThere
    return row


def proposals(call: Call, viewer: Viewer, today: date) -> list[Proposed]:
    """What was proposed, by number."""
    rows = list(
        ResearchProposal.objects.visible_to(viewer)
        .filter(call=call)
        .select_related("state", "research__state", "call")
    )
    stands: dict[int, list[Stand]] = {}
    seen = Stand.objects.visible_to(viewer).filter(proposal__call=call, is_newest=True)
    for each in seen.select_related("state"):
        stands.setdefault(each.proposal_id, []).append(each)
    newest = {
        (row.state_id, row.n): row
        for row in Research.objects.visible_to(viewer)
        .filter(is_newest=True, state__in=[each.state_id for each in rows])
        .select_related("state")
    }
    asked_of = members(today)
    return [
        _proposed(row, newest.get((row.state_id, row.research.n)), stands.get(row.pk, []), asked_of)
        for row in rows
    ]


def find_proposal(call: Call, n: int, viewer: Viewer) -> ResearchProposal:
    """One proposal. Raises NotThere."""
    found = (
        ResearchProposal.objects.visible_to(viewer).filter(call=call, n=n) if n < LARGEST else None
    )
    row = found.select_related("state", "research__state", "call").first() if found else None
    if row is None:
        raise NotThere
    return row


def _proposed(
    row: ResearchProposal, research: Research | None, stands: list[Stand], asked_of: list[State]
) -> Proposed:
    said = {each.state_id for each in stands}
    without = [s for s in asked_of if s.pk not in said and s.pk != row.state_id]
    ordered = sorted(stands, key=lambda each: place_of(each.state))
    return Proposed(row, research, ordered, in_order(without))
