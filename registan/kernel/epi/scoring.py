"""The weighted interval score of quantile forecasts (Bracher 2021, PLoS Comput Biol 17:e1008618)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

LEVELS = (0.01, 0.025, *(round(0.05 * k, 2) for k in range(1, 20)), 0.975, 0.99)


@dataclass(frozen=True)
class Score:
    """Arrays (forecasts,); wis = dispersion + over + under; NaN where the outcome is missing."""

    wis: NDArray[np.float64]
    dispersion: NDArray[np.float64]
    over: NDArray[np.float64]
    under: NDArray[np.float64]


def score(
    quantiles: ArrayLike, observed: ArrayLike, *, median_twice: bool = False, log: bool = False
) -> Score:
    """Score forecasts (n, 23) at LEVELS against outcomes (n,); `log` scores log(1 + y) (Bosse 2023).

    wis = [c |y - m| + sum_k (alpha_k / 2) IS_k] / (K + c): c is 1/2, or 1 with `median_twice`.

    >>> score([[5.0] * 23], [8.0]).wis.tolist()
    [3.0]
    """
    q, y = _pair(quantiles, observed)
    if log:
        if (q < 0).any() or (y < 0).any():
            raise ValueError("log(1 + y) needs forecasts and outcomes that are not negative")
        q, y = np.log1p(q), np.log1p(y)
    half = len(LEVELS) // 2
    low, middle, high, y1 = q[:, :half], q[:, half], q[:, :half:-1], y[:, None]
    tails = 2 * np.asarray(LEVELS[:half])
    share = 1.0 if median_twice else 0.5
    total = half + share
    dispersion = ((high - low) * tails / 2).sum(axis=1) / total
    over = (np.maximum(low - y1, 0).sum(axis=1) + share * np.maximum(middle - y, 0)) / total
    under = (np.maximum(y1 - high, 0).sum(axis=1) + share * np.maximum(y - middle, 0)) / total
    wis = dispersion + over + under
    return Score(wis, np.where(np.isnan(y), np.nan, dispersion), over, under)


def is_covered(quantiles: ArrayLike, observed: ArrayLike, percent: int) -> NDArray[np.float64]:
    """1 where the central interval of `percent` holds the outcome, 0 where not, NaN where unknown."""
    q, y = _pair(quantiles, observed)
    lower = round((100 - percent) / 200, 4)
    if lower not in LEVELS or lower >= 0.5:
        raise ValueError(f"no central interval of {percent} % among the levels")
    at = LEVELS.index(lower)
    inside = (q[:, at] <= y) & (y <= q[:, -1 - at])
    return np.where(np.isnan(y), np.nan, inside.astype(np.float64))


def _pair(
    quantiles: ArrayLike, observed: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    q = np.atleast_2d(np.asarray(quantiles, dtype=np.float64))
    y = np.atleast_1d(np.asarray(observed, dtype=np.float64))
    if q.shape != (len(y), len(LEVELS)):
        raise ValueError(f"{len(y)} outcomes need {len(LEVELS)} quantiles each, not {q.shape}")
    wrong = np.flatnonzero(~np.isfinite(q).all(axis=1) | (np.diff(q, axis=1) < 0).any(axis=1))
    if len(wrong):
        raise ValueError(f"forecast {wrong[0]}: quantiles must be finite and must not fall")
    if np.isinf(y).any():
        raise ValueError(f"outcome {np.flatnonzero(np.isinf(y))[0]} is infinite")
    return q, y
