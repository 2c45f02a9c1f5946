"""Detection: Farrington in batches beside R's surveillance, a week of 27 States x 40 diseases, compiling.

R runs in the same figure when `Rscript` and the package are on the machine; it is GPL and belongs to the
bench alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bench.clock import cpu_s
from bench.figure import Figure
from registan.kernel.epi.farrington import MODES, Farrington, farrington
from registan.kernel.epi.method import NOUFAILY, Method
from registan.kernel.epi.screening import screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

FIRST, SERIES, WEEKS, TESTED = date(2018, 1, 1), 1000, 332, 20
LIMIT_MS, LIMIT_SCREEN_S = 0.1, 2.0
CONTROLS = {"default": Farrington(), "Noufaily": NOUFAILY}
R = """
suppressMessages(library(surveillance)); set.seed(7); n <- 332; s <- 50
y <- sts(matrix(rnbinom(s*n, mu=20, size=10), n, s), epoch=as.Date("2018-01-01")+7*(0:(n-1)),
         epochAsDate=TRUE, frequency=52)
own <- list(default=list(), Noufaily=list(noPeriods=10, pastWeeksNotIncluded=26, alpha=.01,
            pThresholdTrend=1, thresholdMethod="nbPlugin"))
for (name in names(own)) {
  t <- system.time(farringtonFlexible(y, c(own[[name]], list(range=(n-9):n, glmWarnings=FALSE))))
  cat(name, (t[1]+t[2])*1000/(s*10), "\\n")
}
"""
COLD = """
import time
from datetime import date
import numpy as np
from registan.kernel.epi.method import Method
from registan.kernel.epi.screening import screen
begun = time.process_time()
screen(np.full((3, 332), 5.0), date(2018, 1, 1), 331, Method.desk())
screen(np.full((3, 20), 5.0), date(2018, 1, 1), 19, Method.desk())
print(time.process_time() - begun)
"""


def figures(_at: Installation) -> Iterator[Figure]:
    counts = np.random.default_rng(7).negative_binomial(10, 10 / 30, (SERIES, WEEKS)).astype(float)
    peer = _of_r()
    for name, controls in CONTROLS.items():
        for mode in MODES:

            def back_test(controls: Farrington = controls, mode: str = mode) -> None:
                for week in range(WEEKS - TESTED, WEEKS):
                    farrington(counts, week, controls, mode=mode, first=FIRST)  # type: ignore[arg-type]

            back_test()
            spent = cpu_s(back_test) * 1000 / (SERIES * TESTED)
            theirs = peer.get(name)
            said = (
                f"R: {theirs:.1f} ms, {theirs / spent:.0f} times"
                if theirs
                else "R is not installed"
            )
            what = f"detection: Farrington {name}, {mode}, a series-week of 1,000 x 20 (CPU)"
            yield Figure(what, spent * 1000, "µs", LIMIT_MS * 1000, said)
    region = np.tile(counts, (2, 1))[: 27 * 40]
    region[::9, :150] = np.nan
    region[::20, :280] = np.nan
    week = cpu_s(lambda: screen(region, FIRST, WEEKS - 1, Method.desk()))
    yield Figure("detection: a week of 27 States x 40 diseases (CPU)", week, "s", LIMIT_SCREEN_S)
    with tempfile.TemporaryDirectory() as cache:
        yield Figure("detection: first screen ever, compiling (CPU)", _first(cache), "s")
        yield Figure(
            "detection: first screen of a process, compiled before (CPU)", _first(cache), "s"
        )


def _first(cache: str) -> float:
    """Seconds of CPU of a new process's first two screens, with the compiled code kept in `cache`."""
    there = os.environ | {"NUMBA_CACHE_DIR": cache}
    done = subprocess.run(
        [sys.executable, "-c", COLD], env=there, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _of_r() -> dict[str, float]:
    """Milliseconds of CPU of a series-week in R, by controls; empty where R is not to be had."""
    program = shutil.which("Rscript")
    if program is None:
        return {}
    done = subprocess.run([program, "-e", R], capture_output=True, text=True, check=False)
    return {name: float(ms) for name, ms in (line.split() for line in done.stdout.splitlines())}
