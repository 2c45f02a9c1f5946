"""Indicators that live: bound to what a desk counts, from a day on, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.plans.living import offered
from registan.plans.models import Binding, Indicator
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.parties.models import Mandate
    from registan.plans.living import Offered
    from registan.plans.models import Measure


@act("plans.indicator.bound")
def bind_indicator(
    by: Mandate, measure: Measure, *, offer: str, since: date, now: datetime, indicator: str = "",
) -> Binding:  # fmt: skip
    """Have an indicator take its figures from a desk, by the definition in force, from a day on.

    The Secretariat controls fulfilment of the decisions (SCO Charter, article 11 as amended): what a
    desk of the organisation counts of all members together is evidence that nobody need report. Without
    the key of an indicator a new one is made, with the name and the unit of what is offered.
    """
    require(by, "plans.amend", now)
    if not measure.owes_reports:
        raise Refused("measure_handed_over", status=409, number=measure.number)
    found = offered(offer)
    if found is None:
        raise Refused("indicator_not_offered", field="offer")
    row = _indicator(measure, found, indicator)
    held = row.bindings.filter(until__isnull=True).first()
    if held:
        if (held.offered, held.definition) == (offer, found.version):
            raise Refused("indicator_bound_already", field="offer", status=409)
        _end(held, since)
    return Binding.objects.create(
        indicator=row, offered=offer, definition=found.version, since=since, made_at=now
    )


@act("plans.indicator.unbound")
def unbind_indicator(by: Mandate, indicator: Indicator, *, on: date, now: datetime) -> Binding:
    """Have an indicator no longer take its figures from a desk. What was told of it stays told."""
    require(by, "plans.amend", now)
    held = indicator.bindings.filter(until__isnull=True).first()
    if held is None:
        raise Refused("indicator_not_bound", field="indicator", status=409)
    _end(held, on)
    return held


def _end(binding: Binding, on: date) -> None:
    if on < binding.since:
        raise Refused("binding_ends_before_it_begins", field="since", since=binding.since)
    binding.until = on
    binding.save(update_fields=["until"])


def _indicator(measure: Measure, offer: Offered, key: str) -> Indicator:
    """The indicator named, whose unit must be that of the offer, or a new one of the offer's own."""
    unit = {lang: say(f"offered.{offer.key}.unit", lang) for lang in LANGS}
    if key:
        row = Indicator.objects.filter(measure=measure, key=key).first()
        if row is None:
            raise Refused("indicator_unknown", field="indicator", key=key, number=measure.number)
        if any(row.unit.get(lang, unit[lang]) != unit[lang] for lang in LANGS):
            raise Refused("indicator_of_another_unit", field="indicator", key=key)
        return row
    names = {lang: say(f"offered.{offer.key}.name", lang) for lang in LANGS}
    row, _ = Indicator.objects.get_or_create(
        measure=measure, key=offer.key.replace(".", "_"), defaults={"names": names, "unit": unit}
    )
    return row
