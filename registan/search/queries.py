"""Finding: words in, things out, best first; only what the reader may see is found or counted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

from registan.kernel.text.tokens import terms
from registan.search.models import Document, Readership
from registan.search.words import fts_query, ts_facets, ts_query

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from registan.kernel.text.tokens import Term
    from registan.ledger.audience import Viewer

LONGEST_QUERY = 300
PAGE = 20
# Among so many hits the best are looked for; what is more is told as "more than".
MOST = 800

# bm25: a word in a heading weighs eight times one in a text; the marks weigh nothing.
_ON_SQLITE = """
    SELECT rowid FROM (
        SELECT rowid, bm25(search_words, 8.0, 1.0, 0.0) AS score FROM search_words
        WHERE search_words MATCH %s ORDER BY rowid DESC LIMIT %s)
    ORDER BY score, rowid DESC
"""
# The hits come first and are then weighed: ordering inside the search would weigh all of them.
_ON_POSTGRES = """
    WITH hits AS MATERIALIZED (
        SELECT id, words FROM search_document WHERE words @@ %s::tsquery LIMIT %s)
    SELECT id FROM hits
    ORDER BY ts_rank('{0.1, 0.1, 0.1, 0.8}', words, %s::tsquery, 1) DESC, id DESC
"""


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for; empty fields ask nothing."""

    words: str = ""
    kind: str = ""
    plan: str = ""
    party: str = ""
    page: int = 1

    def facets(self) -> list[list[str]]:
        """The filters as marks of the index."""
        asked = (("k", self.kind), ("p", self.plan), ("s", self.party.lower()))
        return [[f"={mark}{value}"] for mark, value in asked if value]


@dataclass(frozen=True)
class Findings:
    """One page of what was found. `is_any`: no thing has all the words, these have some of them."""

    terms: tuple[Term, ...]
    documents: tuple[Document, ...] = ()
    count: int = 0
    is_any: bool = False
    page: int = 1

    @property
    def is_more_than_counted(self) -> bool:
        return self.count > MOST

    @property
    def has_next(self) -> bool:
        return min(self.count, MOST) > self.page * PAGE


def find(wanted: Wanted, viewer: Viewer) -> Findings:
    """The things that have all the words, or where there are none, some of them; best first."""
    asked = tuple(terms(wanted.words[:LONGEST_QUERY]))
    readers = readerships(viewer)
    if not asked or not readers:
        return Findings(asked)
    facets = [[f"=r{number}" for number in readers], *wanted.facets()]
    if any(not _is_mark(mark) for group in facets for mark in group):
        return Findings(asked)
    for any_term in (False, True):
        found = _found(asked, facets, wanted.page, any_term=any_term)
        if found.count or len(asked) == 1:
            return found
    return found


def readerships(viewer: Viewer) -> list[int]:
    """Numbers of the readerships that `viewer` belongs to."""
    return [
        number
        for number, groups in Readership.objects.values_list("pk", "groups")
        if all(any(viewer.sees(audience) for audience in group) for group in json.loads(groups))
    ]


def _is_mark(mark: str) -> bool:
    """Whether a filter from the address can stand in a question to the index."""
    return len(mark) < 90 and all(char.isalnum() or char in "=_-." for char in mark)


def _found(
    asked: Sequence[Term], facets: Sequence[Collection[str]], page: int, *, any_term: bool
) -> Findings:
    order = _candidates(asked, facets, any_term=any_term)
    count = len(order)
    if count > MOST:
        # A word that is nearly everywhere: the things that have it in their heading go first.
        ahead = _candidates(asked, facets, any_term=any_term, in_heading=True)
        order = list(dict.fromkeys([*ahead, *order]))
    page = min(max(page, 1), -(-MOST // PAGE))
    shown = order[:MOST][(page - 1) * PAGE : page * PAGE]
    by_id = Document.objects.in_bulk(shown)
    documents = tuple(by_id[pk] for pk in shown if pk in by_id)
    return Findings(tuple(asked), documents, count, any_term, page)


def _candidates(
    asked: Sequence[Term], facets: Sequence[Collection[str]],
    *, any_term: bool, in_heading: bool = False,
) -> list[int]:  # fmt: skip
    """Up to MOST + 1 numbers of documents, best first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            question = fts_query(asked, facets, any_term=any_term, in_heading=in_heading)
            cursor.execute(_ON_SQLITE, (question, MOST + 1))
        else:
            words = ts_query(asked, any_term=any_term)
            question = ts_query(asked, any_term=any_term, in_heading=in_heading)
            both = f"({question}) & {ts_facets(facets)}"
            cursor.execute(_ON_POSTGRES, (both, MOST + 1, words))
        return [row[0] for row in cursor.fetchall()]
