"""What a process that computes has loaded. A file of its own: it must import nothing."""

from __future__ import annotations

import sys


def modules() -> list[str]:
    return sorted(sys.modules)
