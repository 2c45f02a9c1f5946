"""What happens by itself at the desk of health."""

from __future__ import annotations

from registan.health.jobs_alerts import screen_counts, try_methods
from registan.health.jobs_scenarios import compute_forgotten_scenarios, compute_scenario

__all__ = ["compute_forgotten_scenarios", "compute_scenario", "screen_counts", "try_methods"]
