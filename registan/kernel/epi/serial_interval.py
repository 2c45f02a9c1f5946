"""The serial interval in whole days: a gamma distribution shifted by one day (Cori 2013, web appendix 11)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import gammainc

if TYPE_CHECKING:
    from numpy.typing import NDArray


def serial_interval(mean: float, sd: float, days: int) -> NDArray[np.float64]:
    """Weights w_0..w_(days-1) of the days from one case to the next; w_0 is 0.

    With shape A = ((mean-1)/sd)^2, scale B = sd^2/(mean-1) and F_A the gamma distribution function:
    w_k = k F_A(k) + (k-2) F_A(k-2) - 2 (k-1) F_A(k-1)
          + A B [2 F_(A+1)(k-1) - F_(A+1)(k-2) - F_(A+1)(k)], cut at 0.

    >>> serial_interval(1.5, 0.3, 3).round(6).tolist()
    [0.0, 0.515768, 0.468623]
    """
    if not (math.isfinite(mean) and math.isfinite(sd) and mean > 1 and sd > 0):
        raise ValueError(f"the interval needs a mean above 1 and a positive sd: {mean}, {sd}")
    if days < 1:
        raise ValueError(f"at least one day is needed, not {days}")
    shape, scale = ((mean - 1) / sd) ** 2, sd**2 / (mean - 1)
    k = np.arange(days, dtype=np.float64)
    at = [np.maximum(k - back, 0) for back in (0, 1, 2)]
    low, before, two = (gammainc(shape, x / scale) for x in at)
    low_1, before_1, two_1 = (gammainc(shape + 1, x / scale) for x in at)
    weights: NDArray[np.float64] = k * low + (k - 2) * two - 2 * (k - 1) * before
    weights += shape * scale * (2 * before_1 - two_1 - low_1)
    weights[0] = 0.0
    return np.asarray(np.maximum(weights, 0.0))
