"""A series as arrays for a kernel. Apart from the rest, because NumPy is loaded with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.counts.kinds import REPORTED, ZERO

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from registan.kernel.counts.standing import Standing


@dataclass(frozen=True)
class Arrays:
    """A series for a kernel: starts (ordinals), values (NaN where there is no figure), kinds, revised."""

    starts: NDArray[np.int64]
    values: NDArray[np.float64]
    kinds: str
    revised: NDArray[np.int64]
    definitions: NDArray[np.int64]


def arrays(standing: Standing) -> Arrays:
    """NaN stands for nothing sent, for not reported and for a correction; a zero is a zero."""
    told = np.array([kind in {REPORTED, ZERO} for kind in standing.kinds], dtype=bool)
    values = np.where(told, np.array(standing.values, dtype=np.float64), np.nan)
    return Arrays(
        np.array(standing.starts, dtype=np.int64), values, standing.kinds,
        np.array(standing.revised, dtype=np.int64), np.array(standing.definitions, dtype=np.int64),
    )  # fmt: skip
