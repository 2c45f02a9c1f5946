"""Loading the example: in the order in which it would have happened."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from registan.cli.worked_example.alerts import play_signals
from registan.cli.worked_example.assistance import play_assistance
from registan.cli.worked_example.cast import enrol_cast
from registan.cli.worked_example.emergencies import play_emergencies
from registan.cli.worked_example.experience import play_experience
from registan.cli.worked_example.health import play_health
from registan.cli.worked_example.living import play_living
from registan.cli.worked_example.material import read_material
from registan.cli.worked_example.office_key import sign_for_a_state
from registan.cli.worked_example.plans import bring_in_documents
from registan.cli.worked_example.research import play_research
from registan.cli.worked_example.reserves import play_reserves
from registan.cli.worked_example.rounds import RoundPlayer
from registan.cli.worked_example.scenarios import play_scenario
from registan.cli.worked_example.settlement import play_settlement
from registan.cli.worked_example.timeliness import play_timeliness
from registan.cli.worked_example.times import at, example_times
from registan.plans.models import Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path


def is_loaded() -> bool:
    """Whether an illustrative plan is there already."""
    return Plan.objects.filter(illustrative=True).exists()


def load_example(folder: Path, keys: Path, today: date, told: Callable[[int, int], None]) -> Plan:
    """Load the example of the profile in `folder`; `told` hears how far it is (count, of).

    `keys`: a folder of this installation for the key of the example's office.
    """
    times = example_times(today)
    material = read_material(folder)
    cast = enrol_cast(at(times.adopted_on, 8))
    action, work = bring_in_documents(cast, material, times)
    player = RoundPlayer(action, cast, material, times, seed=times.years[0])
    player.join_groups(times.starts_on)
    first = player.play(0, lambda done, of: told(done, 3 * of))
    if closed_on := times.rounds[0].closed_on:
        player.correct(first, closed_on + timedelta(days=20))
    player.change_groups(times.rounds[0].due_on + timedelta(days=60))
    player.play(1, lambda done, of: told(of + done, 3 * of))
    player.amend(times.rounds[2].starts_on + timedelta(days=30))
    RoundPlayer(work, cast, material, times, seed=times.years[1]).play(1, lambda done, of: None)
    third = player.play(2, lambda done, of: told(2 * of + done, 3 * of))
    play_health(cast, material, today)
    play_experience(cast, today)
    play_scenario(cast, material, at(today - timedelta(days=1), 8))
    play_signals(cast, today)
    played = play_emergencies(cast, today)
    play_timeliness(cast, action, played, today)
    play_settlement(cast, play_assistance(cast, today))
    sign_for_a_state(cast, third, keys, today)
    play_reserves(cast, today)
    play_living(cast, action, today)
    play_research(cast, today)
    return action
