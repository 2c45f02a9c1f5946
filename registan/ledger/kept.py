"""Answers kept until the next act: what acts alone can change is worked out once between two acts."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from django.db import connection
from django.utils import timezone

from registan.ledger.guard import inside_act

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Answer = TypeVar("Answer")
_all: list[Kept[Any]] = []


class Kept(Generic[Answer]):
    """Answers by what they rest on; beyond `most`, the one longest unasked for goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()
        _all.append(self)

    def whole(self, key: Hashable) -> Hashable:
        """`key` with the acts so far and the day. To be asked for before the answer is made."""
        whole = (connection.settings_dict["NAME"], acts_so_far(), timezone.localdate(), key)
        # A lazy viewer is looked up here, and asks for kept answers itself: not under the lock.
        hash(whole)
        return whole

    def look(self, whole: Hashable) -> Answer | None:
        with self._lock:
            if whole not in self._answers:
                return None
            self._answers.move_to_end(whole)
            return self._answers[whole]

    def keep(self, whole: Hashable, answer: Answer) -> None:
        with self._lock:
            self._answers[whole] = answer
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()


_parts: Kept[tuple[object]] = Kept(most=128)


def kept(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """`make()`, or what it gave for `key` since the last act and since midnight at the seat.

    Sound because every change of a record is an entry. Not for working papers, which change without
    one. `key` must hold all that the answer depends on, the viewer among it.
    """
    if inside_act():
        # What an act has changed so far is neither counted nor sure to stay.
        return make()
    whole = _parts.whole(key)
    if (found := _parts.look(whole)) is not None:
        return cast("Answer", found[0])
    made = make()
    _parts.keep(whole, (made,))
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
    """Drop all kept answers: for tests, where acts are undone and their numbers come again."""
    for each in _all:
        each.clear()
