"""Names in Chinese responsible cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.kernel.plan.actor_words import clean_name, notes_in
from registan.kernel.plan.reading import Actor, Role

if TYPE_CHECKING:
    from registan.kernel.plan.known_names import KnownNames

_KEPT = "\x1f"  # stands for a separator that is none
_SEPARATORS = "、，,；;/／\n"
_TAIL = re.compile(
    r"(?:按照?(?:各自)?(?:职责|职能)(?:分工)?(?:负责)?|分工负责|共同(?:负责|推进|"
    r"实施)|负责(?:落实|实施|推进)?|具体(?:负责|实施)|参与|参加|配合|协助|实施|"
    r"落实)+$"
)
_OTHERS = re.compile(r"等(?:(?:有关|相关)?(?:部门|单位|方面)|\d+个?(?:部门|单位))?$")
_LEAD_WORDS = re.compile(r"^(.+?)(?:牵头(?:负责)?|为主|主办)$")
_JOINT = re.compile(
    r"会同(?=[\u4e00-\u9fff])|(?<=[厅局委办部会院署])(?:联合(?!国|会|体|社)|协同|"
    r"商(?!务|业|标|会|贸|飞))(?=[\u4e00-\u9fff])"
)
_PROVINCES = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江",
    "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州",
    "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆",
)  # fmt: skip
# "各市、县（市、区）人民政府": all places of two or three levels, one group.
_ALL_PLACES = re.compile(
    r"各(?:省|地区?|设区市|市|州|盟|县|区|旗|乡镇?|镇)(?:（[^（）]{1,8}）)?"
    r"(?:、(?:自治区|直辖市|自治州|州|盟|市|县|区|旗|乡镇?|镇|街道)(?:（[^（）]{1,8}）)?)*"
)
_PREFIX = re.compile(r"^(省|市(?!场)|县|区(?!域)|州|自治区)(?=[\u4e00-\u9fff]{2,})")
_ADMINISTRATIVE = ("省", "市", "县", "区", "州")
_AGENCY_ENDINGS = ("厅", "局", "委", "办", "部", "会", "院", "署", "行")
_ENDING = re.compile(r"(?:人民政府|政府|管委会|党委|海关)$")
# A town without the word for its level, as in 西安、咸阳市人民政府.
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,3}[^厅局委办部会院署行省市县区州府处\W]")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,6}(?:省|市|县|区|州|自治区|新区|开发区)$")


def read(text: str, known: KnownNames) -> tuple[list[Actor], list[str]]:
    """Actors of one Chinese cell without blanks, and flags."""
    actors: list[Actor] = []
    flags: list[str] = []
    has_lead = "牵头" in text or "会同" in text
    for clause in _clauses(text):
        names, role, others = _clause(clause, known, has_lead=has_lead)
        if others:
            flags.append("and_others")
        names, more = _completed(names)
        flags += more
        for name in names:
            bare, notes, given = notes_in(name)
            if bare := clean_name(bare):
                actors.append(Actor(bare, role=given or role, notes=tuple(notes)))
    return actors, flags


def _clauses(text: str) -> list[str]:
    """Parts with a role of their own: up to 牵头, and what follows 会同."""
    parts: list[str] = []
    for piece in re.split(r"[；;。\n]", text):
        lead = re.match(r"^([^（(]*?牵头)(?:负责)?[，,、]?(.*)$", piece)
        if lead:
            parts.append(lead[1])
            piece = lead[2]
        head, *rest = _JOINT.split(piece)
        if rest and head:
            parts.append(head + "牵头")
            piece = "、".join(rest)
        elif rest:
            piece = "、".join(rest)
        parts.append(piece)
    return [part for part in parts if part.strip("，,、 ")]


def _clause(clause: str, known: KnownNames, *, has_lead: bool) -> tuple[list[str], Role, bool]:
    role = Role.PARTICIPANT
    if lead := _LEAD_WORDS.match(clause):
        clause, role = lead[1], Role.LEAD
    elif has_lead:
        role = Role.SUPPORT
    clause = _TAIL.sub("", re.sub("^由(?=[\u4e00-\u9fff]{3})", "", clause.strip("，,、 ")))
    others = bool(_OTHERS.search(clause))
    clause = _OTHERS.sub("", clause)
    names = [_TAIL.sub("", name) for name in _split(clause, known)]
    # 等 may stand before a further name: "财政厅等按职责分工负责，各市人民政府落实".
    others = others or any(map(_OTHERS.search, names))
    names = [_OTHERS.sub("", name) for name in names]
    return [name for name in names if name], role, others


def _split(text: str, known: KnownNames) -> list[str]:
    """At separators outside brackets; at 和 or 及 only between two names."""
    text = _ALL_PLACES.sub(lambda match: match[0].replace("、", _KEPT), text)
    names, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth = max(0, depth - 1)
        elif depth == 0 and char in _SEPARATORS:
            names.append(text[start:place])
            start = place + 1
    names.append(text[start:])
    return [part for name in names for part in _split_and(name.strip().replace(_KEPT, "、"), known)]


def _split_and(name: str, known: KnownNames) -> list[str]:
    found = re.search(r"(?<=[厅局委办部会院署行府])(?:以及|及|和|与)(?=[\u4e00-\u9fff]{3,})", name)
    if found and "（" not in name and clean_name(name) not in known:
        return [name[: found.start()], *_split_and(name[found.end() :], known)]
    return [name]


def _completed(names: list[str]) -> tuple[list[str], list[str]]:
    """Give every name of a list the first part or the ending that stands only once."""
    flags: list[str] = []
    if len(names) > 1 and (prefix := _PREFIX.match(names[0])):
        completed = [_prefixed(name, prefix[1]) for name in names]
        if completed != names:
            flags.append("elided_prefix")
        names = completed
    if (
        len(names) > 1
        and (ending := _ENDING.search(names[-1]))
        and _PLACE.match(names[-1][: ending.start()])
        and not _ALL_PLACES.match(names[-1])
    ):
        completed = list(names)
        level = re.search("[市县区州]$", names[-1][: ending.start()])
        for place in range(len(names) - 2, -1, -1):
            if _PLACE.match(names[place]):
                completed[place] = names[place] + ending[0]
            elif _TOWN.fullmatch(names[place]) and level:
                completed[place] = names[place] + level[0] + ending[0]
            else:
                break
        if completed != names:
            flags.append("elided_ending")
        names = completed
    return names, flags


def _prefixed(name: str, prefix: str) -> str:
    stands_alone = (
        prefix in name
        or name.startswith(
            ("各", "有关", "相关", "国家", "中国", "中央", *_ADMINISTRATIVE, *_PROVINCES)
        )
        or _PLACE.match(name)
        or _ENDING.search(name)
        or not name.endswith(_AGENCY_ENDINGS)
        or re.match(r"^[\u4e00-\u9fff]{2,4}(?:省|市|县|区|州)", name)
    )
    return name if stands_alone else prefix + name
