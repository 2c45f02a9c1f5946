"""Short words for tests of reserves: a stock, a team, an exercise."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.exercises import open_exercise
from registan.health.acts.reserves import Stock, pledge_stock
from registan.health.acts.roster import Told, enter_roster
from registan.kernel.reserve.sheet import LotLine

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import Exercise, RosterEntry, StockPledge
    from registan.parties.models import Mandate
    from tests.cast import Cast

DRILL = {"ru": "Учение «Мост»", "zh": "“桥梁”演练", "en": "Exercise Bridge"}
BUREAU = {"ru": "Институт эпидемиологии", "zh": "流行病学研究所", "en": "Institute of epidemiology"}
OFFICE = {"en": "Duty office of the institute"}


def later(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def lot(quantity: int, common: int = 0, days: int | None = None, name: str = "") -> LotLine:
    """A lot that expires in so many days."""
    return LotLine(quantity, common, None if days is None else later(days), name)


def stock(*lots: LotLine, **changes: Any) -> Stock:
    """1,000 in one lot, 200 of them pledged, 20 needed a day: 40 days of its own."""
    facts = {"item": "masks", "as_of": later(0), "lots": lots or (lot(1000, 200, 100),),
             "daily": Decimal(20), **changes}  # fmt: skip
    return Stock(**facts)


def pledge(
    by: Mandate, *lots: LotLine, exercise: Exercise | None = None, **changes: Any
) -> StockPledge:
    return pledge_stock(by, stock(*lots, **changes), exercise=exercise)


def told(**changes: Any) -> Told:
    facts = {"kind": "mobile_team", "names": BUREAU, "offices": OFFICE,
             "methods": ["field-epidemiology"], "languages": ["ru", "en"], "capacity": 40,
             "ready_hours": 24, "self_days": 7, "confirmed_on": later(0), **changes}  # fmt: skip
    return Told(**facts)


def entered(by: Mandate, **changes: Any) -> RosterEntry:
    return enter_roster(by, told(**changes))


def exercise(cast: Cast, **changes: Any) -> Exercise:
    facts = {"names": DRILL, "starts_on": later(0), "ends_on": later(3), **changes}
    return open_exercise(cast.secretariat, **facts)
