"""Measures of the example that take figures from the desk of health: evidence that nobody need report."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.plans.acts.living import bind_indicator

if TYPE_CHECKING:
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.plans.models import Plan

# What the measure is about, and the figure that shows it: a review of the epidemic situation rests on
# complete counts, a common form of notification on how fast the word comes.
BOUND = (("5.1", "health.complete_weeks"), ("5.4", "health.hours_to_notify"))


def play_living(cast: Cast, plan: Plan, today: date) -> int:
    """Bind them two months ago, by the Secretariat; how many were bound."""
    begun = today - timedelta(days=60)
    for number, offer in BOUND:
        bind_indicator(
            cast.secretariat, plan.measures.get(number=number), offer=offer, since=begun,
            now=at(begun, 9),
        )  # fmt: skip
    return len(BOUND)
