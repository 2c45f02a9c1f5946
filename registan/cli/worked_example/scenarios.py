"""The scenario of the example: a respiratory infection that begins in one State, in round figures.

It is commissioned here and computed by the worker when it first runs: nothing is stored beforehand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.acts.scenarios import commission_scenario
from registan.health.populations import read_populations
from registan.kernel.epi.assumptions import BY_PEOPLE, Assumptions, Place, Trigger

if TYPE_CHECKING:
    from datetime import datetime

    from registan.cli.worked_example.cast import Cast
    from registan.cli.worked_example.material import Material
    from registan.health.models import Scenario

NAMES = {
    "ru": "Новая респираторная инфекция",
    "zh": "新型呼吸道传染病",
    "en": "A new respiratory infection",
}
BEGINS_IN, BEDS_PER_100_000 = "KZ", 60


def play_scenario(cast: Cast, material: Material, now: datetime) -> Scenario:
    """The Secretariat commissions it."""
    told = read_populations(material.folder.parent)
    places = tuple(
        Place(key, found.people, found.source, found.people * BEDS_PER_100_000 // 100_000,
              20 if key == BEGINS_IN else 0)
        for key, found in told.items()
    )  # fmt: skip
    assumed = Assumptions(
        places=places, age_shares=(0.24, 0.67, 0.09),
        contacts=((8.0, 5.0, 0.5), (3.0, 8.0, 1.0), (1.0, 4.0, 2.0)), r0=2.5, transmission=None,
        latent_days=3.0, infectious_days=5.0, hospital=(0.002, 0.01, 0.06), stay_days=10.0,
        abroad=0.0005, routes=BY_PEOPLE, links=(), reported=0.3, report_delay=3,
        local=Trigger(1.0, 3, 0.45, 60, 21, 10, 14), travel=Trigger(1.0, 3, 0.2, 90, 14, 5, 5),
        days=730, runs=500, seed=20_201_110,
    )  # fmt: skip
    return commission_scenario(cast.secretariat, assumed, names=NAMES, illustrative=True, now=now)
