"""The hub's baseline forecast: the last week, spread by all past changes in both directions (Cramer 2022)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.epi.scoring import LEVELS

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def baseline(
    counts: ArrayLike, *, seed: int, horizons: int = 4, draws: int = 100_000
) -> NDArray[np.float64]:
    """Quantiles (horizons, 23) at LEVELS from weekly counts, oldest first; a missing week is NaN.

    d = first differences of neighbouring known weeks, together with -d. One week ahead: quantiles of
    last + d (type 7). Further: h independent draws of d are added, the shift of the median is taken
    away, and only the result is cut at 0. All NaN when the last week is missing or no change is known.

    >>> baseline([10.0, 12.0], seed=1, horizons=1)[0, [0, 11, 22]].tolist()
    [10.0, 12.0, 14.0]
    """
    weekly = np.asarray(counts, dtype=np.float64)
    if weekly.ndim != 1 or horizons < 1 or draws < 1:
        raise ValueError("one series, at least one horizon and one draw are needed")
    wrong = np.flatnonzero((weekly < 0) | np.isinf(weekly))
    if len(wrong):
        raise ValueError(f"week {wrong[0] + 1}: {weekly[wrong[0]]} is no count")
    change = np.diff(weekly)
    change = change[~np.isnan(change)]
    if not len(change) or np.isnan(weekly[-1]):
        return np.full((horizons, len(LEVELS)), np.nan)
    change = np.concatenate([change, -change])
    rng = np.random.default_rng(seed)
    found = np.empty((horizons, len(LEVELS)))
    found[0] = np.quantile(change, LEVELS)
    if horizons > 1:
        total = rng.choice(change, draws)
        for ahead in range(1, horizons):
            total = total + rng.choice(change, draws)
            found[ahead] = np.quantile(total - np.median(total), LEVELS)
    return np.asarray(np.maximum(found + weekly[-1], 0.0))
