"""How long a stock lasts, and what of it expires before it is used (first expired, first out)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDLESS = 36_500  # days: a lot without a day of expiry


@dataclass(frozen=True)
class Lot:
    """So many units that may be used for so many days more; `days` None: they do not expire."""

    units: int
    days: int | None

    @property
    def is_expired(self) -> bool:
        return self.days is not None and self.days <= 0


def usable(lots: Sequence[Lot]) -> int:
    """Units that are not expired."""
    return sum(lot.units for lot in lots if not lot.is_expired)


def days_of_cover(units: int, daily: Decimal) -> int | None:
    """Whole days for which `units` last at `daily` units a day; None without a demand.

    >>> days_of_cover(100, Decimal(8)), days_of_cover(100, Decimal(0))
    (12, None)
    """
    return int(Decimal(units) / daily) if daily > 0 else None


def reserve_of(daily: Decimal, days: int) -> int:
    """Units that a reserve of so many days is, rounded up."""
    return int((daily * days).to_integral_value(ROUND_CEILING))


def unused(lots: Sequence[Lot], daily: Decimal) -> list[int]:
    """Units of each lot that expire before they are used, in the order given; all of one expired.

    Lots are used in order of expiry, d_1 <= d_2 <= ...: until day d_i at most floor(daily d_i) units
    of the lots up to i are used, so lot i gives min(units_i, floor(daily d_i) - used before).

    >>> unused([Lot(100, 10), Lot(100, 30)], Decimal(5))
    [50, 0]
    """
    order = sorted(range(len(lots)), key=lambda place: _days(lots[place]))
    left, used = [0] * len(lots), 0
    for place in order:
        lot = lots[place]
        if lot.is_expired:
            left[place] = lot.units
            continue
        if lot.days is None:
            continue
        most = int((daily * lot.days).to_integral_value(ROUND_FLOOR))
        taken = max(0, min(lot.units, most - used))
        used += taken
        left[place] = lot.units - taken
    return left


def _days(lot: Lot) -> int:
    return ENDLESS if lot.days is None else lot.days
