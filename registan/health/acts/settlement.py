"""Settling a round: a proposal is asked for and computed; donor and recipient answer each cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from registan.health.acts.assistance import hold_open
from registan.health.matcher import Matcher
from registan.health.matching import (
    cells_said,
    instance_of,
    last_computed,
    number_in,
    offer_key,
    request_key,
)
from registan.health.models import (
    Answer,
    AnswerReason,
    Lane,
    Match,
    MatchAnswer,
    Movement,
    Offer,
    Proposal,
    ProposalStanding,
    Request,
    Stage,
)
from registan.health.settling import least_of, may_be_locked, most_of
from registan.kernel.match.instance import MOST_OFFERS, MOST_REQUESTS, digest
from registan.kernel.match.written import to_dict
from registan.ledger.act import NotThere, Refused, act, working_paper
from registan.parties.permissions import require

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from registan.health.models import AidRound
    from registan.parties.models import Mandate, State

DONOR, RECIPIENT = "donor", "recipient"


@dataclass(frozen=True)
class CellAnswer:
    """What a State says to one of its cells. wanted: the quantity where it changes; reason: a code."""

    match: int
    answer: str
    wanted: int = 0
    reason: str = ""


@act("health.proposal.asked")
def ask_proposal(by: Mandate, aid: AidRound, *, now: datetime) -> Proposal:
    """Have the requests and offers of a round matched. The input is frozen here; computing follows."""
    require(by, "assistance.run", now)
    aid = hold_open(aid)
    if aid.proposals.filter(standing=ProposalStanding.ASKED).exists():
        raise Refused("proposal_under_way", status=409)
    requests = Request.objects.filter(aid=aid, withdrawn_at=None).count()
    offers = Offer.objects.filter(aid=aid, withdrawn_at=None).count()
    if not requests:
        raise Refused("nothing_asked", status=409)
    if not offers:
        raise Refused("nothing_offered", status=409)
    if requests > MOST_REQUESTS or offers > MOST_OFFERS:
        raise Refused("too_many_to_match", status=409, most=MOST_REQUESTS)
    given = instance_of(aid, localdate(now))
    last = aid.proposals.order_by("-number").values_list("number", flat=True).first()
    number = (last or 0) + 1
    return Proposal.objects.create(
        aid=aid, number=number, party=by.actor_key, seed=number, input=to_dict(given),
        digest=digest(given), remarks={"versions": _versions(aid)}, asked_at=now,
    )  # fmt: skip


@act("health.proposal.cancelled")
def cancel_proposal(by: Mandate, proposal: Proposal, *, now: datetime) -> Proposal:
    """Give up a proposal that is still computing."""
    require(by, "assistance.run", now)
    return _failed(_computing(proposal), "cancelled", now)


@act("health.proposal.computed")
def record_proposal(
    by: Matcher, proposal: Proposal, facts: Mapping[str, Any], *, solver: str, now: datetime
) -> Proposal:
    """Put a computed proposal before the States, with its bounds, seed and digests. It binds nobody."""
    _only_the_matcher(by)
    held = _computing(proposal)
    versions = held.remarks["versions"]
    for name, value in facts.items():
        setattr(held, name, value)
    held.standing, held.solver, held.share, held.ended_at = (
        ProposalStanding.COMPUTED, solver, 1.0, now,
    )  # fmt: skip
    new = _new_cells(held, versions)
    held.settled_at = None if new else now
    held.save()
    Match.objects.bulk_create(new)
    return held


@act("health.proposal.failed")
def fail_proposal(
    by: Matcher, proposal: Proposal, *, reason: str, now: datetime,
    conflicts: Sequence[Mapping[str, Any]] = (),
) -> Proposal:  # fmt: skip
    """Record that there is no proposal, and why: out of time, or what is agreed contradicts the rest."""
    _only_the_matcher(by)
    held = _computing(proposal)
    held.remarks = {"conflicts": list(conflicts)}
    return _failed(held, reason, now)


@act("health.match.answered", binding=True)
def answer_matches(
    by: Mandate, proposal: Proposal, answers: Sequence[CellAnswer], *, now: datetime
) -> MatchAnswer:
    """Accept, change or refuse one's own cells of a proposal, as donor or as recipient.

    Nothing binds without both: a cell is locked when both want the same quantity, and then promised.
    """
    require(by, "assistance.answer", now)
    state = by.state
    if state is None:
        raise Refused("match_of_others", status=403)
    held = _on_the_table(proposal)
    rows, told = _rows(held), []
    locked, rooms = list(cells_said(held.aid).locked), _rooms()
    for answer in answers:
        match = rows.get(answer.match)
        if match is None:
            raise NotThere
        if (fact := _said(match, _side(match, state), answer)) is not None:
            told.append(fact)
            if match.donor_wanted and match.donor_wanted == match.recipient_wanted:
                ends = match.offer.state_id, match.request.state_id
                may_be_locked(match, locked, rooms.get(ends))
                _lock(match, state, now)
                locked.append(match)
    if not told:
        raise Refused("nothing_changed", status=409)
    held.settled_at = now if all(row.is_settled for row in rows.values()) else None
    held.save(update_fields=["settled_at"])
    number = held.answers.filter(state=state).count() + 1
    return MatchAnswer.objects.create(
        proposal=held, state=state, number=number, cells=told, made_at=now
    )


@working_paper
def note_computed(pk: int, share: float) -> None:
    """How far the computing is: shown to whoever waits, and no deed."""
    Proposal.objects.filter(pk=pk, standing=ProposalStanding.ASKED).update(share=share)


def _computing(proposal: Proposal) -> Proposal:
    """The proposal as it stands, held until the act is done."""
    held = Proposal.objects.select_for_update().select_related("aid").get(pk=proposal.pk)
    if held.is_over:
        raise Refused("proposal_over", status=409)
    return held


def _failed(held: Proposal, reason: str, now: datetime) -> Proposal:
    held.standing, held.reason, held.ended_at = ProposalStanding.FAILED, reason, now
    held.save(update_fields=["standing", "reason", "ended_at", "remarks"])
    return held


def _only_the_matcher(by: object) -> None:
    if not isinstance(by, Matcher):
        raise Refused("proposal_by_matcher", status=403)


def _versions(aid: AidRound) -> dict[str, int]:
    """Of requests and offers as they are matched: they may be amended while it is computed."""
    requests = Request.objects.filter(aid=aid).values_list("number", "version")
    offers = Offer.objects.filter(aid=aid).values_list("number", "version")
    return {request_key(number): version for number, version in requests} | {
        offer_key(number): version for number, version in offers
    }


def _new_cells(held: Proposal, versions: Mapping[str, int]) -> list[Match]:
    """The cells that are to be answered; what is locked stays where it was agreed."""
    offers = {row.number: row for row in Offer.objects.filter(aid=held.aid)}
    requests = {row.number: row for row in Request.objects.filter(aid=held.aid)}
    agreed = {
        (row.offer.number, row.request.number, row.week) for row in cells_said(held.aid).locked
    }
    made: list[Match] = []
    for offer, request, week, quantity in held.remarks["cells"]:
        place = number_in(offer), number_in(request), week
        if place in agreed:
            continue
        given, asked = offers[place[0]], requests[place[1]]
        made.append(Match(
            proposal=held, number=len(made) + 1, offer=given, request=asked, week=week,
            offer_version=versions[offer], request_version=versions[request], quantity=quantity,
        ))  # fmt: skip
    return made


def _on_the_table(proposal: Proposal) -> Proposal:
    """The proposal that is answered: the last computed one of an open round, while no other is computed."""
    aid = hold_open(proposal.aid)
    if aid.proposals.filter(standing=ProposalStanding.ASKED).exists():
        raise Refused("proposal_under_way", status=409)
    last = last_computed(aid)
    if last is None or last.pk != proposal.pk:
        raise Refused("proposal_replaced", status=409)
    last.aid = aid
    return last


def _rows(held: Proposal) -> dict[int, Match]:
    rows = held.matches.select_related(
        "offer__state", "offer__item", "request__state", "request__item"
    )
    found = {row.number: row for row in rows}
    for row in found.values():
        row.proposal = held
    return found


def _side(match: Match, state: State) -> str:
    for side, said in ((DONOR, match.offer), (RECIPIENT, match.request)):
        if said.state_id == state.pk:
            return side
    raise Refused("match_of_others", status=403)


def _said(match: Match, side: str, given: CellAnswer) -> dict[str, Any] | None:
    """Set one side's answer. Returns it as a fact; None where it stood so already."""
    if given.answer not in set(Answer.values) - {Answer.AWAITED}:
        raise Refused("cell_answer_missing", field=f"answer_{match.number}")
    if match.is_locked:
        raise Refused("match_locked", status=409, match=match.number)
    wanted = _wanted(match, side, given)
    stood = tuple(getattr(match, f"{side}_{part}") for part in ("answer", "wanted", "reason"))
    if stood == (given.answer, wanted, given.reason):
        return None
    for part, value in (("answer", given.answer), ("wanted", wanted), ("reason", given.reason)):
        setattr(match, f"{side}_{part}", value)
    match.save()
    return {
        "match": match.number, "side": side, "answer": given.answer, "wanted": wanted,
        "reason": given.reason,
    }  # fmt: skip


def _wanted(match: Match, side: str, given: CellAnswer) -> int:
    """The quantity that an answer means, held against what is offered and asked."""
    if given.answer == Answer.REFUSED:
        _reason(match, given)
        return 0
    if _is_outdated(match):
        raise Refused("match_outdated", status=409, match=match.number)
    if given.answer == Answer.ACCEPTED:
        return match.quantity
    other = match.recipient_wanted if side == DONOR else match.donor_wanted
    least, most = least_of(match), most_of(match)
    if given.wanted == match.quantity or not least <= given.wanted <= most:
        raise Refused("wanted_out_of_range", field=f"wanted_{match.number}", match=match.number,
                      low=least, high=most)  # fmt: skip
    if given.wanted != other:
        _reason(match, given)
    return given.wanted


def _reason(match: Match, given: CellAnswer) -> None:
    if given.reason not in AnswerReason.values:
        raise Refused("cell_reason_missing", field=f"reason_{match.number}", match=match.number)


def _is_outdated(match: Match) -> bool:
    """Whether the request or the offer is no longer what was matched."""
    offer, request = match.offer, match.request
    return (
        (match.offer_version, match.request_version) != (offer.version, request.version)
        or offer.is_withdrawn
        or request.is_withdrawn
    )


def _lock(match: Match, state: State, now: datetime) -> None:
    """Lock a cell of which both want the same quantity, and enter it as promised."""
    match.locked_at = now
    match.save(update_fields=["locked_at"])
    Movement.objects.create(
        match=match, number=1, stage=Stage.PROMISED, quantity=match.promised, day=localdate(now),
        state=state, made_at=now,
    )  # fmt: skip


def _rooms() -> dict[tuple[int, int], Decimal | None]:
    """(donor, State) -> cubic metres that leave in a week; None: no limit."""
    return {(row.donor_id, row.state_id): row.room for row in Lane.objects.all()}
