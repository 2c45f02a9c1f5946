"""How often a test is right: sensitivity and specificity with exact intervals, and pooled with care.

References: Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case
of the binomial, Biometrika 26 (the interval: it covers at least 95 % whatever the true value is, which
Wilson's does only on average); DerSimonian and Laird 1986, Meta-analysis in clinical trials (random
effects); Higgins and Thompson 2002 (I2); Takwoingi and others 2017, Statistical Methods in Medical
Research 26 (with few studies sensitivity and specificity are pooled each by itself).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from registan.kernel.epi.elementary import exp, log
from registan.kernel.epi.tails import beta_share, normal_bound

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 10**9
LEVEL = 0.95


@dataclass(frozen=True)
class Share:
    """`hits` of `n` with the ends of an interval; all between 0 and 1."""

    hits: int
    n: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Pooled:
    """A share over several studies by random effects, and how far these differ.

    `q`: Cochran's heterogeneity with `studies` - 1 degrees of freedom; `i2`: the part of it that chance
    does not explain, 0 to 1; `tau2`: variance between studies on the logit scale.
    """

    studies: int
    n: int
    share: float
    low: float
    high: float
    q: float
    i2: float
    tau2: float


def exact_share(hits: int, n: int, level: float = LEVEL) -> Share | None:
    """The share with its Clopper-Pearson interval; None where nobody was examined (n = 0).

    The lower end p has P(X >= hits | n, p) = I_p(hits, n - hits + 1) = (1 - level)/2; the upper end is
    one minus the lower end of the misses. Raises ValueError unless 0 <= hits <= n <= 10^9.

    >>> found = exact_share(81, 263)
    >>> round(found.low, 4), round(found.high, 4)
    (0.2527, 0.3676)
    """
    if not 0 <= hits <= n <= MOST:
        raise ValueError(f"{hits} of {n} is no share")
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not {level}")
    if n == 0:
        return None
    tail = (1.0 - level) / 2.0
    return Share(hits, n, hits / n, _lower(hits, n, tail), 1.0 - _lower(n - hits, n, tail))


def _lower(hits: int, n: int, tail: float) -> float:
    """The p at which `hits` or more of n have the probability `tail`, by bisection to the last bit."""
    if hits == 0:
        return 0.0
    low, high = 0.0, hits / n
    while True:
        p = (low + high) / 2.0
        if p in (low, high):
            return low
        if beta_share(float(hits), float(n - hits + 1), p, 1.0 - p) > tail:
            high = p
        else:
            low = p


def pooled_share(studies: Sequence[tuple[int, int]], level: float = LEVEL) -> Pooled | None:
    """Shares of several studies (hits, n) together: DerSimonian-Laird on the logit scale.

    Each study enters by logit((hits + 1/2)/(n + 1)) with the variance 1/(hits + 1/2) + 1/(misses + 1/2);
    those without anybody examined do not enter. None where fewer than two are left.
    """
    used = [(hits, n) for hits, n in studies if n > 0]
    if any(not 0 <= hits <= n <= MOST for hits, n in used):
        raise ValueError("a study has more hits than examined")
    if len(used) < 2:
        return None
    logits = [log((hits + 0.5) / (n - hits + 0.5)) for hits, n in used]
    noise = [1.0 / (hits + 0.5) + 1.0 / (n - hits + 0.5) for hits, n in used]
    fixed = [1.0 / each for each in noise]
    q = _spread(logits, fixed)
    freedom, total = len(used) - 1, sum(fixed)
    scale = total - sum(each * each for each in fixed) / total
    tau2 = max(0.0, (q - freedom) / scale)
    weights = [1.0 / (each + tau2) for each in noise]
    centre, error = _mean(logits, weights), sqrt(1.0 / sum(weights))
    reach = normal_bound((1.0 - level) / 2.0) * error
    i2 = max(0.0, (q - freedom) / q) if q > 0.0 else 0.0
    return Pooled(
        len(used), sum(n for _, n in used), _back(centre), _back(centre - reach),
        _back(centre + reach), q, i2, tau2,
    )  # fmt: skip


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / total


def _spread(values: Sequence[float], weights: Sequence[float]) -> float:
    centre = _mean(values, weights)
    return sum(w * (value - centre) ** 2 for value, w in zip(values, weights, strict=True))


def _back(logit: float) -> float:
    return 1.0 / (1.0 + exp(-logit))
