"""Russian names of bodies from the instrumental ("совместно с ...") back into the nominative.

A modest grammar: the words of the first noun phrase up to its head noun are turned, the genitive that
follows stays. What is not recognised is left as it was.
"""

from __future__ import annotations

import re

# Head nouns: instrumental -> nominative.
_NOUNS: tuple[tuple[str, str], ...] = (
    (r"(министерств|агентств|правительств|ведомств|общество|объединени|управлени|"
        r"учреждени|предприяти|представительств|совещани|отделени)(?:ом|ем)", r"\1*"),
    (r"(министерств|агентств|правительств|ведомств|представительств)ами", r"\1а"),
    (r"(управлени|учреждени|предприяти|объединени|отделени|совещани)ями", r"\1я"),
    (r"(комитет|департамент|секретариат|совет|центр|институт|фонд|банк|университет|"
        r"исполком|аппарат|союз|акимат|хокимият|форум|орган)ом", r"\1"),
    (r"(комитет|департамент|секретариат|совет|центр|институт|фонд|банк|университет|"
        r"союз|акимат|хокимият|орган|исполнител)ами", r"\1ы"),
    (r"(служб|палат|прокуратур|групп)ой", r"\1а"),
    (r"(служб|палат|прокуратур|групп)ами", r"\1ы"),
    (r"(комисси|администраци|ассоциаци|корпораци|организаци|академи|компани|полици)ей", r"\1я"),
    (r"(комисси|администраци|ассоциаци|корпораци|организаци|академи|компани)ями", r"\1и"),
    (r"(государств)ами", r"\1а"),
    (r"(стран|сторон)ами", r"\1ы"),
    (r"(руководител|представител)ями", r"\1и"),
    (r"(мин[а-я]+(?:здрав|труд|фин|юст|транс|обр|торг|пром|природы|сельхоз|строй|"
        r"энерго|культур|спорт|связь|эконом)[а-я]*?|рос[а-я]+?(?:надзор|стат|"
        r"финмониторинг|космос|атом)|[а-я]*?надзор|мин(?:здрав|фин|юст|транс|пром|"
        r"строй))ом", r"\1"),
)  # fmt: skip
_NEUTER = ("министерств", "агентств", "правительств", "ведомств", "общество", "представительств")


def nominative(name: str) -> str:
    """The name in the nominative, as far as its first noun phrase is understood.

    >>> nominative("заинтересованными федеральными органами исполнительной власти")
    'заинтересованные федеральные органы исполнительной власти'
    """
    words = name.split(" ")
    for place, word in enumerate(words[:5]):
        turned = _noun(word)
        if turned is not None:
            head = [_adjective(each, turned) for each in words[:place]]
            return " ".join([*head, turned, *words[place + 1 :]])
        if not re.search(r"(?:ыми|ими|ым|им|ой|ей|ою)$", word.lower()):
            return name
    return name


def _noun(word: str) -> str | None:
    lower = word.lower()
    for pattern, form in _NOUNS:
        found = re.fullmatch(pattern, lower)
        if found is None:
            continue
        stem = found.expand(form)
        if stem.endswith("*"):
            stem = stem[:-1] + ("о" if stem[:-1].startswith(_NEUTER) else "е")
        return word[:1] + stem[1:] if word[0].isupper() else stem
    return None


def _adjective(word: str, noun: str) -> str:
    lower = word.lower()
    plural = noun.endswith(("ы", "и")) or noun.endswith(("ства", "ния", "тия"))
    if lower.endswith(("ыми", "ими")):
        return word[:-3] + ("ые" if lower.endswith("ыми") else "ие")
    if plural:
        return word
    if noun.endswith(("а", "я")):
        return word[:-2] + ("ая" if lower.endswith("ой") else "яя")
    ending = {"о": ("ое", "ее"), "е": ("ое", "ее")}.get(noun[-1], ("ый", "ий"))
    return (
        word[:-2] + (ending[0] if lower.endswith("ым") else ending[1])
        if lower.endswith(("ым", "им"))
        else word
    )
