"""What happens by itself at the desk of health."""

from __future__ import annotations

from registan.health.jobs_alerts import screen_counts, try_methods
from registan.health.jobs_letters import tell_officials
from registan.health.jobs_scenarios import compute_forgotten_scenarios, compute_scenario
from registan.health.jobs_settlement import compute_forgotten_proposals, compute_proposal
from registan.health.jobs_silence import follow_silences

__all__ = [
    "compute_forgotten_proposals",
    "compute_forgotten_scenarios",
    "compute_proposal",
    "compute_scenario",
    "follow_silences",
    "screen_counts",
    "tell_officials",
    "try_methods",
]
