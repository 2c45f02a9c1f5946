"""The renewal forecast: weekly counts carried on by a reproduction number that drifts back to 1.

Days within a known week are taken alike. R of the last week is drawn from the posterior of Cori 2013,
with every count divided by `dispersion` (reports are not independent). Then, week by week,
log R' = persistence x log R + sd x noise, and each day's expectation is R x L, L = sum_s I_(t-s) w_s.
What is reported of a week is negative binomial around its expectation. The sd of the noise is that of a
series' own past changes, drawn towards `change_sd`. The ensemble is the median of the quantiles of its
members (Cramer 2022, PNAS 119:e2113561119).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, exp, log, pi, sqrt
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.draws import SLOT, gamma, negative_binomial
from registan.kernel.epi.scoring import LEVELS
from registan.kernel.epi.streams import stream, uniform

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

DAYS = 7
# Beyond this a count is no longer exact as a float, and no epidemic.
MOST = 1e12
ONE = np.uint64(1)
# Mean of the serial interval, in days, for which the noise of log R is set. The same noise of log R
# moves weekly growth by more the shorter the interval is, so it goes with the interval.
TUNED_MEAN = 4.7


@dataclass(frozen=True)
class Renewal:
    """What the model assumes. Defaults: bench/forecasts.py, fixed on reports up to 30 June 2021."""

    prior_mean: float = 1.0
    prior_sd: float = 0.5
    dispersion: float = 20.0
    persistence: float = 0.7
    change_sd: float = 0.2
    # Weeks of a series' own changes that are looked at, how many weeks change_sd counts for, and which
    # share of a squared change of log growth is drift of R: the rest is noise of three reports.
    memory: int = 12
    weight: float = 6.0
    share: float = 0.08
    most_sd: float = 0.35
    size: float = 30.0


STANDARD = Renewal()


def renewal(
    counts: ArrayLike, weights: ArrayLike, *, seed: int, horizons: int = 4, draws: int = 2000,
    model: Renewal = STANDARD,
) -> Floats:  # fmt: skip
    """Quantiles (series, horizons, 23) at LEVELS from weekly counts (series, weeks), oldest first.

    NaN: a missing week. `weights`: serial interval in days, w_0 = 0. No forecast (NaN) where one of
    the last weeks that the interval reaches is missing.

    >>> weights = [0, 0.5, 0.5]
    >>> bool(abs(renewal([[700.0] * 6], weights, seed=1)[0, 0, 11] - 700) < 40)
    True
    """
    weekly = np.atleast_2d(np.asarray(counts, dtype=np.float64))
    interval = np.asarray(weights, dtype=np.float64)
    _check(weekly, interval, horizons, draws)
    reach = -(-(len(interval) - 1) // DAYS) + 1
    found = np.full((len(weekly), horizons, len(LEVELS)), np.nan)
    if weekly.shape[1] < reach:
        return found
    recent = weekly[:, -reach:]
    pace = float(interval @ np.arange(len(interval)) / interval.sum()) / TUNED_MEAN
    for at in np.flatnonzero(~np.isnan(recent).any(axis=1)):
        change = _change_sd(weekly[at], model) * pace
        paths = _paths(
            recent[at], interval, np.uint64(seed), int(at), horizons, draws, change,
            model.prior_mean, model.prior_sd, model.dispersion, model.persistence, model.size,
        )  # fmt: skip
        found[at] = np.quantile(paths, LEVELS, axis=0).T
    return found


def ensemble(members: ArrayLike) -> Floats:
    """The median over members (members, ..., 23), level by level; NaN where none forecasts.

    A member that does not forecast is left out.

    >>> ensemble([[1.0, 2.0], [3.0, 6.0]]).tolist()
    [2.0, 4.0]
    """
    each = np.asarray(members, dtype=np.float64)
    absent = np.isnan(each).all(axis=0)
    return np.where(absent, np.nan, np.nanmedian(np.where(absent, 0.0, each), axis=0))


def _change_sd(weekly: Floats, model: Renewal) -> float:
    """Spread of the change of log growth from week to week, drawn towards the model's."""
    logs = np.log1p(weekly[-(model.memory + 2) :])
    change = np.diff(logs, n=2)
    change = change[~np.isnan(change)]
    own = model.share * float((change**2).sum())
    found = sqrt((own + model.weight * model.change_sd**2) / (len(change) + model.weight))
    return min(found, model.most_sd)


@compiled
def _paths(
    recent: Floats, interval: Floats, seed: np.uint64, series: int, horizons: int, draws: int,
    change: float, prior_mean: float, prior_sd: float, dispersion: float, persistence: float,
    size: float,
) -> Floats:  # fmt: skip
    """Reported weeks (draws, horizons); one stream of numbers for each draw of a series."""
    past = len(recent) * DAYS
    daily = np.empty(past + horizons * DAYS)
    for day in range(past):
        daily[day] = recent[day // DAYS] / DAYS
    passed = 0.0
    for day in range(past - DAYS, past):
        passed += _infectivity(daily, interval, day)
    shape = (prior_mean / prior_sd) ** 2 + recent[-1] / dispersion
    rate = prior_mean / prior_sd**2 + passed / dispersion
    found = np.empty((draws, horizons))
    for draw in range(draws):
        begin = stream(seed, draw, series)
        log_r = log(gamma(shape, begin, np.uint64(0)) / rate)
        at = np.uint64(SLOT)
        for week in range(horizons):
            noise = sqrt(-2.0 * log(uniform(begin, at))) * cos(2 * pi * uniform(begin, at + ONE))
            log_r = persistence * log_r + change * noise
            total = 0.0
            for day in range(past + week * DAYS, past + (week + 1) * DAYS):
                daily[day] = min(exp(log_r) * _infectivity(daily, interval, day), MOST)
                total += daily[day]
            found[draw, week] = negative_binomial(total, size, begin, at + np.uint64(SLOT))
            at += np.uint64(2 * SLOT)
    return found


@compiled
def _infectivity(daily: Floats, interval: Floats, day: int) -> float:
    total = 0.0
    for back in range(1, min(len(interval), day + 1)):
        total += daily[day - back] * interval[back]
    return total


def _check(weekly: Floats, interval: Floats, horizons: int, draws: int) -> None:
    wrong = np.argwhere((weekly < 0) | (weekly > MOST))
    if len(wrong):
        series, week = wrong[0]
        raise ValueError(f"series {series}, week {week + 1}: {weekly[series, week]} is no count")
    if interval.ndim != 1 or len(interval) < 2 or interval[0] != 0:
        raise ValueError("the serial interval is one row of weights that starts with 0")
    if not np.isfinite(interval).all() or (interval < 0).any() or not 0 < interval.sum() < 1.01:
        raise ValueError("the weights are not negative and sum to 1 at most")
    if horizons < 1 or draws < 1:
        raise ValueError("at least one horizon and one draw are needed")
