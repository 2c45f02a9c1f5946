"""What is fitted in a scenario: named parameters with uniform priors, and a run for each set of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import expm1, isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from registan.kernel.epi.scenario import Arm, Scenario, World, ready
from registan.kernel.epi.seir import empty, fill

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Name -> the least value it may have.
FITTED = {
    "transmission": 0.0,
    "latent_days": 0.1,
    "infectious_days": 0.1,
    "reported": 0.0,
    "infectious": 0.0,
}


@dataclass(frozen=True)
class Prior:
    """A parameter and its even prior from low to high.

    transmission, latent_days, infectious_days: as in `Disease`; reported: one share for all States;
    infectious: by how much the scenario's first infectious people are multiplied.
    """

    name: str
    low: float
    high: float


@dataclass(frozen=True)
class Fit:
    """A scenario and an arm as they stand, but for the parameters of the priors."""

    scenario: Scenario
    arm: Arm
    priors: tuple[Prior, ...]


def check_fit(fit: Fit) -> None:
    """Raises ValueError with a sentence for priors that cannot be."""
    names = [each.name for each in fit.priors]
    if not names or len(set(names)) != len(names) or not set(names) <= set(FITTED):
        raise ValueError(f"priors: each once, out of {', '.join(FITTED)}")
    for prior in fit.priors:
        high = 1.0 if prior.name == "reported" else 1e6
        ordered = FITTED[prior.name] <= prior.low < prior.high <= high
        if not (isfinite(prior.low) and isfinite(prior.high) and ordered):
            raise ValueError(
                f"prior of {prior.name}: from {FITTED[prior.name]:g} to {high:g}, the lower end first"
            )


def weekly_reports(fit: Fit, theta: Floats, seed: int, first: int = 0) -> Floats:
    """Reports (n, P, W): one run for each row of theta (n, k), numbered from `first` on."""
    world = ready(fit.scenario, fit.arm)
    made = empty(world, theta.shape[0])
    for row, values in enumerate(theta.tolist()):
        named = {prior.name: value for prior, value in zip(fit.priors, values, strict=True)}
        fill(_changed(world, named), seed, first + row, made, row, row + 1)
    return made.reports.astype(np.float64)


def _changed(world: World, named: dict[str, float]) -> World:
    changes: dict[str, Any] = {}
    if "transmission" in named:
        changes["beta"] = named["transmission"]
    if "latent_days" in named:
        changes["to_onset"] = -expm1(-1.0 / (named["latent_days"] * world.steps))
    if "infectious_days" in named:
        changes["to_end"] = -expm1(-1.0 / (named["infectious_days"] * world.steps))
    if "reported" in named:
        changes["reported"] = np.full_like(world.reported, named["reported"])
    if "infectious" in named:
        many = np.round(world.infectious * named["infectious"]).astype(np.int64)
        changes["infectious"] = np.minimum(many, world.people)
    return world._replace(**changes)
