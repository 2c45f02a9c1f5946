"""Russian names of bodies from an oblique case ("совместно с ...") back into the nominative.

A modest grammar: adjectives up to the head noun and the noun itself are turned, what follows in the
genitive stays. A second noun after "и" is turned in the same way. What is not recognised is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Case(StrEnum):
    INSTRUMENTAL = "instrumental"
    GENITIVE = "genitive"


@dataclass(frozen=True)
class _Class:
    """Endings of a declension: stems, gender, and per number (nominative, instrumental, genitive)."""

    stems: str
    gender: str
    singular: tuple[str, str, str]
    plural: tuple[str, str, str]


_CLASSES = (
    _Class(
        "министерств|агентств|правительств|ведомств|представительств|государств|обществ|посольств|"
        "сообществ|хозяйств",
        "n", ("о", "ом", "а"), ("а", "ами", ""),
    ),
    _Class(
        "управлени|учреждени|предприяти|объединени|отделени|совещани|формировани|подразделени",
        "n", ("е", "ем", "я"), ("я", "ями", "й"),
    ),
    _Class(
        "комитет|департамент|секретариат|совет|центр|институт|фонд|университет|исполком|аппарат|"
        "союз|акимат|хокимият|форум|орган|министр|координатор|эксперт|центробанк|оператор|вуз|"
        "консорциум|парламент|регулятор|директорат|штаб|президиум|суд|депозитарий",
        "m", ("", "ом", "а"), ("ы", "ами", "ов"),
    ),
    _Class("банк|участник|круг|подрядчик|союзник", "m", ("", "ом", "а"), ("и", "ами", "ов")),
    _Class("член", "m", ("", "ом", "а"), ("ы", "ами", "ов")),
    _Class(
        "руководител|представител|наблюдател|исполнител|председател|производител|учредител|"
        "предпринимател|заявител|секретар",
        "m", ("ь", "ем", "я"), ("и", "ями", "ей"),
    ),
    _Class(
        "служб|палат|прокуратур|групп|структур|сторон|стран|бирж|школ",
        "f", ("а", "ой", "ы"), ("ы", "ами", ""),
    ),
    _Class("республик|библиотек|лиг", "f", ("а", "ой", "и"), ("и", "ами", "")),
    _Class(
        "комисси|администраци|ассоциаци|корпораци|организаци|академи|компани|полици|федераци|"
        "инспекци|дирекци|лаборатори|инди|росси|коалици|делегаци|конфедераци",
        "f", ("я", "ей", "и"), ("и", "ями", "й"),
    ),
    _Class("глав", "f", ("а", "ой", "ы"), ("ы", "ами", "")),
    _Class("партн[её]р|сотрудник|специалист", "m", ("", "ом", "а"), ("ы", "ами", "ов")),
)  # fmt: skip
_FORMS: dict[Case, tuple[tuple[re.Pattern[str], _Class, bool], ...]] = {
    case: tuple(
        (re.compile(f"({each.stems}){endings[place]}"), each, is_plural)
        for each in _CLASSES
        # Longer endings first: "банками" before "банком" matters to neither, "" must come last.
        for is_plural, endings in ((True, each.plural), (False, each.singular))
    )
    for case, place in ((Case.INSTRUMENTAL, 1), (Case.GENITIVE, 2))
}
# Names of their own: Минздравом, Роспотребнадзором, Узбекистаном, Китаем, Беларусью.
_PROPER = (
    (
        re.compile(
            r"(мин[а-я]{2,}|рос[а-я]{3,}|гос[а-я]{3,}|[а-я]{2,}(?:стан|надзор|стат)|иран)ом"
        ),
        "",
    ),
    (re.compile(r"(кита)ем"), "й"),
    (re.compile(r"(беларус)ью"), "ь"),
)
_KEPT_PROPER = re.compile(r"рос(?:атом|ком)|минсельхоз(?!ом)")
_OBLIQUE_ADJECTIVE = {
    Case.INSTRUMENTAL: re.compile(r"[а-яё-]+(?:ыми|ими|ым|им|ой|ей|ою)"),
    Case.GENITIVE: re.compile(r"[а-яё-]+(?:ых|их|ого|его|ой|ей)"),
}
# Adjectives with the stress on the ending: деловой, not деловый.
_STRESSED = re.compile(
    r".*(?:делов|основн|головн|областн|городск|краев|правов|страхов|миров|войсков|передов|биржев)"
)
_BRACKETED = re.compile(r"([(«]?)(.*?)([)»]?)")
MOST_ADJECTIVES = 5


def nominative(name: str, case: Case = Case.INSTRUMENTAL) -> str:
    """The name in the nominative, as far as its first noun phrase is understood.

    >>> nominative("заинтересованными федеральными органами исполнительной власти")
    'заинтересованные федеральные органы исполнительной власти'
    >>> nominative("Исполнительного комитета РАТС", Case.GENITIVE)
    'Исполнительный комитет РАТС'
    """
    words = name.split(" ")
    for place, word in enumerate(words[: MOST_ADJECTIVES + 1]):
        turned = _noun(word, case)
        if turned is None:
            if not _OBLIQUE_ADJECTIVE[case].fullmatch(_bare(word).lower()):
                return name
            continue
        noun, gender = turned
        head = [_adjective(each, gender) for each in words[:place]]
        rest = words[place + 1 :]
        if len(rest) > 1 and rest[0] == "и":
            rest = ["и", nominative(" ".join(rest[1:]), case)]
        return " ".join([*head, noun, *rest])
    return name


def _bare(word: str) -> str:
    found = _BRACKETED.fullmatch(word)
    return found[2] if found else word


def _noun(word: str, case: Case) -> tuple[str, str] | None:
    """The noun in the nominative and its gender ("p" in the plural); compounds part by part."""
    first, dash, second = word.partition("-")
    turned = _simple_noun(first, case)
    if turned is None or not dash:
        return turned
    joined = _simple_noun(second, case)
    return (f"{turned[0]}-{joined[0] if joined else second}", turned[1])


def _simple_noun(word: str, case: Case) -> tuple[str, str] | None:
    lower = word.lower()
    for pattern, each, is_plural in _FORMS[case]:
        if found := pattern.fullmatch(lower):
            ending = (each.plural if is_plural else each.singular)[0]
            return word[: found.end(1)] + ending, "p" if is_plural else each.gender
    if case == Case.INSTRUMENTAL and word[:1].isupper() and not _KEPT_PROPER.fullmatch(lower):
        for pattern, ending in _PROPER:
            if found := pattern.fullmatch(lower):
                return word[: found.end(1)] + ending, "m"
    return None


def _adjective(word: str, gender: str) -> str:
    found = _BRACKETED.fullmatch(word)
    before, bare, after = found.groups() if found else ("", word, "")
    stem = re.sub(r"(?:ыми|ими|ого|его|ым|им|ых|их|ой|ей|ою)$", "", bare)
    if stem == bare:
        return word
    return before + stem + _adjective_ending(stem.lower(), bare, gender) + after


def _adjective_ending(stem: str, bare: str, gender: str) -> str:
    velar, hushing = stem.endswith(("г", "к", "х")), stem.endswith(("ж", "ш", "щ", "ч"))
    soft = not velar and not hushing and bare.endswith(("ими", "его", "им", "их", "ей"))
    if gender == "p":
        return "ие" if velar or hushing or soft else "ые"
    if gender == "f":
        return "яя" if soft else "ая"
    if gender == "n":
        return "ее" if soft or hushing else "ое"
    if _STRESSED.fullmatch(stem):
        return "ой"
    return "ий" if velar or hushing or soft else "ый"
