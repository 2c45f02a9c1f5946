"""The passage of a text that answers a query, with its words marked.

>>> from registan.kernel.text.tokens import terms
>>> passage("Обмен данными. Мониторинг эпидемий в столицах.", terms("эпидемия"), width=32).pieces
(('Мониторинг ', False), ('эпидемий', True), (' в столицах.', False))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.text.tokens import spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.text.tokens import Found, Term

# Where a passage may begin or end without cutting a word: after these, before a blank.
_STOPS = "。；！？.;!?\n"
LONGEST_WORD = 40
_BLANKS = " \t\n\u00a0\u3000"


@dataclass(frozen=True)
class Passage:
    """Pieces of text in order, each marked or not; `hits`: how many terms of the query it answers."""

    pieces: tuple[tuple[str, bool], ...]
    hits: int
    cut_before: bool = False
    cut_after: bool = False


def passage(text: str, terms: Sequence[Term], *, width: int = 240) -> Passage:
    """About `width` characters of `text` around the densest group of words asked for.

    Without any such word, its beginning.
    """
    marks, hits = _marks(text, terms)
    start, end = _window(text, marks, width)
    pieces: list[tuple[str, bool]] = []
    at = start
    for left, right in marks:
        if left < start or right > end:
            continue
        if left > at:
            pieces.append((text[at:left], False))
        pieces.append((text[left:right], True))
        at = right
    if at < end:
        pieces.append((text[at:end], False))
    return Passage(tuple(pieces), hits, start > 0, end < len(text))


def _marks(text: str, terms: Sequence[Term]) -> tuple[list[tuple[int, int]], int]:
    """Places to be marked, in order and joined where they touch; and how many terms were met."""
    places: list[tuple[int, int]] = []
    met: set[Term] = set()
    for found in spans(text):
        answered = [term for term in terms if term.matches(found.token)]
        if not answered:
            continue
        met.update(answered)
        left, right = found.start, _end(found, answered)
        if places and left <= places[-1][1]:
            places[-1] = (places[-1][0], max(right, places[-1][1]))
        else:
            places.append((left, right))
    return places, len(met)


def _end(found: Found, answered: Sequence[Term]) -> int:
    """A single Chinese character asked for is marked alone, not with the one that follows it."""
    longest = max(len(term.exact) for term in answered)
    alone = longest == 1 and len(found.token) == 2 and not found.token.isascii()
    return found.end - 1 if alone else found.end


def _window(text: str, marks: Sequence[tuple[int, int]], width: int) -> tuple[int, int]:
    if len(text) <= width or not marks:
        return 0, _word_end(text, min(width, len(text)))
    densest = max(marks, key=lambda mark: _within(marks, mark[0], width * 3 // 4))
    start = _word_start(text, max(0, densest[0] - width // 4))
    end = min(len(text), max(start + width, densest[1]))
    return start, max(_word_end(text, end), densest[1])


def _within(marks: Sequence[tuple[int, int]], start: int, width: int) -> int:
    return sum(1 for left, right in marks if left >= start and right <= start + width)


def _word_start(text: str, start: int) -> int:
    """The last place up to `start` where a word or sentence begins; `start` itself in Chinese."""
    for at in range(start, max(0, start - LONGEST_WORD), -1):
        if text[at - 1] in _BLANKS or text[at - 1] in _STOPS:
            return at
    return start if start > LONGEST_WORD else 0


def _word_end(text: str, end: int) -> int:
    """The last place up to `end` where a word ends; `end` itself in a text without blanks nearby."""
    if end >= len(text):
        return len(text)
    for at in range(end, max(0, end - LONGEST_WORD), -1):
        if text[at] in _BLANKS or text[at - 1] in _STOPS:
            return at
    return end
