"""Simulation-based calibration of ABC-SMC (Talts et al. 2018): 100 known truths, ranks among posterior draws.

Two States over 12 weeks; transmission, share reported and days infectious are drawn from their priors,
reports simulated, and the three found again. Ranks are uniform when the calibration is right: told by
chi-square over ten cells and by Kolmogorov and Smirnov. About 8 minutes of one core, so it is no part of
`make bench`: `python -m bench.calibration` prints the figures, `--keep` keeps them in RESULTS.md, a number
asks for fewer truths.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np
from scipy import stats

from bench.figure import Figure
from bench.run import keep
from registan.kernel.epi.calibration import calibrate, rank
from registan.kernel.epi.fit import Fit, Prior, weekly_reports
from registan.kernel.epi.scenario import Arm, Disease, Region, Scenario

TRUTHS, DRAWS, CELLS, PARTICLES, ROUNDS = 100, 99, 10, 200, 12
REGION = Region(population=[[200_000], [100_000]], contacts=[[10.0]], abroad=0.02,
                routes=[[0, 1], [1, 0]], reported=0.3, report_size=10.0)  # fmt: skip
PRIORS = (Prior("transmission", 0.02, 0.06), Prior("reported", 0.05, 0.9),
          Prior("infectious_days", 3.0, 8.0))  # fmt: skip
FIT = Fit(Scenario(Disease(0.03, 3, 5), REGION, [[50], [10]], days=84), Arm(), PRIORS)


LEAST_P = 0.01  # of six tests on right ranks, one falls below it in one study of seventeen
LONGEST_S = 900.0


@dataclass(frozen=True)
class Study:
    """ranks (truths, k): posterior draws below the truth, of DRAWS. covered (k): share of 90 % intervals
    that hold the truth. runs: simulations; cpu: seconds."""

    ranks: np.ndarray
    covered: np.ndarray
    runs: int
    cpu: float

    def cells(self, k: int) -> list[int]:
        """Ranks of one parameter in CELLS equal cells."""
        found = np.bincount(self.ranks[:, k] * CELLS // (DRAWS + 1), minlength=CELLS)
        return [int(n) for n in found]

    def chi_square(self, k: int) -> float:
        """p of the even distribution over the cells."""
        return float(stats.chisquare(self.cells(k)).pvalue)

    def kolmogorov(self, k: int) -> float:
        """p of the even distribution, by the largest distance; half a rank is the middle of its cell."""
        return float(stats.kstest((self.ranks[:, k] + 0.5) / (DRAWS + 1), "uniform").pvalue)


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
        if (number + 1) % 10 == 0:
            print(f"{number + 1} of {truths}, {time.process_time() - begun:.0f} s", flush=True)
    return Study(np.array(ranks), np.mean(held, axis=0), runs, time.process_time() - begun)


def figures(made: Study) -> list[Figure]:
    """The study in rows; a p below LEAST_P stands as not met."""
    rows = []
    for k, prior in enumerate(PRIORS):
        cells = " ".join(str(count) for count in made.cells(k))
        what = f"ABC-SMC, {len(made.ranks)} truths, {prior.name}"
        for test, p in (("chi-square", made.chi_square(k)), ("KS", made.kolmogorov(k))):
            # A limit is an upper one: what is asked is that the doubt, 1 - p, is not near 1.
            rows.append(Figure(f"{what}: doubt by {test} (1 - p)", 1 - p, "", 1 - LEAST_P,
                               f"p {p:.3f}; ranks in {CELLS} cells: {cells}"))  # fmt: skip
        rows.append(Figure(f"{what}: 90 % intervals hold", 100 * float(made.covered[k]), "%"))
    rows.append(Figure("ABC-SMC, simulations in all", made.runs, "runs"))
    rows.append(Figure("ABC-SMC, the whole study, CPU", made.cpu, "s", LONGEST_S))
    return rows


def main(words: list[str]) -> None:
    asked = [int(word) for word in words if word.isdecimal()]
    rows = figures(study(*asked))
    for row in rows:
        print("  ".join(cell for cell in row.cells() if cell))
    if "--keep" in words:
        keep(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
