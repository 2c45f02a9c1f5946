"""When measures begin and end, and who lends treatment to whom: compiled, for one day of one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.scenario import NEVER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from registan.kernel.epi.scenario import World

LEVEL, FACTOR = 0, 1
DAYS, DELAY, SHARED, LASTS = 0, 1, 2, 3


@compiled
def decide(
    world: World, day: int, reports: NDArray[np.int64], total: NDArray[np.int64],
    above: NDArray[np.int64], begins: NDArray[np.int64],
) -> None:  # fmt: skip
    """Read the day's reports: who is alarmed, and when measures begin for whom.

    above (2, P): days running above the level. begins (2, P): day on which a measure begins, or NEVER.
    """
    patches = reports.shape[0]
    for kind in range(2):
        for i in range(patches):
            high = reports[i] * 100_000.0 > world.trigger[kind, LEVEL, i] * total[i]
            above[kind, i] = above[kind, i] + 1 if high else 0
            if above[kind, i] != world.timing[kind, DAYS, i]:
                continue
            begins[kind, i] = min(begins[kind, i], day + 1 + world.timing[kind, DELAY, i])
            if world.joint:
                for j in range(patches):
                    shared = day + 1 + world.timing[kind, SHARED, j]
                    begins[kind, j] = min(begins[kind, j], shared)


@compiled
def hold(
    world: World, day: int, above: NDArray[np.int64], begins: NDArray[np.int64],
    factors: NDArray[np.float64],
) -> None:  # fmt: skip
    """factors (2, P) of this day; a measure whose time is over ends and may begin again."""
    for kind in range(2):
        for i in range(begins.shape[1]):
            lasts = world.timing[kind, LASTS, i]
            if lasts > 0 and day >= begins[kind, i] + lasts:
                begins[kind, i] = NEVER
                above[kind, i] = 0
            holds = day >= begins[kind, i]
            factors[kind, i] = world.trigger[kind, FACTOR, i] if holds else 1.0


@compiled
def treat(
    world: World, day: int, admitted: NDArray[np.int64], stock: NDArray[np.float64],
    treated: NDArray[np.float64],
) -> None:  # fmt: skip
    """treated (P): share of the day's admissions that gets a course; stock (P) is drawn down.

    A State serves its own first. Lenders then give what is above their reserves, each in
    proportion to it, and those who lack courses get in proportion to what they lack.
    """
    lack, spare = 0.0, 0.0
    for i in range(stock.shape[0]):
        treated[i] = 0.0
        if day < world.treatment_day[i]:
            continue
        own = min(stock[i], float(admitted[i]))
        stock[i] -= own
        treated[i] = own
        lack += admitted[i] - own
        spare += max(0.0, stock[i] - world.reserve[i])
    lent = min(lack, spare) if world.lends else 0.0
    for i in range(stock.shape[0]):
        if lent > 0.0 and day >= world.treatment_day[i]:
            treated[i] += lent * (admitted[i] - treated[i]) / lack
            stock[i] -= lent * max(0.0, stock[i] - world.reserve[i]) / spare
        if admitted[i] > 0:
            treated[i] /= admitted[i]
