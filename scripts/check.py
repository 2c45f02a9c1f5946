"""Every check of `make test`, one after another; all failures are shown in one go."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BIN = HERE / ".venv" / "bin"
PLACES = tuple(
    place for place in ("registan", "tests", "bench", "scripts", "docs") if (HERE / place).is_dir()
)

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", "--quiet", *PLACES)),
    ("lint", ("ruff", "check", "--quiet", *PLACES)),
    ("import contracts", ("lint-imports", "--no-cache")),
    ("templates", ("djlint", "registan", "--lint", "--quiet")),
    ("types", ("mypy", "--no-error-summary")),
    ("migrations", ("python", "manage.py", "makemigrations", "--check", "--dry-run")),
    # Two at a time, a file at a time: what a file sets up once is set up once.
    ("tests", ("pytest", "-n", "2", "--dist", "loadfile")),
)


def main() -> int:
    """Run all checks; 0 when all are good."""
    failed = []
    with tempfile.TemporaryDirectory() as var:
        environment = {
            **os.environ,
            "REGISTAN_VAR": var,
            "DJANGO_SETTINGS_MODULE": "registan.config.settings",
        }
        for name, (tool, *arguments) in CHECKS:
            begun = time.monotonic()
            done = subprocess.run(  # noqa: S603
                [str(BIN / tool), *arguments], cwd=HERE, env=environment, check=False
            )
            good = done.returncode == 0
            word = "ok    " if good else "FAILED"
            print(f"{word} {name} ({time.monotonic() - begun:.1f} s)", flush=True)
            if not good:
                failed.append(name)
    if failed:
        print("Not good yet: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
