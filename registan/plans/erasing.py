"""What plans destroy of an act that is shredded: words of reports, findings, opinions, additions; files.

A report keeps its place, its progress and its dates; what was said in it is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.plans.models import (
    Addition,
    CitedFigure,
    Evidence,
    Finding,
    MeasureText,
    Opinion,
    Quantity,
    ReportVersion,
)
from registan.plans.models.reports import Filing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registan.ledger.models import Entry


def erase(entries: Sequence[Entry]) -> None:
    """Destroy what the tables of plans hold of these acts (an entry names the row it came to)."""
    rows: dict[str, list[str]] = {}
    for entry in entries:
        label, _, pk = entry.result.rpartition(":")
        rows.setdefault(label, []).append(pk)
    versions = ReportVersion.objects.filter(pk__in=rows.get("plans.ReportVersion", []))
    _erase_versions(versions.values_list("pk", flat=True))
    filings = Filing.objects.filter(pk__in=rows.get("plans.Filing", []))
    together = ReportVersion.objects.filter(filing__in=filings)
    _erase_versions(together.values_list("pk", flat=True))
    _erase_additions(rows.get("plans.Addition", []))
    Finding.objects.filter(pk__in=rows.get("plans.Finding", [])).update(reasons={})
    Opinion.objects.filter(pk__in=rows.get("plans.Opinion", [])).update(texts={})


def _erase_additions(pks: Iterable[str]) -> None:
    """A measure added after adoption keeps its number, its term and who answers for it."""
    gone = Addition.objects.filter(pk__in=pks)
    texts = MeasureText.objects.filter(measure__in=gone.values("measure"))
    texts.update(text="", result="", responsible_raw="")
    gone.update(reasons={}, citation={}, origin="", origin_audience="")


def _erase_versions(versions: Iterable[int]) -> None:
    pks = list(versions)
    ReportVersion.objects.filter(pk__in=pks).update(texts={}, difficulties={}, proposals={})
    Quantity.objects.filter(version__in=pks).delete()
    CitedFigure.objects.filter(version__in=pks).delete()
    Evidence.objects.filter(version__in=pks).delete()
