"""exp and log from +, -, *, / and sqrt alone: the same last digit on every machine.

A library's exp may differ in its last bit from one system to the next; IEEE 754 fixes the four
operations and the root. Detection is decided at a bound, and every State must find the same bound: so
everything in it rests on these two. Both are within 2 units in the last place.

    exp   x = k ln2/32 + r, e^x = 2^(k/32) (1 + r + ... + r^6/720), |r| < 0.011, remainder < 4e-18
    log   x = 2^e m, s = (m - 1)/(m + 1), log m = 2 s (1 + s^2/3 + s^4/5 + ...), |s| < 0.172

>>> exp(0.0), log(1.0), exp(-800.0)
(1.0, 0.0, 0.0)
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from math import floor, frexp, inf, nan, sqrt

import numpy as np

from registan.kernel.compiled import compiled

PARTS = 32
with localcontext() as exact:
    exact.prec = 60
    LN2_EXACT = Decimal(2).ln()
    ROOTS = np.array([float((LN2_EXACT * j / PARTS).exp()) for j in range(PARTS)])
    STEPS_A_UNIT = float(PARTS / LN2_EXACT)
    # 32 bits, so that its product with a whole number below 2^21 has no rounding; the rest apart.
    STEP_HIGH = float(round(LN2_EXACT / PARTS * 2**37)) / 2**37
    STEP_LOW = float(LN2_EXACT / PARTS - Decimal(STEP_HIGH))
    LN2_HIGH = float(round(LN2_EXACT * 2**32)) / 2**32
    LN2_LOW = float(LN2_EXACT - Decimal(LN2_HIGH))
POWERS = np.array([2.0**k for k in range(-1022, 1024)])
LOWEST, HIGHEST = -708.0, 709.0
HALF_ROOT = sqrt(0.5)
# 1/23, 1/21, ... 1/3: the coefficients of the odd series, the last first.
ODD = np.array([1.0 / n for n in range(23, 1, -2)])


@compiled
def exp(x: float) -> float:
    """e to the x; 0 below -708 (nothing here needs less), infinite above 709."""
    if not (LOWEST <= x <= HIGHEST):
        return 0.0 if x < LOWEST else inf if x > HIGHEST else nan
    k = floor(x * STEPS_A_UNIT + 0.5)
    r = (x - k * STEP_HIGH) - k * STEP_LOW
    tail = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))))
    root = ROOTS[k % PARTS]
    scaled: float = (root + root * (r + tail)) * POWERS[k // PARTS + 1022]
    return scaled


@compiled
def log(x: float) -> float:
    """The natural logarithm; minus infinity of 0."""
    if not (0.0 < x < inf):
        return -inf if x == 0.0 else inf if x == inf else nan
    m, e = frexp(x)
    if m < HALF_ROOT:
        m, e = m * 2.0, e - 1
    s = (m - 1.0) / (m + 1.0)
    square = s * s
    series = 0.0
    for coefficient in ODD:
        series = (series + coefficient) * square
    return e * LN2_HIGH + (2.0 * s + (2.0 * s * series + e * LN2_LOW))


@compiled
def power(x: float, exponent: float) -> float:
    """x to the exponent, for x >= 0; 0 of 0."""
    return 0.0 if x == 0.0 else exp(exponent * log(x))
