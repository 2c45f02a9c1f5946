"""The renewal forecast: known answers, its chance, its spread, and the ensemble."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from registan.kernel.epi.baseline import baseline
from registan.kernel.epi.renewal import STANDARD, Renewal, ensemble, renewal
from registan.kernel.epi.scoring import score
from registan.kernel.epi.serial_interval import serial_interval

WEIGHTS = serial_interval(4.7, 2.9, 22)
# No noise but that of the posterior, and R that stays: the pure renewal equation.
BARE = Renewal(prior_sd=50, dispersion=1e-6, persistence=1, change_sd=0, share=0, size=1e9)
MIDDLE = 11


def test_steady_counts_stay_without_noise() -> None:
    found = renewal(np.full((1, 8), 7e4), WEIGHTS, seed=1, model=BARE)
    assert found[0, :, MIDDLE] == pytest.approx([7e4] * 4, rel=0.01)


def test_growth_goes_on_without_noise() -> None:
    weeks = 1e4 * 1.3 ** np.arange(10)
    found = renewal(weeks, WEIGHTS, seed=1, model=BARE)[0, :, MIDDLE]
    assert found / weeks[-1] == pytest.approx(1.3 ** np.arange(1, 5), rel=0.15)


def test_growth_fades_where_it_is_not_persistent() -> None:
    weeks = 1e4 * 1.5 ** np.arange(10)
    fading = renewal(weeks, WEIGHTS, seed=1)[0, :, MIDDLE]
    assert fading[3] / fading[2] < fading[1] / fading[0]


def test_the_spread_grows_with_the_horizon_and_is_in_order() -> None:
    found = renewal(np.full((1, 20), 5000.0), WEIGHTS, seed=1)[0]
    assert (np.diff(found, axis=1) >= 0).all()
    assert (np.diff(found[:, -2] - found[:, 1]) > 0).all()


def test_the_same_seed_gives_the_same_numbers() -> None:
    weeks = 1000 + 50.0 * np.arange(12)
    one, again, other = (renewal(weeks, WEIGHTS, seed=s, draws=200) for s in (3, 3, 4))
    assert (one == again).all()
    assert (one != other).any()


def test_more_noise_widens_the_forecast() -> None:
    weeks = np.full(20, 5000.0)
    narrow, wide = (
        renewal(weeks, WEIGHTS, seed=1, model=replace(STANDARD, change_sd=sd))[0, 1, [1, -2]]
        for sd in (0.05, 0.3)
    )
    assert wide[1] - wide[0] > narrow[1] - narrow[0]


def test_the_spread_of_growth_does_not_hang_on_the_interval() -> None:
    weeks = np.full(20, 5000.0)
    widths = []
    for mean in (2.8, 4.7, 11.7):
        found = renewal(weeks, serial_interval(mean, 0.4 * mean, 40), seed=1)[0, 1]
        widths.append(found[-2] / found[1])
    assert max(widths) < 3 * min(widths)


def test_noughts_and_one_case_are_forecast_too() -> None:
    quiet = renewal([[0.0] * 12, [0.0] * 11 + [1.0]], WEIGHTS, seed=1)
    assert (quiet[0] == 0).all()
    assert np.isfinite(quiet[1]).all()


def test_a_missing_recent_week_gives_no_forecast_and_an_old_one_does_no_harm() -> None:
    weeks = np.full((2, 12), 500.0)
    weeks[0, -2] = weeks[1, 3] = np.nan
    found = renewal(weeks, WEIGHTS, seed=1, draws=50)
    assert np.isnan(found[0]).all()
    assert np.isfinite(found[1]).all()


def test_a_series_shorter_than_the_interval_gives_no_forecast() -> None:
    assert np.isnan(renewal([[5.0, 6, 7]], WEIGHTS, seed=1)).all()


def test_an_impossible_count_is_named() -> None:
    with pytest.raises(ValueError, match="series 0, week 2"):
        renewal([[5, -1, 7]], WEIGHTS, seed=1)
    with pytest.raises(ValueError, match="series 0, week 1"):
        renewal([[1e300, 1, 7]], WEIGHTS, seed=1)


def test_an_explosion_stays_finite() -> None:
    wild = replace(STANDARD, persistence=2.0, change_sd=5.0, most_sd=5.0)
    assert np.isfinite(renewal(1e6 * 9.0 ** np.arange(6), WEIGHTS, seed=1, model=wild)).all()


def test_the_ensemble_leaves_out_who_does_not_forecast() -> None:
    of_one = np.full((4, 23), np.nan)
    assert (ensemble([of_one, np.full((4, 23), 3.0)]) == 3).all()
    assert np.isnan(ensemble([of_one, of_one])).all()


def test_it_beats_the_baseline_on_an_epidemic_of_its_kind() -> None:
    rng = np.random.default_rng(6)
    weeks, growth = [2000.0], 0.0
    for _ in range(90):
        growth = 0.8 * growth + rng.normal(0, 0.15)
        weeks.append(float(rng.poisson(weeks[-1] * np.exp(growth))))
    totals = {"ours": 0.0, "hub": 0.0}
    for origin in range(30, 90, 4):
        known, outcome = weeks[: origin + 1], weeks[origin + 1]
        of_hub = baseline(known, seed=1, draws=2000, horizons=1)
        ours = ensemble([renewal(known, WEIGHTS, seed=1, draws=500, horizons=1)[0], of_hub])
        totals["ours"] += float(score(ours, [outcome], log=True).wis[0])
        totals["hub"] += float(score(of_hub, [outcome], log=True).wis[0])
    assert totals["ours"] < totals["hub"]
