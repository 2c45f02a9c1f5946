"""The nowcast: what has happened already and is not reported yet, by reverse-time hazards.

n_(t,d): counts of day (or week) t that were reported d later, d = 0..D. The hazard of delay d is
g_d = sum_t n_(t,d) / sum_t sum_(d'<=d) n_(t,d'), over the t of the window with t + d <= T; the share that
is reported after d is F(d) = prod_(d'>d) (1 - g_d'). Lawless 1994, Can J Stat 22:15; spread from one's own
past errors as in baselinenowcast (Johnson et al. 2025, Wellcome Open Res 10:614).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import gammaln
from scipy.stats import nbinom

from registan.kernel.epi.scoring import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

# Below this share too little is known: nothing is shown.
LEAST_SHARE = 0.2
# Past errors of one delay below which no spread is told.
LEAST_ERRORS = 2
# scipy's quantile of the negative binomial hangs on extremes: means outside are not asked.
LEAST_MEAN, MOST_MEAN = 1e-12, 1e12
SIZES = (1e-2, 1e4)


@dataclass(frozen=True)
class Nowcast:
    """Arrays (times,), the newest last; quantiles (times, levels). NaN where nothing is told.

    `reported`: known so far; `share`: F of its age; `point`: reported / share; `size`: of the negative
    binomial of what is outstanding. `few`: told nothing because the share is below LEAST_SHARE.
    """

    reported: Floats
    share: Floats
    point: Floats
    size: Floats
    quantiles: Floats
    few: NDArray[np.bool_]


def triangle(known: ArrayLike) -> Floats:
    """n (times, D+1) from totals as known after each delay (times, D+1); NaN: not known yet.

    A total that is corrected downwards takes the difference from the shortest delays that have it.

    >>> triangle([[5, 9, 8], [4, 6, np.nan], [3, np.nan, np.nan]])[:2].tolist()
    [[5.0, 3.0, 0.0], [4.0, 2.0, nan]]
    """
    totals = np.atleast_2d(np.asarray(known, dtype=np.float64))
    wrong = np.argwhere((totals < 0) | np.isinf(totals))
    if len(wrong):
        raise ValueError(f"time {wrong[0][0] + 1}, delay {wrong[0][1]}: no count")
    least = np.fmin.accumulate(totals[:, ::-1], axis=1)[:, ::-1]
    least = np.where(np.isnan(totals), np.nan, least)
    return np.diff(least, axis=1, prepend=0.0)


def known_triangle(n: ArrayLike) -> Floats:
    """The counts (times, D+1), checked; NaN where the report cannot have come before the last time."""
    found = np.asarray(n, dtype=np.float64)
    if found.ndim != 2 or found.shape[1] < 2 or not len(found):
        raise ValueError("a triangle has a row a time and at least two delays")
    if (found < 0).any() or np.isinf(found).any():
        raise ValueError("a triangle has no negative and no infinite count")
    return _as_known(found, len(found) - 1)


def hazards(n: Floats, window: int) -> tuple[Floats, Floats]:
    """Numerators and denominators of g_d (D+1,), from the last `window` + 1 times of n."""
    recent = n[max(len(n) - 1 - window, 0) :]
    at_d = np.where(np.isnan(recent), 0.0, recent)
    up_to_d = np.where(np.isnan(recent), 0.0, np.cumsum(recent, axis=1))
    return at_d.sum(axis=0), up_to_d.sum(axis=0)


def shares(hazard: Floats) -> Floats:
    """F(d) (D+1,); F(D) = 1. NaN as soon as a longer delay has no hazard."""
    kept = np.append(1 - hazard[1:], 1.0)
    return np.asarray(np.cumprod(kept[::-1])[::-1])


def own_or_pooled(own: tuple[Floats, Floats], pooled: tuple[Floats, Floats] | None) -> Floats:
    """g_d: one's own; at delays that were never seen that of the group; NaN where that is not had."""
    g = _ratio(*own)
    if pooled is None:
        return g
    return np.where((own[0] > 0) | np.isnan(_ratio(*pooled)), g, _ratio(*pooled))


def nowcast(
    n: ArrayLike, *, window: int | None = None, group: Sequence[ArrayLike] = (),
    levels: Sequence[float] = LEVELS,
) -> Nowcast:  # fmt: skip
    """Nowcast every time of a triangle (times, D+1). `group`: triangles of the group of States.

    Hazards from the last `window` times (3 D where not said). The outstanding count is negative binomial
    with mean (n + 1) (1 - F) / F, that of a flat prior, so that no report is not taken for no case; its
    size has the greatest likelihood over the nowcasts one would have made at earlier times.

    >>> rows = [[6, 3, 1]] * 12 + [[6, 3, np.nan], [6, np.nan, np.nan]]
    >>> nowcast(rows).point[-3:].round(6).tolist()
    [10.0, 10.0, 10.0]
    """
    own = known_triangle(n)
    longest = own.shape[1] - 1
    reach = 3 * longest if window is None else window
    others = [known_triangle(each) for each in group]
    if any(each.shape[1] != own.shape[1] for each in others):
        raise ValueError("triangles of a group have the same delays")
    share_of = shares(own_or_pooled(hazards(own, reach), _pool(others, reach)))
    age = np.minimum(np.arange(len(own))[::-1], longest)
    reported = _reported(own, age)
    share = share_of[age]
    few = np.isnan(share) | (share < LEAST_SHARE)
    told = ~few & ~np.isnan(reported)
    point = np.where(told, reported / np.where(told, share, 1.0), np.nan)
    size_of = _sizes(own, others, reach)
    size = np.where(told & (share < 1), size_of[age], np.nan)
    quantiles = np.full((len(own), len(levels)), np.nan)
    for at in np.flatnonzero(told):
        quantiles[at] = _spread(reported[at], share[at], size[at], levels)
    return Nowcast(reported, share, point, size, quantiles, few)


def fitted_size(mean: ArrayLike, observed: ArrayLike) -> float:
    """The size r of greatest likelihood for counts with known means; NaN with too few of them.

    >>> fitted_size([10, 10, 10, 10], [10, 10, 10, 10]) > 1000
    True
    """
    mu, y = np.asarray(mean, dtype=np.float64), np.asarray(observed, dtype=np.float64)
    good = ~(np.isnan(mu) | np.isnan(y)) & (mu > LEAST_MEAN)
    mu, y = mu[good], y[good]
    if len(mu) < LEAST_ERRORS:
        return float("nan")

    def loss(log_size: float) -> float:
        r = np.exp(log_size)
        told = gammaln(y + r) - gammaln(r) - r * np.log1p(mu / r) + y * np.log(mu / (r + mu))
        return -float(told.sum())

    found = minimize_scalar(loss, bounds=np.log(SIZES), method="bounded")
    return float(np.exp(found.x))


def _sizes(own: Floats, others: Sequence[Floats], window: int) -> Floats:
    """Size of the outstanding count by age (D+1,), from earlier nowcasts whose outcome is known."""
    times, longest = len(own), own.shape[1] - 1
    means = np.full((longest, times), np.nan)
    outcomes = np.full((longest, times), np.nan)
    # The older half of the history is for the delays alone.
    for now in range(max(times // 2, 1), times - 1):
        past = _as_known(own, now)
        pool = _pool([_as_known(each, now - times + len(each)) for each in others], window)
        share_of = shares(own_or_pooled(hazards(past, window), pool))
        for age in range(longest):
            event = now - age
            if event < 0 or event + longest >= times or not share_of[age] >= LEAST_SHARE:
                continue
            reported = past[event, : age + 1].sum()
            means[age, now] = _outstanding(reported, share_of[age])
            outcomes[age, now] = own[event, age + 1 :].sum()
    found = [fitted_size(*pair) for pair in zip(means, outcomes, strict=True)]
    return np.array([*found, np.nan])


def _as_known(n: Floats, now: int) -> Floats:
    """What stood in the triangle at the earlier time `now`."""
    past = n[: max(now + 1, 0)]
    age = np.arange(len(past))[::-1]
    return np.where(np.arange(n.shape[1]) > age[:, None], np.nan, past)


def _spread(reported: float, share: float, size: float, levels: Sequence[float]) -> Floats:
    mean = _outstanding(reported, share)
    if share >= 1 or mean < LEAST_MEAN:
        return np.full(len(levels), reported)
    if np.isnan(size) or mean > MOST_MEAN:
        return np.full(len(levels), np.nan)
    return np.asarray(reported + nbinom.ppf(levels, size, size / (size + mean)))


def _outstanding(reported: float, share: float) -> float:
    return float((reported + 1) * (1 - share) / share)


def _reported(n: Floats, age: NDArray[np.int64]) -> Floats:
    due = np.arange(n.shape[1]) <= age[:, None]
    return np.asarray(np.where(due, n, 0.0).sum(axis=1))


def _pool(group: Sequence[Floats], window: int) -> tuple[Floats, Floats] | None:
    if not group:
        return None
    found = [hazards(each, window) for each in group]
    return np.sum([at for at, _ in found], axis=0), np.sum([up_to for _, up_to in found], axis=0)


def _ratio(at_d: Floats, up_to_d: Floats) -> Floats:
    return np.where(up_to_d > 0, at_d / np.where(up_to_d > 0, up_to_d, 1.0), np.nan)
