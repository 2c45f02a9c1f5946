"""How words stand in the two indexes, and how they are asked for: FTS5 of SQLite, tsvector of PostgreSQL.

Both hold the same tokens of kernel.text.tokens, in two weights (heading, text), and beside them marks
that no text can contain: `=r7` readers no. 7, `=kreport` a kind, `=pplan-key` a plan, `=sKZ` a State
or Body. So who may see a thing and what a reader filters by is part of the question to the index
itself: nothing is found first and sorted out afterwards, and counts count only what may be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from registan.kernel.text.tokens import Term
    from registan.search.things import Thing

# PostgreSQL keeps places up to this one, and a vector up to 1 MiB.
LAST_PLACE = 16_383
MOST_WORDS = 20_000


def head_words(thing: Thing) -> list[str]:
    """Tokens of the heading in all languages, each version once."""
    return _words(thing.heading.values())


def body_words(thing: Thing) -> list[str]:
    """Tokens of the texts in all languages."""
    return _words(thing.texts.values())


def marks(thing: Thing, kind: str, readers: int) -> list[str]:
    """What a question about readers, kind, plan, State or Body is answered by."""
    plan = [f"=p{thing.plan}"] if thing.plan else []
    return [f"=r{readers}", f"=k{kind}", *plan, *(f"=s{party.lower()}" for party in thing.parties)]


def as_vector(head: Sequence[str], body: Iterable[str], facets: Iterable[str]) -> str:
    """A literal of PostgreSQL's type tsvector; no parser of texts comes near our tokens.

    Words of the heading stand in it once more behind `=h`: to ask for weight A alone, the index
    would have to look up every row.
    """
    parts = [f"'{mark}'" for mark in facets] + [f"'=h{word}'" for word in head]
    place = 0
    for weight, words in (("A", head), ("D", body)):
        for word in words:
            place = min(place + 1, LAST_PLACE)
            parts.append(f"'{word}':{place}{weight}")
    return " ".join(parts)


def fts_query(
    terms: Sequence[Term], facets: Sequence[Collection[str]],
    *, any_term: bool, in_heading: bool = False,
) -> str:  # fmt: skip
    """A question in the language of FTS5; every word is quoted, so nothing in it is an operator."""
    asked = (" OR " if any_term else " AND ").join(f"({_fts_term(term)})" for term in terms)
    columns = "head" if in_heading else "head body"
    marked = (" OR ".join(f'"{mark}"' for mark in sorted(group)) for group in facets)
    return " AND ".join(
        [f"{{{columns}}} : ({asked})", *(f"facets : ({group})" for group in marked)]
    )


def ts_query(terms: Sequence[Term], *, any_term: bool, in_heading: bool = False) -> str:
    """The words asked for as a literal of PostgreSQL's type tsquery."""
    mark = "=h" if in_heading else ""
    return (" | " if any_term else " & ").join(f"({_ts_term(term, mark)})" for term in terms)


def ts_facets(facets: Sequence[Collection[str]]) -> str:
    """The marks asked for as a literal of the type tsquery."""
    return " & ".join(
        "(" + " | ".join(f"'{mark}'" for mark in sorted(group)) + ")" for group in facets
    )


def _fts_term(term: Term) -> str:
    return f'"{term.exact}" OR "{term.prefix}" *' if term.prefix else f'"{term.exact}"'


def _ts_term(term: Term, mark: str) -> str:
    whole = f"'{mark}{term.exact}'"
    return f"{whole} | '{mark}{term.prefix}':*" if term.prefix else whole


def _words(versions: Iterable[str]) -> list[str]:
    return [word for text in versions for word in tokens(text)][:MOST_WORDS]
