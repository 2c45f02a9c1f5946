"""How often a fault is tried, and where it is told what came of it."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

LONG = os.environ.get("REGISTAN_FAULTS") == "long"
TOLD = os.environ.get("REGISTAN_FAULTS_TOLD", "")


def times(short: int, long: int) -> int:
    """`short` in `make test`, `long` in `make faults`."""
    return long if LONG else short


def tell(number: str, fault: str, **found: object) -> None:
    """Keep what a trial found, for bench/RESULTS.md; `number` is that of the fault in our list."""
    if TOLD:
        when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
        row = {"number": number, "fault": fault, "found": found, "when": when}
        with Path(TOLD).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
