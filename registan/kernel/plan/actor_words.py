"""Names in responsible cells: cleaning, comparing, and the role words that stand in brackets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from registan.kernel.plan.reading import Role
from registan.kernel.plan.words import one_line

NOTE_WORDS: tuple[tuple[re.Pattern[str], str, Role | None], ...] = (
    (
        re.compile(r"по согласованию.*|by agreement|as agreed|经商定|商定|协商"),
        "by_agreement",
        None,
    ),
    (
        re.compile(r"созыв\w*|convenes?|convenor|convener|召集(?:方|人|单位)?"),
        "convenes",
        Role.LEAD,
    ),
    (re.compile(r"свод\w*|обобщение|sums up|consolidates?|compiles?|汇总"), "sums_up", None),
    (
        re.compile(
            r"(?:головной|ответственн\w+|главн\w+)? ?(?:исполнитель|лидер)|координатор|"
            r"ответственн\w+|головной|"
            r"отв\.?(?: ?исп\.?)?|"
            r"руководитель|head|"
            r"lead(?:ing)?(?: agency)?|"
            r"(?:co-?)?lead|牵头(?:单位|部门)?|主办"
        ),
        "",
        Role.LEAD,
    ),
    (
        re.compile(r"соисполнител\w+|поддержка|support(?:ing)?|配合(?:单位)?|协办|участ\w+"),
        "",
        Role.SUPPORT,
    ),
)
_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]")
_QUOTES = str.maketrans(dict.fromkeys("«»„“”\"'‘’`", ""))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_FOOTNOTE = re.compile(r"(?<=\S)(?:[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)")
NAMES_KEPT = 8_192  # the same few hundred names stand in the rows of one table
_EDGES = " \t,;:.，；、。：·•–—-"


@lru_cache(maxsize=NAMES_KEPT)
def fold_name(name: str) -> str:
    """A name as compared: NFKC, no quotation marks, one kind of dash, no case, е for ё."""
    text = unicodedata.normalize("NFKC", name).translate(_QUOTES).translate(_DASHES)
    return one_line(text).casefold().replace("ё", "е").strip(" .")


@lru_cache(maxsize=NAMES_KEPT)
def clean_name(name: str) -> str:
    """A name without footnote marks, list marks and separators at its edges."""
    text = _FOOTNOTE.sub("", one_line(name)).strip(_EDGES)
    return text + "." if re.search(r"\b(?:обл|г|др|им)$", text) else text


def notes_in(name: str) -> tuple[str, list[str], Role | None]:
    """The name without its role brackets, the notes they hold, and the role they give."""
    if "(" not in name and "（" not in name:
        return one_line(name), [], None
    notes: list[str] = []
    role: Role | None = None

    def take(match: re.Match[str]) -> str:
        nonlocal role
        word = one_line(match[1]).lower().replace("ё", "е")
        for pattern, note, given in NOTE_WORDS:
            if pattern.fullmatch(word):
                if note:
                    notes.append(note)
                role = given or role
                return " "
        return match[0]

    return one_line(_BRACKETED.sub(take, name)), notes, role
