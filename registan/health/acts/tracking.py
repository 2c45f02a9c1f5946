"""On the way: what was shipped, received and used of what both States have promised.

The donor says what it shipped; the recipient says what it received and used. Entries are only added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Sum
from django.utils.timezone import localdate

from registan.health.models import AidRound, DifferenceReason, Match, Movement, Stage
from registan.ledger.act import Refused, act
from registan.parties.permissions import require

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.parties.models import Mandate, State

ORDER: list[str] = [Stage.PROMISED, Stage.SHIPPED, Stage.RECEIVED, Stage.USED]
BY_DONOR, BY_RECIPIENT = {Stage.SHIPPED}, {Stage.RECEIVED, Stage.USED}


@act("health.movement.entered")
def enter_movement(
    by: Mandate, match: Match, *, stage: str, quantity: int, day: date, now: datetime, reason: str = ""
) -> Movement:  # fmt: skip
    """Enter what was shipped (the donor), received or used (the recipient) on a day.

    quantity: units of the offer's item; below 0 it takes an earlier entry back, with the reason. Never is
    more at a stage than at the one before. reason: why less came than stood before, or why it is corrected.
    """
    if stage not in BY_DONOR | BY_RECIPIENT:
        raise Refused("stage_unknown", field="stage")
    state: State = match.offer.state if stage in BY_DONOR else match.request.state
    require(by, "assistance.answer", now, state=state)
    match = _held(match)
    if not match.is_locked:
        raise Refused("match_not_promised", status=409)
    if day > localdate(now):
        raise Refused("day_to_come", field="day")
    if reason and reason not in DifferenceReason.values:
        raise Refused("reason_unknown", field="reason")
    if quantity == 0:
        raise Refused("quantity_zero", field="quantity")
    if quantity < 0 and not reason:
        raise Refused("correction_without_reason", field="reason")
    _refuse_impossible(standing(match), stage, quantity)
    return Movement.objects.create(
        match=match, number=match.movements.count() + 1, stage=stage, quantity=quantity, day=day,
        state=state, reason=reason, made_at=now,
    )  # fmt: skip


def _held(match: Match) -> Match:
    """The cell as it stands now, no other entry of its round beside this one."""
    AidRound.objects.select_for_update().get(pk=match.proposal.aid_id)
    parts = ("proposal__aid", "offer__state", "offer__item", "request__state", "request__item")
    return Match.objects.select_related(*parts).get(pk=match.pk)


def standing(match: Match) -> dict[str, int]:
    """Units of a cell at each stage, the sum of its entries."""
    sums = match.movements.order_by().values_list("stage").annotate(Sum("quantity"))
    return dict.fromkeys(ORDER, 0) | dict(sums)


def _refuse_impossible(stands: dict[str, int], stage: str, quantity: int) -> None:
    before, there = stands[ORDER[ORDER.index(stage) - 1]], stands[stage]
    after = stands[ORDER[ORDER.index(stage) + 1]] if stage != Stage.USED else 0
    if quantity > 0 and there + quantity > before:
        raise Refused("more_than_before", field="quantity", most=max(0, before - there))
    if quantity < 0 and there + quantity < after:
        raise Refused("less_than_after", field="quantity", most=there - after)
