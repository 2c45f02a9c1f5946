"""Numbers of R 4.2.2 with surveillance 1.20.3 for one series with gaps, an old outbreak and a trend.

The first 75 weeks are missing, so that the past begins within the training weeks: R then reads the trend
at a wrong week (docs/explanation/detection.md), r-compat with it and strict not.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from registan.kernel.epi.ears import Ears, ears
from registan.kernel.epi.farrington import Farrington, farrington
from registan.kernel.epi.method import NOUFAILY

FIRST = date(2018, 1, 1)
WEEK = np.arange(331)
SEASON = 1 + 0.3 * np.sin(WEEK * 2 * np.pi / 52.2) + 0.1 * np.cos(WEEK * 2.7)
COUNTS = np.round(np.round(20 * SEASON) * np.exp(WEEK * 0.004))
COUNTS[[150, 151]] = 140, 120
COUNTS[330] += 30
COUNTS[:75] = COUNTS[200:203] = np.nan
# expected, upper, score, p, phi
OF_R = {
    Farrington(): (76.70053153, 91.5519547, 3.386845011, 7.685168837e-08, 1),
    NOUFAILY: (90.94026825, 114, 1.118732524, 0.0002038044758, 1),
    Farrington(seasons=10, bound="muan"): (91.00534249, 107, 1.195142738, 0.0002500200738, 1),
    Farrington(power="none"): (76.70053153, 91.10979238, 3.490773676, 4.683446255e-09, 1),
    Farrington(years=3, half=2, power="1/2", alpha=0.01, reweight=False): (
        63.13333333, 95.34215551, 1.982893579, 1.061354437e-05, 2.291899253,
    ),
}  # fmt: skip
DIGITS = [
    "0x1.791638e6eadf5p+6", "0x1.90a64ef5d1e4cp-11", "0x1.61196876e5014p+0", "0x1.05fc24a7a63b9p-8",
]  # fmt: skip


@pytest.mark.parametrize("controls", OF_R)
def test_r_compat_gives_the_numbers_of_r(controls: Farrington) -> None:
    found = farrington(COUNTS, 330, controls, mode="r-compat", first=FIRST)
    ours = (found.expected[0], found.upper[0], found.score[0], found.p[0], found.phi[0])
    assert ours == pytest.approx(OF_R[controls], rel=1e-8)
    assert found.alarm[0]


def test_strict_reads_the_trend_at_the_tested_week() -> None:
    compat = farrington(COUNTS, 330, NOUFAILY, mode="r-compat", first=FIRST)
    strict = farrington(COUNTS, 330, NOUFAILY, first=FIRST)
    late = 75 - 66  # weeks between the first training week and the first one that was reported
    moved = np.exp(strict.trend_coefficient[0] * late)
    assert strict.expected[0] == pytest.approx(compat.expected[0] * moved, rel=1e-9)
    assert strict.phi[0] == compat.phi[0]


def test_ears_gives_the_bounds_of_r() -> None:
    for method, upper in (("C1", 115.1063094), ("C2", 116.3653573)):
        for mode in ("strict", "r-compat"):
            found = ears(COUNTS, 329, Ears(method), mode=mode)
            assert found.upper[0] == pytest.approx(upper, rel=1e-9)


def test_the_digits_are_the_same_on_every_machine() -> None:
    found = farrington(COUNTS, 330, NOUFAILY, first=FIRST)
    numbers = (found.expected[0], found.p[0], found.score[0], found.trend_coefficient[0])
    assert [float(number).hex() for number in numbers] == DIGITS
