"""ABC-SMC: it finds what made the reports, says how sure it is, and is the same for the same seed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from registan.kernel.epi.calibration import Posterior, calibrate, rank
from registan.kernel.epi.fit import Fit, Prior, weekly_reports
from registan.kernel.epi.scenario import Arm, Disease, Region, Scenario
from registan.kernel.epi.seir import simulate

REGION = Region(population=[[200_000], [100_000]], contacts=[[10.0]], abroad=0.02,
                routes=[[0, 1], [1, 0]], reported=0.3, report_size=10.0)  # fmt: skip
SCENARIO = Scenario(Disease(0.03, 3, 5), REGION, infectious=[[50], [10]], days=84)
PRIORS = (Prior("transmission", 0.01, 0.06), Prior("reported", 0.05, 0.9))
FIT = Fit(SCENARIO, Arm(), PRIORS)
TRUTH = (0.035, 0.4)


def reports(truth: tuple[float, ...], seed: int) -> np.ndarray:
    return np.asarray(weekly_reports(FIT, np.array([truth]), seed)[0])


@pytest.fixture(scope="module")
def found() -> Posterior:
    return calibrate(FIT, reports(TRUTH, 77), seed=1, particles=150, rounds=8)


def test_a_run_with_the_parameters_of_the_scenario_is_its_run() -> None:
    own = weekly_reports(FIT, np.array([[0.03, 0.3]]), seed=4, first=9)[0]
    assert np.array_equal(own, simulate(SCENARIO, Arm(), 4, runs=1, first=9).reports[0])


@pytest.mark.parametrize(
    ("name", "value", "change"),
    [
        ("latent_days", 6.0, {"disease": Disease(0.03, 6.0, 5)}),
        ("infectious_days", 2.0, {"disease": Disease(0.03, 3, 2.0)}),
        ("infectious", 2.0, {"infectious": [[100], [20]]}),
    ],
)
def test_each_parameter_changes_what_it_names(name: str, value: float, change: Any) -> None:
    fit = Fit(SCENARIO, Arm(), (Prior(name, 0.5, 9.0),))
    own = weekly_reports(fit, np.array([[value]]), seed=4)[0]
    assert np.array_equal(own, simulate(replace(SCENARIO, **change), Arm(), 4, runs=1).reports[0])


def test_the_truth_lies_within_the_interval_which_is_far_narrower_than_the_prior(
    found: Posterior,
) -> None:
    low, high = found.quantiles([0.025, 0.975])
    assert (low <= TRUTH).all()
    assert (high >= TRUTH).all()
    # Transmission shows in the growth; the share reported hides behind the number of first cases.
    assert high[0] - low[0] < 0.2 * (PRIORS[0].high - PRIORS[0].low)
    assert high[1] - low[1] < 0.7 * (PRIORS[1].high - PRIORS[1].low)


def test_thresholds_fall_and_weights_sum_to_one(found: Posterior) -> None:
    assert list(found.thresholds) == sorted(found.thresholds, reverse=True)
    assert found.weights.sum() == pytest.approx(1.0)
    assert (found.distances <= found.thresholds[-1]).all()
    assert found.runs > 150 * (len(found.thresholds) - 1)


def test_the_same_seed_gives_the_same_posterior(found: Posterior) -> None:
    again = calibrate(FIT, reports(TRUTH, 77), seed=1, particles=150, rounds=8)
    assert np.array_equal(again.theta, found.theta)
    assert np.array_equal(again.weights, found.weights)
    other = calibrate(FIT, reports(TRUTH, 77), seed=2, particles=150, rounds=3)
    assert not np.array_equal(other.theta, found.theta)


def test_without_further_rounds_it_is_the_prior() -> None:
    flat = calibrate(FIT, reports(TRUTH, 77), seed=1, particles=400, rounds=1)
    assert flat.acceptance == (1.0,)
    assert flat.quantiles([0.5])[0] == pytest.approx([0.035, 0.475], rel=0.1)


def test_ranks_count_the_draws_below_the_truth() -> None:
    even = Posterior(
        np.linspace(0, 1, 101)[:, None], np.full(101, 1 / 101), np.zeros(101), (), (), 0
    )
    rng = np.random.default_rng(1)
    assert rank(even, [2.0], 50, rng) == [50]
    assert rank(even, [-1.0], 50, rng) == [0]
    assert rank(even, [0.5], 2_000, rng)[0] == pytest.approx(1_000, abs=100)


def test_quantiles_follow_the_weights() -> None:
    heavy = Posterior(np.array([[0.0], [1.0]]), np.array([0.1, 0.9]), np.zeros(2), (), (), 0)
    assert heavy.quantiles([0.99])[0, 0] == 1.0
    assert heavy.quantiles([0.5])[0, 0] > 0.5


@pytest.mark.parametrize(
    ("fit", "said"),
    [
        (replace(FIT, priors=()), "priors"),
        (replace(FIT, priors=(*PRIORS, PRIORS[0])), "each once"),
        (replace(FIT, priors=(Prior("luck", 0, 1),)), "each once"),
        (replace(FIT, priors=(Prior("transmission", 0.5, 0.1),)), "the lower end first"),
        (replace(FIT, priors=(Prior("reported", 0.5, 1.5),)), "from 0 to 1"),
        (replace(FIT, priors=(Prior("latent_days", 0.0, 5),)), "from 0.1"),
        (replace(FIT, priors=(Prior("transmission", 0.0, float("nan")),)), "transmission"),
    ],
)
def test_priors_that_cannot_be_are_refused(fit: Fit, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        calibrate(fit, np.zeros((2, 12)), 1)


@pytest.mark.parametrize(
    ("observed", "asked", "said"),
    [
        (np.zeros((2, 3)), {}, "weekly reports are asked"),
        (np.full((2, 12), -1.0), {}, "from 0 are asked"),
        (np.full((2, 12), np.nan), {}, "not reported"),
        (np.zeros((2, 12)), {"particles": 10**6}, "particles"),
        (np.zeros((2, 12)), {"rounds": 0}, "rounds"),
    ],
)
def test_reports_that_cannot_be_are_refused(observed: Any, asked: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        calibrate(FIT, observed, 1, **asked)


def test_reports_that_the_model_cannot_make_end_in_an_answer_and_no_hang() -> None:
    far = calibrate(FIT, np.full((2, 12), 10.0**9), seed=1, particles=50, rounds=30)
    assert len(far.thresholds) <= 30
    assert far.distances.min() > 100
