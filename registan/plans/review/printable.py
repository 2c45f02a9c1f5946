"""Characters that paper cannot show, or that would make a text read as another, in a visible form."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t\u00ad\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def printable(text: str) -> str:
    r"""The text with control, bidirectional and unassigned characters written as their code points.

    >>> printable("a\u202eb")
    'a[U+202E]b'
    """
    unseen = {char for char in set(text) - _KEPT if unicodedata.category(char) in _UNSEEN}
    return spelt_out(text, unseen) if unseen else text


def spelt_out(text: str, characters: set[str]) -> str:
    """The text with these characters written as their code points."""
    return text.translate({ord(char): f"[U+{ord(char):04X}]" for char in characters})
