"""Scenarios as far as a reader may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.models import Scenario
from registan.kernel.epi.assumptions import Assumptions, from_dict
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


def scenarios(viewer: Viewer) -> list[Scenario]:
    """The latest first, without what came of them."""
    found = Scenario.objects.visible_to(viewer).exclude(names={})
    return list(found.defer("result", "assumptions"))


def find_scenario(pk: int, viewer: Viewer) -> Scenario:
    """Raises NotThere, as well where its content was destroyed."""
    found = Scenario.objects.visible_to(viewer).filter(pk=pk).exclude(names={}).first()
    if found is None:
        raise NotThere
    return found


def assumptions_of(scenario: Scenario) -> Assumptions:
    return from_dict(scenario.assumptions)
