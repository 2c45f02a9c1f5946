"""Parameters from reports: approximate Bayesian computation in rounds (ABC-SMC), and its own check.

Round 0 draws particles from the prior. In each further round the threshold is the median distance of
the last one; a particle is drawn by weight, moved by a Gaussian kernel with twice the weighted
covariance, and kept when its simulated reports are nearer than the threshold; its weight is
pi(theta) / sum_j w_j K(theta | theta_j). It ends below 1 % acceptance. Distance: root mean square of
the differences of the square roots of weekly counts, each over its median absolute deviation under
the prior.
References: Toni et al. 2009, J R Soc Interface 6:187; Beaumont et al. 2009, Biometrika 96:983; for the
check Talts et al. 2018, arXiv:1804.06788.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.epi.fit import Fit, check_fit, weekly_reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

MOST_PARTICLES, MOST_ROUNDS = 10_000, 30
STOP_BELOW = 0.01
# Of a normal distribution: standard deviation over median absolute deviation.
MAD_TO_SD = 1.4826


@dataclass(frozen=True)
class Posterior:
    """theta (n, k): particles, in the order of the fit's names. weights (n): sum 1. distances (n).

    thresholds, acceptance: of each round. runs: simulations in all.
    """

    theta: Floats
    weights: Floats
    distances: Floats
    thresholds: tuple[float, ...]
    acceptance: tuple[float, ...]
    runs: int

    def quantiles(self, levels: ArrayLike) -> Floats:
        """Weighted quantiles (levels, k)."""
        return np.stack(
            [_quantiles(column, self.weights, np.asarray(levels)) for column in self.theta.T],
            axis=1,
        )

    def drawn(self, many: int, rng: np.random.Generator) -> Floats:
        """Equally likely draws from the posterior (many, k)."""
        return np.asarray(self.theta[rng.choice(len(self.weights), many, p=self.weights)])


def calibrate(
    fit: Fit, observed: ArrayLike, seed: int, *, particles: int = 500, rounds: int = 10,
    progress: Callable[[float], None] | None = None,
) -> Posterior:  # fmt: skip
    """The posterior of the fit's parameters given weekly reports (P, W).

    Raises ValueError with a sentence for a fit or reports that cannot be.
    """
    check_fit(fit)
    reports = _reports(fit, observed)
    if not (10 <= particles <= MOST_PARTICLES and 1 <= rounds <= MOST_ROUNDS):
        raise ValueError(
            f"particles: from 10 to {MOST_PARTICLES:,}; rounds: from 1 to {MOST_ROUNDS} are computed"
        )
    rng, population = np.random.default_rng(seed), None
    cloud = _Cloud(fit, reports, seed, particles)
    for number in range(rounds):
        proposed = cloud.first(rng) if population is None else cloud.next(population, rng)
        if proposed is None:
            break
        population = proposed
        if progress is not None:
            progress((number + 1) / rounds)
        if population.acceptance[-1] < STOP_BELOW:
            break
    if population is None:
        raise RuntimeError("no round was computed")
    return population


def rank(posterior: Posterior, truth: ArrayLike, draws: int, rng: np.random.Generator) -> list[int]:
    """How many of `draws` posterior draws lie below each true parameter: uniform on 0..draws when the
    calibration is right (simulation-based calibration)."""
    return [int(each) for each in (posterior.drawn(draws, rng) < np.asarray(truth)).sum(axis=0)]


class _Cloud:
    """Simulates and weighs particles; numbers its runs, so that none reads another's chance."""

    def __init__(self, fit: Fit, observed: Floats, seed: int, particles: int) -> None:
        self.fit, self.observed, self.seed, self.n = fit, np.sqrt(observed), seed, particles
        self.low, self.high = (
            np.array([p.low for p in fit.priors]),
            np.array([p.high for p in fit.priors]),
        )
        self.scale = np.ones_like(self.observed)
        self.runs = 0

    def first(self, rng: np.random.Generator) -> Posterior:
        theta = rng.uniform(self.low, self.high, (self.n, self.low.size))
        counts = self._simulate(theta)
        spread = np.median(np.abs(counts - np.median(counts, axis=0)), axis=0) * MAD_TO_SD
        # Weeks without any spread under the prior count in whole cases.
        self.scale = np.where(spread > 0, spread, 1.0)
        weights = np.full(self.n, 1 / self.n)
        return Posterior(theta, weights, self._distances(counts), (np.inf,), (1.0,), self.runs)

    def next(self, last: Posterior, rng: np.random.Generator) -> Posterior | None:
        """The next round; None when too few are accepted to go on."""
        threshold = float(np.median(last.distances))
        root = _root(last)
        kept: list[Floats] = []
        near: list[Floats] = []
        tried = accepted = 0
        while accepted < self.n:
            theta = self._moved(last, root, rng)
            distances = self._distances(self._simulate(theta))
            good = distances <= threshold
            kept.append(theta[good])
            near.append(distances[good])
            tried += theta.shape[0]
            accepted += int(good.sum())
            if accepted < STOP_BELOW * tried and tried >= self.n / STOP_BELOW / 4:
                return None
        theta = np.concatenate(kept)[: self.n]
        return Posterior(
            theta, _weights(theta, last, root), np.concatenate(near)[: self.n],
            (*last.thresholds, threshold), (*last.acceptance, accepted / tried), self.runs,
        )  # fmt: skip

    def _moved(self, last: Posterior, root: Floats, rng: np.random.Generator) -> Floats:
        """As many particles as a round has, each inside the prior."""
        made = np.empty((0, self.low.size))
        while made.shape[0] < self.n:
            theta = last.drawn(self.n, rng)
            theta = theta + rng.standard_normal(theta.shape) @ root.T
            inside = ((theta >= self.low) & (theta <= self.high)).all(axis=1)
            made = np.concatenate([made, theta[inside]])
        return made[: self.n]

    def _simulate(self, theta: Floats) -> Floats:
        """Square roots of weekly reports (n, P, W)."""
        counts = weekly_reports(self.fit, theta, self.seed, first=self.runs)
        self.runs += theta.shape[0]
        return np.sqrt(counts)

    def _distances(self, counts: Floats) -> Floats:
        off = (counts - self.observed) / self.scale
        return np.asarray(np.sqrt(np.mean(off * off, axis=(1, 2))))


def _root(last: Posterior) -> Floats:
    """Square root of twice the weighted covariance; a little added so that it exists."""
    covariance = 2 * np.atleast_2d(np.cov(last.theta.T, aweights=last.weights))
    tiny = 1e-12 * np.maximum(np.diag(covariance), 1e-300)
    return np.asarray(np.linalg.cholesky(covariance + np.diag(tiny)))


def _weights(theta: Floats, last: Posterior, root: Floats) -> Floats:
    """Uniform prior: 1 / sum_j w_j K(theta | theta_j)."""
    whitened, before = (np.linalg.solve(root, each.T).T for each in (theta, last.theta))
    squares = ((whitened[:, None, :] - before[None, :, :]) ** 2).sum(axis=2)
    density = np.exp(-0.5 * squares) @ last.weights
    weights = 1.0 / np.maximum(density, 1e-300)
    return np.asarray(weights / weights.sum())


def _quantiles(values: Floats, weights: Floats, levels: Floats) -> Floats:
    order = np.argsort(values)
    below = np.cumsum(weights[order]) - 0.5 * weights[order]
    return np.asarray(np.interp(levels, below, values[order]))


def _reports(fit: Fit, observed: ArrayLike) -> Floats:
    counts = np.asarray(observed, dtype=np.float64)
    patches = np.shape(fit.scenario.region.population)[0]
    weeks = -(-fit.scenario.days // 7)
    if counts.shape != (patches, weeks):
        raise ValueError(
            f"observed: {(patches, weeks)} weekly reports are asked, {counts.shape} given"
        )
    if not all(isfinite(each) and each >= 0 for each in counts.ravel()):
        raise ValueError(
            "observed: numbers from 0 are asked; leave out weeks that are not reported"
        )
    return counts
