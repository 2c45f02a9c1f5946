"""Serial intervals from the literature: mean and standard deviation in days, by code of the disease.

Means: Nishiura 2020, Int J Infect Dis 93:284 (COVID-19); Vink 2014, Am J Epidemiol 180:865 (all others).
The deviations of the latter are taken as 0.3 of the mean where the source gives none for the whole.
"""

from __future__ import annotations

INTERVALS: dict[str, tuple[float, float]] = {
    "covid-19": (4.7, 2.9),
    "influenza": (2.8, 1.2),
    "measles": (11.7, 3.5),
    "mumps": (18.0, 5.4),
    "pertussis": (22.8, 6.8),
    "rubella": (18.3, 5.5),
    "rsv": (7.5, 2.3),
    "varicella": (14.0, 4.2),
}


def interval_of(code: str) -> tuple[float, float] | None:
    """By the code of a condition, or its first word; None: none is set down.

    >>> interval_of("influenza-like"), interval_of("unknown")
    ((2.8, 1.2), None)
    """
    found = INTERVALS.get(code)
    return found if found is not None else INTERVALS.get(code.partition("-")[0])
