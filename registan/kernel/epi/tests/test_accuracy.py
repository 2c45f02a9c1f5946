"""Sensitivity and specificity: against SciPy, a published table, and another way to the same figures."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from scipy.stats import beta, binom, binomtest

from registan.kernel.epi.accuracy import MOST, exact_share, pooled_share


@pytest.mark.parametrize("n", [1, 2, 7, 29, 250, 12_345])
def test_the_interval_is_that_of_scipy(n: int) -> None:
    for hits in sorted({0, 1, n // 3, n // 2, n - 1, n}):
        ours = exact_share(hits, n)
        # As quantiles of the beta distribution: binomtest seeks them by a coarser search (1e-8).
        low = beta.ppf(0.025, hits, n - hits + 1) if hits else 0.0
        high = beta.ppf(0.975, hits + 1, n - hits) if hits < n else 1.0
        assert ours is not None
        assert ours.low == pytest.approx(low, rel=1e-11, abs=1e-14)
        assert ours.high == pytest.approx(high, rel=1e-11, abs=1e-14)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17, table I, method 5 (Clopper-Pearson).
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)],
)  # fmt: skip
def test_the_interval_is_that_of_a_published_table(
    hits: int, n: int, low: float, high: float
) -> None:
    found = exact_share(hits, n)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize("true", [0.02, 0.5, 0.9, 0.99])
def test_the_interval_covers_at_least_what_it_says(true: float) -> None:
    n = 40
    covered = 0.0
    for hits in range(n + 1):
        found = exact_share(hits, n)
        assert found is not None
        if found.low <= true <= found.high:
            covered += float(binom.pmf(hits, n, true))
    assert covered >= 0.95


def test_another_level_and_the_largest_number_are_answered() -> None:
    found, wider = exact_share(45, 50, 0.9), exact_share(45, 50, 0.99)
    theirs = binomtest(45, 50).proportion_ci(0.99, method="exact")
    assert found
    assert wider
    assert wider.low < found.low < 0.9 < found.high < wider.high
    assert wider.low == pytest.approx(theirs.low, rel=1e-10)
    largest = exact_share(MOST - 3, MOST)
    assert largest
    assert largest.low < largest.share < largest.high < 1.0


def test_nobody_examined_is_no_share_and_nonsense_is_refused() -> None:
    assert exact_share(0, 0) is None
    for hits, n in ((-1, 5), (6, 5), (1, MOST + 1)):
        with pytest.raises(ValueError, match="no share"):
            exact_share(hits, n)
    with pytest.raises(ValueError, match="level"):
        exact_share(1, 2, 1.0)


def by_hand(studies: list[tuple[int, int]]) -> tuple[float, float, float, float]:
    """The same estimator once more with arrays, as DerSimonian and Laird write it."""
    hits, n = (np.array(each, float) for each in zip(*studies, strict=True))
    y = np.log((hits + 0.5) / (n - hits + 0.5))
    w = 1 / (1 / (hits + 0.5) + 1 / (n - hits + 0.5))
    q = float(w @ (y - np.average(y, weights=w)) ** 2)
    tau2 = max(0.0, (q - (len(y) - 1)) / float(w.sum() - (w @ w) / w.sum()))
    star = 1 / (1 / w + tau2)
    return float(np.average(y, weights=star)), float(sqrt(1 / star.sum())), q, tau2


@pytest.mark.parametrize(
    "studies", [[(90, 100), (40, 60)], [(50, 50), (48, 50), (44, 50), (9, 30)], [(0, 40), (1, 90)]]
)
def test_pooling_is_that_of_dersimonian_and_laird(studies: list[tuple[int, int]]) -> None:
    found = pooled_share(studies)
    centre, error, q, tau2 = by_hand(studies)
    assert found is not None
    assert log(found.share / (1 - found.share)) == pytest.approx(centre, rel=1e-10)
    assert log(found.high / (1 - found.high)) == pytest.approx(centre + 1.959963984540054 * error)
    assert found.q == pytest.approx(q, rel=1e-9)
    assert found.tau2 == pytest.approx(tau2, rel=1e-8, abs=1e-12)
    assert found.i2 == pytest.approx(max(0.0, (q - len(studies) + 1) / q) if q else 0.0)


def test_studies_that_agree_have_no_heterogeneity_and_those_that_do_not_have() -> None:
    alike, unlike = pooled_share([(90, 100)] * 3), pooled_share([(990, 1000), (600, 1000)])
    assert alike
    assert unlike
    assert alike.i2 == 0.0
    assert alike.tau2 == 0.0
    assert unlike.i2 > 0.98
    assert unlike.high - unlike.low > 0.5


def test_one_study_is_not_pooled_and_an_impossible_one_is_refused() -> None:
    assert pooled_share([(9, 10), (0, 0)]) is None
    with pytest.raises(ValueError, match="more hits"):
        pooled_share([(9, 10), (11, 10)])
