"""Sentences of health, gathered from the files beside this one."""

from __future__ import annotations

from registan.health.texts_alerts import TEXTS_SIGNALS
from registan.health.texts_assistance import TEXTS_ASSISTANCE
from registan.health.texts_assistance_pages import TEXTS_ASSISTANCE_PAGES
from registan.health.texts_bottlenecks import TEXTS_BOTTLENECKS
from registan.health.texts_calls import TEXTS_CALLS
from registan.health.texts_conditions import TEXTS_CONDITIONS
from registan.health.texts_counts import TEXTS_COUNTS
from registan.health.texts_estimates import TEXTS_ESTIMATES
from registan.health.texts_events import TEXTS_EVENTS
from registan.health.texts_events_acts import TEXTS_EVENTS_ACTS
from registan.health.texts_experience import TEXTS_EXPERIENCE
from registan.health.texts_jobs import TEXTS_JOBS
from registan.health.texts_living import TEXTS_LIVING
from registan.health.texts_methods import TEXTS_METHODS
from registan.health.texts_pages import TEXTS_PAGES
from registan.health.texts_research import TEXTS_RESEARCH
from registan.health.texts_reserves import TEXTS_RESERVES
from registan.health.texts_reserves_pages import TEXTS_RESERVES_PAGES
from registan.health.texts_roster import TEXTS_ROSTER
from registan.health.texts_scenario_fields import TEXTS_SCENARIO_FIELDS
from registan.health.texts_scenario_result import TEXTS_SCENARIO_RESULT
from registan.health.texts_scenarios import TEXTS_SCENARIOS
from registan.health.texts_settlement import TEXTS_SETTLEMENT
from registan.health.texts_settlement_pages import TEXTS_SETTLEMENT_PAGES
from registan.health.texts_signal_letters import TEXTS_SIGNAL_LETTERS
from registan.health.texts_situation import TEXTS_SITUATION
from registan.health.texts_timeliness import TEXTS_TIMELINESS
from registan.health.texts_tracking import TEXTS_TRACKING

TEXTS: dict[str, tuple[str, str, str]] = {
    **TEXTS_CONDITIONS,
    **TEXTS_ASSISTANCE,
    **TEXTS_ASSISTANCE_PAGES,
    **TEXTS_COUNTS,
    **TEXTS_ESTIMATES,
    **TEXTS_EXPERIENCE,
    **TEXTS_EVENTS,
    **TEXTS_EVENTS_ACTS,
    **TEXTS_JOBS,
    **TEXTS_PAGES,
    **TEXTS_SETTLEMENT,
    **TEXTS_SETTLEMENT_PAGES,
    **TEXTS_SITUATION,
    **TEXTS_RESERVES,
    **TEXTS_RESERVES_PAGES,
    **TEXTS_ROSTER,
    **TEXTS_SCENARIOS,
    **TEXTS_SCENARIO_FIELDS,
    **TEXTS_METHODS,
    **TEXTS_SIGNALS,
    **TEXTS_SCENARIO_RESULT,
    **TEXTS_TRACKING,
    **TEXTS_TIMELINESS,
    **TEXTS_BOTTLENECKS,
    **TEXTS_LIVING,
    **TEXTS_SIGNAL_LETTERS,
    **TEXTS_RESEARCH,
    **TEXTS_CALLS,
}
