"""A row as it is printed by `registan plans read --format jsonl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registan.kernel.plan.reading import PlanRow

KEYS = (
    "number", "section", "text", "result", "term_raw", "term_from", "term_to", "recurrence",
    "responsible_raw", "responsible",
)  # fmt: skip


def to_record(row: PlanRow) -> dict[str, object]:
    """Exactly KEYS; dates as ISO text or None, responsible as a list of names."""
    term = row.term
    return {
        "number": row.number,
        "section": row.section,
        "text": row.text,
        "result": row.result,
        "term_raw": term.raw,
        "term_from": term.start.isoformat() if term.start else None,
        "term_to": term.end.isoformat() if term.end else None,
        "recurrence": str(term.recurrence),
        "responsible_raw": row.responsible.raw,
        "responsible": [actor.name for actor in row.responsible.actors],
    }
