"""`python -m bench.live_parsing`: 64 KiB of hostile JSON in a process that serves pages; prints JSON.

The process loads the application as `registan serve` does, answers each of the pages below, and
parses between the answers: whatever collection of the heap falls into a call is counted with it.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from pathlib import Path

from bench.installation import make

CALLS = 40
PAGES = (
    "/en/plans/",
    "/ru/plans/",
    "/zh/plans/",
    "/en/plans/",
    "/en/plans/action-plan/",
    "/en/health/",
)
HOSTILE = {
    "width": b"[" + b"[]," * (64 * 1024 // 3),
    "objects": b"[" + b'{"":1},' * (64 * 1024 // 7),
    "numbers": b"[" + b"1e9," * (64 * 1024 // 4),
}


def main() -> int:
    with tempfile.TemporaryDirectory() as var:
        at = make(Path(var))
        from registan.cli.serve import load
        from registan.kernel.log.canonical import read_json
        from registan.kernel.log.errors import Malformed

        load()
        cookie = at.cookie("coordinator.kz")
        for page in PAGES:
            at.get(page, cookie)
        taken: dict[str, list[float]] = {name: [] for name in HOSTILE}
        for call in range(CALLS):
            at.get(PAGES[call % len(PAGES)], cookie)
            for name, data in HOSTILE.items():
                begun = time.process_time()
                try:
                    read_json(data)
                except Malformed:
                    taken[name].append((time.process_time() - begun) * 1000)
        worst = {name: max(each) for name, each in taken.items()}
        print(json.dumps({"worst": worst, "heap": gc.get_freeze_count() + len(gc.get_objects())}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
