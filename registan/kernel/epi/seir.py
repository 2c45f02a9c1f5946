"""Chain-binomial SEIR of several States with ages, travel, hospitals, reports and measures.

    force      l_ia = beta u_i sum_j K_ij sum_b c_iab I_jb / N_jb,  K_ij = (1 - e_i) d_ij + e_i G_ij
    a step     S -> E  Bin(S, 1 - exp(-l dt));   E -> I  Bin(E, 1 - exp(-dt / latent));
               I -> hospital, death, recovery: Bin(I, 1 - exp(-dt / infectious)), split by age
    a report   negative binomial around share x (onsets of the days before, by the delay of reports)

Measures act on u_i and e_i (measures.py). Each run is computed alone from numbered streams (streams.py),
so a run is the same in any chunk, and run r of two arms reads the same numbers.
Reference: Keeling and Rohani 2008, Modeling Infectious Diseases, sections 3.3, 6.5 and 7.2.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.epi.scenario import Arm, Scenario, World, ready
from registan.kernel.epi.seir_run import run_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

MOST_RUNS = 100_000
# Numbers an answer may hold (800 MB): runs x States x weeks x 3 series.
MOST_NUMBERS = 10**8
CHUNK = 50


@dataclass(frozen=True)
class Outcomes:
    """What came of the runs: arrays with the run first, then P States, A ages, W weeks.

    infections (P, A): people ever infected after day 0. deaths (P). peak_beds (P) and peak_beds_all:
    most beds taken at once, in a State and in all together. peak_day (P): day with most infectious
    people. local_days, travel_days (P): days under the measure. first_day (P): first day of the local
    measure, -1: none. onsets, reports, beds (P, W): sums of the week, for beds the most in it.
    """

    infections: NDArray[np.int64]
    deaths: NDArray[np.int64]
    peak_beds: NDArray[np.int64]
    peak_beds_all: NDArray[np.int64]
    peak_day: NDArray[np.int64]
    local_days: NDArray[np.int64]
    travel_days: NDArray[np.int64]
    first_day: NDArray[np.int64]
    onsets: NDArray[np.int64]
    reports: NDArray[np.int64]
    beds: NDArray[np.int64]


def simulate(
    scenario: Scenario, arm: Arm, seed: int, *, runs: int = 1000, first: int = 0,
    progress: Callable[[float], None] | None = None,
) -> Outcomes:  # fmt: skip
    """Runs `first` to `first + runs` of a scenario in one arm.

    >>> from registan.kernel.epi.scenario import Disease, Region
    >>> flu = Disease(transmission=0.05, latent_days=2, infectious_days=4)
    >>> one = Scenario(flu, Region(population=[[10_000]], contacts=[[10.0]]), infectious=[[10]])
    >>> simulate(one, Arm(), seed=1, runs=3).infections.shape
    (3, 1, 1)
    """
    world = ready(scenario, arm)
    _check(world, seed, runs, first)
    made = empty(world, runs)
    for begin in range(0, runs, CHUNK):
        end = min(begin + CHUNK, runs)
        fill(world, seed, first + begin, made, begin, end)
        if progress is not None:
            progress(end / runs)
    return made


def fill(world: World, seed: int, first: int, made: Outcomes, begin: int, end: int) -> None:
    """Compute runs number `first` on into the places `begin` to `end`."""
    part = [getattr(made, field.name)[begin:end] for field in fields(Outcomes)]
    run_all(world, np.uint64(seed), first, *part)


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """The outcomes of consecutive runs as one."""
    names = [field.name for field in fields(Outcomes)]
    return Outcomes(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def chunks(runs: int, of: int) -> list[tuple[int, int]]:
    """(first, runs) of the pieces in which `runs` may be computed apart, `of` runs each."""
    return [(first, min(of, runs - first)) for first in range(0, runs, of)]


def _check(world: World, seed: int, runs: int, first: int) -> None:
    if not 1 <= runs <= MOST_RUNS:
        raise ValueError(f"runs: {runs:,} are asked; from 1 to {MOST_RUNS:,} are computed at once")
    if not 0 <= first < 2**32 or not 0 <= seed < 2**64:
        raise ValueError("first is a number below 2^32, seed one below 2^64, both from 0")
    numbers = runs * world.people.shape[0] * _weeks(world) * 3
    if numbers > MOST_NUMBERS:
        raise ValueError(
            f"runs x States x weeks: {numbers:,} numbers would come of it, at most {MOST_NUMBERS:,}; "
            "ask for fewer runs, or for the runs in pieces (first)"
        )


def _weeks(world: World) -> int:
    return -(-world.days // 7)


def empty(world: World, runs: int) -> Outcomes:
    """Room for the outcomes of as many runs."""
    patches, ages = world.people.shape
    weeks = _weeks(world)
    shapes = {"infections": (patches, ages), "peak_beds_all": ()}
    shapes |= dict.fromkeys(("onsets", "reports", "beds"), (patches, weeks))
    return Outcomes(**{
        field.name: np.zeros((runs, *shapes.get(field.name, (patches,))), dtype=np.int64)
        for field in fields(Outcomes)
    })  # fmt: skip
