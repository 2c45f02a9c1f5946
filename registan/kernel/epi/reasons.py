"""Why a week of a series has no result. Never silently: a missing number always has its reason."""

from __future__ import annotations

from enum import IntEnum


class Reason(IntEnum):
    """Codes of the detection kernels; `word` is what stands in a record."""

    NONE = 0  # there is a result
    NOT_REPORTED = 1  # the count of the week is missing: not the same as zero
    NOT_A_COUNT = 2  # negative, infinite or above MOST
    SHORT_HISTORY = 3  # the series does not reach back to the oldest reference week
    FEW_REPORTS = 4  # too many weeks of the past are missing
    NOT_CONVERGED = 5  # the model could not be fitted, with or without trend
    FEW_CASES = 6  # fewer than the least number of cases lately: no alarm is possible
    NO_POPULATION = 7  # an offset is asked for and a population is missing or not positive
    OUT_OF_RANGE = 8  # the mean or the bound lies outside what can be computed
    NO_SPREAD = 9  # the past does not vary and no least spread is set

    @property
    def word(self) -> str:
        return "" if self is Reason.NONE else self.name.lower()


# More cases in a week than there are people; also where the tails are still exact.
MOST = 1e10
