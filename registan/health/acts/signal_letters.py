"""Word to a State of its own signals: at most one letter a night, to those who may answer them.

No act of the organisation, and no announcement: nobody outside the State is written to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from registan.health.queries.signal_waits import LETTER, waits
from registan.jobs.outbox import post
from registan.ledger.act import working_paper

if TYPE_CHECKING:
    from datetime import datetime


@working_paper
def tell_of_signals(*, now: datetime) -> int:
    """One digest for each official concerned; how many letters are new. Running twice posts once."""
    night = localtime(now).date().isoformat()
    letters = [
        post(LETTER, [row.reader], link="/health/signals/", now=now, once=f"{night} {row.state}",
             new=row.new, waiting=row.waiting, overdue=row.overdue)
        for row in waits(now)
    ]  # fmt: skip
    return sum(map(len, letters))
