"""Connections and forks: a child must not use, nor close, the connection of its parent.

SQLite's locks belong to a process and two processes on one connection damage the file; closing
PostgreSQL's socket ends the parent's session. So a child lays what it inherited aside, unclosed,
and opens its own.
"""

from __future__ import annotations

import os
from typing import Any

from django.db import connections

_laid_aside: list[Any] = []


def guard_forks() -> None:
    """Have each child of this process begin without connections."""
    os.register_at_fork(after_in_child=lay_aside)


def lay_aside() -> None:
    """Forget the open connections of this thread without closing them."""
    for each in connections.all(initialized_only=True):
        in_memory = getattr(each, "is_in_memory_db", lambda: False)
        if each.connection is None or in_memory():
            continue
        _laid_aside.append(each.connection)
        each.connection = None
