"""The instantaneous reproduction number: a gamma posterior in closed form (Cori 2013, AJE 178:1505)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.special import gammaincinv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Reproduction:
    """Arrays (series, windows), NaN where there is no estimate; quantiles have the levels last."""

    starts: NDArray[np.int64]  # first day of each window, 1 is the first day of the series
    ends: NDArray[np.int64]  # last day, inclusive
    mean: NDArray[np.float64]
    sd: NDArray[np.float64]
    quantiles: NDArray[np.float64]


def reproduction(
    counts: ArrayLike,
    weights: ArrayLike,
    *,
    window: int = 7,
    prior_mean: float = 5.0,
    prior_sd: float = 5.0,
    levels: Sequence[float] = (0.025, 0.5, 0.975),
    imported: ArrayLike | None = None,
) -> Reproduction:
    """R over each window of daily counts (series, days); a missing day is NaN.

    `imported`: how many of the counts were infected abroad (same shape). They pass the disease on and
    are part of L, but nobody here infected them: sum I has the others alone (Thompson 2019, Epidemics
    29:100356). Without them R of a State with many travellers is too high.

    R given I ~ Gamma(a + sum I, 1/(1/b + sum L)), a = (m/s)^2, b = s^2/m, L_t = sum_s I_(t-s) w_s.
    No estimate where the window ends on or before the mean of the serial interval, nor where a
    missing day is in the window or within the reach of the weights.

    >>> reproduction([[4, 4, 4, 4]], [0, 1], window=2).mean.round(3).tolist()
    [[1.098, 1.098]]
    """
    daily = _checked(np.atleast_2d(np.asarray(counts, dtype=np.float64)))
    local = _local(daily, imported)
    interval = _interval(np.asarray(weights, dtype=np.float64))
    if window < 1 or not (prior_mean > 0 and prior_sd > 0):
        raise ValueError("the window, the prior's mean and its sd must be positive")
    if not all(0 < level < 1 for level in levels):
        raise ValueError(f"levels lie between 0 and 1: {tuple(levels)}")
    starts = np.arange(2, daily.shape[1] - window + 2)
    ends = starts + window - 1
    if not len(starts):
        none = np.empty((len(daily), 0))
        return Reproduction(starts, ends, none, none, np.empty((len(daily), 0, len(levels))))
    scale_0 = prior_sd**2 / prior_mean
    shape = (prior_mean / prior_sd) ** 2 + _sums(local, window)
    scale = 1 / (1 / scale_0 + _sums(infectivity(daily, interval), window))
    unknown = np.isnan(shape) | np.isnan(scale) | (ends <= interval @ np.arange(len(interval)))
    shape, scale = np.where(unknown, np.nan, shape), np.where(unknown, np.nan, scale)
    quantiles = gammaincinv(shape[..., None], np.asarray(levels)) * scale[..., None]
    return Reproduction(starts, ends, shape * scale, np.sqrt(shape) * scale, quantiles)


def infectivity(daily: NDArray[np.float64], interval: NDArray[np.float64]) -> NDArray[np.float64]:
    """L (series, days): what the earlier cases pass on today; NaN when one of them is missing."""
    days = daily.shape[1]
    lag = np.arange(days)[:, None] - np.arange(days)[None, :]
    near = (lag > 0) & (lag < len(interval))
    spread = np.where(near, interval[np.clip(lag, 0, len(interval) - 1)], 0.0)
    missing = np.isnan(daily)
    passed = np.where(missing, 0.0, daily) @ spread.T
    touched = missing.astype(np.float64) @ (spread > 0).T.astype(np.float64) > 0
    return np.where(touched, np.nan, passed)


def _local(daily: NDArray[np.float64], imported: ArrayLike | None) -> NDArray[np.float64]:
    if imported is None:
        return daily
    abroad = _checked(np.atleast_2d(np.asarray(imported, dtype=np.float64)))
    if abroad.shape != daily.shape:
        raise ValueError(f"imported counts have the shape {daily.shape}, not {abroad.shape}")
    if (abroad > daily).any():
        series, day = np.argwhere(abroad > daily)[0]
        raise ValueError(f"series {series}, day {day + 1}: more imported than counted")
    return daily - abroad


def _sums(daily: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """Sums over the windows that start on day 2 and later."""
    return np.asarray(sliding_window_view(daily[:, 1:], window, axis=1).sum(axis=-1))


def _checked(daily: NDArray[np.float64]) -> NDArray[np.float64]:
    wrong = np.argwhere((daily < 0) | np.isinf(daily))
    if len(wrong):
        series, day = wrong[0]
        raise ValueError(f"series {series}, day {day + 1}: {daily[series, day]} is no count")
    return daily


def _interval(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    if weights.ndim != 1 or not len(weights) or not np.isfinite(weights).all():
        raise ValueError("the serial interval is one row of finite weights")
    if weights[0] != 0 or (weights < 0).any() or not 0 < weights.sum() < 1.01:
        raise ValueError("the weights start with 0, are not negative, and sum to 1 at most")
    return weights
