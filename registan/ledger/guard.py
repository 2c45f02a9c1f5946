"""The write guard: an INSERT, UPDATE or DELETE outside an act is refused, on every connection.

Tables that are no record of the organisation (sessions, jobs, migrations, derived indexes) are free.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FREE_PREFIXES = (
    "django_", "auth_", "account_", "registan_cache", "jobs_", "search_", "sqlite_", "pg_",
)  # fmt: skip
_WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM)\s+[\"`]?(\w+)",
    re.IGNORECASE,
)
_inside: ContextVar[bool] = ContextVar("inside_act", default=False)


class WriteOutsideAct(RuntimeError):
    """Some code tried to change a record without going through an act."""


@contextmanager
def writing() -> Iterator[None]:
    """Writes are allowed inside; entered by `act` and `working_paper` alone (and by migrations)."""
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def inside_act() -> bool:
    return _inside.get()


def check_write(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Database execute wrapper (django.db.connection.execute_wrappers)."""
    if (
        not _inside.get()
        and (found := _WRITE.match(sql))
        and not found[1].startswith(FREE_PREFIXES)
    ):
        raise WriteOutsideAct(f"write to {found[1]} outside an act: {sql[:120]}")
    return execute(sql, params, many, context)
