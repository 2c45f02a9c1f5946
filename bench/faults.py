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
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.run import RESULTS, TOP, machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parents[1]
# Every file with a trial asks here how often to try.
MARK = "from tests.faults"
# These take longest and begin first, so that two at a time end together.
FIRST = ("test_any_bytes.py", "test_processes.py", "test_failing.py", "test_full_log.py")
AT_ONCE = 2
HEAD = "## Faults"
# What stays of the words above the table when some trials alone are run again.
WHOLE = re.compile(r"One whole run of `make faults`,.*?(?:all passed|are missing)\.")
LATER = "Rows with a later time were tried alone;"
COLUMNS = ("No.", "Fault", "Tried", "Found amiss", "When")


def main(words: Sequence[str]) -> int:
    """Run the trials, two files at a time, tell, keep."""
    begun = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="registan-faults-") as name:
        folder = Path(name)
        told = folder / "told"
        told.touch()
        runs = [list(words)] if words else [[str(file)] for file in trials()]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            failed = sum(pool.map(lambda run: _run(run[1], folder / str(run[0])), enumerate(runs)))
        rows = _rows(map(json.loads, told.read_text(encoding="utf-8").splitlines()))
    _keep(rows, begun, failed=failed, is_whole=not words)
    return 1 if failed else 0


def trials() -> list[Path]:
    """The files with a trial, the longest first."""
    files = [*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("registan/**/test_*.py")]
    found = sorted(file for file in files if MARK in file.read_text(encoding="utf-8"))
    return sorted(found, key=lambda file: FIRST.index(file.name) if file.name in FIRST else 9)


def _run(places: Sequence[str], var: Path) -> bool:
    """One run of pytest with a folder of its own; whether something failed there."""
    var.mkdir()
    environment = {
        **os.environ, "REGISTAN_FAULTS": "long", "REGISTAN_FAULTS_TOLD": str(var.parent / "told"),
        "REGISTAN_CASES": "10000", "REGISTAN_VAR": str(var / "var"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--basetemp", str(var / "tmp"), *places],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    print(f"{datetime.now(UTC):%H:%M} {' '.join(places)}\n{done.stdout}{done.stderr}", flush=True)
    return done.returncode != 0


def _rows(told: Iterable[dict[str, Any]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """One row per trial: a trial tells of itself only when nothing was amiss."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in told:
        tried = ", ".join(f"{value:,} {name}" if isinstance(value, int) else f"{name} {value}"
                          for name, value in each["found"].items())  # fmt: skip
        found[each["number"], each["fault"]] = (
            each["number"],
            each["fault"],
            tried,
            "0",
            each["when"],
        )
    return found


def _keep(
    fresh: dict[tuple[str, str], tuple[str, ...]], begun: datetime, *, failed: int, is_whole: bool
) -> None:
    """The section of the faults in RESULTS.md. A whole run leaves no older row; after another one, rows
    of trials that did not run now stay as they were.
    """
    held = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else TOP
    section = re.compile(rf"^{HEAD}.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    found = section.search(held)
    before = found[0] if found and not is_whole else ""
    rows = _kept(before) | fresh
    lines = [COLUMNS, ("---",) * len(COLUMNS)]
    lines += [row for _, row in sorted(rows.items(), key=lambda row: (int(row[0][0]), row[0][1]))]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    told = _told(before, begun, failed=failed, is_whole=is_whole)
    made = f"{HEAD}\n\n{told} What they are: docs/reference/faults.md.\n\n{table}\n\n"
    rest = section.sub("", held)
    top, mark, runs = rest.partition("\n## ")
    RESULTS.write_text(
        top.rstrip() + "\n\n" + made.rstrip() + "\n" + (mark + runs if mark else ""),
        encoding="utf-8",
    )


def _kept(before: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The rows of the table that stood there."""
    rows = {}
    for line in before.splitlines():
        cells = tuple(cell.strip() for cell in line.strip("| ").split(" | "))
        if len(cells) == len(COLUMNS) and cells[0].isdigit():
            rows[cells[0], cells[1]] = cells
    return rows


def _told(before: str, begun: datetime, *, failed: int, is_whole: bool) -> str:
    """The words above the table: those on the last whole run stay when some trials are run again."""
    minutes = (datetime.now(UTC) - begun).total_seconds() / 60
    said = f"{failed} files failed, whose rows are missing" if failed else "all passed"
    run = f"begun {begun:%Y-%m-%d %H:%M} UTC, {minutes:.0f} minutes: {machine()}; {said}."
    if is_whole:
        return f"One whole run of `make faults`, {run}"
    whole = WHOLE.search(before)
    return f"{whole[0]} {LATER} the last {run}" if whole else f"Some trials, no whole run, {run}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
