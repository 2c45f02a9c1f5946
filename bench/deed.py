"""The act that is measured where many act: a finding of the secretariat, on a measure of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.installation import PLAN

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from registan.plans.models import Measure, Round

REASONS = {"ru": "По сообщениям государств.", "en": "As the States report."}


@dataclass(frozen=True)
class Deed:
    """Who acts, in which round, and the measures: writers on different ones do not meet."""

    seat: Mandate
    round_: Round
    measures: list[Measure]

    def do(self, measure: int, key: str | None = None) -> None:
        """One act through the door, as a page does it."""
        from registan.plans.acts.findings import record_finding

        record_finding(
            self.seat,
            self.round_,
            self.measures[measure],
            progress="done",
            reasons=REASONS,
            key=key,
        )


def deed() -> Deed:
    """Read from the worked example. Needs Django set up."""
    from registan.parties.models import Mandate
    from registan.plans.models import Measure, Round

    return Deed(
        Mandate.objects.get(official__username="secretariat.secretariat"),
        Round.objects.select_related("plan").get(plan__key=PLAN, number=3),
        list(Measure.objects.filter(plan__key=PLAN).select_related("plan").order_by("pk")),
    )


def p99(taken: list[float]) -> float:
    """The value that 99 of 100 do not exceed (nearest rank)."""
    return sorted(taken)[-(-len(taken) * 99 // 100) - 1]
