"""Names in English responsible cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.actor_words import clean_name, notes_in
from registan.kernel.plan.name_list import Piece, split_names
from registan.kernel.plan.reading import Actor, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.known_names import KnownNames

_OBLIGATION = re.compile(
    r"^(?:required|encouraged|recommended|mandatory|optional|not (?:required|applicable))\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"^led by\s+", re.IGNORECASE)
_WITH = re.compile(
    r",?\s+(?:with support from|supported by|with the support of|"
    r"in (?:close )?(?:cooperation|coordination|consultation|collaboration|"
    r"partnership) with|together with|jointly with|with)\s+",
    re.IGNORECASE,
)
_SUPPORTED_BY = re.compile(r"^support(?:ed by|ing)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|and|as well as|&)\s+", re.IGNORECASE)
_OTHERS = re.compile(r",?\s*(?:and|&)?\s*(?:others|et al\.?|etc\.?)$", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:ministr(?:y|ies)|department|office|agency|agencies|bureau|committee|"
    r"commission|council|secretariat|board|authority|"
    r"service|bank|centre|center|institute|federal|national|state|central|general|"
    r"all|other|relevant|interested|member|"
    r"local|provincial|regional|municipal|government|governments|heads|meeting|"
    r"executive|expert|business|interbank|standing|permanent)\b",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(
    r"\b(?:ministry|department|office|bureau|committee|minister|agency|directorate|"
    r"division|ministers|ministries|departments) (?:of|for|on)\b",
    re.IGNORECASE,
)
# "Census Bureau": a body whose kind is named last.
_BODY_LAST = re.compile(
    r"\w (?:bureau|office|agency|council|board|authority|commission|committee|institute|service|"
    r"administration|foundation)$",
    re.IGNORECASE,
)
_COUNTRIES = re.compile(
    r"(?:canada|australia|india|pakistan|ireland|scotland|wales|england|zealand|kingdom|states)\s*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"^(.+?) and (.+ )(Councils|Committees|Offices|Departments|Ministries|Agencies|"
    r"Centres|Centers|Boards|Commissions)$"
)
_PLURAL_OF = re.compile(r"(Ministries|Departments) of ([A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]\w+)")
_BARE_PLURAL = re.compile(
    r"(?:agencies|departments|ministries|bodies|organi[sz]ations|institutions|offices)(?: of .*)?",
    re.IGNORECASE,
)
_SINGULAR_ENDS = (("ies", "y"), ("s", ""))


def read(text: str, known: KnownNames) -> tuple[list[Actor], list[str]]:
    """Actors of one English cell (lines kept), and flags."""
    flags: list[str] = []
    if _OBLIGATION.match(text):
        return [], ["obligation"]
    if _OTHERS.search(text):
        flags.append("and_others")
        text = _OTHERS.sub("", text)
    first, *rest = _WITH.split(text, maxsplit=1)
    is_led = bool(rest or _LED_BY.match(first))
    supports = _SUPPORTED_BY.match(first)
    names = _split(_SUPPORTED_BY.sub("", _LED_BY.sub("", first)), known, flags)
    role = Role.LEAD if is_led else Role.SUPPORT if supports else Role.PARTICIPANT
    actors = _actors(names, role)
    if rest:
        actors += _actors(_split(_WITH.sub(", ", rest[0]), known, flags), Role.SUPPORT)
    return actors, flags


def _actors(names: list[str], role: Role) -> list[Actor]:
    actors = []
    for name in names:
        bare, notes, given = notes_in(name)
        bare = clean_name(_ARTICLE.sub("", _ARTICLE.sub("", clean_name(bare))))
        if bare:
            actors.append(Actor(bare, role=given or role, notes=tuple(notes)))
    return actors


def _split(text: str, known: KnownNames, flags: list[str]) -> list[str]:
    """Names of a list, with commas and "and" inside a name left alone."""
    names = split_names(
        text, known, lambda current, piece, after: _begins_name(current, piece, after, known)
    )
    return [part for name in names for part in _split_and(name, known, flags)]


def _begins_name(current: str, piece: Piece, after: Sequence[Piece], known: KnownNames) -> bool:
    separator, text = piece
    bare = clean_name(_ARTICLE.sub("", notes_in(text)[0]))
    if separator == "; " or bare in known:
        return True
    if separator == " ":
        return bool(_HEAD.match(bare)) or bare.isupper()
    if re.match(r"(?:including|such as|responsible|which|that|e\.g\.)", text, re.IGNORECASE):
        return False
    if text[0].islower() and current.rsplit(" ", 1)[-1][0].isupper():
        return True  # subjects of a name in capitals are in capitals too
    if _BODY_LAST.search(re.split(r"\s+(?:and|&)\s+", bare)[0]):
        return True
    if (
        _SUBJECTS.search(current)
        and not _HEAD.match(bare)
        and not re.fullmatch(r"[A-Z]{2,}(?: [A-Z]\w+)*", bare)
    ):
        # "Department of Housing, Land and Public Safety": the list of subjects ends with its "and".
        return not _closes_with_and([piece, *after])
    # "Innovation, Science and Economic Development Canada" is one name.
    return not (not _COUNTRIES.search(current) and _closes_with_country(text, after))


def _closes_with_country(text: str, after: Sequence[Piece]) -> bool:
    """Whether the first piece with an "and" ends with the country whose department it is."""
    for separator, piece in [Piece("", text), *after]:
        if separator == "; " or _HEAD.match(piece):
            return False
        if re.search(r"\w\s+(?:and|&)\s+\w", piece):
            before, _, _ = re.split(r"(\s+(?:and|&)\s+)", piece, maxsplit=1)
            return bool(_COUNTRIES.search(piece)) and not _COUNTRIES.search(before)
    return False


def _closes_with_and(pieces: Sequence[Piece]) -> bool:
    """Whether the list goes on to an "and" inside a piece before another name begins."""
    for separator, text in pieces:
        if separator == "; " or _HEAD.match(text):
            return False
        if joined := re.search(r"\w+\s+(?:and|&)\s+\w", text):
            return not _COUNTRIES.search(text[: joined.start() + len(joined[0].split()[0])])
        if re.match(r"and\s", text):
            return not _HEAD.match(text[4:])
    return False


def _split_and(name: str, known: KnownNames, flags: list[str]) -> list[str]:
    bare = clean_name(notes_in(name)[0])
    if bare in known:
        return [name]
    if shared := _PLURAL_OF.fullmatch(bare):
        flags.append("plural_share")
        word = _singular(shared[1])
        return [f"{word} of {each}" for each in re.split(r", | and ", shared[2])]
    plural = _PLURAL.match(bare)
    if plural and "," not in bare and not re.search(r"\b(?:of|for|on)\b", bare):
        flags.append("plural_share")
        word = _singular(plural[3])
        return [f"{plural[1]} {word}", f"{plural[2]}{word}"]
    for found in re.finditer(r"\s+(?:and|&)\s+(?:the\s+)?", name):
        before, after = name[: found.start()], name[found.end() :]
        if before.count("(") != before.count(")") or _BARE_PLURAL.fullmatch(after):
            continue
        known_part = clean_name(after) in known or clean_name(before) in known
        if known_part or _is_body(before, after):
            return [*_split_and(before, known, flags), *_split_and(after, known, flags)]
    return [name]


def _singular(word: str) -> str:
    end, single = next(each for each in _SINGULAR_ENDS if word.endswith(each[0]))
    return word.removesuffix(end) + single


def _is_body(before: str, after: str) -> bool:
    acronyms = re.compile(r"[A-Z][A-Z/&-]+(?: [A-Z]\w*)*$")
    if acronyms.fullmatch(after) or (
        acronyms.fullmatch(before) and not _SUBJECTS.search(after[:0])
    ):
        return True
    if _COUNTRIES.search(before) and after[:1].isupper():
        return True
    if _SUBJECTS.search(before):
        return bool(
            re.match(
                r"(?:(?:the )?(?:ministry|department|office|agency|bureau|committee|commission|"
                r"council|secretariat|national|federal|all|other|relevant|interested|"
                r"member states)\b)",
                after,
                re.IGNORECASE,
            )
        )
    return bool(_HEAD.match(after)) and not re.match(
        r"(?:state|general|national|local|business|service)\b", after
    )
