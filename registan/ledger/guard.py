"""The write guard: a change of a record outside an act is refused, on every connection.

Free are only tables that are no record of the organisation; each is named here with its reason.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FREE_TABLES = {
    "django_session": "who is signed in on which machine; forgotten when the session ends",
    "django_tasks_database_dbtaskresult": "jobs that wait, run or ran",
    "jobs_worker": "heartbeat of a worker",
    "jobs_attempts": "how often a job was taken up",
    "jobs_firing": "when a schedule was last seen to",
    "jobs_letter": "the outbox: written after the commit of an act",
    "jobs_preference": "how an Official wishes to get letters",
    "account_emailaddress": "bookkeeping of django-allauth",
    "account_emailconfirmation": "bookkeeping of django-allauth",
    "health_estimate": "worked out from counts, and can be again at any time",
    "registan_cache": "answers that can be worked out again, and counters of limits",
}
# Tables derived from records, which can be built anew from them at any time.
FREE_PREFIX = "search_"

_NAME = r"(?:[\"`\[]?\w+[\"`\]]?\s*\.\s*)?[\"`\[]?(\w+)"
_WRITE = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?(?:\s+ONLY)?"
    r"|DELETE\s+FROM(?:\s+ONLY)?|MERGE\s+INTO(?:\s+ONLY)?|TRUNCATE(?:\s+TABLE)?(?:\s+ONLY)?|COPY"
    r"|(?:DROP|ALTER)\s+TABLE(?:\s+IF\s+EXISTS)?(?:\s+ONLY)?)\s+" + _NAME,
    re.IGNORECASE,
)
# What a statement may begin with and need no closer look, unless it holds several.
_READS = ("SELECT ", "SAVEPOINT ", "RELEASE ", "PRAGMA ")
_ASIDE = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)
_LOCKS = re.compile(r"\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*" + _NAME)
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


def is_free(table: str) -> bool:
    """Whether a table may be written outside an act."""
    return table in FREE_TABLES or table.startswith(FREE_PREFIX)


def written_tables(sql: str) -> list[str]:
    """The tables that a statement changes, also inside `WITH …`, behind a comment, or after a `;`.

    >>> written_tables('WITH a AS (SELECT 1) INSERT INTO "plans_plan" SELECT * FROM a')
    ['plans_plan']
    >>> written_tables("SELECT 'DELETE FROM plans_plan'")
    []
    """
    if sql.startswith(_READS) and ";" not in sql:
        return []
    bare = _LOCKS.sub("", _ASIDE.sub(" ", sql))
    found = []
    for write in _WRITE.finditer(bare):
        if write[0][:6].upper() == "UPDATE" and write[1].upper() == "SET":
            continue  # ON CONFLICT … DO UPDATE SET: the table was named before
        found.append(write[1])
        more = _LIST.match(bare, write.end() + 1) if write[0][:1] in "Tt" else None
        while more:  # TRUNCATE a, b, c
            found.append(more[1])
            more = _LIST.match(bare, more.end() + 1)
    return found


def check_write(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Database execute wrapper (django.db.connection.execute_wrappers)."""
    if not _inside.get():
        for table in written_tables(sql):
            if not is_free(table):
                raise WriteOutsideAct(f"write to {table} outside an act: {sql[:120]}")
    return execute(sql, params, many, context)
