"""What States and Bodies counted for a measure in a round, indicator by indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.plans.models import Report
from registan.plans.models.reports import Quantity
from registan.plans.queries.measures import frozen_versions, indicators_of
from registan.plans.queries.owing import owed
from registan.plans.queries.words import parties_in

if TYPE_CHECKING:
    from decimal import Decimal

    from registan.ledger.audience import Viewer
    from registan.plans.models import Indicator, Measure, Round


@dataclass(frozen=True)
class Counted:
    """One indicator: who gave which value, in the order of the parties; None where none was given."""

    indicator: Indicator
    values: tuple[tuple[str, Decimal | None], ...]

    @property
    def given(self) -> int:
        return sum(value is not None for _, value in self.values)

    @property
    def most(self) -> Decimal:
        """The largest value given: what the bars are measured by."""
        return max(value for _, value in self.values if value is not None)


def counted_in(round_: Round, measure: Measure, viewer: Viewer) -> list[Counted]:
    """Indicators for which anyone gave a value, as filed; of a closed round as its account has it."""
    indicators = indicators_of(measure)
    if not indicators:
        return []
    rows = Report.objects.visible_to(viewer).filter(round=round_, measure=measure)
    filed = rows.filter(filed__isnull=False).select_related("state", "body", "filed")
    frozen = {} if round_.is_open else frozen_versions(round_, measure)
    versions = {
        row.party_key: row.filed if round_.is_open else frozen.get(row.party_key) for row in filed
    }
    told = Quantity.objects.filter(version__in=[each for each in versions.values() if each])
    held = {(row.version_id, row.indicator_id): row.value for row in told}
    parties = parties_in(round_)
    owing = list(parties.in_order(row.party for row in owed(round_, measure=measure)))
    found = []
    for indicator in indicators:
        values = []
        for party in owing:
            version = versions.get(party)
            value = held.get((version.pk, indicator.pk)) if version else None
            values.append((parties.names.short(party), value))
        if any(value is not None for _, value in values):
            found.append(Counted(indicator, tuple(values)))
    return found
