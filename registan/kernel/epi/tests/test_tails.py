"""Elementary functions and tails beside the standard library and scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from registan.kernel.epi.elementary import exp, log
from registan.kernel.epi.tails import (
    negative_binomial_bound,
    negative_binomial_tail,
    normal_bound,
    normal_tail,
    poisson_tail,
    t_tails,
)


@settings(deadline=None)
@given(st.floats(-700, 700))
def test_exp_is_within_two_units_of_the_last_place(x: float) -> None:
    assert exp(x) == pytest.approx(math.exp(x), rel=5e-16, abs=0)


@settings(deadline=None)
@given(st.floats(1e-300, 1e300))
def test_log_is_within_two_units_of_the_last_place(x: float) -> None:
    assert log(x) == pytest.approx(math.log(x), rel=5e-16, abs=1e-300)


def test_digits_that_must_be_the_same_everywhere() -> None:
    assert exp(1.5).hex() == "0x1.1ed3fe64fc541p+2"
    assert log(10.0).hex() == "0x1.26bb1bbb55516p+1"
    assert normal_tail(2.58).hex() == "0x1.43bfb61f10c00p-8"


@settings(deadline=None)
@given(st.floats(-8, 37))
def test_the_normal_tail(z: float) -> None:
    assert normal_tail(z) == pytest.approx(stats.norm.sf(z), rel=1e-11)


@settings(deadline=None)
@given(st.floats(-50, 50), st.integers(1, 400))
def test_the_tails_of_t(t: float, freedom: int) -> None:
    assert t_tails(t, freedom) == pytest.approx(2 * stats.t.sf(abs(t), freedom), rel=1e-9)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.floats(1e-6, 1e6))
def test_the_poisson_tail(k: int, mean: float) -> None:
    assert poisson_tail(k, mean) == pytest.approx(
        stats.poisson.sf(k - 1, mean), rel=1e-8, abs=1e-290
    )


@settings(deadline=None)
@given(st.integers(0, 10**6), st.floats(1e-3, 1e6), st.floats(1.001, 1e4))
def test_the_negative_binomial_tail(k: int, mean: float, spread: float) -> None:
    theirs = stats.nbinom.sf(k - 1, mean / (spread - 1), 1 / spread)
    ours = negative_binomial_tail(float(k), mean, spread)
    assert ours == pytest.approx(theirs, rel=1e-7, abs=1e-290)


@settings(deadline=None)
@given(st.floats(1e-12, 1e12), st.floats(1, 1e9), st.sampled_from([0.05, 0.01, 0.001]))
def test_the_bound_is_the_smallest_that_leaves_no_more_than_alpha(
    mean: float, spread: float, alpha: float
) -> None:
    upper = negative_binomial_bound(mean, spread, alpha, normal_bound(alpha))
    assert negative_binomial_tail(upper + 1, mean, spread) <= alpha * (1 + 1e-9)
    assert negative_binomial_tail(upper, mean, spread) > alpha * (1 - 1e-9)
    assert upper == np.floor(upper)
