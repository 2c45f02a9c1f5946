"""Preparing the words of a plan table for matching."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－―", "-"))
# Bidirectional controls, zero-width marks, soft hyphen, byte-order mark.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# An unseen mark before each item of a list in a cell (INVISIBLE SEPARATOR).
ITEM = "\u2063"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_SIDE = HAN + "，。、；：（）《》“”"
_HAN_BLANK = re.compile(rf"(?<=[{_HAN_SIDE}]) (?=\S)|(?<=\S) (?=[{_HAN_SIDE}])")
_HAN_LETTER = re.compile(f"[{HAN}]")
_LATIN_LETTER = re.compile("[a-zA-Z]")
_CYRILLIC_LETTER = re.compile("[а-яё]", re.IGNORECASE)


def has_bidi_controls(text: str) -> bool:
    """Whether controls stand in the text that can make it read as its opposite (UAX #9)."""
    return not text.isprintable() and _BIDI.search(text) is not None


def without_unseen(text: str) -> str:
    """The text with its lines, without marks that are not seen."""
    return (text if text.isprintable() else _UNSEEN.sub("", text)).strip()


def one_line(text: str) -> str:
    """The text without unseen marks, every run of blanks and line ends as one blank."""
    seen = text if text.isprintable() else _UNSEEN.sub("", text)
    return " ".join(seen.split())


def for_matching(text: str) -> str:
    """NFKC, one kind of dash, one blank, lower case; no blanks beside Han characters."""
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_DASHES)
    folded = " ".join(folded.split()).lower()
    return _HAN_BLANK.sub("", folded) if _HAN_LETTER.search(folded) else folded


def without_han_blanks(text: str) -> str:
    """One line, with no blanks beside Han characters (a line break there is no separator)."""
    line = one_line(text)
    return _HAN_BLANK.sub("", line) if _HAN_LETTER.search(line) else line


_ABOVE = re.compile(
    r"\(?(?:(?:see |same )?(?:as )?above|same|ditto|idem|т[оа] же|тот же(?: срок)?|те же|"
    r"см\. выше|同上|同前|〃|[\"'′″]{1,2}|-\s*(?://|[\"'″])\s*-)\.?\)?"
)


def refers_above(text: str) -> bool:
    """Whether a cell says no more than that it is the same as in the row above."""
    return len(text) < 24 and _ABOVE.fullmatch(for_matching(text)) is not None


@lru_cache(maxsize=2_048)
def language_of(text: str) -> str:
    """ru, zh or en by the letters that prevail; Han counts thrice, being a word each."""
    han = len(_HAN_LETTER.findall(text)) * 3
    cyrillic = len(_CYRILLIC_LETTER.findall(text))
    latin = len(_LATIN_LETTER.findall(text))
    if han and han >= max(cyrillic, latin) // 2:
        return "zh"
    # Roman numerals and abbreviations are Latin in a Russian text too.
    return "ru" if cyrillic and cyrillic * 3 >= latin else "en"
