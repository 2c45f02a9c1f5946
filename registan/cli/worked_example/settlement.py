"""The settlement of the example's round: two proposals with answers, computed here; for illustration."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.health.acts.settlement import CellAnswer, answer_matches, ask_proposal
from registan.health.acts.tracking import enter_movement
from registan.health.models import Answer, Stage
from registan.health.settlement_run import record
from registan.health.settling import least_of
from registan.kernel.match.solve import solve
from registan.kernel.match.written import from_dict

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import AidRound, Match, Proposal

# Who leaves its first proposal unanswered, who wants less of it, who refuses.
SILENT, LESS, REFUSING = "PK", "CN", "UZ"
CARRIED = "KZ"  # whose promises are on their way


def play_settlement(cast: Cast, aid: AidRound) -> None:
    """A proposal that most States answer; then another one, around what they agreed."""
    first = _proposal(cast, aid, at(aid.starts_on + timedelta(days=2), 9))
    cells = list(first.matches.select_related("offer__state", "request__state"))
    asked = at(aid.starts_on + timedelta(days=3), 10)
    for state, by in cast.coordinators.items():
        answers = [said for row in cells if (said := _says(row, state)) is not None]
        if answers and state != SILENT:
            answer_matches(by, first, answers, now=asked)
    _proposal(cast, aid, at(aid.starts_on + timedelta(days=4), 9))
    for row in first.matches.filter(donor_answer=Answer.ACCEPTED).exclude(locked_at=None):
        if row.offer.state.key == CARRIED:
            _carry(cast, row, aid.starts_on)


def _carry(cast: Cast, row: Match, starts_on: date) -> None:
    """What Kazakhstan promised is on its way: all of it shipped, a part damaged, a part used."""
    promised, day = row.promised, timedelta(days=1)
    damaged, used = promised // 20, promised // 4
    donor, recipient = (cast.coordinators[each.state.key] for each in (row.offer, row.request))
    for by, stage, quantity, on, reason in (
        (donor, Stage.SHIPPED, promised, starts_on + 5 * day, ""),
        (recipient, Stage.RECEIVED, promised - damaged, starts_on + 7 * day, "damaged" if damaged else ""),
        (recipient, Stage.USED, used, starts_on + 7 * day, ""),
    ):  # fmt: skip
        if quantity:
            enter_movement(
                by, row, stage=stage, quantity=quantity, day=on, reason=reason, now=at(on, 9)
            )


def _proposal(cast: Cast, aid: AidRound, now: datetime) -> Proposal:
    asked = ask_proposal(cast.secretariat, aid, now=now)
    record(asked, solve(from_dict(asked.input), seed=asked.seed), now + timedelta(minutes=1))
    asked.refresh_from_db()
    return asked


def _says(row: Match, state: str) -> CellAnswer | None:
    """What a State says to a cell of its own."""
    if state not in {row.offer.state.key, row.request.state.key}:
        return None
    if state == REFUSING:
        return CellAnswer(row.number, Answer.REFUSED, reason="covered")
    less = max(row.quantity // 2, least_of(row))
    if state == LESS and less < row.quantity:
        return CellAnswer(row.number, Answer.CHANGED, less, "needed_at_home")
    return CellAnswer(row.number, Answer.ACCEPTED)
