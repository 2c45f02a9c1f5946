"""What stands where in the sheet. Codes stand in a hidden row, so that columns may be moved."""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = "registan-sheet-1"
FACTS_SHEET = "registan"
DAY_FORMAT = "yyyy-mm-dd"


@dataclass(frozen=True)
class SheetColumn:
    """`code`: field of the report form without its language; `by_language`: words in one language."""

    code: str
    text: str
    width: int
    locked: bool = False
    by_language: bool = False
    kind: str = "text"  # text, choice, day or link


COLUMNS = (
    SheetColumn("number", "plans.column.number", 8, locked=True),
    SheetColumn("measure", "plans.column.measure", 46, locked=True),
    SheetColumn("result", "plans.column.result", 24, locked=True),
    SheetColumn("term", "plans.column.term", 16, locked=True),
    SheetColumn("stage", "plans.stage", 16, locked=True),
    SheetColumn("progress", "plans.progress", 18, kind="choice"),
    SheetColumn("result_type", "plans.result_type", 16, kind="choice"),
    SheetColumn("text", "plans.text", 60, by_language=True),
    SheetColumn("difficulties", "plans.difficulties", 34, by_language=True),
    SheetColumn("proposals", "plans.proposals", 34, by_language=True),
    SheetColumn("done_from", "plans.done_from", 13, kind="day"),
    SheetColumn("done_to", "plans.done_to", 13, kind="day"),
    SheetColumn("link_title_1", "plans.link_title_one", 24),
    SheetColumn("link_1", "plans.link_one", 34, kind="link"),
    SheetColumn("base", "plans.base", 6, locked=True),
)
QUANTITY_COLUMNS = (
    SheetColumn("number", "plans.column.number", 8, locked=True),
    SheetColumn("key", "plans.indicator.key", 18, locked=True),
    SheetColumn("indicator", "plans.indicator", 60, locked=True),
    SheetColumn("unit", "plans.indicator.unit", 16, locked=True),
    SheetColumn("target", "plans.indicator.target", 12, locked=True),
    SheetColumn("value", "plans.indicator.value", 14),
)
HIDDEN = frozenset({"base", "key"})


@dataclass(frozen=True)
class SheetFacts:
    """Whose sheet it is and for what: kept in a sheet of its own."""

    plan: str
    round: int
    party: str
    lang: str


@dataclass(frozen=True)
class OwedRow:
    """One owed report as the sheet shows it: `typed` as in a draft; `base` the version it stands on."""

    number: str
    measure: str
    result: str
    term: str
    stage: str
    base: int
    typed: dict[str, str]
    indicators: tuple[IndicatorRow, ...] = ()


@dataclass(frozen=True)
class IndicatorRow:
    key: str
    name: str
    unit: str
    target: str
