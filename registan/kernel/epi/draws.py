"""Exact draws from a numbered stream: binomial, Poisson, gamma, negative binomial.

Each draw may use the SLOT numbers from `at` on. Its first number alone decides in most cases, and the
result grows with it: two arms that stand differently still draw alike. Methods: inversion for small means;
above, rejection from a table mountain (Hoermann 1993, J Stat Comput Simul 46:101 for the binomial BTRS,
Insurance Math Econ 12:39 for the Poisson PTRS); gamma by Marsaglia and Tsang 2000 (ACM TOMS 26:363).
A rejection accepts more than 85 % of its tries, so running out of the slot has a probability below 10^-13;
the draw is then the mode.
"""

from __future__ import annotations

from math import cos, exp, floor, lgamma, log, log1p, pi, sqrt

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.streams import uniform

SLOT = 64
TRIES = 16
OF_POISSON = np.uint64(32)
ONE, TWO, THREE, LAST_OF_GAMMA = np.uint64(1), np.uint64(2), np.uint64(3), np.uint64(31)
# Below this mean the sum over the probabilities is quicker than a rejection, and exact as it stands.
FEW = 10.0
STIRLING = np.array([
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
    0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
    0.009255462182712733, 0.008330563433362871,
])  # fmt: skip


@compiled
def binomial(n: int, p: float, begin: np.uint64, at: np.uint64) -> int:
    """How many of `n` it is, each with probability `p`."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    mirrored = p > 0.5
    q = 1.0 - p if mirrored else p
    few = n * q < FEW
    k = _few(n, q, mirrored, begin, at) if few else _many(n, q, mirrored, begin, at)
    return n - k if mirrored else k


@compiled
def _few(n: int, q: float, mirrored: bool, begin: np.uint64, at: np.uint64) -> int:
    u = uniform(begin, at)
    left = 1.0 - u if mirrored else u
    if left <= 1.0 - n * q:
        return 0  # (1 - q)^n is never less: no power is needed
    odds = q / (1.0 - q)
    weight = exp(n * log1p(-q))
    k = 0
    while left > weight and k < n:
        left -= weight
        k += 1
        weight *= (n - k + 1) / k * odds
        if weight < 1e-18 and k > n * q:
            break
    return k


@compiled
def _many(n: int, q: float, mirrored: bool, begin: np.uint64, at: np.uint64) -> int:
    spread = sqrt(n * q * (1.0 - q))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * q
    centre = n * q + 0.5
    squeeze = 0.92 - 4.2 / b
    for attempt in range(TRIES * 2):
        first = at + TWO * np.uint64(attempt)
        u = uniform(begin, first) - 0.5
        if mirrored:
            u = -u
        v = uniform(begin, first + ONE)
        us = 0.5 - abs(u)
        k = floor((2.0 * a / us + b) * u + centre)
        if us >= 0.07 and v <= squeeze:
            return k
        if 0 <= k <= n:
            height = v * (2.83 + 5.1 / b) * spread / (a / (us * us) + b)
            if log(height) <= _log_ratio(n, q, k):
                return k
    return floor((n + 1) * q)


@compiled
def _log_ratio(n: int, q: float, k: int) -> float:
    """log of P(k) / P(mode), from logarithms of ratios alone: exact for a billion people too."""
    r = q / (1.0 - q)
    mode = floor((n + 1) * q)
    return (
        (mode + 0.5) * log((mode + 1.0) / (r * (n - mode + 1.0)))
        + (n + 1.0) * log((n - mode + 1.0) / (n - k + 1.0))
        + (k + 0.5) * log(r * (n - k + 1.0) / (k + 1.0))
        + _stirling(mode) + _stirling(n - mode) - _stirling(k) - _stirling(n - k)
    )  # fmt: skip


@compiled
def _stirling(k: int) -> float:
    """What Stirling's formula leaves out of log k!."""
    if k < 10:
        return float(STIRLING[k])
    square = (k + 1.0) * (k + 1.0)
    return (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / square) / square) / (k + 1.0)


@compiled
def poisson(mean: float, begin: np.uint64, at: np.uint64) -> int:
    """A Poisson count."""
    if mean <= 0.0:
        return 0
    if mean >= FEW:
        return _many_poisson(mean, begin, at)
    left, weight, k = uniform(begin, at), exp(-mean), 0
    while left > weight:
        left -= weight
        k += 1
        weight *= mean / k
        if weight < 1e-18 and k > mean:
            break
    return k


@compiled
def _many_poisson(mean: float, begin: np.uint64, at: np.uint64) -> int:
    b = 0.931 + 2.53 * sqrt(mean)
    a = -0.059 + 0.02483 * b
    scale = 1.1239 + 1.1328 / (b - 3.4)
    squeeze = 0.9277 - 3.6224 / (b - 2.0)
    for attempt in range(TRIES):
        first = at + TWO * np.uint64(attempt)
        u = uniform(begin, first) - 0.5
        v = uniform(begin, first + ONE)
        us = 0.5 - abs(u)
        k = floor((2.0 * a / us + b) * u + mean + 0.43)
        if us >= 0.07 and v <= squeeze:
            return k
        if k < 0 or (us < 0.013 and v > us):
            continue
        height = log(v * scale / (a / (us * us) + b))
        if height <= k * log(mean) - mean - lgamma(k + 1.0):
            return k
    return floor(mean)


@compiled
def gamma(shape: float, begin: np.uint64, at: np.uint64) -> float:
    """A gamma variate of scale 1; `shape` above 0."""
    if shape < 1.0:
        # Marsaglia and Tsang, section 6: one more power of a uniform number.
        lifted = exp(log(uniform(begin, at + LAST_OF_GAMMA)) / shape)
        return lifted * gamma(shape + 1.0, begin, at)
    d = shape - 1.0 / 3.0
    c = 1.0 / sqrt(9.0 * d)
    for attempt in range(10):
        first = at + THREE * np.uint64(attempt)
        radius = sqrt(-2.0 * log(uniform(begin, first)))
        x = radius * cos(2.0 * pi * uniform(begin, first + ONE))
        cube = 1.0 + c * x
        if cube <= 0.0:
            continue
        cube = cube * cube * cube
        if log(uniform(begin, first + TWO)) < 0.5 * x * x + d - d * cube + d * log(cube):
            return float(d * cube)
    return d


@compiled
def negative_binomial(mean: float, size: float, begin: np.uint64, at: np.uint64) -> int:
    """A count with this mean and variance mean + mean^2 / size; a Poisson count for infinite size."""
    if mean <= 0.0:
        return 0
    if np.isinf(size):
        return poisson(mean, begin, at + OF_POISSON)
    return poisson(mean * gamma(size, begin, at) / size, begin, at + OF_POISSON)
