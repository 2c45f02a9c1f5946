"""How plans find the bottleneck that a measure comes from (registan.plans.origins)."""

from __future__ import annotations

import re

from registan.health.models import Bottleneck
from registan.plans.origins import Origin, Place

PREFIX = "urn:registan:event:"
_URN = re.compile(r"urn:registan:event:([-\w]{1,40}):bottleneck:([0-9]{1,5})", re.ASCII)


def bottleneck_at(urn: str) -> Origin | None:
    """The bottleneck with its emergency; None for an enabler and for what is not there."""
    found = _URN.fullmatch(urn)
    if found is None:
        return None
    rows = Bottleneck.objects.filter(event__key=found[1], n=int(found[2]), is_enabler=False)
    row = rows.select_related("event__state").first()
    if row is None:
        return None
    event = row.event
    return Origin(
        row.urn, event.state.key, row.audience,
        (
            Place("bottleneck", "bottleneck", {"key": row.key}, row.texts),
            Place("events.event", "event", {"event": event.key}, event.names),
        ),
        texts=row.steps or row.texts, offices=row.offices, ends_on=row.due,
    )  # fmt: skip
