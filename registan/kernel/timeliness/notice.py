"""The fourth clock: from the moment a State knew to its notice to the organisation, and to each receipt.

Our own, beside 7-1-7, which knows nothing of an organisation of States.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.emergency.clocks import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True)
class NoticeClocks:
    """`notice`: knowing to telling; None where it was told before it was known, a fault of the data.
    `receipts`: party -> telling to its receipt, none before the notice.
    """

    notice: Clock | None
    receipts: Mapping[str, Clock]

    @property
    def is_fault(self) -> bool:
        return self.notice is None


def notice_clocks(
    aware_at: datetime, told_at: datetime | None, receipts: Mapping[str, datetime | None], *,
    hours: int, reading_hours: int, now: datetime,
) -> NoticeClocks:  # fmt: skip
    """Clocks in hours; `receipts`: party -> when it confirmed, None while that is awaited.

    Raises ValueError for a receipt before the notice.

    >>> from datetime import UTC, datetime, timedelta
    >>> known = datetime(2026, 3, 1, tzinfo=UTC)
    >>> found = notice_clocks(known, known + timedelta(hours=70), {"KZ": None}, hours=72,
    ...                       reading_hours=24, now=known + timedelta(hours=80))
    >>> found.notice.standing, found.receipts["KZ"].standing
    ('met', 'running')
    """
    if told_at is not None and told_at < aware_at:
        return NoticeClocks(None, {})
    read = {} if told_at is None else {
        party: clock("reading", told_at, at, reading_hours, now) for party, at in receipts.items()
    }  # fmt: skip
    return NoticeClocks(clock("notice", aware_at, told_at, hours, now), read)
