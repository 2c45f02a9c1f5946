"""Answers kept until the next act: what acts alone can change is worked out once between two acts."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from django.db import connection
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Answer = TypeVar("Answer")
MOST = 128
_answers: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()


def kept(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """`make()`, or what it gave for `key` since the last act and since midnight at the seat.

    Sound because every change of a record is an entry. Not for working papers, which change without
    one. `key` must hold all that the answer depends on, the viewer among it.
    """
    whole = (connection.settings_dict["NAME"], acts_so_far(), timezone.localdate(), key)
    with _lock:
        if whole in _answers:
            _answers.move_to_end(whole)
            return _answers[whole]  # type: ignore[return-value]
    made = make()
    with _lock:
        _answers[whole] = made
        while len(_answers) > MOST:
            _answers.popitem(last=False)
    return made


def acts_so_far() -> int:
    """How many acts are committed: those in the log and those that wait, in one statement.

    In two statements the sequencer might move some in between. The highest number would not do:
    on PostgreSQL a lower one may be committed after a higher one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((SELECT size FROM ledger_logstate WHERE id = 1), 0)"
            " + (SELECT count(*) FROM ledger_pending)"
        )
        return int(cursor.fetchone()[0])


def forget() -> None:
    """Drop all kept answers: for tests, where entries are rolled back and their numbers come again."""
    with _lock:
        _answers.clear()
