"""The example's files as data: texts of reports, findings, questions, names, indicators."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

LANGS = ("ru", "zh", "en")


@dataclass(frozen=True)
class ReportText:
    """One ready text of a report."""

    chapter: int
    standing: str
    result_type: str
    texts: dict[str, str]
    difficulties: dict[str, str]
    proposals: dict[str, str]
    filer: str
    fits: frozenset[str]


@dataclass(frozen=True)
class Material:
    """All files of the folder `example`, read once."""

    folder: Path
    reports: tuple[ReportText, ...]
    findings: dict[str, list[dict[str, str]]]
    questions: tuple[dict[str, str], ...]
    opinions: tuple[dict[str, str], ...]
    parties: dict[str, str]
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of one file."""
        return _rows(self.folder / name)

    def text_for(
        self, number: str, chapter: int, standing: str, filer: str, chance: random.Random
    ) -> ReportText | None:
        """A text that suits the measure, by how near it is; None where no text has this standing."""
        fitting = [
            row for row in self.reports
            if row.standing == standing and row.filer in {"", filer}
            and (not row.fits or number in row.fits) and row.chapter in {0, chapter}
        ]  # fmt: skip
        near = [row for row in fitting if number in row.fits] or [
            row for row in fitting if row.chapter == chapter
        ]
        chosen = near or fitting
        return chance.choice(chosen) if chosen else None


def read_material(folder: Path) -> Material:
    """Read the folder `example` of a profile."""
    findings: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(folder / "findings.csv"):
        findings[row["standing"]].append(_texts(row, "text"))
    return Material(
        folder=folder,
        reports=tuple(map(_report, _rows(folder / "reports.csv"))),
        findings=dict(findings),
        questions=tuple(_texts(row, "text") for row in _rows(folder / "questions.csv")),
        opinions=tuple(_texts(row, "text") for row in _rows(folder / "opinions.csv")),
        parties=_parties(_rows(folder / "names.csv")),
        words={
            f"{row['kind']}.{row['code']}": {lang: row[lang] for lang in LANGS}
            for row in _rows(folder / "codes.csv")
        },
    )


def _parties(rows: list[dict[str, str]]) -> dict[str, str]:
    """Name as printed, in any language -> code of the party that settles it."""
    found = {}
    for row in rows:
        code = {"ALL": "all_members", "INT": "interested_members"}.get(row["key"])
        if code is None:
            known = row["kind"] in {"state", "body"}
            code = f"{row['kind']}:{row['key']}" if known else row["kind"]
        for lang in LANGS:
            found[row[lang]] = found[row[f"short_{lang}"]] = code
    return found


def _report(row: dict[str, str]) -> ReportText:
    return ReportText(
        chapter=int(row["chapter"]),
        standing=row["standing"],
        result_type=row["result_type"],
        texts=_texts(row, "text"),
        difficulties=_texts(row, "difficulties"),
        proposals=_texts(row, "proposals"),
        filer=row["filer"],
        fits=frozenset(row["fits"].split()),
    )


def _texts(row: dict[str, str], name: str) -> dict[str, str]:
    return {lang: row[f"{name}_{lang}"] for lang in LANGS if row.get(f"{name}_{lang}")}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
