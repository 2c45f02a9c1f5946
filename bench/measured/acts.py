"""What the door costs: an act with its sealed entry, beside a bare insert of the same row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bench.clock import cpu_ms
from bench.figure import Figure
from bench.installation import PLAN
from registan.ledger.guard import writing
from registan.parties.models import Mandate
from registan.plans.acts.findings import record_finding
from registan.plans.models import Finding, Measure, Round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

REASONS = {"ru": "По сообщениям государств.", "en": "As the States report."}


def figures(at: Installation) -> Iterator[Figure]:
    seat = Mandate.objects.get(official__username="secretariat.secretariat")
    measure = Measure.objects.filter(plan__key=PLAN).select_related("plan").first()
    round_ = Round.objects.select_related("plan").get(plan__key=PLAN, number=3)
    if measure is None:
        return
    count = iter(range(10_000, 100_000))

    def bare() -> None:
        with transaction.atomic(), writing():
            Finding.objects.create(
                round=round_, measure=measure, n=next(count), progress="done",
                reasons=REASONS, audience=round_.audience, made_at=timezone.now(),
            )  # fmt: skip

    def by_act() -> None:
        record_finding(seat, round_, measure, progress="done", reasons=REASONS, now=timezone.now())

    alone, whole = cpu_ms(bare), cpu_ms(by_act)
    yield Figure("a bare insert in a transaction, CPU", alone, "ms")
    yield Figure("the same as an act, with its entry, CPU", whole, "ms")
    yield Figure("what the door adds, with its number in the log, CPU", whole - alone, "ms", 1.5)
