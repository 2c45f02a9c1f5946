"""Names in Russian responsible cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.actor_words import clean_name, notes_in
from registan.kernel.plan.name_list import Piece, split_names
from registan.kernel.plan.nominative import Case, nominative
from registan.kernel.plan.reading import Actor, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.known_names import KnownNames

# What a new name begins with: a head noun or adjective of a body, an abbreviation, a quotation.
_HEADS = (
    r"министерств|мини?стр|мин[а-я]{2,}|агентств|комитет|комисси|служб|управлени|"
    r"департамент|правительств|администраци|"
    r"секретариат|исполнительн|исполком|совет|центр(?!альн\w+ аппарат)|центральн|"
    r"институт|академи|университет|фонд|банк|"
    r"национальн|государств|субъект|[а-я]*исполком|вуз|федеральн|территориальн|республиканск|местн|иные|"
    r"ины\w\b|други|прочи|соответствующ|"
    r"заинтересованн|уполномоченн|компетентн|орган|организаци|учреждени|предприяти|"
    r"корпораци|ассоциаци|союз|палат|"
    r"генеральн|главн|верховн|аппарат|акимат|хокимият|рос[а-я]{3,}|гос[а-я]{3,}|"
    r"суд(?:ы|ебн)|прокуратур|следственн|пограничн|антинаркотическ|"
    r"налогов|таможенн|общественн|молодежн|молодёжн|деловой|межбанковск|"
    r"межправительственн|межгосударственн|постоянн|"
    r"региональн|совещани|форум|экспертн|рабоч|координационн|руководител|представител|страны|государства|все "
)
_HEAD = re.compile(rf"(?:{_HEADS})", re.IGNORECASE)
# After these a list of subjects goes on inside the name: "Министерство труда, занятости и ...".
_SUBJECT_HEAD = re.compile(
    r"(?:министерств|комитет|агентств|служб|департамент|управлени|комисси|совет|"
    r"совещани|центр(?!избирком|обанк)|институт|органы (?:исполн|управл)|министр)\w*",
    re.IGNORECASE,
)
_WITH = r"совместно\s+со?|во\s+взаимодействии\s+со?|в\s+сотрудничестве\s+со?|вместе\s+со?"
_BY_PART = r"при\s+(?:участии|поддержке|содействии)|с\s+(?:участием|привлечением)"
_TOGETHER = re.compile(rf"(?:^|[\s,;]+)(?:и\s+)?({_WITH}|{_BY_PART})\s+", re.IGNORECASE)
_TOGETHER_BRACKET = re.compile(
    rf"\(\s*((?:{_WITH}|{_BY_PART})\s(?:[^()]|\([^()]*\))+)\)", re.IGNORECASE
)
_OBLIQUE_END = re.compile(r"(?:ами|ями|ыми|ими|ом|ем|ой|ей|ых|их|ого|его)$")
_OBLIGATION = re.compile(r"^(?:обязательн\w+|рекоменд\w+|необходимо|требуется)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?:,?\s*и\s+(?:др(?:угие)?|пр(?:очие)?|т\.\s?д|т\.\s?п)\.?)$", re.IGNORECASE)
# "почтовые администрации", "министерства экономики": no subject of the body before stands in this form.
_PLURAL_HEAD = re.compile(
    r"[а-яё-]+(?:ые|ие)|министерства|ведомства|агентства|правительства|службы"
)
_ABBREVIATION = re.compile(r"^(?:[А-ЯЁA-Z]{2,}|[А-ЯЁ][а-яё]*[А-ЯЁ]+[а-яё]*)\b")


def read(text: str, known: KnownNames) -> tuple[list[Actor], list[str]]:
    """Actors of one Russian cell (lines kept), and flags."""
    flags = ["plural_share"] if _PLURAL_SHARE.search(text) else []
    if _OBLIGATION.match(text):
        return [], ["obligation"]
    if _OTHERS.search(text):
        flags.append("and_others")
        text = _OTHERS.sub("", text)
    first, *rest = _TOGETHER.split(_TOGETHER_BRACKET.sub(r" \1 ", text))
    actors = _actors(_split(first, known), Role.LEAD if rest else Role.PARTICIPANT)
    for words, names in zip(rest[::2], rest[1::2], strict=True):
        case = Case.GENITIVE if re.fullmatch(_BY_PART, words, re.IGNORECASE) else Case.INSTRUMENTAL
        actors += _actors(_turned(_split(names, known), case, flags), Role.SUPPORT)
    return actors, flags


def _turned(names: list[str], case: Case, flags: list[str]) -> list[str]:
    """Names of an oblique list in the nominative."""
    turned = [nominative(part, case) for name in names for part in _apart(name, case)]
    for name, source in zip(turned, names, strict=False):
        if name == source and _OBLIQUE_END.search(name.split(" ")[0]):
            flags.append("case_kept")
    return turned


def _apart(name: str, case: Case) -> list[str]:
    """At "и" before a body of its own; "министерствами и ведомствами" is one group."""
    for found in re.finditer(r"\s+и\s+", name):
        after = name[found.end() :]
        first = after.split(" ")[0]
        is_bare_noun = first.islower() and nominative(first, case) != first
        if nominative(after, case) != after and not is_bare_noun:
            return [name[: found.start()], *_apart(after, case)]
    return [name]


def _actors(names: list[str], role: Role) -> list[Actor]:
    actors = []
    for name in names:
        bare, notes, given = notes_in(name)
        if bare := clean_name(bare):
            actors.append(Actor(bare, role=given or role, notes=tuple(notes)))
    return actors


def _split(text: str, known: KnownNames) -> list[str]:
    """Names of a list, with commas and "and" inside a name left alone."""
    names = split_names(
        text, known, lambda current, piece, after: _begins_name(current, piece, after, known)
    )
    return [part for name in names for part in _split_and(name, known)]


def _begins_name(current: str, piece: Piece, after: Sequence[Piece], known: KnownNames) -> bool:
    """Whether a piece after a comma or a line end begins a new name."""
    separator, text = piece
    bare = clean_name(notes_in(text)[0])
    if separator == "; " or bare in known:
        return True
    if separator == " ":  # a line end without a separator before it
        return bool(_HEAD.match(text) and text[0].isupper()) or bool(_ABBREVIATION.match(text))
    if re.match(
        r"(?:ответственн|осуществляющ|участвующ|уполномоченн\w+ на|в том числе|включая|"
        r"котор|занимающ|находящ|реализующ)",
        text,
        re.IGNORECASE,
    ):
        return False
    if text[0].isupper() or text[0] in '«"':
        # Towns after "акиматы областей, городов …" are no bodies.
        of_towns = re.match(r"(?:акимат|хокимият|администраци|мэри)", current, re.IGNORECASE)
        return bool(not of_towns or _HEAD.match(text) or _ABBREVIATION.match(text))
    return not _goes_on(current, text)


def _goes_on(current: str, text: str) -> bool:
    """Whether lower-case words after a comma are a further subject of the body named before."""
    if re.match(r"(?:акимат|хокимият)", current, re.IGNORECASE):
        return not _HEAD.match(text)
    if not _SUBJECT_HEAD.match(
        re.sub(r"^(?:[А-ЯЁа-яё-]+(?:ое|ая|ый|ий|ые|ной|ого)\s+){0,3}", "", current)
    ):
        return False
    first = text.split(" ")[0]
    if _PLURAL_HEAD.fullmatch(first):
        return False
    # Subjects stand in the genitive (or after "по" in the dative), heads of new names in the nominative.
    genitive = re.search(
        r"(?:[бвгджзклмнпрстфхцчшщ]а|[яию]|ого|его|[оие]й|[ыи]х|ств|[лнтсдрвз]ы|[ое]в|[ая]м|[ую]|е)$",
        first,
    )
    nominative_head = re.match(rf"(?:{_HEADS})", first, re.IGNORECASE) and not re.search(
        r"(?:ого|ой|ых|их|ции|ии|ства|ств)$", first
    )
    return bool(genitive) and not nominative_head


# "Витебский и Гродненский облисполкомы": two bodies share one plural word.
_PLURAL_SHARE = re.compile(
    r"([А-ЯЁ][а-яё-]+(?:ий|ый|ой)) и ([А-ЯЁ][а-яё-]+(?:ий|ый|ой)) "
    r"([а-яё]*(?:исполком|комитет|совет|университет|институт|центр|департамент|банк|фонд))[ыи]\b(.*)"
)


def _split_and(name: str, known: KnownNames) -> list[str]:
    """At "и" where what follows is a body of its own, not a further subject of the same one."""
    bare = clean_name(notes_in(name)[0])
    if bare in known:
        return [name]
    if shared := _PLURAL_SHARE.fullmatch(bare):
        return [f"{first} {shared[3]}{shared[4]}" for first in (shared[1], shared[2])]
    for found in re.finditer(r"\s+и\s+", name):
        before, after = name[: found.start()], name[found.end() :]
        if before.count("(") != before.count(")") or before.count("«") != before.count("»"):
            continue
        if (
            clean_name(notes_in(after)[0]) in known
            or clean_name(notes_in(before)[0]) in known
            or _is_body(before, after)
        ):
            return [*_split_and(before, known), *_split_and(after, known)]
    return [name]


def _is_body(before: str, after: str) -> bool:
    if _ABBREVIATION.match(after) or (after[0].isupper() and _HEAD.match(after)):
        return True
    if re.match(r"(?:иные|другие|прочие|заинтересованные|соответствующие)\s", after):
        return True
    # "государственные органы и органы местного самоуправления": the same kind of head in the same case.
    head = re.match(r"(?:органы|органами|министерства|ведомства|учреждения|комитеты)\s+\S+", after)
    return bool(head) and bool(
        re.search(r"(?:органы|министерства|учреждения|комитеты|органами)\b", before)
    )
