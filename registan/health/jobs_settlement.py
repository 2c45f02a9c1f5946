"""Proposals are computed after they were asked for; a schedule picks up what was missed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django_tasks import task

from registan.health import settlement_run
from registan.health.models import Proposal, ProposalStanding
from registan.jobs import queue
from registan.jobs.lanes import HEAVY
from registan.jobs.schedules import schedule

if TYPE_CHECKING:
    from registan.ledger.models import Entry

ASKED = "health.proposal.asked"


@task(queue_name=HEAVY)
def compute_proposal(pk: int) -> bool:
    """Compute one proposal; whether one was recorded."""
    return settlement_run.compute(pk)


def is_forgotten() -> bool:
    """Whether a proposal waits and no job does: the queue was away when it was asked for."""
    waits = Proposal.objects.filter(standing=ProposalStanding.ASKED).exists()
    return waits and not queue.is_waiting(compute_proposal.module_path)


@schedule("health.compute_forgotten_proposals", every=timedelta(minutes=10), only_if=is_forgotten)
@task(queue_name=HEAVY)
def compute_forgotten_proposals() -> int:
    """Compute the proposals that no job was queued for; how many were computed."""
    waiting = Proposal.objects.filter(standing=ProposalStanding.ASKED).order_by("pk")
    return sum(settlement_run.compute(pk) for pk in list(waiting.values_list("pk", flat=True)))


def note_proposal(entry: Entry) -> None:
    """Queue the computing of what was asked for."""
    if entry.kind == ASKED:
        aid, _, number = entry.subject.removeprefix("urn:registan:aid:").partition(":proposal:")
        found = Proposal.objects.filter(aid__number=int(aid), number=int(number)).values_list("pk")
        for (pk,) in found:
            compute_proposal.enqueue(pk)
