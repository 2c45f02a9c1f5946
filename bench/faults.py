"""`make faults`: the long form of every fault trial; what it found is kept in RESULTS.md.

Ends with 1 where a trial failed. Words are handed on to pytest in place of the usual folders, and
then only the rows of those trials are new.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.run import RESULTS, TOP, machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLACES = (
    "tests/faults",
    "tests/ledger",
    "tests/whole",
    "registan/ledger/tests",
    "tests/test_any_bytes.py",
)
HEAD = "## Faults"
COLUMNS = ("No.", "Fault", "Tried", "Found amiss", "When")


def main(words: Sequence[str]) -> int:
    """Run the trials, tell, keep."""
    places = list(words) or list(PLACES)
    with tempfile.TemporaryDirectory(prefix="registan-faults-") as folder:
        told = Path(folder) / "told"
        told.touch()
        environment = {
            **os.environ, "REGISTAN_FAULTS": "long", "REGISTAN_FAULTS_TOLD": str(told),
            "REGISTAN_CASES": "10000", "REGISTAN_VAR": str(Path(folder) / "var"),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *places], env=environment, check=False
        )
        rows = _rows(map(json.loads, told.read_text(encoding="utf-8").splitlines()))
    _keep(rows, done.returncode, is_whole=not words)
    return 1 if done.returncode else 0


def _rows(told: Iterable[dict[str, Any]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """One row per trial: a trial tells of itself only when nothing was amiss."""
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in told:
        tried = ", ".join(f"{value:,} {name}" if isinstance(value, int) else f"{name} {value}"
                          for name, value in each["found"].items())  # fmt: skip
        found[each["number"], each["fault"]] = (each["number"], each["fault"], tried, "0", when)
    return found


def _keep(fresh: dict[tuple[str, str], tuple[str, ...]], status: int, *, is_whole: bool) -> None:
    """The section of the faults in RESULTS.md: rows of trials that did not run now stay as they were."""
    held = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else TOP
    section = re.compile(rf"^{HEAD}.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    rows = {}
    if before := section.search(held):
        for line in before[0].splitlines():
            cells = tuple(cell.strip() for cell in line.strip("| ").split(" | "))
            if len(cells) == len(COLUMNS) and cells[0].isdigit():
                rows[cells[0], cells[1]] = cells
    rows |= fresh
    lines = [COLUMNS, ("---",) * len(COLUMNS)]
    lines += [row for _, row in sorted(rows.items(), key=lambda row: (int(row[0][0]), row[0][1]))]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    said = "all passed" if status == 0 else "some failed: a failed trial has no new row"
    run = (
        "Last run of `make faults`" if is_whole else "Some trials run again, no whole `make faults`"
    )
    made = f"{HEAD}\n\n{run}: {machine()}; {said}. What they are: "
    made += f"docs/reference/faults.md.\n\n{table}\n\n"
    rest = section.sub("", held)
    top, mark, runs = rest.partition("\n## ")
    RESULTS.write_text(
        top.rstrip() + "\n\n" + made.rstrip() + "\n" + (mark + runs if mark else ""),
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
