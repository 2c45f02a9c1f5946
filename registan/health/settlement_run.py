"""Computing a proposal that was asked for: elsewhere (jobs/executor.py), with progress, cancel and limit."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from registan.health.acts.settlement import fail_proposal, note_computed, record_proposal
from registan.health.matcher import MATCHER
from registan.health.matching import LIMIT_S, conflicts_of, facts_of
from registan.health.models import Proposal, ProposalStanding
from registan.jobs import executor
from registan.jobs.executor import Watch
from registan.kernel.match.written import from_dict
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from registan.kernel.match.solve import Proposal as Made

SOLVE = "registan.kernel.match.solve:solve"
# Beyond the solver's own limit: a process that starts, reading, rounding.
GRACE_S = 30.0
# Seconds between two writes of the share.
EVERY_S = 0.5


def compute(pk: int) -> bool:
    """Compute a proposal and record what came of it. False where that is no longer asked for."""
    proposal = Proposal.objects.select_related("aid").filter(pk=pk).first()
    if proposal is None or proposal.is_over:
        return False
    try:
        made = _made(proposal)
        record(proposal, made)
    except Refused as refusal:
        if refusal.code in {"computing_cancelled", "proposal_over"}:
            return False
        if refusal.code != "computing_too_long":
            raise
        fail_proposal(MATCHER, proposal, reason="too_long")
        return False
    return True


def _made(proposal: Proposal) -> Made:
    watch = Watch(LIMIT_S + GRACE_S, _Teller(proposal.pk).tell, lambda: not _is_asked(proposal.pk))
    made: Made = executor.run(
        SOLVE, from_dict(proposal.input), seed=proposal.seed, limit_s=LIMIT_S, watch=watch
    )
    return made


def record(proposal: Proposal, made: Made, now: datetime | None = None) -> None:
    """What the solver made, as an act of the matcher."""
    if made.conflicts:
        fail_proposal(MATCHER, proposal, reason="conflict", conflicts=conflicts_of(made), now=now)
    else:
        record_proposal(MATCHER, proposal, facts_of(made), solver=solver(), now=now)


def solver() -> str:
    """The libraries on which the digits rest: whoever has the same gets the same plan."""
    return f"highspy {version('highspy')}, numpy {version('numpy')}, scipy {version('scipy')}"


class _Teller:
    """Tells the table how far it is, twice a second at most."""

    def __init__(self, pk: int) -> None:
        self._pk, self._told = pk, 0.0

    def tell(self, share: float) -> None:
        if time.monotonic() - self._told >= EVERY_S:
            note_computed(self._pk, share)
            self._told = time.monotonic()


def _is_asked(pk: int) -> bool:
    return Proposal.objects.filter(pk=pk, standing=ProposalStanding.ASKED).exists()
