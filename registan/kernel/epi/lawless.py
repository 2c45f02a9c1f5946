"""The nowcast of Lawless with its normal interval (1994, Can J Stat 22:15), strict or equal to R.

R's surveillance::nowcast(method = "lawless"), 1.26.0, departs from the paper in two places. Its variance
(2.16) loses the first summand, what is not known of the delays. And its truncated normal distribution is
P(x) / (1 - P(at)) where it should be (P(x) - P(at)) / (1 - P(at)), so that it starts above nought, passes
one, and may have its upper limit below the lower, or below what is reported. `strict` follows the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr, ndtri

from registan.kernel.epi.nowcast import hazards, known_triangle, shares

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

# Up to here R sums its distribution; a limit beyond is given as 0.
SUPPORT_OF_R = 300


@dataclass(frozen=True)
class Lawless:
    """Arrays (times,): known so far, share F of its age, and the limits of the total in whole cases."""

    reported: Floats
    share: Floats
    median: Floats
    low: Floats
    high: Floats


def lawless(
    n: ArrayLike, *, window: int | None = None, alpha: float = 0.05, r_compat: bool = False
) -> Lawless:
    """Limits at alpha/2 and 1 - alpha/2 for every time of a triangle (times, D+1); see nowcast.triangle.

    Variance with W = F of the age, N reported: N (N + 1) / W^4 V + N (1 - W) / W^2, where
    V = W^2 sum_(d > age) g_d / (N_d (1 - g_d)). Hazards of delays without any case are 0.
    """
    rows = known_triangle(n)
    longest = rows.shape[1] - 1
    age = np.minimum(np.arange(len(rows))[::-1], longest)
    at_d, up_to_d = hazards(rows, len(rows) if window is None else window)
    g = np.where(up_to_d > 0, at_d / np.where(up_to_d > 0, up_to_d, 1), 0.0)
    share = shares(g)[age]
    reported = np.nansum(rows, axis=1)
    variance = reported * (1 - share) / share**2
    if not r_compat:
        each = np.where((g < 1) & (up_to_d > 0), g / np.where(up_to_d > 0, up_to_d, 1), 0.0)
        each /= np.where(g < 1, 1 - g, 1.0)
        beyond = np.append(np.cumsum(each[1:][::-1])[::-1], 0.0)[age]
        variance = variance + reported * (reported + 1) / share**2 * beyond
    limits = _of_r if r_compat else _limits
    levels = (0.5, alpha / 2, 1 - alpha / 2)
    found = np.array([
        limits(r, r / f, np.sqrt(v), levels)
        for r, f, v in zip(reported, share, variance, strict=True)
    ])  # fmt: skip
    return Lawless(reported, share, *found.T)


def _limits(at: float, mean: float, sd: float, levels: tuple[float, ...]) -> list[float]:
    """Quantiles of the normal distribution truncated at what is reported, in whole cases."""
    if not sd > 0:
        return [at] * len(levels)
    below = ndtr((at - mean) / sd)
    return [float(np.ceil(mean + sd * ndtri(below + p * (1 - below)) - 1e-9)) for p in levels]


def _of_r(at: float, mean: float, sd: float, levels: tuple[float, ...]) -> list[float]:
    support = np.arange(SUPPORT_OF_R + 1)
    if sd > 0:
        scaled = ndtr((support - mean) / sd) / (1 - ndtr((at - mean) / sd))
        total = np.where(support < at, 0.0, scaled)
    else:
        total = (support >= mean).astype(np.float64)
    # argmax of nothing true is 0: so R's limit becomes 0.
    return [float(np.argmax(total > p)) for p in levels]
