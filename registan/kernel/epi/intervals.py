"""Serial intervals from the literature: mean and standard deviation in days, by code of the disease.

Each says where its mean and its spread are from, and how sure that is: `sourced` (read in the source),
`unverified` (known, not read again), `assumed` (round: 0.3 of the mean, where the source has no spread
for the whole).
"""

from __future__ import annotations

from dataclasses import dataclass

VINK = "Vink et al. 2014, Am J Epidemiol 180:865"
NISHIURA = "Nishiura et al. 2020, Int J Infect Dis 93:284"
SOURCED, UNVERIFIED, ASSUMED = "sourced", "unverified", "assumed"


@dataclass(frozen=True)
class Interval:
    """Days from the symptoms of a case to those of whom it infected. `of_mean`, `of_sd`: how sure."""

    mean: float
    sd: float
    source: str = VINK
    of_mean: str = SOURCED
    of_sd: str = ASSUMED


INTERVALS: dict[str, Interval] = {
    "covid-19": Interval(4.7, 2.9, NISHIURA, UNVERIFIED, UNVERIFIED),
    # Of A(H1N1)pdm09; A(H3N2) has 2.2.
    "influenza": Interval(2.8, 1.2, of_sd=UNVERIFIED),
    "measles": Interval(11.7, 3.5),
    "mumps": Interval(18.0, 5.4),
    "pertussis": Interval(22.8, 6.8),
    "rubella": Interval(18.3, 5.5),
    "rsv": Interval(7.5, 2.3),
    "varicella": Interval(14.0, 4.2),
}


def known_interval(code: str) -> Interval | None:
    """By the code of a condition, or its first word; None: none is set down.

    >>> known_interval("measles").of_mean, known_interval("unknown")
    ('sourced', None)
    """
    found = INTERVALS.get(code)
    return found if found is not None else INTERVALS.get(code.partition("-")[0])


def interval_of(code: str) -> tuple[float, float] | None:
    """Mean and standard deviation alone.

    >>> interval_of("influenza-like"), interval_of("unknown")
    ((2.8, 1.2), None)
    """
    found = known_interval(code)
    return None if found is None else (found.mean, found.sd)
