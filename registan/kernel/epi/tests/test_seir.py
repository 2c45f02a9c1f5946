"""The scenario model against theory: final size, extinction, people kept, States apart, paired arms."""

from __future__ import annotations

from dataclasses import fields, replace
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy.optimize import brentq

from registan.kernel.epi.scenario import Arm, Disease, Measure, Region, Scenario, ready
from registan.kernel.epi.seir import MOST_RUNS, Outcomes, chunks, joined, simulate
from registan.kernel.epi.seir_run import _one_run
from registan.kernel.epi.streams import stream

if TYPE_CHECKING:
    from collections.abc import Mapping

FLU = Disease(transmission=0.04, latent_days=3, infectious_days=5)
SEVERE = replace(
    FLU, hospital=[0.02, 0.2], death=[0.0, 0.01], hospital_death=[0.1, 0.4], stay_days=8
)
CONTACTS = [[8.0, 4.0], [6.0, 3.0]]
TWO = Region(
    population=[[60_000, 40_000], [30_000, 20_000]], contacts=CONTACTS, abroad=0.01,
    routes=[[0, 1], [1, 0]], reported=0.5, report_delay=[0.2, 0.5, 0.3], report_size=20.0,
)  # fmt: skip
OUTBREAK = Scenario(SEVERE, TWO, infectious=[[20, 0], [0, 0]], days=200)
CLOSE = Measure(level=5.0, factor=0.4, days=2, delay=10, shared_delay=2)
ALONE, TOGETHER = Arm(local=CLOSE), Arm(local=CLOSE, joint=True)


def single(people: int, infectious: int, contacts: float = 10.0, days: int = 600) -> Scenario:
    region = Region(population=[[people]], contacts=[[contacts]])
    return Scenario(FLU, region, infectious=[[infectious]], days=days)


def assert_equal(one: Outcomes, other: Outcomes) -> None:
    for field in fields(Outcomes):
        assert np.array_equal(getattr(one, field.name), getattr(other, field.name)), field.name


def reproduction(contacts: float) -> float:
    """Exact for the daily chain: mean days infectious are 1 / (1 - exp(-1 / D))."""
    return 0.04 * contacts / (1 - exp(-1 / FLU.infectious_days))


def test_the_final_size_is_that_of_the_theory() -> None:
    people, infectious = 2_000_000, 200
    ratio, seed = reproduction(10.0), infectious / people
    expected = brentq(lambda z: 1 - exp(-ratio * (z + seed)) - z / (1 - seed), 0.1, 1.0)
    found = simulate(single(people, infectious), Arm(), seed=4, runs=40)
    assert found.infections.mean() / people == pytest.approx(expected, rel=0.002)


def test_below_one_it_dies_out_after_the_expected_number() -> None:
    """A subcritical branching process: I0 R / (1 - R) infections in the mean."""
    ratio = reproduction(2.0)
    found = simulate(single(10**8, 100, contacts=2.0), Arm(), seed=5, runs=300)
    assert ratio < 1
    assert found.infections.mean() == pytest.approx(100 * ratio / (1 - ratio), rel=0.05)
    assert found.onsets[:, 0, -8:].sum() == 0


def test_smaller_steps_come_nearer_to_continuous_time() -> None:
    expected = brentq(lambda z: 1 - exp(-2.0 * z) - z, 0.1, 1.0)
    sizes = [
        simulate(replace(single(10**6, 100), steps=steps), Arm(), seed=6, runs=20).infections.mean()
        for steps in (1, 8)
    ]
    errors = [abs(size / 10**6 - expected) for size in sizes]
    assert errors[1] < errors[0] / 4


@pytest.mark.parametrize("steps", [1, 3])
def test_every_person_is_kept(steps: int) -> None:
    world = ready(replace(OUTBREAK, steps=steps, days=80), TOGETHER)
    weeks, zeros = -(-world.days // 7), np.zeros
    streams = np.array([stream(np.uint64(2), 0, patch) for patch in range(2)], dtype=np.uint64)
    state = _one_run(
        world, streams, zeros(2, np.int64), zeros(1, np.int64), zeros(2, np.int64),
        zeros((2, 2), np.int64), zeros(2, np.int64), *(zeros((2, weeks), np.int64) for _ in range(3)),
    )  # fmt: skip
    assert np.array_equal(state.sum(axis=0), world.people)
    assert state.min() >= 0
    assert state[1:].sum() > 500


def test_without_travel_a_state_is_as_if_it_were_alone() -> None:
    apart = replace(OUTBREAK, region=replace(TWO, abroad=0.0), infectious=[[20, 0], [20, 0]])
    first = replace(
        apart, region=replace(TWO, population=[[60_000, 40_000]], abroad=0.0, routes=None),
        infectious=[[20, 0]],
    )  # fmt: skip
    both, one = (simulate(each, ALONE, seed=3, runs=5) for each in (apart, first))
    assert np.array_equal(both.infections[:, :1], one.infections)
    assert np.array_equal(both.reports[:, :1], one.reports)
    assert both.infections[:, 1].min() > 0


def test_without_travel_nothing_comes_to_a_state_that_has_none() -> None:
    apart = replace(OUTBREAK, region=replace(TWO, abroad=0.0))
    found = simulate(apart, Arm(), seed=3, runs=20)
    assert found.infections[:, 1].sum() == 0
    assert simulate(OUTBREAK, Arm(), seed=3, runs=20).infections[:, 1].min() > 0


def test_a_closed_border_keeps_it_out() -> None:
    closed = Arm(travel=Measure(level=0.0, factor=0.0, days=1, delay=0, shared_delay=0), joint=True)
    later = replace(OUTBREAK, region=replace(TWO, abroad=1e-5))
    found = simulate(later, closed, seed=3, runs=20)
    assert found.travel_days.min() > 150
    assert found.infections[:, 1].sum() < simulate(later, Arm(), 3, runs=20).infections[:, 1].sum()


def test_the_same_seed_gives_the_same_runs_in_any_pieces() -> None:
    whole = simulate(OUTBREAK, TOGETHER, seed=8, runs=120)
    parts = [simulate(OUTBREAK, TOGETHER, 8, first=first, runs=n) for first, n in chunks(120, 37)]
    assert [len(part.deaths) for part in parts] == [37, 37, 37, 9]
    assert_equal(whole, joined(parts))
    assert not np.array_equal(
        whole.infections, simulate(OUTBREAK, TOGETHER, 9, runs=120).infections
    )


def test_arms_that_do_not_differ_give_the_same_runs() -> None:
    never = Arm(local=replace(CLOSE, level=1e9), joint=True)
    assert_equal(simulate(OUTBREAK, Arm(), 1, runs=10), simulate(OUTBREAK, never, 1, runs=10))


def test_paired_runs_are_the_same_until_a_measure_begins() -> None:
    free, closed = (simulate(OUTBREAK, arm, 1, runs=30) for arm in (Arm(), ALONE))
    for run in range(30):
        week = closed.first_day[run].min() // 7
        assert week > 1
        assert np.array_equal(free.onsets[run, :, :week], closed.onsets[run, :, :week])
    assert not np.array_equal(free.onsets, closed.onsets)


def test_the_same_random_numbers_narrow_the_difference() -> None:
    mild = Arm(local=replace(CLOSE, factor=0.95))
    free, paired = (
        simulate(OUTBREAK, arm, 1, runs=200).deaths.sum(axis=1) for arm in (Arm(), mild)
    )
    other = simulate(OUTBREAK, mild, 2, runs=200).deaths.sum(axis=1)
    assert (free - paired).std() < 0.8 * (free - other).std()


def test_a_measure_begins_after_its_delay_and_lasts_its_time() -> None:
    sure = replace(
        OUTBREAK, region=replace(TWO, reported=1.0, report_delay=1.0, report_size=np.inf)
    )
    measure = replace(CLOSE, level=0.001, days=1, delay=4, lasts=6, factor=1.0)
    found = simulate(sure, Arm(local=measure), seed=1, runs=20)
    # Twenty are infectious on day 0; the first reports come days later, the measure four days after.
    assert (found.first_day[:, 0] >= 5).all()
    earlier = simulate(sure, Arm(local=replace(measure, delay=0)), seed=1, runs=20)
    assert np.array_equal(found.first_day[:, 0] - earlier.first_day[:, 0], [4] * 20)
    once = replace(measure, lasts=6, delay=199)
    assert simulate(sure, Arm(local=once), seed=1, runs=5).local_days.max() <= 6


def test_an_alarm_elsewhere_brings_the_measure_forward_in_the_joint_arm() -> None:
    alone, joint = (simulate(OUTBREAK, arm, 1, runs=40) for arm in (ALONE, TOGETHER))
    assert (joint.first_day <= alone.first_day).all()
    assert (joint.first_day[:, 1] < alone.first_day[:, 1]).mean() > 0.9
    shared = joint.first_day
    assert (shared[:, 0] == shared[:, 1]).mean() > 0.9


def test_deaths_and_beds_are_those_of_the_shares() -> None:
    region = Region(population=[[10**7, 10**7]], contacts=[[5.0, 5.0], [5.0, 5.0]])
    found = simulate(Scenario(SEVERE, region, [[50, 50]], days=500), Arm(), seed=2, runs=5)
    infected = found.infections[:, 0, :] + 50
    expected = infected[:, 0] * 0.02 * 0.1 + infected[:, 1] * (0.2 * 0.4 + 0.8 * 0.01)
    assert found.deaths[:, 0] == pytest.approx(expected, rel=0.01)
    assert (found.beds.max(axis=2) == found.peak_beds).all()
    assert (found.peak_beds_all == found.peak_beds[:, 0]).all()


def test_treatment_lowers_deaths_and_lent_courses_reach_who_has_none() -> None:
    stocked = replace(OUTBREAK, region=replace(TWO, courses=[40_000, 0], reserve=[20_000, 0]))
    kept, lent = (
        simulate(stocked, Arm(treatment_day=0, effect=0.8, lends=lends), 1, runs=20)
        for lends in (False, True)
    )
    none = simulate(stocked, Arm(), 1, runs=20)
    assert kept.deaths[:, 0].sum() < 0.5 * none.deaths[:, 0].sum()
    assert np.array_equal(kept.deaths[:, 1], none.deaths[:, 1])
    assert lent.deaths[:, 1].sum() < 0.5 * none.deaths[:, 1].sum()
    assert np.array_equal(kept.infections, lent.infections)


def test_reports_are_the_reported_share_of_onsets_with_their_delay() -> None:
    found = simulate(OUTBREAK, Arm(), 1, runs=50)
    assert found.reports.sum() / found.onsets.sum() == pytest.approx(0.5, rel=0.03)
    early = found.onsets.sum(axis=(0, 1)).cumsum() / found.onsets.sum()
    assert (found.reports.sum(axis=(0, 1)).cumsum() / found.reports.sum() <= early + 0.01).all()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"population": [[0, 0], [1, 1]]}, "State number 0 has no people"),
        ({"population": [[1.5, 1], [1, 1]]}, "not a whole number"),
        ({"population": [[-1, 9], [1, 1]]}, "from 0 are asked"),
        ({"population": [[float("nan"), 9], [1, 1]]}, "from 0 are asked"),
        ({"population": [[1e30, 9], [1, 1]]}, "from 0 are asked"),
        ({"population": [5, 6]}, "States x ages"),
        ({"contacts": [[1.0]]}, "ages x ages"),
        ({"contacts": [[-1.0, 1], [1, 1]]}, "contacts: numbers from 0"),
        ({"abroad": 1.5}, "abroad: numbers from 0 to 1"),
        ({"abroad": [0.1, 0.1, 0.1]}, "one number or 2"),
        ({"routes": [[0, 1]]}, "routes"),
        ({"report_delay": []}, "report_delay"),
        ({"report_delay": [0.0]}, "no sum"),
        ({"report_size": 0.0}, "report_size"),
    ],
)  # fmt: skip
def test_a_region_that_cannot_be_is_refused(change: Mapping[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        simulate(replace(OUTBREAK, region=replace(TWO, **change)), Arm(), 1, runs=1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"days": 0}, "days: 0"),
        ({"days": 10**6}, "days"),
        ({"steps": 100}, "steps"),
        ({"infectious": [[10**9, 0], [0, 0]]}, "more people are infectious"),
        ({"infectious": [[1]]}, "numbers are asked"),
        ({"disease": replace(FLU, latent_days=0.0)}, "latent_days"),
        ({"disease": replace(FLU, transmission=float("nan"))}, "transmission"),
        ({"disease": replace(FLU, hospital=[2.0, 0.0])}, "hospital"),
    ],
)
def test_a_scenario_that_cannot_be_is_refused(change: Mapping[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        simulate(replace(OUTBREAK, **change), Arm(), 1, runs=1)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"runs": 10**6}, f"from 1 to {MOST_RUNS:,}"),
        ({"runs": 0}, "runs: 0"),
        ({"runs": -1}, "runs: -1"),
        ({"runs": 1, "seed": -1}, "seed"),
        ({"runs": 1, "first": -1}, "first"),
        ({"runs": 100_000, "scenario": replace(OUTBREAK, days=3_650)}, "ask for fewer runs"),
    ],
)
def test_more_than_can_be_computed_is_refused_with_its_limit(
    asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        simulate(**{"scenario": OUTBREAK, "arm": Arm(), "seed": 1, **asked})


def test_an_age_group_without_people_harms_nothing() -> None:
    empty = replace(OUTBREAK, region=replace(TWO, population=[[60_000, 0], [30_000, 0]]))
    found = simulate(empty, TOGETHER, 1, runs=5)
    assert found.infections[:, :, 1].sum() == 0
    assert found.infections[:, 0, 0].min() > 0


def test_a_billion_people_are_counted_to_the_last() -> None:
    found = simulate(single(10**9, 1_000, days=900), Arm(), 1, runs=3)
    assert (found.infections <= 10**9 - 1_000).all()
    assert found.infections.min() > 5 * 10**8


def test_a_state_without_routes_has_all_its_contacts_at_home() -> None:
    lonely = replace(OUTBREAK, region=replace(TWO, abroad=0.5, routes=[[0, 0], [1, 0]]))
    home = replace(OUTBREAK, region=replace(TWO, abroad=[0.0, 0.5], routes=[[0, 1], [1, 0]]))
    assert_equal(simulate(lonely, ALONE, 1, runs=3), simulate(home, ALONE, 1, runs=3))


def test_progress_is_told_to_the_end() -> None:
    told: list[float] = []
    simulate(single(1_000, 5, days=10), Arm(), 1, runs=120, progress=told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)
