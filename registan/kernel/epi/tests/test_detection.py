"""Farrington, EARS and the screen: known answers, bad input, properties."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from registan.kernel.epi.ears import Ears, ears
from registan.kernel.epi.farrington import Farrington, Mode, farrington
from registan.kernel.epi.method import NOUFAILY, Method
from registan.kernel.epi.reasons import Reason
from registan.kernel.epi.reference_weeks import training
from registan.kernel.epi.screening import false_discovery, screen

FIRST = date(2018, 1, 1)
AT = 330
MODES: tuple[Mode, ...] = ("strict", "r-compat")
CONTROLS = (Farrington(), NOUFAILY, Farrington(bound="muan", seasons=10), Farrington(power="none"))


def quiet(weeks: int = AT + 1, mean: float = 20.0) -> NDArray[np.float64]:
    """Weeks that go up and down a little, with a season; the same at each call."""
    week = np.arange(weeks)
    season = 0.3 * np.sin(week * 2 * np.pi / 52.2)
    return np.asarray(np.round(mean * (1 + season + 0.1 * np.cos(week * 2.7))))


def test_ten_seasons_cover_the_year_and_leave_out_half_of_it() -> None:
    found = training(AT, years=5, half=3, seasons=10, left_out=26, first=FIRST)
    assert found is not None
    assert found.weeks[-1] == AT - 27
    assert np.diff(found.weeks).max() == 1
    assert set(found.labels.tolist()) == set(range(10))


def test_one_season_has_windows_of_seven_weeks() -> None:
    found = training(AT, years=5, half=3, seasons=1, left_out=3, first=FIRST)
    assert found is not None
    assert len(found.weeks) == 35


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("controls", CONTROLS)
def test_an_outbreak_raises_the_alarm_and_a_quiet_week_does_not(
    controls: Farrington, mode: Mode
) -> None:
    counts = np.stack([quiet(), quiet()])
    counts[1, AT] += 40
    found = farrington(counts, AT, controls, mode=mode, first=FIRST)
    assert found.alarm.tolist() == [False, True]
    assert (found.p[0] > 0.05, found.p[1] < 1e-4) == (True, True)


def test_constant_counts_have_their_mean_and_the_bound_of_a_poisson_count() -> None:
    found = farrington(np.full((1, AT + 1), 7.0), AT, NOUFAILY, first=FIRST)
    assert found.expected[0] == pytest.approx(7)
    assert (found.upper[0], found.phi[0]) == (14, 1)  # P(Y > 14) = .0057, P(Y > 13) = .0128


def test_without_history_there_is_no_result_and_a_reason() -> None:
    found = farrington(quiet(200)[None], 199, NOUFAILY, first=FIRST)
    assert (found.reason[0], found.alarm[0]) == (Reason.SHORT_HISTORY, False)
    assert np.isnan(found.upper[0])


def test_a_week_that_was_not_reported_has_a_bound_and_no_p() -> None:
    counts = quiet()
    counts[AT] = np.nan
    found = farrington(counts, AT, NOUFAILY, first=FIRST)
    assert (found.reason[0], found.alarm[0]) == (Reason.NOT_REPORTED, False)
    assert np.isnan(found.p[0])
    assert found.upper[0] > found.expected[0]


def test_a_missing_week_of_the_past_is_not_a_zero() -> None:
    counts = np.stack([quiet()] * 3)
    counts[1, AT - 100 : AT - 90] = np.nan
    counts[2, AT - 100 : AT - 90] = 0
    expected = farrington(counts, AT, NOUFAILY, first=FIRST).expected
    assert expected[1] == pytest.approx(expected[0], rel=0.03)
    assert expected[2] < expected[1]


@pytest.mark.parametrize("bad", [-1.0, np.inf, 1e11])
def test_what_is_no_count_is_named_and_kept_out_of_the_past(bad: float) -> None:
    counts = np.stack([quiet(), quiet()])
    counts[0, AT] = bad
    counts[1, AT - 60] = bad
    found = farrington(counts, AT, NOUFAILY, first=FIRST)
    assert found.reason.tolist() == [Reason.NOT_A_COUNT, Reason.NONE]
    assert found.alarm.tolist() == [False, False]


def test_less_than_half_of_the_past_is_too_little_in_strict_mode() -> None:
    counts = quiet()
    counts[: AT - 130] = np.nan
    counts[AT - 261 : AT - 255] = 20
    assert farrington(counts, AT, NOUFAILY, first=FIRST).reason[0] == Reason.FEW_REPORTS


def test_all_missing_has_no_result() -> None:
    found = farrington(np.full((1, AT + 1), np.nan), AT, NOUFAILY, first=FIRST)
    assert found.reason[0] == Reason.FEW_REPORTS


def test_few_cases_raise_no_alarm_and_keep_their_p() -> None:
    counts = np.zeros((1, AT + 1))
    counts[0, AT] = 4
    found = farrington(counts, AT, NOUFAILY, first=FIRST)
    assert (found.reason[0], found.alarm[0]) == (Reason.FEW_CASES, False)
    assert found.p[0] < 1e-6


def test_a_disease_never_seen_before_raises_the_alarm_where_r_has_no_result() -> None:
    counts = np.zeros((1, AT + 1))
    counts[0, AT] = 6
    assert farrington(counts, AT, NOUFAILY, first=FIRST).alarm[0]
    found = farrington(counts, AT, NOUFAILY, first=FIRST, mode="r-compat")
    assert (found.reason[0], found.alarm[0]) == (Reason.NOT_CONVERGED, False)


def test_a_thousand_million_cases_are_computed() -> None:
    found = farrington(quiet(mean=1e9)[None], AT, NOUFAILY, first=FIRST)
    assert found.reason[0] == Reason.NONE
    assert not found.alarm[0]


def test_extreme_overdispersion_ends_and_raises_no_alarm() -> None:
    counts = np.zeros((1, AT + 1))
    counts[0, ::2] = 1e9
    counts[0, AT] = 8
    for controls in CONTROLS:
        assert not farrington(counts, AT, controls, first=FIRST).alarm[0]


def test_a_population_of_zero_has_no_result() -> None:
    people = np.full((2, AT + 1), 1e6)
    people[0, AT] = 0
    people[1, AT - 104] = 0
    controls = Farrington(offset=True)
    found = farrington(np.stack([quiet()] * 2), AT, controls, first=FIRST, population=people)
    assert found.reason.tolist() == [Reason.NO_POPULATION] * 2


def test_a_constant_population_changes_nothing() -> None:
    people = np.full((1, AT + 1), 12345.0)
    with_it = farrington(quiet(), AT, Farrington(offset=True), first=FIRST, population=people)
    without = farrington(quiet(), AT, Farrington(), first=FIRST)
    assert with_it.upper[0] == pytest.approx(without.upper[0], rel=1e-9)


def test_c1_stands_on_the_seven_weeks_before() -> None:
    y = [5.0, 7, 6, 4, 8, 5, 7, 30]
    found = ears([y], 7, Ears("C1"))
    bound = np.mean(y[:7]) + 3.090232306 * np.std(y[:7], ddof=1)
    assert found.upper[0] == pytest.approx(bound, rel=1e-9)
    assert found.alarm[0]


def test_the_two_readings_of_c3_differ_in_the_say_of_the_tested_week() -> None:
    counts = [[5.0, 7, 6, 4, 8, 5, 7, 5, 6, 5, 6, 40]]
    assert ears(counts, 11, Ears("C3")).alarm[0]
    assert not ears(counts, 11, Ears("C3"), mode="r-compat").alarm[0]


def test_a_past_without_spread_needs_a_least_one() -> None:
    counts = [[2.0] * 9 + [3.0]]
    assert ears(counts, 9, Ears("C2")).reason[0] == Reason.NO_SPREAD
    assert ears(counts, 9, Ears("C2", least_sigma=1.0)).reason[0] == Reason.NONE


def test_ears_takes_two_missing_weeks_and_not_three() -> None:
    counts = np.tile(quiet(10), (2, 1))
    counts[0, 2:4] = np.nan
    counts[1, 2:5] = np.nan
    found = ears(counts, 9, Ears("C2"))
    assert found.reason.tolist() == [Reason.NONE, Reason.FEW_REPORTS]


def test_each_series_is_tested_by_what_its_history_allows() -> None:
    counts = np.stack([quiet()] * 4)
    counts[1, : AT - 52 * 3 - 10] = np.nan
    counts[2, : AT - 60] = np.nan
    counts[3] = np.nan
    found = screen(counts, FIRST, AT, Method.desk())
    assert found.rule == ["farrington b=5", "farrington b=3", "ears C2", "ears C2"]
    assert found.reason == ["", "", "", "few_reports"]
    assert found.expected_false_alarms == pytest.approx(0.021)


def test_the_screen_ranks_by_score_and_puts_the_untested_last() -> None:
    counts = np.stack([quiet()] * 3)
    counts[1, AT] += 50
    counts[2] = np.nan
    found = screen(counts, FIRST, AT, Method.desk())
    assert found.order.tolist() == [1, 0, 2]
    assert found.alarm.tolist() == [False, True, False]
    assert found.q[1] == pytest.approx(2 * found.p[1], rel=1e-8)


def test_false_discovery_by_hand() -> None:
    found = false_discovery(np.array([0.01, 0.04, 0.03, np.nan, 0.5]))
    assert found[[0, 1, 2, 4]] == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5], rel=1e-8)
    assert np.isnan(found[3])


@pytest.mark.parametrize(
    "method",
    [
        Method.desk(),
        Method("farrington", "r-compat", Farrington()),
        Method("ears", "strict", ears=Ears("C3")),
    ],
)
def test_a_method_survives_its_record(method: Method) -> None:
    assert Method.from_record(method.to_record()) == method


def test_a_record_with_a_wrong_word_or_number_is_refused() -> None:
    for change in ({"b": 5.5}, {"b": True}, {"alpha": 0.7}, {"reweight": 1}, {"extra": 1}):
        record = Method("farrington", "strict", Farrington()).to_record()
        record["parameters"] |= change
        with pytest.raises(ValueError, match=r"parameters|cannot be|alpha"):
            Method.from_record(record)


COUNTS = st.lists(
    st.one_of(st.just(math.nan), st.integers(0, 50), st.integers(0, 10**9)),
    min_size=180,
    max_size=180,
)


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.sampled_from(MODES))
def test_any_counts_end_in_numbers_or_a_reason(counts: list[float], mode: Mode) -> None:
    desk = Method.desk(mode)
    found = screen([counts], FIRST, 179, desk)
    if found.alarm[0]:
        assert found.reason == [""]
        assert found.count[0] > found.upper[0]
    if found.reason == [""]:
        assert np.isfinite([found.expected[0], found.upper[0], found.score[0], found.p[0]]).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 6), st.integers(0, 2**32 - 1))
def test_a_series_is_judged_alone(series: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rng.gamma(2, 5, (series, 1)), (series, AT + 1)).astype(float)
    together = farrington(counts, AT, NOUFAILY, first=FIRST)
    alone = farrington(counts[-1], AT, NOUFAILY, first=FIRST)
    assert together.upper[-1] == alone.upper[0]
    assert together.p[-1] == alone.p[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 100))
def test_more_cases_never_lower_the_score(seed: int, more: int) -> None:
    counts = np.random.default_rng(seed).poisson(8, (2, AT + 1)).astype(float)
    counts[1] = counts[0]
    counts[1, AT] += more
    found = farrington(counts, AT, NOUFAILY, first=FIRST)
    assert found.score[1] > found.score[0]
    assert found.p[1] <= found.p[0]
