"""How long after an act its receipt is there, with a real keeper and three witnesses.

Here on SQLite; `python -m bench.receipts` measures the same on any installation of its environment, but
leaves its 1,000 acts there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connections

from bench.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

RECEIPT_S, QUORUM_S = 2.0, 10.0


def figures(at: Installation) -> Iterator[Figure]:
    """On a copy of the installation, which is measured further."""
    with tempfile.TemporaryDirectory(prefix="registan-bench-") as folder:
        var = Path(folder) / "var"
        # Closed, and copied by another process: a file of SQLite that this process opens and closes
        # beside its connection loses the locks of that connection, and with them its content.
        connections.close_all()
        subprocess.run(["cp", "-a", str(at.var), str(var)], check=True)
        yield from receipts("SQLite", {**os.environ, "REGISTAN_VAR": str(var)})


def receipts(where: str, environment: dict[str, str]) -> Iterator[Figure]:
    """The figures of one installation."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.receipts"],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    found = json.loads(told)
    said = f"{found['acts']:,} acts, {found['checkpoints']} checkpoints"
    with_them = f"{said}, {found['witnesses']} witnesses"
    yield Figure(f"number after the act, p99, {where}, wall", found["numbered"], "s", None, said)
    yield Figure(f"receipt after the act (number, proof, own signature), p99, {where}, wall",
                 found["receipt"], "s", RECEIPT_S, said)  # fmt: skip
    yield Figure(f"the same with a quorum of witnesses, p99, {where}, wall",
                 found["cosigned"], "s", QUORUM_S, with_them)  # fmt: skip
