"""What can be asked for and offered, and the ways between States."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from registan.health.acts.conditions import in_all_languages
from registan.health.models import Cold, Item, ItemKind, Lane, Unit
from registan.ledger.act import Refused, act
from registan.parties.permissions import require

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from registan.parties.models import Mandate, State

CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
ATC = re.compile(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?", re.ASCII)
SUBSTANCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,()/+-]{0,119}", re.ASCII)
LONGEST_WAY = 26


@act("health.item.entered")
def enter_item(
    by: Mandate, *, code: str, names: Mapping[str, str], kind: str, unit: str, now: datetime,
    substance: str = "", atc: str = "", cold: str = Cold.AMBIENT, volume: Decimal = Decimal(0),
    substitutes: Mapping[str, Decimal] | None = None, goes_with: Mapping[str, Decimal] | None = None,
) -> Item:  # fmt: skip
    """Enter an item that States can ask for and offer: goods, a team, laboratory work, advice.

    `substitutes`: which others will do, and how many units one of theirs replaces; `goes_with`: what
    must come with it (syringes with a vaccine). Entered anew it replaces what was entered before.
    """
    require(by, "assistance.run", now)
    _refuse_malformed(code, kind, unit, substance, atc, cold)
    if not (0 <= volume <= 1000):
        raise Refused("volume_out_of_range", field="volume")
    found, _ = Item.objects.update_or_create(code=code, defaults={
        "names": in_all_languages(names, "names"), "kind": kind, "unit": unit, "substance": substance,
        "atc": atc, "cold": cold, "volume": volume, "made_at": now,
        "substitutes": _factors(code, substitutes or {}, "substitutes"),
        "goes_with": _factors(code, goes_with or {}, "goes_with"),
    })  # fmt: skip
    return found


def _refuse_malformed(code: str, kind: str, unit: str, substance: str, atc: str, cold: str) -> None:
    if not CODE.fullmatch(code):
        raise Refused("item_code_malformed", field="code")
    if kind not in ItemKind.values:
        raise Refused("item_kind_unknown", field="kind")
    if unit not in Unit.values:
        raise Refused("unit_unknown", field="unit")
    if substance and not SUBSTANCE.fullmatch(substance):
        raise Refused("substance_malformed", field="substance")
    if atc and not ATC.fullmatch(atc):
        raise Refused("atc_malformed", field="atc", atc=atc)
    if cold not in Cold.values:
        raise Refused("cold_unknown", field="cold")


def _factors(code: str, given: Mapping[str, Decimal], field: str) -> dict[str, str]:
    """Code -> factor as text: a record keeps no binary fractions."""
    known = set(Item.objects.filter(code__in=given).values_list("code", flat=True)) - {code}
    if unknown := sorted(set(given) - known):
        raise Refused("item_unknown", field=field, item=unknown[0])
    if any(not (Decimal("0.001") <= factor <= 1000) for factor in given.values()):
        raise Refused("factor_out_of_range", field=field)
    return {other: str(factor) for other, factor in sorted(given.items())}


@act("health.lane.stated")
def state_lane(
    by: Mandate, *, donor: State, state: State, lead: int, cold: Sequence[str], now: datetime,
    room: Decimal | None = None,
) -> Lane:  # fmt: skip
    """State how things get from one State to another: weeks on the way, cold classes kept, room a week."""
    require(by, "assistance.run", now)
    if donor.pk == state.pk:
        raise Refused("lane_to_itself", field="state")
    if not (0 <= lead <= LONGEST_WAY):
        raise Refused("lead_out_of_range", field="lead", most=LONGEST_WAY)
    if not cold or set(cold) - set(Cold.values):
        raise Refused("cold_unknown", field="cold")
    if room is not None and not (0 < room <= 1_000_000):
        raise Refused("room_out_of_range", field="room")
    facts = {"lead": lead, "cold": [each for each in Cold.values if each in cold], "room": room}
    found, _ = Lane.objects.update_or_create(
        donor=donor, state=state, defaults={**facts, "made_at": now}
    )
    return found
