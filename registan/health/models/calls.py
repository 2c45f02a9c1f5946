"""Joint calls: what is called for, what States propose, and how each State stands to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from registan.health.models.conditions import Condition
from registan.health.models.research import Research
from registan.ledger.models.entries import Addressed, AddressedQuerySet
from registan.parties.models import Body, State

if TYPE_CHECKING:
    from datetime import date


class Call(Addressed):
    """A call for joint research, opened by a State or a Body."""

    n = models.PositiveSmallIntegerField(unique=True)
    state = models.ForeignKey(State, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    titles = models.JSONField(help_text="lang -> title")
    topics = models.JSONField(help_text="lang -> what is called for")
    condition = models.ForeignKey(Condition, null=True, on_delete=models.PROTECT, related_name="+")
    kinds = models.JSONField(help_text="codes of Product")
    sharing = models.JSONField(help_text="codes of Sharing that a proposal must offer")
    terms = models.JSONField(help_text="lang -> terms")
    languages = models.JSONField(help_text="in which proposals are taken")
    opens_on = models.DateField()
    closes_on = models.DateField(help_text="last day for proposals")
    assess_by = models.DateField(help_text="day by which States are asked to say how they stand")
    results = models.JSONField(default=dict, help_text="lang -> what was decided, and why")
    taken = models.JSONField(default=list, help_text="numbers of the proposals taken up")
    decided_at = models.DateTimeField(null=True)
    illustrative = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Call]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-n",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")) & Q(assess_by__gte=F("closes_on")),
                name="call_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state__isnull=True) ^ Q(body__isnull=True), name="call_of_one"
            ),
        ]

    def __str__(self) -> str:
        return str(self.n)

    @property
    def urn(self) -> str:
        return f"urn:registan:call:{self.n}"

    @property
    def opener(self) -> str:
        """Key of the State or Body that opened it."""
        return self.state.key if self.state else self.body.key if self.body else ""

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    def takes_proposals(self, today: date) -> bool:
        return self.opens_on <= today <= self.closes_on and not self.is_decided

    def to_record(self) -> dict[str, Any]:
        return {
            "call": self.n, "opener": self.opener, "titles": self.titles, "topics": self.topics,
            "condition": self.condition.code if self.condition else "", "kinds": self.kinds,
            "sharing": self.sharing, "terms": self.terms, "languages": self.languages,
            "opens_on": self.opens_on.isoformat(), "closes_on": self.closes_on.isoformat(),
            "assess_by": self.assess_by.isoformat(), "results": self.results, "taken": self.taken,
            "illustrative": self.illustrative,
        }  # fmt: skip


class ResearchProposal(Addressed):
    """Research of a State (its first version stands for all), proposed under a call, for its readers."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="proposals")
    n = models.PositiveSmallIntegerField(help_text="number within the call")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    research = models.ForeignKey(Research, on_delete=models.PROTECT, related_name="+")
    texts = models.JSONField(help_text="lang -> what the others are asked to take part in")
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[ResearchProposal]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("n",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["call", "n"], name="research_proposal_number")
        ]

    def __str__(self) -> str:
        return f"{self.call_id}-{self.n}"

    @property
    def urn(self) -> str:
        return f"{self.call.urn}:proposal:{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            "call": self.call.n, "proposal": self.n, "state": self.state.key,
            "research": self.research.key, "texts": self.texts,
        }  # fmt: skip


class Verdict(models.TextChoices):
    """How a State stands to a proposal."""

    SUPPORT = "support"
    CONDITIONS = "conditions"
    NO = "no"


class Stand(Addressed):
    """How one State stands to a proposal; a later word stands beside the earlier one."""

    proposal = models.ForeignKey(ResearchProposal, on_delete=models.PROTECT, related_name="stands")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(help_text="number of the State's word on it")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    texts = models.JSONField(help_text="lang -> conditions or reasons")
    is_newest = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects: ClassVar[AddressedQuerySet[Stand]] = AddressedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("made_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "state", "n"], name="stand_of_state"),
            models.UniqueConstraint(
                fields=["proposal", "state"], condition=Q(is_newest=True), name="one_newest_stand"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.state_id} {self.n}"

    @property
    def urn(self) -> str:
        return f"{self.proposal.urn}:stand:{self.state.key}-{self.n}"

    def to_record(self) -> dict[str, Any]:
        return {
            "call": self.proposal.call.n, "proposal": self.proposal.n, "state": self.state.key,
            "version": self.n, "verdict": self.verdict, "texts": self.texts,
        }  # fmt: skip
