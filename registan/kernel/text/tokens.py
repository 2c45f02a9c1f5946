"""Words of Russian, Chinese and English texts as a full-text index keeps them.

    >>> tokens("Меры по мониторингу эпидемий, пункт 3.1.4")
    ['мер', 'мониторинг', 'эпидем', 'пункт', '3.1.4']
    >>> tokens("传染病防控")
    ['传染', '染病', '病防', '防控', '控']

The script of a word decides how it is read, not the language of its document: so a query needs none.
Russian and English words come as stems (Snowball, PyStemmer), е for ё; a run of Chinese characters as
its overlapping pairs and its last character, so that a word is found wherever it stands in the run;
numbers with their points; parts of a hyphenated word each by itself. Words that say nothing (в, и,
the, of) are left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(
    rf"(?P<han>[{_HAN}]+)|(?P<number>\d+(?:[.,]\d+)+)|(?P<word>(?:(?![{_HAN}_])\w)+(?:['’](?:(?![{_HAN}_])\w)+)*)"
)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# A letter and its combining accents; and what may stand in a text without being seen.
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_UNSEEN = re.compile(
    r"[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SILENT_WORDS = (
    "а без бы в во для до же за и из или к ко ли на над не ни но о об от по под при с со то у "
    "a an and are as at be by for from in is it of on or s that the this to was were with"
)
_SILENT = frozenset(_SILENT_WORDS.split())
_STEMMERS = {"ru": Stemmer.Stemmer("russian"), "en": Stemmer.Stemmer("english")}
# Longer runs of letters are no words: a token of them would only swell the index.
LONGEST_TOKEN = 64
LONGEST_PREFIX = 40
# A stem of so many letters says enough to lead to derived words (эпидемия: эпидемиологический).
LONG_STEM = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A token and where in the text it stands (half-open, in characters of the text as given)."""

    token: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query: any of `exact` as whole tokens, or a token that begins with `prefix`."""

    exact: str
    prefix: str = ""

    def matches(self, token: str) -> bool:
        """Whether a token of a text answers this term."""
        return token == self.exact or bool(self.prefix and token.startswith(self.prefix))


def tokens(text: str) -> list[str]:
    """All tokens of a text in their order, repetitions kept."""
    return [found.token for found in spans(text)]


def spans(text: str) -> Iterator[Found]:
    """All tokens of a text with their places; pairs of Chinese characters overlap."""
    folded, starts, ends = _folded(text)
    for piece in _PIECE.finditer(folded):
        start, end = piece.span()
        if piece["han"]:
            for at in range(start, end):
                last = min(at + 2, end)
                yield Found(folded[at:last], starts[at], ends[last - 1])
        elif (token := _token(piece)) and token not in _SILENT:
            yield Found(token, starts[start], ends[end - 1])


def terms(query: str, *, most: int = 16) -> list[Term]:
    """What a query asks for, each term once, the first `most` of them.

    The last word may be unfinished, so it also stands for words that begin like it; a single
    Chinese character stands for itself anywhere; a number also for the numbers below it (3.1: 3.1.4).
    """
    folded, _, _ = _folded(query)
    pieces = list(_PIECE.finditer(folded))
    found: dict[Term, None] = {}
    for piece in pieces:
        is_last = piece is pieces[-1] and piece.end() == len(folded.rstrip())
        for term in _terms_of(piece, is_last=is_last):
            found[term] = None
    return list(found)[:most]


def _terms_of(piece: re.Match[str], *, is_last: bool) -> Iterator[Term]:
    if han := piece["han"]:
        if len(han) == 1:
            yield Term(han, han)
        for at in range(len(han) - 1):
            yield Term(han[at : at + 2])
        return
    token = _token(piece)
    if not token or token in _SILENT:
        return
    if piece["number"] or token.isdigit():
        yield Term(token, f"{token}.")
    else:
        typed = piece[0].replace("’", "'").replace("'", "")
        prefix = token if len(token) >= LONG_STEM else typed[:LONGEST_PREFIX]
        yield Term(token, prefix if is_last and len(prefix) > 2 else "")


def _token(piece: re.Match[str]) -> str:
    if number := piece["number"]:
        return number.replace(",", ".")[:LONGEST_TOKEN]
    return _stem(piece[0][:LONGEST_TOKEN])


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if word.isdigit():
        return word
    lang = "ru" if _CYRILLIC.search(word) else "en"
    stem: str = _STEMMERS[lang].stemWord(word.replace("’", "'"))
    return stem.replace("'", "")


def _folded(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text as compared (NFKC, no case, е for ё, nothing invisible).

    With it, for each of its characters, where what it was made of begins and ends in `text`.
    """
    whole = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    if len(whole) == len(text) and not _UNSEEN.search(text):
        return whole, range(len(text)), range(1, len(text) + 1)
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        pieces = _fold(cluster[0])
        folded.append(pieces)
        places += [cluster.span()] * len(pieces)
    return "".join(folded), [start for start, _ in places], [end for _, end in places]


@lru_cache(maxsize=20_000)
def _fold(cluster: str) -> str:
    """A character with the accents that follow it, composed where there is such a letter."""
    composed = unicodedata.normalize("NFKC", cluster).casefold().replace("ё", "е")
    return "".join(char for char in composed if unicodedata.category(char) not in {"Cf", "Mn"})
