"""Short words for tests that send counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.conditions import define_condition
from registan.health.acts.counts import submit_counts
from registan.health.intake import Choices, settle
from registan.kernel.counts.periods import monday_of, week_name
from registan.kernel.counts.read import read_counts

if TYPE_CHECKING:
    from registan.health.intake import Draft
    from registan.health.models import Condition, Submission
    from registan.parties.models import Mandate, State
    from tests.cast import Cast

NAMES = {"ru": "Корь", "zh": "麻疹", "en": "Measles"}


def measles(cast: Cast, **changes: Any) -> Condition:
    facts = {"code": "measles", "period": "week", "names": NAMES, **changes}
    return define_condition(cast.secretariat, **facts)


def last_week(back: int = 0) -> str:
    """The last week that is over, or one before it."""
    monday = monday_of(timezone.localdate().toordinal()) - 7 - 7 * back
    return week_name(monday)


def tidy(*rows: str, head: str = "state,area,condition,period,measure,sex,age,value") -> bytes:
    return "\n".join((head, *rows)).encode()


def weeks(*values: object, state: str = "KZ", area: str = "") -> bytes:
    """Figures of the last weeks, the oldest first."""
    rows = [f"{state},{area},measles,{last_week(len(values) - 1 - place)},,,,{value}"
            for place, value in enumerate(values)]  # fmt: skip
    return tidy(*rows)


def draft(data: bytes, state: State | None, **choices: Any) -> Draft:
    reading = read_counts(data, silent_zeros=state is None)
    return settle(reading, state, None, Choices(**choices), timezone.localdate())


def send(by: Mandate, data: bytes, **how: Any) -> Submission:
    return submit_counts(by, draft(data, by.state), **how)


def days_ago(number: int) -> date:
    return timezone.localdate() - timedelta(days=number)
