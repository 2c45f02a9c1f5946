"""The nowcast: known answers, what is not told, and the interval that R gives beside the paper's."""

from __future__ import annotations

import numpy as np
import pytest

from registan.kernel.epi.lawless import lawless
from registan.kernel.epi.nowcast import fitted_size, nowcast, triangle

SHARES = np.array([0.3, 0.3, 0.25, 0.15])  # of delays 0..3
FULL = np.random.default_rng(5).poisson(200 * SHARES, (60, 4)).astype(float)


def test_it_sees_what_is_still_to_come() -> None:
    found = nowcast(FULL)
    truth = FULL.sum(axis=1)
    assert found.share[-1] == pytest.approx(0.3, abs=0.02)
    inside = (found.quantiles[-3:, 0] <= truth[-3:]) & (truth[-3:] <= found.quantiles[-3:, -1])
    assert inside.all()
    assert found.point[-1] == pytest.approx(FULL[-1, 0] / found.share[-1])


def test_what_is_complete_stands_as_it_is() -> None:
    found = nowcast(FULL)
    assert (found.quantiles[:-3] == FULL[:-3].sum(axis=1)[:, None]).all()


def test_the_future_of_a_triangle_is_not_looked_at() -> None:
    hidden = FULL.copy()
    hidden[-1, 1:] = 1e6
    assert (nowcast(hidden).quantiles == nowcast(FULL).quantiles).all()


def test_below_a_fifth_nothing_is_told() -> None:
    late = np.tile([10.0, 30, 60], (30, 1))
    found = nowcast(late)
    assert found.few.tolist() == [False] * 29 + [True]
    assert np.isnan(found.point[-1])
    assert np.isnan(found.quantiles[-1]).all()


def test_delays_never_seen_are_those_of_the_group() -> None:
    small = np.zeros((30, 4))
    small[:, 0] = 2
    alone, grouped = nowcast(small), nowcast(small, group=[FULL])
    assert alone.share[-1] == 1
    assert grouped.share[-1] == pytest.approx(nowcast(FULL).share[-1], abs=1e-12)


def test_no_case_at_all_leaves_nothing_to_tell_without_a_group() -> None:
    empty = np.zeros((30, 4))
    assert nowcast(empty).few[-3:].all()
    grouped = nowcast(empty, group=[FULL])
    assert grouped.point[-1] == 0
    assert grouped.quantiles[-1, -1] > 0


def test_a_short_history_gives_a_point_without_spread() -> None:
    found = nowcast(FULL[:4])
    assert np.isfinite(found.point[-1])
    assert np.isnan(found.quantiles[-1]).all()


def test_most_intervals_of_95_hold_the_truth() -> None:
    rng = np.random.default_rng(11)
    held = []
    for now in range(30, 60):
        rows = rng.poisson(SHARES * rng.gamma(8, 25, (now, 1))).astype(float)
        found = nowcast(rows)
        total = rows.sum(axis=1)
        held += (
            (found.quantiles[-3:, 1] <= total[-3:]) & (total[-3:] <= found.quantiles[-3:, -2])
        ).tolist()
    assert 0.88 <= np.mean(held) <= 0.99


def test_extreme_counts_do_not_hang() -> None:
    huge = nowcast(FULL * 1e13)
    assert np.isfinite(huge.point).all()
    assert np.isnan(huge.quantiles[-1]).all()


def test_the_size_is_found_again() -> None:
    rng = np.random.default_rng(3)
    mean = rng.uniform(20, 80, 4000)
    assert fitted_size(mean, rng.negative_binomial(4, 4 / (4 + mean))) == pytest.approx(4, rel=0.1)
    assert np.isnan(fitted_size([5], [6]))


def test_corrections_downwards_are_taken_from_the_latest_reports() -> None:
    assert triangle([[10, 14, 8], [3, 2, 5]]).tolist() == [[8, 0, 0], [2, 0, 3]]


def test_a_negative_total_is_named() -> None:
    with pytest.raises(ValueError, match="time 2, delay 1"):
        triangle([[1, 2], [3, -1]])


def test_strict_limits_are_in_order_where_those_of_r_are_not() -> None:
    late = np.tile([1.0, 4, 20, 75], (12, 1))
    late[-1, 0] = 3
    late = np.where(np.arange(4) > np.arange(12)[::-1][:, None], np.nan, late)
    as_r, strict = lawless(late, r_compat=True), lawless(late)
    assert as_r.low[-1] > as_r.high[-1]
    ordered = (strict.reported <= strict.low) & (strict.low <= strict.median)
    assert (ordered & (strict.median <= strict.high)).all()


def test_what_is_not_known_of_the_delays_widens_the_strict_interval() -> None:
    few = np.where(np.arange(4) > np.arange(12)[::-1][:, None], np.nan, FULL[:12])
    as_r, strict = lawless(few, r_compat=True), lawless(few)
    assert strict.high[-1] - strict.low[-1] > as_r.high[-1] - as_r.low[-1]
