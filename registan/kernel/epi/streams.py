"""Random numbers by their number: the stream of a run and a patch, and any number of it at once.

No state is carried along, so runs may be computed in any order and any number of pieces, and two arms of
a comparison read the very same numbers. SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): number c of the
stream that begins at s is mix(s + c * GOLDEN). Streams begin at places scattered over 2^64; with 10^5
runs of 30 patches and 10^6 numbers each, two of them overlap with a probability below 10^-6 a pair.

>>> begin = stream(np.uint64(1), 0, 0)
>>> round(uniform(begin, np.uint64(0)), 6) == round(uniform(begin, np.uint64(1)), 6)
False
"""

from __future__ import annotations

import numpy as np

from registan.kernel.compiled import compiled

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
OF_PATCHES = np.uint64(0xD1B54A32D192ED03)
BY_30, BY_27, BY_31, BY_11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
ONE = np.uint64(1)
UNIT = 1.0 / 9007199254740992.0  # 2^-53


@compiled
def mixed(word: np.uint64) -> np.uint64:
    """The 64 bits of `word`, scattered; one to one."""
    word = (word ^ (word >> BY_30)) * FIRST
    word = (word ^ (word >> BY_27)) * SECOND
    return word ^ (word >> BY_31)


@compiled
def stream(seed: np.uint64, run: int, patch: int) -> np.uint64:
    """Where the stream of this run and patch begins."""
    of_run = mixed(mixed(seed) + np.uint64(run) * GOLDEN)
    return mixed(of_run + (np.uint64(patch) + ONE) * OF_PATCHES)


@compiled
def uniform(begin: np.uint64, number: np.uint64) -> float:
    """Number `number` of the stream, in the open interval (0, 1)."""
    word = mixed(begin + number * GOLDEN)
    return (np.float64(word >> BY_11) + 0.5) * UNIT
