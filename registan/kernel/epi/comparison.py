"""Joint against unilateral action on the same random numbers: what it averts, and where it costs more.

Differences are taken run by run (unilateral minus joint), then summed up: a median of differences is not a
difference of medians.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from registan.kernel.epi.seir import Outcomes

INTERVAL = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class Averted:
    """What joint action averts of one outcome: median and 90 % interval over the runs.

    unilateral, joint: medians of the two arms. share_worse: share of runs in which joint action has
    more of it; is_worse: it has more in most runs, and that must be said. runs_same: without difference.
    """

    median: float
    low: float
    high: float
    unilateral: float
    joint: float
    share_worse: float
    runs_same: int

    @property
    def is_worse(self) -> bool:
        return self.share_worse > 0.5


@dataclass(frozen=True)
class Account:
    """One State, or all together: each outcome with what joint action averts of it."""

    infections: Averted
    deaths: Averted
    peak_beds: Averted
    restriction: Averted

    @property
    def worse(self) -> tuple[str, ...]:
        """Outcomes of which joint action has more in most runs."""
        return tuple(name for name, found in vars(self).items() if found.is_worse)


@dataclass(frozen=True)
class Comparison:
    """runs: pairs compared. states: in the order of the scenario. together: all of them as one."""

    runs: int
    states: tuple[Account, ...]
    together: Account

    @property
    def worse_for(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """(number of the State, outcomes) where joint action costs that State more: to be shown."""
        found = ((number, account.worse) for number, account in enumerate(self.states))
        return tuple((number, names) for number, names in found if names)


def compare(unilateral: Outcomes, joint: Outcomes, people: ArrayLike) -> Comparison:
    """Pair the runs of the two arms; people: inhabitants of each State (P).

    restriction is in person-days: inhabitants times days under the local measure. peak_beds of all
    together is the peak of the sum, not the sum of the peaks.
    Raises ValueError when the arms do not hold the same runs.
    """
    counts = np.asarray(people, dtype=np.float64)
    if unilateral.deaths.shape != joint.deaths.shape:
        raise ValueError("the arms differ in runs or States: they cannot be paired")
    if counts.shape != unilateral.deaths.shape[1:]:
        raise ValueError(
            f"people: {unilateral.deaths.shape[1]} States are asked, {counts.shape} given"
        )
    apart, common = _outcomes(unilateral, counts), _outcomes(joint, counts)
    states = tuple(
        Account(*(_averted(apart[name][:, i], common[name][:, i]) for name in apart))
        for i in range(counts.size)
    )
    sums = {name: (apart[name].sum(axis=1), common[name].sum(axis=1)) for name in apart}
    sums["peak_beds"] = (
        unilateral.peak_beds_all.astype(np.float64), joint.peak_beds_all.astype(np.float64)
    )  # fmt: skip
    together = Account(*(_averted(*sums[name]) for name in apart))
    return Comparison(runs=unilateral.deaths.shape[0], states=states, together=together)


def _outcomes(arm: Outcomes, people: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """(runs, P) of each outcome, in the order of `Account`."""
    return {
        "infections": arm.infections.sum(axis=2).astype(np.float64),
        "deaths": arm.deaths.astype(np.float64),
        "peak_beds": arm.peak_beds.astype(np.float64),
        "restriction": arm.local_days * people,
    }


def _averted(unilateral: NDArray[np.float64], joint: NDArray[np.float64]) -> Averted:
    difference = unilateral - joint
    low, median, high = (float(value) for value in np.quantile(difference, INTERVAL))
    return Averted(
        median=median, low=low, high=high,
        unilateral=float(np.median(unilateral)), joint=float(np.median(joint)),
        share_worse=float((difference < 0).mean()), runs_same=int((difference == 0).sum()),
    )  # fmt: skip
