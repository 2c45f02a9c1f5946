"""Simulation-based calibration of ABC-SMC (Talts et al. 2018): 100 known truths, ranks among posterior draws.

`python -m bench.calibration` prints the ranks in ten cells. Two States over 12 weeks; transmission, share
reported and days infectious are drawn from their priors, reports simulated, and the three found again.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from scipy import stats

from registan.kernel.epi.calibration import calibrate, rank
from registan.kernel.epi.fit import Fit, Prior, weekly_reports
from registan.kernel.epi.scenario import Arm, Disease, Region, Scenario

TRUTHS, DRAWS, CELLS, PARTICLES, ROUNDS = 100, 99, 10, 200, 12
REGION = Region(population=[[200_000], [100_000]], contacts=[[10.0]], abroad=0.02,
                routes=[[0, 1], [1, 0]], reported=0.3, report_size=10.0)  # fmt: skip
PRIORS = (Prior("transmission", 0.02, 0.06), Prior("reported", 0.05, 0.9),
          Prior("infectious_days", 3.0, 8.0))  # fmt: skip
FIT = Fit(Scenario(Disease(0.03, 3, 5), REGION, [[50], [10]], days=84), Arm(), PRIORS)


@dataclass(frozen=True)
class Study:
    """cells: for each parameter, ranks counted in CELLS equal cells. covered: share of 90 % intervals
    that hold the truth. runs: simulations; cpu: seconds."""

    cells: dict[str, list[int]]
    covered: dict[str, float]
    runs: int
    cpu: float

    def chi_square(self, name: str) -> float:
        expected = TRUTHS / CELLS
        return sum((count - expected) ** 2 / expected for count in self.cells[name])


def study(truths: int = TRUTHS, seed: int = 1) -> Study:
    rng, begun = np.random.default_rng(seed), time.process_time()
    low, high = (np.array([getattr(p, end) for p in PRIORS]) for end in ("low", "high"))
    ranks, held, runs = [], [], 0
    for number in range(truths):
        truth = rng.uniform(low, high)
        # Seeds of the data are apart from those of the search.
        observed = weekly_reports(FIT, truth[None, :], seed=10**6 + number)[0]
        found = calibrate(FIT, observed, seed=number, particles=PARTICLES, rounds=ROUNDS)
        ranks.append(rank(found, truth, DRAWS, rng))
        ends = found.quantiles([0.05, 0.95])
        held.append((ends[0] <= truth) & (truth <= ends[1]))
        runs += found.runs
    placed, names = np.array(ranks) * CELLS // (DRAWS + 1), [p.name for p in PRIORS]
    return Study(
        {name: np.bincount(placed[:, k], minlength=CELLS).tolist() for k, name in enumerate(names)},
        {name: float(np.mean([row[k] for row in held])) for k, name in enumerate(names)},
        runs, time.process_time() - begun,
    )  # fmt: skip


def main() -> None:
    made = study()
    for name, cells in made.cells.items():
        square = made.chi_square(name)
        chance = stats.chi2.sf(square, CELLS - 1)
        print(
            f"{name:16} {cells} chi-square {square:.1f}, p {chance:.3f}, 90 % holds {made.covered[name]:.2f}"
        )
    print(f"{made.runs:,} runs, {made.cpu:.0f} s of CPU")


if __name__ == "__main__":
    main()
