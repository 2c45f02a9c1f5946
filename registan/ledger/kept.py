"""Answers kept until the next act: what acts alone can change is worked out once between two acts."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from registan.ledger.models import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Answer = TypeVar("Answer")
MOST = 128
_answers: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()


def kept(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """`make()`, or what it gave for `key` since the last act and since midnight at the seat.

    Sound because every change of a record is an entry, and entries are committed in the order of
    their numbers (`_append` in act.py sees to that). Not for working papers, which change without
    one. `key` must hold all that the answer depends on, the viewer among it.
    """
    latest = Entry.objects.aggregate(latest=Max("id"))["latest"]
    whole = (connection.settings_dict["NAME"], latest, timezone.localdate(), key)
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


def forget() -> None:
    """Drop all kept answers: for tests, where entries are rolled back and their numbers come again."""
    with _lock:
        _answers.clear()
