"""What was promised in a round and what came of it, and the account of fairness over all rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import Match, Movement, Stage
from registan.parties.queries import place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from registan.health.models import AidRound, Request
    from registan.ledger.audience import Viewer

PARTS = ("proposal__aid", "offer__state", "offer__item", "request__state", "request__item")
STAGES: list[str] = list(Stage.values)
PROMISED, SHIPPED, RECEIVED, USED = STAGES


@dataclass(frozen=True)
class Tracked:
    """A cell that both States agreed: units at each stage, and why less stood there than before."""

    match: Match
    units: dict[str, int]
    reasons: dict[str, list[str]]
    moved: list[Movement]

    def lacking(self, stage: str) -> int:
        """Units of the stage before that have not come to this one."""
        return self.units[STAGES[STAGES.index(stage) - 1]] - self.units[stage]

    @property
    def factor(self) -> float:
        """Units of the request's item that one unit of what is given replaces."""
        return units_replaced(self.match.request, self.match.offer.item.code)


def units_replaced(request: Request, code: str) -> float:
    """1 for the item itself, else as the catalogue has it of the substitute."""
    return 1.0 if request.item.code == code else float(request.item.substitutes.get(code, 1))


def tracked(viewer: Viewer, matches: Iterable[Match]) -> list[Tracked]:
    """The way of these cells, in their order."""
    rows = {match.pk: match for match in matches}
    moved: dict[int, list[Movement]] = {pk: [] for pk in rows}
    seen = Movement.objects.visible_to(viewer).filter(match__in=rows).select_related("state")
    for each in seen.order_by("match", "number"):
        moved[each.match_id].append(each)
    return [_tracked(match, moved[pk]) for pk, match in rows.items()]


def _tracked(match: Match, moved: list[Movement]) -> Tracked:
    units = dict.fromkeys(STAGES, 0)
    reasons: dict[str, list[str]] = {stage: [] for stage in STAGES}
    for each in moved:
        units[each.stage] += each.quantity
        if each.reason and each.reason not in reasons[each.stage]:
            reasons[each.stage].append(each.reason)
    return Tracked(match, units, reasons, moved)


def promised(viewer: Viewer, requests: Sequence[Request]) -> dict[int, float]:
    """Request -> units of its own item that are promised to it."""
    return _replaced(viewer, requests, PROMISED)


def received(viewer: Viewer, requests: Sequence[Request], *, before: datetime) -> dict[int, float]:
    """Request -> units of its own item that had arrived, by what was entered before a moment."""
    return _replaced(viewer, requests, RECEIVED, entered={"made_at__lt": before})


def _replaced(
    viewer: Viewer, requests: Sequence[Request], stage: str, entered: Mapping[str, datetime] | None = None
) -> dict[int, float]:  # fmt: skip
    asked, units = {row.pk: row for row in requests}, {row.pk: 0.0 for row in requests}
    moved = Movement.objects.visible_to(viewer).filter(
        match__request__in=asked, stage=stage, **(entered or {})
    )
    for pk, code, quantity in moved.values_list(
        "match__request", "match__offer__item__code", "quantity"
    ):
        units[pk] += units_replaced(asked[pk], code) * quantity
    return units


def tracked_of(aid: AidRound, viewer: Viewer) -> list[Tracked]:
    """What is promised in a round: donors in protocol order, then recipients, then the week."""
    found = Match.objects.visible_to(viewer).filter(proposal__aid=aid).exclude(locked_at=None)
    rows = sorted(found.select_related(*PARTS), key=lambda row: (
        place_of(row.offer.state), place_of(row.request.state), row.week, row.pk))  # fmt: skip
    return tracked(viewer, rows)


def find_tracked(aid: AidRound, proposal: int, number: int, viewer: Viewer) -> Tracked:
    """One promised cell. Raises NotThere."""
    if max(proposal, number) >= 2**31:
        raise NotThere
    rows = Match.objects.visible_to(viewer).filter(
        proposal__aid=aid, proposal__number=proposal, number=number
    )
    found = rows.exclude(locked_at=None).select_related(*PARTS).first()
    if found is None:
        raise NotThere
    return tracked(viewer, [found])[0]
