"""A responsible cell as printed -> names, roles and kinds (docs/reference/plan-tables.md).

A comma or an "and" inside a name is no separator: names known from the profile, and names that stand
alone elsewhere in the same column, are looked up first, longest first; then each language's grammar
decides (actors_ru, actors_zh, actors_en).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from registan.kernel.plan import actors_en, actors_ru, actors_zh
from registan.kernel.plan.actor_words import clean_name, fold_name
from registan.kernel.plan.groups import kind_of
from registan.kernel.plan.known_names import NO_NAMES, KnownNames
from registan.kernel.plan.labels import labelled_parts
from registan.kernel.plan.persons import is_person, may_be_person
from registan.kernel.plan.reading import Actor, Responsible, Role
from registan.kernel.plan.words import (
    HAN,
    ITEM,
    language_of,
    one_line,
    refers_above,
    without_han_blanks,
    without_unseen,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

RESPONSIBLE_FLAGS: tuple[tuple[str, str], ...] = (
    ("as_above", "refers to the row above"),
    ("person_name", "a person's name: the post is needed instead"),
    ("obligation", "an obligation instead of a body"),
    ("and_others", "others are meant who are not named"),
    ("plural_share", "two bodies share one plural word"),
    ("elided_prefix", "a first part is understood for all names"),
    ("elided_ending", "an ending is understood for all names"),
    ("case_kept", "a name could not be put into the nominative"),
)
LONGEST = 4_000
_EMPTY = re.compile(r"[-–—/_.*\s]*|无|нет|none|n/?a", re.IGNORECASE)
# Words that join or part names, or give a role: a cell with one of them is no single name.
_SEPARATED = re.compile(
    r"[,;，、；:：/(（]|\b(?:и|and|with|совместно|при|во|led|together|supported)\b"
    r"|会同|牵头|配合|协同|联合|负责|主办|和|与|及|等"
)
LONGEST_ALONE = 90
# Two Chinese names with nothing but a blank between them, or a line end before a new first part.
_HAN_NAMES_APART = re.compile(
    r"(?<=[部局委厅办会院署行府])(?:[ \u3000]+(?=[\u4e00-\u9fff]{2,}[部局委厅办会院署行府](?:$|[、，,；;\s]))"
    r"|[ \u3000]*\n[ \u3000]*(?=(?:省|市|县|国家|中国|中央|全国|各|[\u4e00-\u9fff]{2,8}组织)"
    r"[\u4e00-\u9fff]{2,}))"
)
_HAN = re.compile(f"[{HAN}]")
_WHOLE_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,}[部局委厅办会院署行府]")
_HAN_UNIT = re.compile("办公[厅室]|委员会|管理局|监督局|分局|总局|秘书处|人民政府|指挥部")
# Required of all, encouraged: said of a duty, so no name even where it stands alone.
_OBLIGATION = re.compile(
    r"(?:required|encouraged|recommended|mandatory|optional|обязательн|рекоменд|необходимо|требуется)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_LISTED = re.compile(r"\s*(?:[①-⑳]|\d{1,2}[.)、．]|[-–—•·*▪●])\s*(?=\S)")


def with_column(known: KnownNames, cells: Collection[str]) -> KnownNames:
    """`known` and the names that the cells of a column give: one short name without a separator."""
    names = {text: text for cell in cells if (text := one_line(cell)) and _stands_alone(cell, text)}
    return known.and_more(names) if names else known


def _stands_alone(cell: str, text: str) -> bool:
    return (
        len(text) < LONGEST_ALONE
        and "\n" not in cell.strip()
        and not _SEPARATED.search(text)
        and not _EMPTY.fullmatch(text)
        and not is_person(text)
        and not refers_above(text)
        and not _OBLIGATION.match(text)
    )


def read_responsible(
    cells: Sequence[tuple[str, Role | None]], *, known: KnownNames = NO_NAMES, lang: str = "",
    persons: bool = False,
) -> Responsible:  # fmt: skip
    """Names in a row's responsible cells, each cell with the role its column gives.

    `known`: names that are one name whatever stands inside (see `with_column`). `persons`: the column
    is headed for persons, so that a bare name is taken for one. The raw words of several cells are
    joined by "; " ("；" in Chinese). Never raises.
    """
    printed = [text for cell, _ in cells if not _EMPTY.fullmatch(text := without_unseen(cell))]
    lang = lang or language_of(" ".join(printed))
    actors: list[Actor] = []
    flags: list[str] = []
    for cell, role in cells:
        found, more = _read_cell(cell[:LONGEST], role, lang, known)
        actors += found
        flags += more
    if persons:
        actors, flags = _without_persons(actors, flags, may_be_person)
    raw = ("；" if lang == "zh" else "; ").join(printed)
    return Responsible(raw, tuple(_lead_first(_once(actors))), tuple(dict.fromkeys(flags)))


def _read_cell(
    cell: str, role: Role | None, lang: str, known: KnownNames
) -> tuple[list[Actor], list[str]]:
    if refers_above(cell):
        return [], ["as_above"]
    if _EMPTY.fullmatch(one_line(cell)):
        return [], []
    kept: list[Actor] = []
    flags: list[str] = []
    for given, part in labelled_parts(_unlisted(cell)):
        actors, more = _read_part(part, lang, known)
        flags += more
        kept += [_kinded(actor, given or role, lang) for actor in actors]
    return kept, flags


def _unlisted(cell: str) -> str:
    """A list of lines, numbered or with marks, as names one after another."""
    lines = [
        line for line in cell.replace(ITEM, f"\n{ITEM}").splitlines() if line.strip(f" {ITEM}")
    ]
    marked = [line.startswith(ITEM) or bool(_LISTED.match(line)) for line in lines]
    if len(lines) < 2 or sum(marked) < 2:
        return cell.replace(ITEM, "")
    return "".join(
        ("; " if begins else "\n") + _LISTED.sub("", line.removeprefix(ITEM), count=1)
        if begins
        else f"\n{line}"
        for line, begins in zip(lines, marked, strict=True)
    ).strip("; \n")


def _read_part(part: str, lang: str, known: KnownNames) -> tuple[list[Actor], list[str]]:
    name = clean_name(part)
    if is_person(name):
        return _without_persons(*_by_grammar(part, lang, known))
    if name in known:
        return [Actor(name)], []
    return _without_persons(*_by_grammar(part, lang, known))


def _by_grammar(part: str, lang: str, known: KnownNames) -> tuple[list[Actor], list[str]]:
    if _HAN.search(part):
        if _are_han_names(lines := part.split()):
            part = "、".join(lines)
        return actors_zh.read(without_han_blanks(_HAN_NAMES_APART.sub("、", part)), known)
    if lang == "en" or language_of(part) == "en":
        return actors_en.read(_lines(part), known)
    return actors_ru.read(_lines(part), known)


def _are_han_names(lines: Sequence[str]) -> bool:
    """Lines of which each is a whole name, not the rest of one that a line end broke."""
    return len(lines) > 1 and all(
        _WHOLE_HAN_NAME.fullmatch(line) and not _HAN_UNIT.fullmatch(line) for line in lines
    )


def _without_persons(
    actors: list[Actor], flags: list[str], refused: Callable[[str], bool] = is_person
) -> tuple[list[Actor], list[str]]:
    bodies = [replace(actor, name=_without_bracketed_person(actor.name)) for actor in actors]
    kept = [actor for actor in bodies if not refused(actor.name)]
    return kept, flags if kept == actors else [*flags, "person_name"]


def _without_bracketed_person(name: str) -> str:
    """A body without the person named in brackets behind it."""
    return _BRACKET.sub(lambda found: "" if is_person(found[1].strip()) else found[0], name)


def _lines(cell: str) -> str:
    """Lines of a cell: a line end is a separator only after one, or before what begins a name."""
    return "\n".join(line for part in cell.splitlines() if (line := one_line(part)))


def _kinded(actor: Actor, role: Role | None, lang: str) -> Actor:
    part = actor.role if actor.role != Role.PARTICIPANT else (role or Role.PARTICIPANT)
    return replace(actor, kind=kind_of(actor.name, lang), role=part)


def _once(actors: Iterable[Actor]) -> list[Actor]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        seen.setdefault(fold_name(actor.name), actor)
    return [actor for name, actor in seen.items() if name]


def _lead_first(actors: list[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda actor: actor.role != Role.LEAD)
