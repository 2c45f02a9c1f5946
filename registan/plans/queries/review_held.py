"""Everything of a round that the consolidated account is made of, read once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.plans.models import (
    CitedFigure,
    Evidence,
    Finding,
    Opinion,
    Quantity,
    Report,
    RoundLine,
)
from registan.plans.queries.living import figures_in
from registan.plans.queries.owing import owed
from registan.plans.queries.rounds import findings_of, opinions_of
from registan.plans.queries.words import words_in

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.parties.queries import Names
    from registan.plans.models import ReportVersion, Round
    from registan.plans.models.living import Figure
    from registan.plans.queries.owing import Owing
    from registan.plans.queries.words import PlanWords


@dataclass(frozen=True)
class Held:
    """What is owed, what was filed, and what was found. In a closed round: as it was at closing."""

    owed: list[Owing]
    versions: dict[tuple[int, str], ReportVersion]
    quantities: dict[int, list[Quantity]]
    evidence: dict[int, list[Evidence]]
    findings: dict[int, Finding]
    opinions: dict[int, list[Opinion]]
    cited: dict[int, list[CitedFigure]]
    figures: dict[int, list[Figure]]
    words: PlanWords
    order: list[str]

    @property
    def names(self) -> Names:
        return self.words.parties.names

    @cached_property
    def by_measure(self) -> dict[int, list[Owing]]:
        """What is owed on each measure, in the order of the plan."""
        found: dict[int, list[Owing]] = defaultdict(list)
        for row in self.owed:
            found[row.measure_id].append(row)
        return found

    def progress(self, row: Owing) -> str:
        """What a party says of a measure; "" where no information has come."""
        version = self.versions.get((row.measure_id, row.party))
        return version.progress if version else ""


def hold(round_: Round, viewer: Viewer, lang: str) -> Held:
    """Read a round as `viewer` may see it; parties in the order of the language."""
    rows = owed(round_)
    versions = _versions(round_, viewer)
    ids = [version.pk for version in versions.values()]
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    of_these = Quantity.objects.filter(version_id__in=ids).select_related("indicator")
    for quantity in of_these.order_by("indicator__key"):
        quantities[quantity.version_id].append(quantity)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    papers = Evidence.objects.visible_to(viewer).filter(version_id__in=ids).defer("content")
    for paper in papers.order_by("pk"):
        evidence[paper.version_id].append(paper)
    cited: dict[int, list[CitedFigure]] = defaultdict(list)
    for each in CitedFigure.objects.filter(version_id__in=ids).select_related("indicator"):
        cited[each.version_id].append(each)
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures_in(round_, timezone.localdate()):
        figures[figure.indicator.measure_id].append(figure)
    words = words_in(round_)
    said = opinions_of(round_, viewer)
    speakers = words.parties.in_order({row.state.key for row in said}, lang)
    opinions: dict[int, list[Opinion]] = defaultdict(list)
    for opinion in sorted(said, key=lambda row: speakers.index(row.state.key)):
        opinions[opinion.measure_id].append(opinion)
    findings = findings_of(round_, viewer)
    order = words.parties.in_order({row.party for row in rows}, lang)
    return Held(rows, versions, quantities, evidence, findings, opinions, cited, figures,
                words, order)  # fmt: skip


def _versions(round_: Round, viewer: Viewer) -> dict[tuple[int, str], ReportVersion]:
    """(measure id, party) -> the version that counts: frozen in a closed round, else as filed."""
    if not round_.is_open:
        lines = RoundLine.objects.filter(round=round_, version__isnull=False)
        return {
            (row.measure_id, row.state.key if row.state else row.body.key if row.body else ""): row.version
            for row in lines.select_related("version", "state", "body")
            if row.version and viewer.sees(row.version.audience)
        }  # fmt: skip
    reports = Report.objects.visible_to(viewer).filter(round=round_, filed__isnull=False)
    return {
        (row.measure_id, row.party_key): row.filed
        for row in reports.select_related("filed", "state", "body")
        if row.filed and viewer.sees(row.filed.audience)
    }
