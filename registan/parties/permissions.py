"""May this Mandate do this? The one place that answers; acts call it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from registan.parties.models import Mandate, State


def require(by: Mandate, power: str, now: datetime, *, state: State | None = None) -> None:
    """Refuse unless `by` is in force at `now`, holds `power`, and is for `state` where one is named.

    The secretariat cannot act for a State: a Mandate for a Body never matches a State.
    """
    if not by.is_active(now):
        raise Refused("mandate_not_in_force", status=403)
    if not by.has(power):
        raise Refused("power_missing", status=403, power=power)
    if state is not None and by.state_id != state.pk:
        raise Refused("another_state", status=403)
