"""Joint against unilateral: paired differences, and openly where joint action costs a State more."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from registan.kernel.epi.comparison import compare
from registan.kernel.epi.seir import Outcomes, simulate
from registan.kernel.epi.tests.test_seir import ALONE, OUTBREAK, TOGETHER

PEOPLE = [100_000, 50_000]


def outcomes(runs: int, **given: np.ndarray) -> Outcomes:
    shapes = {"infections": (2, 1), "peak_beds_all": ()}
    empty = {each.name: np.zeros((runs, *shapes.get(each.name, (2,))), np.int64)
             for each in fields(Outcomes)}  # fmt: skip
    return Outcomes(**{**empty, **given})


def test_the_differences_are_taken_run_by_run() -> None:
    """Medians of the arms are equal; the differences are not nought."""
    apart = outcomes(3, deaths=np.array([[1, 5], [2, 5], [9, 5]]))
    joint = outcomes(3, deaths=np.array([[2, 5], [9, 5], [1, 4]]))
    found = compare(apart, joint, PEOPLE)
    assert found.states[0].deaths.median == -1
    assert found.states[0].deaths.unilateral == found.states[0].deaths.joint == 2
    assert found.states[0].deaths.share_worse == pytest.approx(2 / 3)
    assert found.states[1].deaths.runs_same == 2
    assert found.together.deaths.median == -1


def test_the_interval_holds_nine_runs_in_ten() -> None:
    apart = outcomes(101, peak_beds=np.stack([np.arange(101)] * 2, axis=1))
    beds = compare(apart, outcomes(101), PEOPLE).states[0].peak_beds
    assert (beds.low, beds.median, beds.high) == (5, 50, 95)


def test_restriction_counts_people_and_the_peak_of_all_is_not_a_sum() -> None:
    apart = outcomes(2, local_days=np.array([[3, 1]] * 2), peak_beds=np.array([[10, 8]] * 2),
                     peak_beds_all=np.array([12, 12]))  # fmt: skip
    found = compare(apart, outcomes(2), PEOPLE)
    assert found.states[0].restriction.median == 300_000
    assert found.together.restriction.median == 350_000
    assert found.together.peak_beds.median == 12


def test_where_joint_action_costs_a_state_more_is_said() -> None:
    people = np.sum(OUTBREAK.region.population, axis=1)
    apart, joint = (simulate(OUTBREAK, arm, 1, runs=60) for arm in (ALONE, TOGETHER))
    found = compare(apart, joint, people)
    assert found.together.infections.median > 0
    assert found.together.infections.low <= found.together.infections.median
    # Who closes earlier, on the alarm of another, is closed for longer.
    assert (1, ("restriction",)) in found.worse_for
    assert compare(joint, apart, people).together.infections.is_worse


def test_arms_that_cannot_be_paired_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be paired"):
        compare(outcomes(2), outcomes(3), PEOPLE)
    with pytest.raises(ValueError, match="people"):
        compare(outcomes(2), outcomes(2), [1, 2, 3])


def test_the_same_arm_twice_averts_nothing() -> None:
    runs = simulate(replace(OUTBREAK, days=60), ALONE, 1, runs=10)
    found = compare(runs, runs, PEOPLE)
    assert found.worse_for == ()
    assert found.together.infections.runs_same == 10
