"""The baseline forecast: known answers, its symmetry, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest

from registan.kernel.epi.baseline import baseline

WEEKS = [900.0, 1000, 950, 1100, 1050, 1200]


def test_one_week_ahead_takes_past_changes_in_both_directions() -> None:
    found = baseline(WEEKS, seed=1)[0]
    both = [100, -50, 150, -50, 150, -100, 50, -150, 50, -150]
    assert found[[2, 11, 20]] == pytest.approx(1200 + np.quantile(both, [0.05, 0.5, 0.95]))


def test_the_median_stays_at_the_last_week() -> None:
    assert baseline(WEEKS, seed=1, draws=2000)[:, 11] == pytest.approx([1200] * 4)


def test_the_same_seed_gives_the_same_numbers() -> None:
    one, again, other = (baseline(WEEKS, seed=s, draws=500) for s in (3, 3, 4))
    assert (one == again).all()
    assert (one != other).any()


def test_constant_counts_are_forecast_without_spread() -> None:
    assert (baseline([1e9] * 5, seed=1, draws=100) == 1e9).all()


def test_a_missing_last_week_gives_no_forecast() -> None:
    assert np.isnan(baseline([5, 6, np.nan], seed=1)).all()


def test_a_single_week_gives_no_forecast() -> None:
    assert np.isnan(baseline([5], seed=1)).all()


def test_a_negative_week_is_named() -> None:
    with pytest.raises(ValueError, match="week 2"):
        baseline([5, -1, 4], seed=1)
