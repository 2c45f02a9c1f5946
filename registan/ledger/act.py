"""The door: `@act` puts permission, change and ledger entry into one transaction.

    @act("plans.report.filed")
    def file_report(by: Mandate, measure: Measure, *, text: str) -> Report: ...

The first argument is the Mandate under which the act is done. What the function returns is the
record: it has `urn`, `audience` and `to_record()`. Every act also takes two keywords of its own:
`key`, an idempotency key (a repeated key returns the first result), and `now`, the moment of the act
(the clock of the server when absent), which is handed on to a function that asks for `now`. An act
that binds a State (`binding=True`) takes a third, `signed`: the statement signed by the key of the
State's office, which is asked for where the State has one (authorising.py).
"""

from __future__ import annotations

import inspect
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial, wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    connection,
    models,
    transaction,
)
from django.utils import timezone

from registan.ledger.appending import append
from registan.ledger.authorising import SESSION, authorise
from registan.ledger.followers import tell_followers
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.ledger.office_keys import BINDING
from registan.ledger.sequencer import after_act
from registan.ledger.storage import let_go, refusal_of
from registan.web.refusal import NotThere, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from registan.ledger.appending import Actor, Recorded

__all__ = ["KINDS", "NotThere", "Refused", "act", "working_paper"]


@dataclass(frozen=True)
class Kind:
    """A registered act: its name, the function and its first line of documentation."""

    name: str
    module: str
    function: str
    summary: str
    binding: bool = False


Parameters = ParamSpec("Parameters")
Result = TypeVar("Result", bound=models.Model)
Answer = TypeVar("Answer")
KINDS: dict[str, Kind] = {}
log = logging.getLogger("registan.ledger")
LONGEST_KEY = 160
UNIQUE_VIOLATION = "23505"  # PostgreSQL's code


def act(
    name: str, *, binding: bool = False
) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Make a function an act called `name` (app.noun.participle); `binding`: it binds a State."""

    def decorate(function: Callable[..., Result]) -> Callable[..., Result]:
        _register(name, function, binding=binding)
        wants_now = "now" in inspect.signature(function).parameters

        @wraps(function)
        def perform(
            by: Actor, *args: Any, key: str | None = None, now: datetime | None = None,
            signed: bytes | None = None, **facts: Any,
        ) -> Result:  # fmt: skip
            at = now or timezone.now()
            if wants_now:
                facts["now"] = at
            scoped = f"{by.urn}:{key}" if key else None
            with _one_change():
                if (first := _first_result(scoped, name)) is not None:
                    return cast("Result", first)
                result = function(by, *args, **facts)
                told = cast("Recorded", result)
                auth = SESSION
                if binding:
                    auth = authorise(name, by, told, key=key, signed=signed, now=at)
                entry = append(name, by, told, at, scoped, auth)
                transaction.on_commit(partial(_after_commit, entry))
                return result

        return perform

    return decorate


def working_paper(function: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """A write to working papers (a draft, an import tray) that is no deed yet: no entry.

    What a person types is kept at once; what it comes to is an act, and only that is recorded.
    """

    @wraps(function)
    def perform(*args: Parameters.args, **facts: Parameters.kwargs) -> Answer:
        with _one_change():
            return function(*args, **facts)

    return perform


@contextmanager
def _one_change() -> Iterator[None]:
    """A transaction in which records may be written.

    Where acts run side by side, another one may be done between our look and our write; a unique
    constraint then makes ours impossible. On SQLite the same error can only be a mistake of ours.
    """
    try:
        with transaction.atomic(), writing():
            yield
    except IntegrityError as error:
        if getattr(error.__cause__, "sqlstate", "") == UNIQUE_VIOLATION:
            raise Refused("changed_meanwhile", status=409) from error
        raise
    except (OperationalError, InterfaceError) as error:
        if (refusal := refusal_of(error)) is None:
            raise
        let_go(refusal)
        raise refusal from error


def _register(name: str, function: Callable[..., Any], *, binding: bool) -> None:
    if name in KINDS:
        raise ValueError(f"act {name!r} is defined twice")
    summary = (function.__doc__ or "").strip().split("\n", 1)[0]
    if binding:
        BINDING.add(name)
    KINDS[name] = Kind(name, function.__module__, function.__name__, summary, binding)


def _first_result(scoped: str | None, name: str) -> models.Model | None:
    """What the act with this key came to, if it was done: the second of two clicks waits for the first.

    Asked inside the transaction, before the rules are: they would refuse what has just been done.
    """
    if scoped is None:
        return None
    if len(scoped) > LONGEST_KEY:
        raise ValueError(f"{name}: the key is longer than {LONGEST_KEY} characters")
    _wait_for(int.from_bytes(sha256(scoped.encode()).digest()[:8], "big", signed=True))
    entry = Entry.objects.filter(idempotency_key=scoped).first()
    if entry is None:
        return None
    if entry.kind != name:
        raise Refused("key_used_otherwise", status=409)
    label, _, pk = entry.result.rpartition(":")
    found: models.Model | None = apps.get_model(label)._base_manager.filter(pk=pk).first()
    return found


def _wait_for(lock: int) -> None:
    """Hold a lock of that number until the transaction ends.

    SQLite's IMMEDIATE transactions come one after another by themselves.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def _after_commit(entry: Entry) -> None:
    """What follows is no part of the act: it is acknowledged, and schedules do what is missed here."""
    after_act()
    try:
        tell_followers(entry)
    except DatabaseError as error:
        log.warning("followers of an act were not told: %s", error)
