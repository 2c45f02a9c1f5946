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

# What the measure is about, the figure that shows it, and the indicator it had already (empty: none).
BOUND = (
    ("5.5", "health.complete_weeks", ""),  # exchange of figures on morbidity
    ("5.4", "health.hours_to_notify", "event_notice_time"),  # a common form of notification
)


def play_living(cast: Cast, plan: Plan, today: date) -> int:
    """Bind them yesterday, for figures of two months ago and later; how many were bound."""
    since, made_on = today - timedelta(days=60), today - timedelta(days=1)
    for number, offer, indicator in BOUND:
        bind_indicator(
            cast.secretariat, plan.measures.get(number=number), offer=offer, since=since,
            indicator=indicator, now=at(made_on, 9),
        )  # fmt: skip
    return len(BOUND)
