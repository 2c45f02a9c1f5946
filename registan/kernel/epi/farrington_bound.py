"""Steps 7 and 8 of the Farrington method, and the loop over the series of one week."""

from __future__ import annotations

from math import isfinite, nan, sqrt

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.elementary import exp, log, power
from registan.kernel.epi.farrington_fit import (
    BETA,
    LEAST_MEAN,
    PEARSON,
    STATE,
    WORKING,
    Floats,
    Ints,
    fit_and_reweigh,
    is_trend_kept,
    predicted,
)
from registan.kernel.epi.tails import (
    negative_binomial_bound,
    negative_binomial_tail,
    normal_tail,
)

EXPECTED, UPPER, SCORE, P, PHI, COEFFICIENT, QUANTILE, ALARM, REASON = range(9)
LINES = 9
# Reasons, as numbers that compiled code can use (reasons.Reason).
NOT_REPORTED, FEW_REPORTS, NOT_CONVERGED, FEW_CASES = 1.0, 4.0, 5.0, 6.0
NO_POPULATION, OUT_OF_RANGE = 7.0, 8.0
DELTA, PLUGIN = 0, 1
TWO_THIRDS, ROOT = 0, 1
HIGHEST_MEAN = 1e12
# Strict: of the training weeks at least this share must be reported.
LEAST_SHARE = 0.5


@compiled
def evaluate(
    y: Floats, people: Floats, at: int, weeks: Ints, labels: Ints, label: int, strict: bool,
    dated: bool, reweight: bool, threshold: float, trend: bool, enough_years: bool,
    trend_level: float, bound: int, exponent: int, alpha: float, z: float, least_cases: float,
    least_weeks: int, offset: bool, lines: Floats,
) -> None:  # fmt: skip
    """Fill `lines` (LINES, series) for week `at`; each series alone, in order."""
    n = len(weeks)
    room = np.empty((8, n))
    places = np.empty(n, dtype=np.int64)
    sums = np.empty((4, label + 1))
    state = np.empty(STATE)
    for series in range(y.shape[0]):
        line = lines[:, series]
        line[ALARM] = 0.0
        used = gather(y, people, series, weeks, labels, offset, room, places)
        if offset and not (used >= 0 and 0.0 < people[series, at] < np.inf):
            line[REASON] = NO_POPULATION
            continue
        if not has_reports(used, n, label, places, strict):
            line[REASON] = FEW_REPORTS
            continue
        shift_now = log(people[series, at]) if offset else 0.0
        counts, ylogy, two_thirds, t, shift, omega, mu, weight = (
            room[0, :used], room[1, :used], room[2, :used], room[3, :used], room[4, :used],
            room[5, :used], room[6, :used], room[7, :used],
        )  # fmt: skip
        own = places[:used]
        found, with_trend = fit_and_reweigh(
            counts, ylogy, two_thirds, t, own, shift, trend, reweight, threshold, strict, omega, mu,
            weight, sums, state,
        )  # fmt: skip
        # R dates the tested week from the first week that was reported, the others from the first.
        t_now = float(at) if strict or not dated else at - (t[0] - weeks[0])
        if found and with_trend:
            dispersion = state[PEARSON] if strict or not reweight else state[WORKING]
            with_trend = enough_years and is_trend_kept(
                counts, t_now, label, shift_now, sums, state, dispersion, trend_level
            )
            if not with_trend:
                found, _ = fit_and_reweigh(
                    counts, ylogy, two_thirds, t, own, shift, False, reweight, threshold, strict,
                    omega, mu, weight, sums, state,
                )  # fmt: skip
        if not found:
            line[REASON] = NOT_CONVERGED
            continue
        dispersion = state[PEARSON] if strict or not reweight else state[WORKING]
        eta, error = predicted(t_now, label, shift_now, sums, state, dispersion)
        line[PHI] = max(state[PEARSON], 1.0)
        line[COEFFICIENT] = state[BETA] if with_trend else nan
        judge(y[series, at], eta, error, strict, bound, exponent, alpha, z, line)
        lately = recent(y, series, at, least_weeks, strict)
        conclude(y[series, at], lately >= least_cases, strict, line)


@compiled
def gather(
    y: Floats, people: Floats, series: int, weeks: Ints, labels: Ints, offset: bool, room: Floats,
    places: Ints,
) -> int:  # fmt: skip
    """Lay out what was reported of the training weeks; how many, -1 where a population is missing."""
    used = 0
    for i in range(len(weeks)):
        count = y[series, weeks[i]]
        if count != count:
            continue
        room[4, used] = 0.0
        if offset:
            if not 0.0 < people[series, weeks[i]] < np.inf:
                return -1
            room[4, used] = log(people[series, weeks[i]])
        room[0, used] = count
        room[1, used] = count * log(count) if count > 0.0 else 0.0
        room[2, used] = power(count, 2.0 / 3.0)
        room[3, used] = weeks[i]
        places[used] = labels[i]
        used += 1
    return used


@compiled
def has_reports(used: int, n: int, label: int, places: Ints, strict: bool) -> bool:
    """The window itself must have reports, and in strict mode half of all training weeks."""
    if used < 3 or (strict and used < LEAST_SHARE * n):
        return False
    own = 0
    for i in range(used):
        own += places[i] == label
    return own > 0


@compiled
def recent(y: Floats, series: int, at: int, least_weeks: int, strict: bool) -> float:
    """Cases of the last weeks; R knows none if one is missing, strict mode adds what was reported."""
    total = 0.0
    for week in range(max(at - least_weeks + 1, 0), at + 1):
        count = y[series, week]
        if count == count:
            total += count
        elif not strict:
            return nan
    return total


@compiled
def judge(
    y: float, eta: float, error: float, strict: bool, bound: int, exponent: int, alpha: float,
    z: float, line: Floats,
) -> None:  # fmt: skip
    """Step 7: mean, bound, p-value and score, as far as they can be computed."""
    mean = exp(eta)
    line[EXPECTED] = mean
    if bound == DELTA:
        mean = line[EXPECTED] = max(mean, LEAST_MEAN)
        error_of_mean = error * mean
        quantile = exp(eta + z * error) if strict else exp(mean + z * error_of_mean)
        line[QUANTILE] = quantile
        delta(y, mean, error_of_mean, exponent, z, line)
        return
    quantile = mean if bound == PLUGIN else exp(eta + z * error)
    line[QUANTILE] = quantile
    if not quantile <= HIGHEST_MEAN:
        if not strict and quantile < np.inf and y == y:
            # R goes on with a bound of this order: no alarm, and these two to 12 digits.
            line[P], line[SCORE] = 1.0, (y - eta) / (quantile - eta)
        return
    line[UPPER] = negative_binomial_bound(quantile, line[PHI], alpha, z)
    line[P] = nan if y != y else negative_binomial_tail(y, quantile, line[PHI])
    line[SCORE] = score(y, mean if strict else eta, line[UPPER], strict)


@compiled
def delta(y: float, mean: float, error: float, exponent: int, z: float, line: Floats) -> None:
    """The bound of a power of the count, taken as normal."""
    tau = line[PHI] + error * error / mean if mean > 0.0 else nan
    if not (tau < np.inf and mean <= HIGHEST_MEAN):
        return
    if exponent == TWO_THIRDS:
        deviation = sqrt(4.0 / 9.0 * power(mean, 1.0 / 3.0) * tau)
        centre, own = power(mean, 2.0 / 3.0), power(y, 2.0 / 3.0)
        edge = centre + z * deviation
        line[UPPER] = edge * sqrt(edge)
    elif exponent == ROOT:
        deviation = sqrt(tau / 4.0)
        centre, own = sqrt(mean), sqrt(y)
        edge = centre + z * deviation
        line[UPPER] = edge * edge
    else:
        deviation = sqrt(mean * tau)
        centre, own = mean, y
        line[UPPER] = centre + z * deviation
    line[P] = normal_tail((own - centre) / deviation)
    line[SCORE] = score(y, mean, line[UPPER], True)


@compiled
def score(y: float, mean: float, upper: float, strict: bool) -> float:
    """X = (y - mean)/(upper - mean): above 1 beyond the bound.

    A bound of so skewed a count may lie below its mean (a mean of 0.01 has the bound 0). Strict mode
    then counts the cases beyond the bound, so that X > 1 still says y > upper.
    """
    if strict and upper <= mean:
        return 1.0 + (y - upper)
    return (y - mean) / (upper - mean)


@compiled
def conclude(y: float, enough: bool, strict: bool, line: Floats) -> None:
    """Step 8: the alarm, or the reason why there is none to be had."""
    line[REASON] = 0.0
    if not (isfinite(line[UPPER]) and isfinite(line[EXPECTED])):
        line[REASON] = OUT_OF_RANGE
        line[EXPECTED] = line[UPPER] = nan
    elif y != y:
        line[REASON] = NOT_REPORTED
    elif not enough:
        line[REASON] = FEW_CASES
    if not strict and not enough:
        line[EXPECTED] = line[UPPER] = nan
    line[ALARM] = 1.0 if line[REASON] == 0.0 and line[SCORE] > 1.0 and y > 0.0 else 0.0
