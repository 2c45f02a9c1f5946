"""`make bench`: measures everything in bench/measured/, prints the figures and keeps them in RESULTS.md.

It always ends with 0: a slow machine is no broken build. `--dry` keeps nothing; words name files of
bench/measured/ to measure only those, which is kept with `--keep` alone.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import bench.measured
from bench.figure import SOURCE, Figure
from bench.installation import Installation, make

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
HEADS = ("What", "Figure", "Limit", "Met", "Peers")
TOP = f"""# What was measured

`make bench` writes one table per run below, the latest first. CPU is the time this process spent on
it, best of three. Peers: {SOURCE}.
"""


def main(words: Sequence[str]) -> int:
    chosen = [word for word in words if not word.startswith("-")]
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="registan-bench-") as folder:
        print("Setting up an installation with the worked example ...", flush=True)
        at = make(Path(folder))
        for figure in _measured(at, chosen):
            print("  ".join(cell for cell in figure.cells() if cell), flush=True)
            figures.append(figure)
    missed = [figure.what for figure in figures if not figure.met]
    print(f"Not met: {'; '.join(missed)}" if missed else "Every limit is met.")
    if "--keep" in words if chosen else "--dry" not in words:
        keep(figures)
    return 0


def _measured(at: Installation, chosen: Sequence[str]) -> Iterator[Figure]:
    for found in iter_modules(bench.measured.__path__):
        if not chosen or found.name in chosen:
            yield from import_module(f"bench.measured.{found.name}").figures(at)


def keep(figures: Sequence[Figure]) -> None:
    """Write the run on top of those before it."""
    held = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else TOP
    # What `make faults` found stays on top, the runs below it.
    faults = re.search(r"^## Faults.*?(?=^## |\Z)", held, re.MULTILINE | re.DOTALL)
    held = held.replace(faults[0], "") if faults else held
    _, mark, earlier = held.partition("\n## ")
    rows = [HEADS, ("---",) * len(HEADS), *(figure.cells() for figure in figures)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    run = f"\n## {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine()}\n\n" + "\n".join(lines) + "\n"
    kept = "\n" + faults[0].rstrip() + "\n" if faults else ""
    RESULTS.write_text(TOP + kept + run + mark + earlier, encoding="utf-8")
    print(f"Kept in {RESULTS.relative_to(RESULTS.parent.parent)}.")


def machine() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = next((line for line in lines if line.startswith("model name")), "")
    model = named.partition(":")[2].strip() or platform.machine()
    busy = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {model}, Python {platform.python_version()}, load {busy:.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
