"""The model of the Farrington method for one series and week: a quasi-Poisson fit in closed steps.

    log mu_t = g_label(t) + beta t (+ log population),  weights omega, by iterated weighted least squares

Each step needs no matrix: with one constant per label the trend is a regression within labels,

    beta = sum_i W_i (t_i - t_label)(z_i - z_label) / S,  S = sum_i W_i (t_i - t_label)^2,
    g_label = z_label - beta t_label,                     W_i = omega_i mu_i

(t_label, z_label: means by W), and leverages are W_i (1/W_label + (t_i - t_label)^2 / S). It starts
from mu = y + 0.1 and ends when the deviance stands still (farrington.py, steps 3 to 6).
"""

from __future__ import annotations

from math import inf, isfinite, nan, sqrt

import numpy as np
from numpy.typing import NDArray

from registan.kernel.compiled import compiled
from registan.kernel.epi.elementary import exp, log, power
from registan.kernel.epi.tails import t_tails

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# R stops after 25 steps. A history without any case needs up to 40: R then has no result, strict mode
# goes on, without trend.
STEPS, STEPS_WITHOUT_TREND = 25, 60
STILL = 1e-8
LEAST_MEAN = 2.220446049250313e-16
# Below this share of its size a trend cannot be told from the labels.
FLAT = 1e-20

# Places in `state`, what a fit leaves behind beside mu and W.
BETA, SLOPE_WEIGHT, PEARSON, WORKING, FREEDOM, CONVERGED = range(6)
STATE = 6


@compiled
def fit(
    y: Floats, ylogy: Floats, t: Floats, labels: Ints, shift: Floats, omega: Floats, trend: bool,
    steps: int, mu: Floats, weight: Floats, sums: Floats, state: Floats,
) -> None:  # fmt: skip
    """Fit by IRLS. `sums` (4, labels): W, mean t, mean z, constant. W is that of the last step."""
    n = len(y)
    for i in range(n):
        mu[i] = y[i] + 0.1
    eta = np.empty(n)
    for i in range(n):
        eta[i] = log(mu[i])
    old = deviance(y, ylogy, eta, mu, omega)
    state[CONVERGED] = 0.0
    for _ in range(steps):
        for i in range(n):
            weight[i] = omega[i] * mu[i]
        step(y, t, labels, shift, trend, mu, eta, weight, sums, state)
        new = deviance(y, ylogy, eta, mu, omega)
        if not isfinite(new):
            break
        if abs(new - old) < STILL * (abs(new) + 0.1):
            state[CONVERGED] = 1.0
            break
        old = new
    spread(y, labels, trend, omega, mu, weight, sums, state)


@compiled
def step(
    y: Floats, t: Floats, labels: Ints, shift: Floats, trend: bool, mu: Floats, eta: Floats,
    weight: Floats, sums: Floats, state: Floats,
) -> None:  # fmt: skip
    """One weighted least squares step: new constants and trend, then eta and mu."""
    n = len(y)
    sums[:] = 0.0
    z = np.empty(n)
    for i in range(n):
        z[i] = eta[i] - shift[i] + (y[i] - mu[i]) / mu[i]
        label = labels[i]
        sums[0, label] += weight[i]
        sums[1, label] += weight[i] * t[i]
        sums[2, label] += weight[i] * z[i]
    for label in range(sums.shape[1]):
        if sums[0, label] > 0.0:
            sums[1, label] /= sums[0, label]
            sums[2, label] /= sums[0, label]
    state[BETA] = 0.0
    state[SLOPE_WEIGHT] = 0.0
    if trend:
        slope(t, labels, z, weight, sums, state)
    for label in range(sums.shape[1]):
        sums[3, label] = sums[2, label] - state[BETA] * sums[1, label]
    for i in range(n):
        eta[i] = sums[3, labels[i]] + state[BETA] * t[i] + shift[i]
        mu[i] = max(exp(eta[i]), LEAST_MEAN)


@compiled
def slope(t: Floats, labels: Ints, z: Floats, weight: Floats, sums: Floats, state: Floats) -> None:
    across, along, size = 0.0, 0.0, 0.0
    for i in range(len(t)):
        gap = t[i] - sums[1, labels[i]]
        along += weight[i] * gap * gap
        across += weight[i] * gap * (z[i] - sums[2, labels[i]])
        size += weight[i] * t[i] * t[i]
    if along > FLAT * size:
        state[BETA] = across / along
        state[SLOPE_WEIGHT] = along


@compiled
def deviance(y: Floats, ylogy: Floats, eta: Floats, mu: Floats, omega: Floats) -> float:
    total = 0.0
    for i in range(len(y)):
        total += omega[i] * (ylogy[i] - y[i] * eta[i] - (y[i] - mu[i]))
    return 2.0 * total


@compiled
def spread(
    y: Floats, labels: Ints, trend: bool, omega: Floats, mu: Floats, weight: Floats, sums: Floats,
    state: Floats,
) -> None:  # fmt: skip
    """Dispersions from the last step: by Pearson, and with omega alone in place of omega mu."""
    count = 1 if trend else 0
    for label in range(sums.shape[1]):
        count += sums[0, label] > 0.0
    pearson, working = 0.0, 0.0
    for i in range(len(y)):
        relative = (y[i] - mu[i]) / mu[i]
        pearson += weight[i] * relative * relative
        working += omega[i] * relative * relative
    freedom = len(y) - count
    state[FREEDOM] = freedom
    state[PEARSON] = pearson / freedom if freedom > 0 else nan
    state[WORKING] = working / freedom if freedom > 0 else nan


@compiled
def reweigh(
    y: Floats, y_two_thirds: Floats, t: Floats, labels: Ints, mu: Floats, weight: Floats,
    sums: Floats, state: Floats, threshold: float, omega: Floats,
) -> None:  # fmt: skip
    """Step 5: past outbreaks count less. A week with leverage 1 fits whatever it is: residual 0."""
    n = len(y)
    phi = max(state[PEARSON], 1.0)
    total = 0.0
    for i in range(n):
        label = labels[i]
        leverage = weight[i] / sums[0, label]
        if state[SLOPE_WEIGHT] > 0.0:
            gap = t[i] - sums[1, label]
            leverage += weight[i] * gap * gap / state[SLOPE_WEIGHT]
        sixth = power(mu[i], 1.0 / 6.0)
        residual = 1.5 * (y_two_thirds[i] / sixth - sqrt(mu[i]))
        free = 1.0 - leverage
        residual = residual / sqrt(phi * free) if free > 2.2e-15 else 0.0
        omega[i] = 1.0 / (residual * residual) if residual > threshold else 1.0
        total += omega[i]
    for i in range(n):
        omega[i] *= n / total


@compiled
def fit_and_reweigh(
    y: Floats, ylogy: Floats, y_two_thirds: Floats, t: Floats, labels: Ints, shift: Floats,
    trend: bool, reweight: bool, threshold: float, strict: bool, omega: Floats, mu: Floats,
    weight: Floats, sums: Floats, state: Floats,
) -> tuple[bool, bool]:  # fmt: skip
    """Steps 3 to 5. (there is a fit, it has the trend)"""
    omega[:] = 1.0
    steps = STEPS if trend or not strict else STEPS_WITHOUT_TREND
    fit(y, ylogy, t, labels, shift, omega, trend, steps, mu, weight, sums, state)
    if trend and not (state[CONVERGED] > 0.0 and state[SLOPE_WEIGHT] > 0.0):
        trend = False
        steps = STEPS_WITHOUT_TREND if strict else STEPS
        fit(y, ylogy, t, labels, shift, omega, trend, steps, mu, weight, sums, state)
    if not (state[CONVERGED] > 0.0 and state[FREEDOM] > 0.0):
        return False, False
    if reweight:
        reweigh(y, y_two_thirds, t, labels, mu, weight, sums, state, threshold, omega)
        fit(y, ylogy, t, labels, shift, omega, trend, steps, mu, weight, sums, state)
        if not isfinite(state[PEARSON]) or (strict and not state[CONVERGED] > 0.0):
            return False, False
    return True, trend


@compiled
def is_trend_kept(
    y: Floats, t_now: float, label: int, shift_now: float, sums: Floats, state: Floats,
    dispersion: float, level: float,
) -> bool:  # fmt: skip
    """Step 6: the trend is significant, and does not lead above all that was seen."""
    ratio = state[BETA] / sqrt(dispersion / state[SLOPE_WEIGHT]) if dispersion > 0.0 else inf
    if not t_tails(ratio, state[FREEDOM]) < level:
        return False
    most = 0.0
    for count in y:
        most = max(most, count)
    return exp(sums[3, label] + state[BETA] * t_now + shift_now) <= most


@compiled
def predicted(
    t_now: float, label: int, shift_now: float, sums: Floats, state: Floats, dispersion: float
) -> tuple[float, float]:
    """eta of the tested week and its standard error."""
    eta = sums[3, label] + state[BETA] * t_now + shift_now
    variance = 1.0 / sums[0, label]
    if state[SLOPE_WEIGHT] > 0.0:
        gap = t_now - sums[1, label]
        variance += gap * gap / state[SLOPE_WEIGHT]
    return eta, sqrt(dispersion * variance)
