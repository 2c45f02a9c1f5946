"""Reading entries: the history of a thing, the last acts, each as a sentence."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Q

from registan.ledger.kept import kept
from registan.ledger.models import Entry
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from registan.ledger.audience import Viewer

# The upper floors tell how a recorded code is said in words: {"state": lambda key, lang: …}.
_wording_loaders: list[Callable[[], Mapping[str, Callable[[Any, str], str]]]] = []


def register_wordings(load: Callable[[], Mapping[str, Callable[[Any, str], str]]]) -> None:
    """Have `load` called once per list of entries: recorded fact -> how it reads in a language."""
    if load not in _wording_loaders:
        _wording_loaders.append(load)


MOMENT = 1.0


@dataclass(frozen=True)
class Line:
    """One act as a sentence."""

    pk: int
    number: int | None
    at: datetime
    sentence: str
    subject: str
    actor: str


def history(
    subject: str, viewer: Viewer, *, also: Iterable[str] = (), limit: int = 100
) -> list[Line]:
    """Acts on `subject` and on what belongs to it, latest first, as far as the reader may see.

    `also`: further subjects whose acts concern this one, such as a sheet that filed it with others.
    """
    entries = Entry.objects.visible_to(viewer).filter(
        Q(subject=subject) | _below(subject) | Q(subject__in=list(also))
    )
    return lines(entries.with_log().order_by("-id")[:limit])


def records(subject: str, viewer: Viewer, kind: str) -> list[Entry]:
    """Entries of one kind on `subject`, latest first, as far as the reader may see."""
    entries = Entry.objects.visible_to(viewer).filter(subject=subject, kind=kind)
    return list(entries.with_log().order_by("-id"))


def number_of(office: str, key: str) -> int | None:
    """Number of the entry that one showing of a form led to (its idempotency key).

    On PostgreSQL the keeper gives it a moment after the act: the page with the seal waits for that
    moment, not longer. None while there is none.
    """
    until = time.monotonic() + MOMENT
    while True:
        found = Entry.objects.with_log().filter(idempotency_key=f"{office}:{key}").first()
        # Inside a transaction nothing new can be seen.
        if found is None or found.number is not None or connection.in_atomic_block:
            return found.number if found else None
        if time.monotonic() > until:
            return None
        time.sleep(MOMENT / 20)


def _below(subject: str) -> Q:
    """Subjects that begin with this one and a colon.

    SQLite finds no index for LIKE with an escape and would look at every entry; it compares texts by
    their bytes, and ";" is the byte after ":". PostgreSQL may compare them in another order.
    """
    if connection.vendor == "sqlite":
        return Q(subject__gte=f"{subject}:", subject__lt=f"{subject};")
    return Q(subject__startswith=f"{subject}:")


def last_acts(viewer: Viewer, *, limit: int = 10) -> list[Line]:
    """The latest acts that the reader may see."""
    return lines(Entry.objects.visible_to(viewer).deeds().with_log().order_by("-id")[:limit])


@dataclass(frozen=True)
class Asked:
    """By what acts are narrowed; empty fields ask nothing.

    kinds: how their names begin. subject: the thing, with what belongs to it. since, until: days at
    the seat, both included.
    """

    party: str = ""
    kinds: tuple[str, ...] = ()
    subject: str = ""
    since: date | None = None
    until: date | None = None


def acts_by(viewer: Viewer, asked: Asked, *, before: int = 0, limit: int = 100) -> list[Line]:
    """Acts the reader may see, latest first, narrowed as asked; before an entry, if given."""
    entries = Entry.objects.visible_to(viewer).deeds().with_log()
    if asked.party:
        entries = entries.filter(actor=asked.party)
    if asked.kinds:
        begins = (Q(kind__startswith=kind) for kind in asked.kinds)
        entries = entries.filter(reduce(or_, begins))
    if asked.subject:
        entries = entries.filter(Q(subject=asked.subject) | _below(asked.subject))
    if asked.since:
        entries = entries.filter(at__date__gte=asked.since)
    if asked.until:
        entries = entries.filter(at__date__lte=asked.until)
    if before:
        entries = entries.filter(pk__lt=before)
    return lines(entries.order_by("-id")[:limit])


def lines(entries: Iterable[Entry]) -> list[Line]:
    """Entries as sentences in the reader's language."""
    lang, wordings = current_lang(), _wordings()
    return [
        Line(
            entry.pk,
            entry.number,
            entry.at,
            say("ledger.shredded", lang)
            if entry.is_shredded
            else _sentence(entry.kind, entry.actor, entry.record, lang, wordings),
            entry.subject,
            entry.actor,
        )
        for entry in entries
    ]


def sentence_of(kind: str, actor: str, record: Mapping[str, Any]) -> str:
    """What an act did, in the reader's language."""
    return _sentence(kind, actor, record, current_lang(), _wordings())


def worded(fact: str, value: str) -> str:
    """A recorded code as the reader says it, where the upper floors say how."""
    wordings = _wordings()
    return wordings[fact](value, current_lang()) if fact in wordings else value


def _wordings() -> Mapping[str, Callable[[Any, str], str]]:
    """What the upper floors say, asked for once between two acts."""
    return kept(
        "wordings",
        lambda: {fact: said for load in _wording_loaders for fact, said in load().items()},
    )


def _sentence(
    kind: str, actor: str, record: Mapping[str, Any], lang: str,
    wordings: Mapping[str, Callable[[Any, str], str]],
) -> str:  # fmt: skip
    """Text `act.<kind>` with the recorded facts in words."""
    facts = {"actor": actor, **record}
    said = {
        fact: wordings[fact](value, lang) if fact in wordings else value
        for fact, value in facts.items()
    }
    sentence = say(f"act.{kind}", lang, **said)
    # Wherever an act is told, it is told first that it was only an exercise.
    return say("ledger.exercise", lang, sentence=sentence) if record.get("exercise") else sentence
