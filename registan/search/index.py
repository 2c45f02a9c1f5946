"""Keeping the index: after each act what the act touched, or everything anew.

The index follows the log, whose places are given in their order and leave nothing out; acts that wait
for their place are followed as well, and once more when they have it. Following an act twice comes to
the same, so a worker that dies in between does no harm.
"""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Q

from registan.ledger.models import Leaf, LogState, Pending
from registan.search.models import Document, Progress, Readership
from registan.search.things import providers
from registan.search.words import as_vector, body_words, head_words, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from registan.search.things import Readers, Thing

BATCH = 500
# In one transaction, which on SQLite nobody else may write beside.
ENTRIES = 20
# In plain SQL, as an idle worker asks it twice a second.
UNSEEN = (
    "SELECT coalesce((SELECT size FROM search_progress WHERE id = 1), 0),"
    " coalesce((SELECT size FROM ledger_logstate WHERE id = 1), 0),"
    " (SELECT count(*) FROM ledger_pending)"
)
PAUSE = 0.15  # seconds
INTO_FTS = "INSERT INTO search_words(rowid, head, body, facets) VALUES (%s, %s, %s, %s)"


def rebuild(told: Callable[[int], None] = lambda n: None) -> int:
    """Make the index anew from the records; `told` hears how many things are in. Returns how many."""
    with transaction.atomic():
        progress = _progress()
        progress.size = _log_size()
        Document.objects.all().delete()
        Readership.objects.all().delete()
        keeper = _Keeper(told)
        with _index_made_afterwards():
            for provider in providers():
                keeper.add(provider.kind, provider.things(""))
        progress.save()
    return keeper.count


def catch_up() -> int:
    """Follow the acts since the last one seen. Returns how many places of the log were passed."""
    passed = count = _follow_some()
    while count == ENTRIES:
        _let_others_write()
        count = _follow_some()
        passed += count
    return passed


def _let_others_write() -> None:
    """Who waits for SQLite's lock looks again each 100 ms, and would hardly ever find it free."""
    if connection.vendor == "sqlite":
        time.sleep(PAUSE)


def is_behind() -> bool:
    """Whether there are acts that the index may not have seen."""
    return unseen() is not None


def unseen() -> int | None:
    """How many acts there are, where the index may not have seen all of them; None where it has.

    Acts that have their place and acts that wait for one, read in one statement: the sum grows with
    each commit and stays when places are given. A number in a table of acts would not do: a lower one
    may be committed later than a higher one.
    """
    with connection.cursor() as cursor:
        cursor.execute(UNSEEN)
        seen, placed, waiting = cursor.fetchone()
    return placed + waiting if waiting or seen < placed else None


def _follow_some() -> int:
    with transaction.atomic():
        progress = _progress()
        leaves = Leaf.objects.filter(index__gte=progress.size).order_by("index")
        subjects = list(leaves.values_list("entry__subject", flat=True)[:ENTRIES])
        waiting = Pending.objects.order_by("pk").values_list("entry__subject", flat=True)[:ENTRIES]
        refresh({*subjects, *waiting})
        progress.size += len(subjects)
        progress.save()
    return len(subjects)


def _log_size() -> int:
    return LogState.objects.values_list("size", flat=True).first() or 0


def refresh(subjects: set[str]) -> None:
    """Put what stands at or below these subjects, and what their acts touch elsewhere, in anew."""
    keeper = _Keeper()
    for provider in providers():
        changed = set(subjects)
        if provider.touched:
            changed |= {urn for subject in subjects for urn in provider.touched(subject)}
        for urn in _topmost(changed):
            below = Q(urn=urn) | _below(urn)
            Document.objects.filter(below, kind=provider.kind).delete()
            keeper.add(provider.kind, provider.things(urn))


def _topmost(urns: Iterable[str]) -> list[str]:
    """Those that stand below no other one of them."""
    kept: list[str] = []
    for urn in sorted(urns, key=lambda urn: urn.split(":")):
        if not kept or not f"{urn}:".startswith(f"{kept[-1]}:"):
            kept.append(urn)
    return kept


def _below(urn: str) -> Q:
    # SQLite uses its index for a range only, PostgreSQL (in any collation) for a prefix only.
    if connection.vendor == "sqlite":
        return Q(urn__gte=f"{urn}:", urn__lt=f"{urn};")
    return Q(urn__startswith=f"{urn}:")


@contextmanager
def _index_made_afterwards() -> Iterator[None]:
    """PostgreSQL fills a GIN index row by row ten times slower than it makes one of a full table."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX search_document_words")
        yield
        cursor.execute("CREATE INDEX search_document_words ON search_document USING gin (words)")


def _progress() -> Progress:
    """The one row of Progress, locked until the transaction ends: one worker at a time."""
    Progress.objects.get_or_create(pk=1)
    return Progress.objects.select_for_update().get(pk=1)


class _Keeper:
    """Puts things into the index by batches."""

    def __init__(self, told: Callable[[int], None] = lambda n: None) -> None:
        self.told = told
        self.count = 0
        self._readers: dict[Readers, int] = {}

    def add(self, kind: str, things: Iterable[Thing]) -> None:
        batch: list[Thing] = []
        for thing in things:
            batch.append(thing)
            if len(batch) == BATCH:
                self._store(kind, batch)
                batch = []
        if batch:
            self._store(kind, batch)

    def _store(self, kind: str, things: list[Thing]) -> None:
        on_postgres = connection.vendor == "postgresql"
        # An act on a part of a thing brings the whole thing in anew.
        Document.objects.filter(kind=kind, urn__in=[thing.urn for thing in things]).delete()
        parts = [
            (head_words(thing), body_words(thing), marks(thing, kind, self._number(thing.readers)))
            for thing in things
        ]
        rows = Document.objects.bulk_create(
            Document(
                kind=kind, urn=thing.urn, page=thing.page, at=dict(thing.at),
                heading=dict(thing.heading), texts=dict(thing.texts),
                words=as_vector(*words) if on_postgres else "",
            )
            for thing, words in zip(things, parts, strict=True)
        )  # fmt: skip
        if not on_postgres:
            with connection.cursor() as cursor:
                cursor.executemany(
                    INTO_FTS,
                    [
                        (row.pk, *(" ".join(words) for words in three))
                        for row, three in zip(rows, parts, strict=True)
                    ],
                )
        self.count += len(things)
        self.told(self.count)

    def _number(self, readers: Readers) -> int:
        if readers not in self._readers:
            groups = json.dumps(sorted(sorted(set(group)) for group in set(readers)))
            self._readers[readers] = Readership.objects.get_or_create(groups=groups)[0].pk
        return self._readers[readers]
