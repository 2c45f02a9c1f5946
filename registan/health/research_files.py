"""The register of research as files: CSV for a spreadsheet, JSON with validations for a program."""

from __future__ import annotations

import csv
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING, Any

import orjson

from registan.health.queries.research import validations
from registan.plans.export.table import may_be_formula
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from registan.health.models import Research
    from registan.kernel.epi.accuracy import Share
    from registan.ledger.audience import Viewer

HEADS = (
    "research", "version", "state", "kind", "phase", "condition", "lead", "partners", "sites",
    "registration", "sharing", "milestones", "reached", "next_due", "closed_on", "end",
    *(f"title_{lang}" for lang in LANGS), "illustrative",
)  # fmt: skip


def write_csv(rows: Sequence[Research], _: Viewer) -> bytes:
    """One line for each; institutions and places are separated by a vertical line."""
    text = StringIO(newline="")
    out = csv.writer(text)
    out.writerow(HEADS)
    for row in rows:
        reached = sum(1 for each in row.milestones if each["reached"])
        out.writerow([_safe(each) for each in (
            row.key, row.version, row.state.key, row.kind, row.phase,
            row.condition.code if row.condition else "", row.lead, _pairs(row.partners),
            _pairs(row.sites), row.registration, " ".join(row.sharing), len(row.milestones), reached,
            row.next_due() or "", row.closed_on or "", row.end,
            *(row.titles.get(lang, "") for lang in LANGS),
            "illustrative" if row.illustrative else "",
        )])  # fmt: skip
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def write_json(rows: Sequence[Research], viewer: Viewer) -> bytes:
    """Each record as the ledger has it, with the validations that this reader sees."""
    told: list[dict[str, Any]] = []
    for row in rows:
        found = validations(row, viewer) if row.is_test else []
        told.append({
            **row.to_record(), "urn": row.urn,
            "validations": [
                {**each.row.to_record(), "sensitivity": _share(each.sensitivity),
                 "specificity": _share(each.specificity)}
                for each in found
            ],
        })  # fmt: skip
    interval = {"method": "Clopper-Pearson", "level": 0.95}
    return orjson.dumps({"interval": interval, "research": told})


def _share(found: Share | None) -> dict[str, float] | None:
    return asdict(found) if found else None


def _pairs(rows: Sequence[Sequence[str]]) -> str:
    return " | ".join(f"{key}: {name}" for key, name in rows)


def _safe(value: object) -> str:
    """A cell that no spreadsheet runs."""
    text = str(value)
    return f"'{text}" if may_be_formula(text) else text


WRITERS: dict[str, tuple[Callable[[Sequence[Research], Viewer], bytes], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "json": (write_json, "application/json"),
}
