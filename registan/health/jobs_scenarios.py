"""Scenarios are computed after their commission is recorded; a schedule picks up what was missed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django_tasks import task

from registan.health import scenario_run
from registan.health.models import Scenario, ScenarioStanding
from registan.jobs import queue
from registan.jobs.lanes import HEAVY
from registan.jobs.schedules import schedule

if TYPE_CHECKING:
    from registan.ledger.models import Entry

COMMISSION = "health.scenario.commissioned"


@task(queue_name=HEAVY)
def compute_scenario(pk: int) -> bool:
    """Compute one scenario; whether a result was recorded."""
    return scenario_run.compute(pk)


def is_forgotten() -> bool:
    """Whether a scenario waits and no job does: the queue was away when it was commissioned."""
    waits = Scenario.objects.filter(standing=ScenarioStanding.WAITING).exists()
    return waits and not queue.is_waiting(compute_scenario.module_path)


@schedule("health.compute_forgotten_scenarios", every=timedelta(minutes=10), only_if=is_forgotten)
@task(queue_name=HEAVY)
def compute_forgotten_scenarios() -> int:
    """Compute the scenarios that no job was queued for; how many were computed."""
    waiting = Scenario.objects.filter(standing=ScenarioStanding.WAITING).order_by("pk")
    return sum(scenario_run.compute(pk) for pk in list(waiting.values_list("pk", flat=True)))


def note_commission(entry: Entry) -> None:
    """Queue the computing of what was commissioned."""
    if entry.kind == COMMISSION:
        compute_scenario.enqueue(int(entry.subject.rpartition(":")[2]))
