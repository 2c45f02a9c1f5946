"""Computing a commissioned scenario: in parts, elsewhere (jobs/executor.py), with progress and cancel."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.scenarios import give_up_scenario, note_share, record_result
from registan.health.model import MODEL
from registan.health.models import Scenario, ScenarioStanding
from registan.jobs import executor
from registan.jobs.executor import Part, Watch
from registan.kernel.epi.assumptions import from_dict
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from registan.kernel.epi.assumptions import Assumptions

RUNS_A_PART = 100
LONGEST_S = 1800.0
# Seconds between two looks at the table and two writes to it.
EVERY_S = 1.0
PART, SUMMARY = (f"registan.kernel.epi.commissioned:{name}" for name in ("part", "summary"))


def compute(pk: int) -> bool:
    """Compute a scenario and record what came of it. False where that is no longer asked for."""
    scenario = Scenario.objects.filter(pk=pk).first()
    if scenario is None or scenario.is_over or not scenario.assumptions:
        return False
    note_share(pk, 0.0, timezone.now())
    course = _Course(pk)
    try:
        result = computed(from_dict(scenario.assumptions), course.watch())
        record_result(MODEL, scenario, result)
    except Refused as refusal:
        if refusal.code in {"computing_cancelled", "scenario_over"}:
            return False
        if refusal.code != "computing_too_long":
            raise
        give_up_scenario(MODEL, scenario, reason=refusal.code)
        return False
    return True


def computed(told: Assumptions, watch: Watch | None = None) -> dict[str, Any]:
    """The result of a scenario. The same for the same assumptions, however it is cut and wherever it runs."""
    parts = [
        Part((told, first, min(RUNS_A_PART, told.runs - first)))
        for first in range(0, told.runs, RUNS_A_PART)
    ]
    found: dict[str, Any] = executor.run(SUMMARY, told, executor.run_parts(PART, parts, watch))
    return found


class _Course:
    """Tells the table how far it is and asks it whether to go on, each once a second at most."""

    def __init__(self, pk: int) -> None:
        self._pk = pk
        self._told = self._asked = time.monotonic()

    def watch(self) -> Watch:
        return Watch(LONGEST_S, self._tell, self._is_cancelled)

    def _tell(self, share: float) -> None:
        if time.monotonic() - self._told >= EVERY_S:
            note_share(self._pk, share, timezone.now())
            self._told = time.monotonic()

    def _is_cancelled(self) -> bool:
        if time.monotonic() - self._asked < EVERY_S:
            return False
        self._asked = time.monotonic()
        cancelled = Scenario.objects.filter(pk=self._pk, standing=ScenarioStanding.CANCELLED)
        return cancelled.exists()
