"""Conditions and definitions, as far as a reader may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.models import Condition, Definition, Measure
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer

MEASURES: list[str] = list(Measure.values)


def conditions(viewer: Viewer) -> list[Condition]:
    """What is counted, in the order of entry."""
    return list(Condition.objects.visible_to(viewer))


def find_condition(code: str, viewer: Viewer) -> Condition:
    """The condition with this code. Raises NotThere."""
    found = Condition.objects.visible_to(viewer).filter(code=code).first()
    if found is None:
        raise NotThere
    return found


def definitions(condition: Condition) -> list[Definition]:
    """All versions, the agreed ones and those of States, oldest first."""
    return list(condition.definitions.select_related("state"))
