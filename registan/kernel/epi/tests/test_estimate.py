"""All estimates of a series at once: the same numbers again, and a reason for each that is missing."""

from __future__ import annotations

import json

import pytest

from registan.kernel.epi.estimate import HORIZONS, estimate

WEEKS = [300.0 + 40 * (n % 5) + 3 * n for n in range(40)]
LATE = [[v / 2 if d == 0 else v for d in range(4)] for v in WEEKS[-25:]]
for place in range(1, 4):
    for delay in range(place, 4):
        LATE[-place][delay] = None  # type: ignore[call-overload]


def test_all_is_told_and_can_be_kept_as_json() -> None:
    found = estimate([*WEEKS[:-1], WEEKS[-1] / 2], known=LATE, interval=(4.7, 2.9), seed=5)
    assert json.loads(json.dumps(found)) == found
    assert found["why"] == {}
    assert found["nowcast"][-1]["point"] == pytest.approx(WEEKS[-1], rel=0.05)
    assert len(found["forecast"]["bands"]) == HORIZONS
    assert all(band == sorted(band) for band in found["forecast"]["bands"])
    assert 0 < found["score"]["rwis"] < 3


def test_the_forecast_starts_from_what_is_still_to_be_reported() -> None:
    last = [*WEEKS[:-1], WEEKS[-1] / 2]
    plain = estimate(last, interval=(4.7, 2.9))["forecast"]["bands"][0][2]
    corrected = estimate(last, known=LATE, interval=(4.7, 2.9))["forecast"]["bands"][0][2]
    assert corrected > 1.3 * plain


def test_the_same_arguments_give_the_same_numbers() -> None:
    assert estimate(WEEKS, interval=(4.7, 2.9), seed=1) == estimate(
        WEEKS, interval=(4.7, 2.9), seed=1
    )


def test_without_an_interval_there_is_the_plain_forecast_and_no_r() -> None:
    found = estimate(WEEKS, seed=1)
    assert found["why"]["r"] == "no_interval"
    assert found["score"]["rwis"] == 1
    assert found["forecast"]["bands"][0][2] == WEEKS[-1]


def test_weeks_awaited_at_the_end_are_told_and_too_many_end_the_forecast() -> None:
    found = estimate([*WEEKS, None], interval=(4.7, 2.9))
    assert found["forecast"]["silent"] == 1
    assert estimate([*WEEKS, None, None, None])["why"]["forecast"] == "silent"


def test_nothing_known_is_nothing_told() -> None:
    assert set(estimate([None] * 20)["why"]) == {"nowcast", "r", "forecast", "score"}
    assert set(estimate([])["why"]) == {"nowcast", "r", "forecast", "score"}
