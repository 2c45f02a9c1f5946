"""The draws follow their distributions: chi-square against SciPy, with fixed seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy import stats

from registan.kernel.compiled import compiled
from registan.kernel.epi.draws import SLOT, binomial, gamma, negative_binomial, poisson
from registan.kernel.epi.streams import stream, uniform

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 60_000


@compiled
def binomials(n: int, p: float, many: int, seed: int) -> NDArray[np.int64]:
    begin = stream(np.uint64(seed), 3, 1)
    made = np.empty(many, np.int64)
    for number in range(many):
        made[number] = binomial(n, p, begin, np.uint64(number * SLOT))
    return made


@compiled
def counts(mean: float, size: float, many: int, seed: int) -> NDArray[np.int64]:
    begin = stream(np.uint64(seed), 0, 0)
    made = np.empty(many, np.int64)
    for number in range(many):
        made[number] = negative_binomial(mean, size, begin, np.uint64(number * SLOT))
    return made


@compiled
def gammas(shape: float, many: int) -> NDArray[np.float64]:
    begin = stream(np.uint64(9), 0, 0)
    made = np.empty(many)
    for number in range(many):
        made[number] = gamma(shape, begin, np.uint64(number * SLOT))
    return made


def agreement(found: NDArray[np.int64], law: Any) -> float:
    """p-value of the chi-square test over about 40 cells of like probability."""
    edges = np.unique(law.ppf(np.linspace(0.02, 0.98, 40)))
    chances = np.diff(np.concatenate([[0.0], law.cdf(edges), [1.0]]))
    cells = np.bincount(np.searchsorted(edges, found), minlength=len(chances))
    kept = chances * found.size > 5
    assert cells[~kept].sum() <= 25
    expected = chances[kept] * found.size
    return float(stats.chi2.sf(((cells[kept] - expected) ** 2 / expected).sum(), kept.sum() - 1))


@pytest.mark.parametrize(
    ("n", "p"),
    [(5, 0.3), (5, 0.8), (40, 0.2), (40, 0.5), (100, 0.7), (1_000, 0.013), (10**6, 0.3),
     (816_492_100, 0.01), (816_492_100, 0.9), (816_492_100, 1e-8)],
)  # fmt: skip
def test_binomial_counts_follow_the_binomial(n: int, p: float) -> None:
    found = binomials(n, p, DRAWS, 7)
    assert found.min() >= 0
    assert found.max() <= n
    assert agreement(found, stats.binom(n, p)) > 0.001


@pytest.mark.parametrize(
    ("mean", "size"),
    [(3.0, np.inf), (15.0, np.inf), (1e5, np.inf), (3.0, 0.5), (50.0, 5.0), (1_000.0, 10.0)],
)
def test_reports_follow_the_negative_binomial(mean: float, size: float) -> None:
    law = stats.poisson(mean) if np.isinf(size) else stats.nbinom(size, size / (size + mean))
    assert agreement(counts(mean, size, DRAWS, 3), law) > 0.001


@pytest.mark.parametrize("shape", [0.3, 1.0, 20.0])
def test_gamma_variates_follow_the_gamma(shape: float) -> None:
    assert stats.kstest(gammas(shape, DRAWS), stats.gamma(shape).cdf).pvalue > 0.001


@pytest.mark.parametrize(
    ("n", "p", "drawn"), [(0, 0.5, 0), (-3, 0.5, 0), (9, 0.0, 0), (9, 1.0, 9), (9, 1.5, 9)]
)
def test_certain_draws_need_no_chance(n: int, p: float, drawn: int) -> None:
    assert binomial(n, p, np.uint64(1), np.uint64(0)) == drawn
    assert poisson(0.0, np.uint64(1), np.uint64(0)) == 0


def test_numbers_of_a_stream_are_even_and_streams_are_apart() -> None:
    first, second = (np.uint64(stream(np.uint64(5), 0, patch)) for patch in (0, 1))
    one = np.array([uniform(first, np.uint64(number)) for number in range(2_000)])
    two = np.array([uniform(second, np.uint64(number)) for number in range(2_000)])
    assert stats.kstest(one, "uniform").pvalue > 0.001
    assert abs(np.corrcoef(one, two)[0, 1]) < 0.1
    assert abs(np.corrcoef(one[1:], one[:-1])[0, 1]) < 0.1


def test_two_arms_that_stand_alike_draw_alike() -> None:
    """Half a per cent more people: the counts move together, as paired runs need."""
    fewer, more = (binomials(n, 0.2, 2_000, 11) for n in (20_000, 20_100))
    assert np.corrcoef(fewer, more)[0, 1] > 0.9
