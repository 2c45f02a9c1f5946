"""What each party said in a round, one row for each report that is owed: for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.plans.models import Report, RoundLine
from registan.plans.queries.measures import words_of
from registan.plans.queries.owing import owed

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.plans.models import ReportVersion, Round

NO_INFORMATION = "no_information"


def standings(round_: Round, viewer: Viewer, lang: str) -> list[dict[str, Any]]:
    """In the order of the plan; `no_information` where nothing was filed, which is no answer."""
    counted = counted_versions(round_, viewer)
    found = []
    for row in owed(round_):
        version = counted.get((row.measure_id, row.party))
        text, text_lang = words_of(version.texts, lang) if version else ("", "")
        found.append({
            "measure": row.number,
            "party": row.party,
            "part": row.part,
            "standing": version.progress if version else NO_INFORMATION,
            "result_type": version.result_type if version else "",
            "version": version.n if version else 0,
            "text": text,
            "lang": text_lang if text else "",
        })  # fmt: skip
    return found


def counted_versions(round_: Round, viewer: Viewer) -> dict[tuple[int, str], ReportVersion]:
    """(measure id, party) -> the version that counts: frozen in a closed round, else as filed."""
    rows: Any
    if round_.is_open:
        rows = Report.objects.visible_to(viewer).filter(round=round_, filed__isnull=False)
        rows, name = rows.select_related("filed", "state", "body"), "filed"
    else:
        rows = RoundLine.objects.filter(round=round_, version__isnull=False)
        rows, name = rows.select_related("version", "state", "body"), "version"
    return {
        (row.measure_id, (row.state or row.body).key): getattr(row, name)
        for row in rows
        if viewer.sees(getattr(row, name).audience)
    }
