"""What is rounded before anything is decided: 9 significant digits, to the nearest, ties to even.

The kernels compute with operations that are the same on every machine (elementary.py), so a recompute
gives the same 16 digits where it gives 9. Rounding is the second fence: a recompute in another language
or with another library agrees as well, unless its number lies within its own error of a rounding edge
(for errors of 1e-13 that is one number in ten thousand); it should then compare to 1e-8.
Alarms, ranks and false discovery rates are all derived from rounded numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIGITS = 9


def rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each number with DIGITS significant digits; NaN stays NaN, minus zero becomes zero.

    >>> rounded(np.array([1234.56789012, -0.0])).tolist()
    [1234.56789, 0.0]
    """
    flat = [float(f"{value:.{DIGITS}g}") + 0.0 for value in values.ravel().tolist()]
    return np.array(flat, dtype=np.float64).reshape(values.shape)
