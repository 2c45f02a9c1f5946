"""Upper tails of the normal, t, Poisson and negative binomial distributions, and integer quantiles.

Built on elementary.py alone, so that a tail has the same last digit on every machine. No call runs on
without end: each series has a bound on its terms, and a quantile is sought between 0 and mean/alpha
(Markov). Relative error below 1e-11 over the range that detection uses.
References: DLMF 7.9, 8.7.1, 8.9.2, 8.17.22; Loader 2000, Fast and Accurate Computation of Binomial
Probabilities (the terms `stirling` and `departure`).
"""

from __future__ import annotations

from math import floor, nan, pi, sqrt

from registan.kernel.compiled import compiled
from registan.kernel.epi.elementary import exp, log

TERMS = 200_000
TINY = 1e-300
ENOUGH = 1e-16
# A tail this little above alpha still counts as alpha: a bound on a tie does not hang on a last bit.
TIE = 1e-12


@compiled
def normal_tail(z: float) -> float:
    """P(Z > z) of the standard normal."""
    if z != z:
        return nan
    if z < 0.0:
        return 1.0 - normal_tail_above(-z)
    return normal_tail_above(z)


@compiled
def normal_tail_above(z: float) -> float:
    """The same for z >= 0: a series up to 3 (DLMF 7.6.2), a continued fraction beyond (7.9.1)."""
    if z > 38.0:
        return 0.0
    density = exp(-0.5 * z * z) / sqrt(2.0 * pi)
    if z < 3.0:
        term = z
        total = z
        n = 1.0
        while term > ENOUGH * total and n < TERMS:
            n += 2.0
            term *= z * z / n
            total += term
        return 0.5 - density * total
    f = 0.0
    for n in range(120, 0, -1):
        f = n / (z + f)
    return density / (z + f)


def normal_bound(alpha: float) -> float:
    """z with P(Z > z) = alpha, by bisection to the last bit.

    >>> round(normal_bound(0.001), 6)
    3.090232
    """
    if not 0 < alpha < 1:
        raise ValueError(f"alpha lies between 0 and 1, not {alpha}")
    low, high = -39.0, 39.0
    while True:
        z = (low + high) / 2
        if z in (low, high):
            return high
        low, high = (z, high) if normal_tail(z) > alpha else (low, z)


@compiled
def t_tails(t: float, freedom: float) -> float:
    """P(|T| > |t|) of Student's t: I_x(f/2, 1/2), x = f/(f + t^2)."""
    square = t * t
    if not square < 1e300:
        return 0.0
    total = freedom + square
    return beta_share(0.5 * freedom, 0.5, freedom / total, square / total)


@compiled
def poisson_tail(k: float, mean: float) -> float:
    """P(Y >= k) = P(k, mean), the lower incomplete gamma function."""
    if k <= 0.0:
        return 1.0
    if mean <= 0.0:
        return 0.0
    if mean < k + 1.0:
        return gamma_series(k, mean)
    return 1.0 - gamma_fraction(k, mean)


@compiled
def gamma_series(k: float, mean: float) -> float:
    term = 1.0
    total = 1.0
    n = 0
    while term > ENOUGH * total and n < TERMS:
        n += 1
        term *= mean / (k + n)
        total += term
    return poisson_weight(k, mean) * total


@compiled
def gamma_fraction(k: float, mean: float) -> float:
    """The upper share, DLMF 8.9.2 by the modified Lentz method."""
    b = mean + 1.0 - k
    c = 1.0 / TINY
    d = 1.0 / b
    f = d
    for n in range(1, TERMS):
        a = -n * (n - k)
        b += 2.0
        d = a * d + b
        d = 1.0 / (TINY if d == 0.0 else d)
        c = b + a / c
        c = TINY if c == 0.0 else c
        change = c * d
        f *= change
        if abs(change - 1.0) < ENOUGH * 2.0:
            break
    return poisson_weight(k, mean) * k * f


@compiled
def negative_binomial_tail(k: float, mean: float, spread: float) -> float:
    """P(Y >= k) at variance spread x mean: size mean/(spread - 1), I_q(k, size); Poisson at 1."""
    if k <= 0.0:
        return 1.0
    if mean <= 0.0:
        return 0.0
    if spread <= 1.0:
        return poisson_tail(k, mean)
    return beta_share(k, mean / (spread - 1.0), (spread - 1.0) / spread, 1.0 / spread)


@compiled
def negative_binomial_bound(mean: float, spread: float, alpha: float, z: float) -> float:
    """The smallest whole U with P(Y > U) <= alpha; `z` = normal_bound(alpha) is where to begin."""
    limit = alpha * (1.0 + TIE)
    if negative_binomial_tail(1.0, mean, spread) <= limit:
        return 0.0
    scale = sqrt(mean * spread)
    low, high = 0.0, floor(mean / alpha) + 1.0  # P(Y > low) > alpha >= P(Y > high)
    step = max(1.0, floor(scale / 4.0))
    u: float = floor(mean + z * scale + (z * z - 1.0) * (2.0 * spread - 1.0) / 6.0)
    u = min(max(u, low + 1.0), high)
    while high - low > 1.0:
        if negative_binomial_tail(u + 1.0, mean, spread) > limit:
            low = u
            u += step
        else:
            high = u
            u -= step
        step *= 2.0
        if not low < u < high:
            u = floor((low + high) / 2.0)
    return high


@compiled
def beta_share(a: float, b: float, x: float, y: float) -> float:
    """I_x(a, b), the regularised incomplete beta function, with y = 1 - x given."""
    if x <= 0.0:
        return 0.0
    if y <= 0.0:
        return 1.0
    if x * (a + b + 2.0) < a + 1.0:
        return beta_fraction(a, b, x, y)
    return 1.0 - beta_fraction(b, a, y, x)


@compiled
def beta_fraction(a: float, b: float, x: float, y: float) -> float:
    """DLMF 8.17.22 by the modified Lentz method."""
    c = 1.0
    d = 1.0 - (a + b) * x / (a + 1.0)
    d = 1.0 / (TINY if d == 0.0 else d)
    f = d
    for m in range(1, TERMS):
        even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))
        change = 1.0
        for part in (even, odd):
            d = 1.0 + part * d
            d = 1.0 / (TINY if d == 0.0 else d)
            c = 1.0 + part / c
            c = TINY if c == 0.0 else c
            change = c * d
            f *= change
        if abs(change - 1.0) < ENOUGH * 2.0:
            break
    return binomial_weight(a, b, x, y) * b / (a + b) * f


@compiled
def poisson_weight(k: float, mean: float) -> float:
    """mean^k e^-mean / k!, k > 0 need not be whole."""
    return exp(-stirling(k) - departure(k, mean)) / sqrt(2.0 * pi * k)


@compiled
def binomial_weight(a: float, b: float, x: float, y: float) -> float:
    """(a + b)! / (a! b!) x^a y^b, a, b > 0 need not be whole."""
    n = a + b
    exponent = stirling(n) - stirling(a) - stirling(b) - departure(a, n * x) - departure(b, n * y)
    return exp(exponent) * sqrt(n / (2.0 * pi * a)) / sqrt(b)


@compiled
def stirling(x: float) -> float:
    """ln x! - ln(sqrt(2 pi x) (x/e)^x); below 16 from d(x) = d(x + 1) + (x + 1/2) ln(1 + 1/x) - 1."""
    total = 0.0
    while x < 16.0:
        total += (x + 0.5) * (log(x + 1.0) - log(x)) - 1.0
        x += 1.0
    r = 1.0 / (x * x)
    series = 1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156))
    return total + (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * series))) / x


@compiled
def departure(x: float, mean: float) -> float:
    """x ln(x / mean) + mean - x without the loss near x = mean."""
    gap = x - mean
    if abs(gap) > 0.1 * (x + mean):
        return x * (log(x) - log(mean)) - gap
    v = gap / (x + mean)
    total = gap * v
    term = 2.0 * x * v
    for n in range(3, 60, 2):
        term *= v * v
        before = total
        total += term / n
        if total == before:
            break
    return total
