"""By what the record of acts can be narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.plans.queries.plans import plan_tree
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer

# What an act is about -> how its name begins; text `square.history.area.<area>`.
AREAS: dict[str, tuple[str, ...]] = {
    "reports": ("plans.report.", "plans.reports.", "plans.sheet."),
    "rounds": ("plans.round.",),
    "findings": ("plans.finding.", "plans.opinion."),
    "measures": ("plans.measure.", "plans.indicator.", "plans.obligations."),
    "plans": ("plans.plan.", "plans.version."),
    "health": ("health.",),
    "mandates": ("parties.mandate.", "parties.official.", "parties.password."),
    "profile": ("parties.profile.",),
}


def thing_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """Plans that the reader may see, by URN and title: what belongs to one is narrowed with it."""
    return [(line.plan.urn, in_lang(line.plan.titles)) for line in plan_tree(viewer)]
