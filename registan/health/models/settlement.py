"""The settlement of a round: what was proposed, what both States say to each cell, what became of it.

Proposals follow one another in a round. A cell that donor and recipient have agreed is locked: it stays in
the proposal in which it was agreed, and later proposals are computed around it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from registan.health.models.aid import Offer, Request
from registan.health.models.assistance import AidRound
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import State


class ProposalStanding(models.TextChoices):
    """How far a proposal is. Failed: cancelled, out of time, or what is agreed contradicts the rest."""

    ASKED = "asked"
    COMPUTED = "computed"
    FAILED = "failed"


class Proposal(Addressed):
    """One matching of a round. Its input never changes, so that any State can compute it again.

    `floor`: least served share of a State, `service`: of all, 0 to 1; the bounds: no plan has more (empty:
    not proven in time). `remarks`: shares by State, reasons, shortfalls, conflicts.
    """

    aid = models.ForeignKey(AidRound, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField(help_text="in the round")
    standing = models.CharField(
        max_length=8, choices=ProposalStanding.choices, default=ProposalStanding.ASKED
    )
    reason = models.CharField(max_length=60, blank=True, default="", help_text="why it failed")
    party = models.CharField(max_length=80, help_text="key of the Body that asked")
    seed = models.PositiveIntegerField()
    input = models.JSONField(help_text="registan.health.matching.written")
    digest = models.CharField(max_length=64, help_text="of the input")
    solver = models.CharField(max_length=60, blank=True, default="", help_text="name and versions")
    share = models.FloatField(default=0.0, help_text="computed so far, 0 to 1")
    floor = models.FloatField(null=True)
    floor_bound = models.FloatField(null=True)
    service = models.FloatField(null=True)
    service_bound = models.FloatField(null=True)
    cost = models.FloatField(null=True, help_text="in the round's currency")
    remarks = models.JSONField(default=dict)
    result_digest = models.CharField(
        max_length=64, blank=True, default="", help_text="of the cells"
    )
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True, help_text="each cell agreed or refused")

    objects: ClassVar[AddressedQuerySet[Proposal]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aid", "number"], name="proposal_number"),
            models.UniqueConstraint(
                fields=["aid"], condition=Q(standing="asked"), name="proposal_one_computing"
            ),
            models.CheckConstraint(
                condition=~Q(standing="computed") | ~Q(result_digest=""),
                name="proposal_computed_has_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aid_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"{self.aid.urn}:proposal:{self.number}"

    @property
    def is_over(self) -> bool:
        return self.standing != ProposalStanding.ASKED

    @property
    def is_computed(self) -> bool:
        return self.standing == ProposalStanding.COMPUTED

    def to_record(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "aid": self.aid.number, "proposal": self.number, "standing": self.standing,
            "exercise": self.aid.exercise, "seed": self.seed, "digest": self.digest,
        }  # fmt: skip
        if self.reason:
            told["reason"] = self.reason
        if self.is_computed:
            told |= {
                "solver": self.solver, "result": self.result_digest, "floor": self.floor,
                "floor_bound": self.floor_bound, "service": self.service,
                "service_bound": self.service_bound, "cost": self.cost,
                "cells": len(self.remarks["cells"]),
            }  # fmt: skip
        return told


class Answer(models.TextChoices):
    """What a side says to a cell."""

    AWAITED = "awaited"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"


class AnswerReason(models.TextChoices):
    """Why a side changes or refuses. Codes: there is no free text that could name a person."""

    NEEDED_AT_HOME = "needed_at_home"
    STOCK_GONE = "stock_gone"
    NO_TRANSPORT = "no_transport"
    NOT_NEEDED = "not_needed"
    COVERED = "covered"
    WRONG_TIME = "wrong_time"
    NOT_USABLE = "not_usable"
    NO_STORAGE = "no_storage"
    PRICE = "price"


class Match(Addressed):
    """A cell of a proposal: so many units of an offer for a request, leaving in a week of the round.

    `wanted` of a side: the quantity it agrees to; empty while its answer is awaited, 0 when it refuses.
    Locked when both want the same quantity above 0: then it is promised, and stays.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="matches")
    number = models.PositiveIntegerField(help_text="in the proposal")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="matches")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="matches")
    request_version = models.PositiveSmallIntegerField(help_text="as it was matched")
    offer_version = models.PositiveSmallIntegerField(help_text="as it was matched")
    week = models.PositiveSmallIntegerField(help_text="in which it leaves")
    quantity = models.PositiveIntegerField(help_text="units of the offer's item, as proposed")
    donor_answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.AWAITED)
    donor_wanted = models.PositiveIntegerField(null=True)
    donor_reason = models.CharField(
        max_length=16, choices=AnswerReason.choices, blank=True, default=""
    )
    recipient_answer = models.CharField(
        max_length=8, choices=Answer.choices, default=Answer.AWAITED
    )
    recipient_wanted = models.PositiveIntegerField(null=True)
    recipient_reason = models.CharField(
        max_length=16, choices=AnswerReason.choices, blank=True, default=""
    )
    locked_at = models.DateTimeField(null=True)

    objects: ClassVar[AddressedQuerySet[Match]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("proposal", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "number"], name="match_number"),
            models.UniqueConstraint(
                fields=["proposal", "offer", "request", "week"], name="match_cell"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="match_quantity"),
            models.CheckConstraint(
                condition=Q(locked_at=None)
                | Q(donor_wanted__gte=1, donor_wanted=models.F("recipient_wanted")),
                name="match_locked_by_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"{self.proposal.urn}:match:{self.number}"

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    @property
    def is_refused(self) -> bool:
        return Answer.REFUSED in {self.donor_answer, self.recipient_answer}

    @property
    def is_settled(self) -> bool:
        """Agreed by both, or refused by one: nothing more is to be said."""
        return self.is_locked or self.is_refused

    @property
    def promised(self) -> int:
        """What both have agreed; 0 while they have not."""
        return (self.donor_wanted or 0) if self.is_locked else 0

    def to_record(self) -> dict[str, Any]:
        return {
            "aid": self.proposal.aid.number, "proposal": self.proposal.number,
            "match": self.number, "offer": self.offer.number, "request": self.request.number,
            "donor": self.offer.state.key, "recipient": self.request.state.key,
            "item": self.offer.item.code, "week": self.week, "quantity": self.quantity,
            "donor_answer": self.donor_answer, "donor_wanted": self.donor_wanted,
            "donor_reason": self.donor_reason, "recipient_answer": self.recipient_answer,
            "recipient_wanted": self.recipient_wanted, "recipient_reason": self.recipient_reason,
            "locked": self.is_locked,
        }  # fmt: skip


class MatchAnswer(Addressed):
    """What one State said to its cells of a proposal, at once. Kept as said; the cells hold what stands.

    Its record rests on nothing that another State does, so that an office has time to sign it.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="answers")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="of the State, in the proposal")
    cells = models.JSONField(help_text="match, side, answer, wanted, reason of each")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[MatchAnswer]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("proposal", "made_at")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "state", "number"], name="answer_number")
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}/{self.state_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"{self.proposal.urn}:answer:{self.state.key}-{self.number}"

    def to_record(self) -> dict[str, Any]:
        return {
            "aid": self.proposal.aid.number, "proposal": self.proposal.number,
            "exercise": self.proposal.aid.exercise, "state": self.state.key,
            "cells": self.cells, "count": len(self.cells),
        }  # fmt: skip


class Stage(models.TextChoices):
    """What became of the units of a cell. Promised is entered when the cell is locked."""

    PROMISED = "promised"
    SHIPPED = "shipped"
    RECEIVED = "received"
    USED = "used"


class DifferenceReason(models.TextChoices):
    """Why less came to a stage than stood at the one before, or why an entry is corrected."""

    DELAYED = "delayed"
    DAMAGED = "damaged"
    COLD_CHAIN = "cold_chain"
    EXPIRED = "expired"
    CUSTOMS = "customs"
    LOST = "lost"
    STOCK_GONE = "stock_gone"
    NOT_NEEDED = "not_needed"
    NOT_USABLE = "not_usable"
    RECOUNT = "recount"


class Movement(Addressed):
    """An entry on the way of a cell's units. Entries are only added: what stands at a stage is their sum,
    and a correction is an entry of its own, below 0 where it takes back."""

    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="movements")
    number = models.PositiveIntegerField(help_text="in the cell")
    stage = models.CharField(max_length=8, choices=Stage.choices)
    quantity = models.IntegerField(help_text="units of the offer's item; below 0: taken back")
    day = models.DateField(help_text="on which it happened")
    state = models.ForeignKey(
        State, on_delete=models.PROTECT, related_name="+", help_text="says so"
    )
    reason = models.CharField(
        max_length=16, choices=DifferenceReason.choices, blank=True, default=""
    )
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Movement]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("match", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["match", "number"], name="movement_number"),
            models.CheckConstraint(condition=~Q(quantity=0), name="movement_quantity"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0) | ~Q(reason=""), name="movement_back_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.match_id}/{self.number}"

    @property
    def urn(self) -> str:
        return f"{self.match.urn}:movement:{self.number}"

    def to_record(self) -> dict[str, Any]:
        match = self.match
        return {
            "aid": match.proposal.aid.number, "proposal": match.proposal.number,
            "match": match.number, "exercise": match.proposal.aid.exercise,
            "donor": match.offer.state.key, "recipient": match.request.state.key,
            "item": match.offer.item.code, "movement": self.number, "stage": self.stage,
            "quantity": self.quantity, "day": self.day.isoformat(), "state": self.state.key,
            "reason": self.reason,
        }  # fmt: skip
