"""Serial interval, reproduction number and scores: known answers and properties."""

from __future__ import annotations

import numpy as np
import pytest

from registan.kernel.epi.reproduction import reproduction
from registan.kernel.epi.scoring import LEVELS, is_covered, score
from registan.kernel.epi.serial_interval import serial_interval

WEIGHTS = serial_interval(4.7, 2.9, 30)


def test_the_interval_sums_to_one_and_keeps_its_mean() -> None:
    weights = serial_interval(4.7, 2.9, 200)
    assert weights.sum() == pytest.approx(1, abs=1e-10)
    assert weights @ np.arange(200) == pytest.approx(4.7, abs=1e-9)


def test_an_interval_of_a_day_or_less_is_refused() -> None:
    with pytest.raises(ValueError, match="mean above 1"):
        serial_interval(1.0, 0.5, 10)


def test_constant_incidence_has_a_reproduction_number_of_one() -> None:
    found = reproduction(np.full((1, 90), 1e6), WEIGHTS)
    assert found.mean[0, -1] == pytest.approx(1, abs=1e-4)


def test_scaled_counts_leave_the_reproduction_number() -> None:
    daily = 1e5 + 1e4 * np.sin(np.arange(80) / 9)
    found = reproduction([daily, daily * 1e4], WEIGHTS)
    known = ~np.isnan(found.mean[0])
    assert found.mean[0, known] == pytest.approx(found.mean[1, known], rel=1e-4)


def test_a_missing_day_silences_only_the_windows_that_it_reaches() -> None:
    daily = np.full((1, 60), 50.0)
    daily[0, 20] = np.nan
    found = reproduction(daily, [0, 0.5, 0.5], window=3)
    silent = np.flatnonzero(np.isnan(found.mean[0]) & (found.ends > 5))
    assert found.ends[silent].tolist() == [21, 22, 23, 24, 25]


def test_imported_cases_pass_on_but_are_not_passed_on_to() -> None:
    daily = np.full((1, 90), 1e6)
    half = reproduction(daily, WEIGHTS, imported=daily / 2)
    assert half.mean[0, -1] == pytest.approx(0.5, abs=1e-4)
    none = reproduction(daily, WEIGHTS, imported=daily * 0)
    assert (none.mean[0, -20:] == reproduction(daily, WEIGHTS).mean[0, -20:]).all()


def test_more_imported_than_counted_is_named() -> None:
    with pytest.raises(ValueError, match="series 0, day 2: more imported"):
        reproduction([[1, 2, 3]], WEIGHTS, imported=[[0, 3, 0]])


def test_a_negative_count_is_named_by_its_place() -> None:
    with pytest.raises(ValueError, match="series 1, day 3"):
        reproduction([[1, 2, 3], [1, 2, -3]], WEIGHTS)


def test_a_series_shorter_than_the_window_has_no_estimate() -> None:
    assert reproduction([[1, 2, 3]], WEIGHTS).mean.shape == (1, 0)


def test_all_missing_gives_no_estimate() -> None:
    assert np.isnan(reproduction(np.full((2, 30), np.nan), WEIGHTS).mean).all()


def test_a_point_forecast_scores_its_absolute_error() -> None:
    for twice in (False, True):
        assert score([[5.0] * 23], [8.0], median_twice=twice).wis == pytest.approx([3.0])


def test_the_score_is_twice_the_mean_pinball_loss() -> None:
    q, y = np.sort(np.random.default_rng(4).gamma(2, 50, (40, 23))), np.linspace(0, 300, 40)
    gap = y[:, None] - q
    pinball = np.where(gap >= 0, gap * LEVELS, gap * (np.asarray(LEVELS) - 1))
    assert score(q, y).wis == pytest.approx(2 * pinball.mean(axis=1))


def test_a_missing_outcome_has_no_score() -> None:
    assert np.isnan(score([[5.0] * 23], [np.nan]).wis[0])
    assert np.isnan(is_covered([[5.0] * 23], [np.nan], 95)[0])


def test_falling_quantiles_are_refused() -> None:
    with pytest.raises(ValueError, match="forecast 0"):
        score([list(range(23, 0, -1))], [1.0])
