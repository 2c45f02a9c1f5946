"""Lanes: what takes seconds or minutes to compute does not hold up a letter or the search.

A task says `@task(queue_name=HEAVY)`; each worker takes from the queues of its lane. Free of Django, for
the command line.
"""

from __future__ import annotations

LIGHT, HEAVY = "default", "heavy"
LANES = {"all": (LIGHT, HEAVY), "light": (LIGHT,), "heavy": (HEAVY,)}
# How far the heavy worker of `registan serve` steps back for whoever waits for a page.
STEP_BACK = 10
