"""Words that stand for a group of actors. A group is never expanded silently."""

from __future__ import annotations

import re
from functools import lru_cache

from registan.kernel.plan.actor_words import NAMES_KEPT, fold_name
from registan.kernel.plan.reading import ActorKind

# Which organisation's members are meant is no matter here: "上海合作组织成员国", "SCO Member States".
_ZH_ORGANISATION = r"(?:[\u4e00-\u9fff]{2,10}组织)?"
_ACRONYM = re.compile(r"\b[A-ZА-ЯЁ]{2,6}\b")
_ORGANISATION = r"(?: (?:сотрудничества|организации|объединения|комиссии|союза))*"
_INTERESTED = re.compile(
    rf"(?:заинтересованные|желающие|присоединившиеся)(?: (?:государства|страны|"
    rf"стороны))[- ]*(?:члены|участники)?{_ORGANISATION}"
    r"|заинтересованные стороны"
    r"|interested (?:member )?(?:states|countries|parties|members)(?: of the \w+)?"
    rf"|(?:有关|感兴趣的|有意愿的|有意的|相关|愿意参加的){_ZH_ORGANISATION}(?:成员国|各方)"
)
_ALL = re.compile(
    rf"(?:все )?(?:государства|страны)[- ]*(?:члены|участники){_ORGANISATION}|"
    rf"все (?:государства|стороны|члены)|стороны"
    r"|(?:all )?member (?:states|countries)(?: of the \w+)?|all (?:states|members|parties)"
    rf"|(?:各|全体|所有)?{_ZH_ORGANISATION}成员国|各方|各国"
)
_GROUP = re.compile(
    # Open lists, and lower-case plurals: "центральные банки государств-членов".
    r"(?:заинтересованн|иные |другие |прочие |соответствующие |уполномоченные|компетентные).*"
    r"|(?:[а-я-]+(?:ые|ие) (?:и |\([а-я-]+(?:ые|ие)\) )?){1,3}[а-я-]+[аыия]\b.*"
    r"|(?:органы|министерства|ведомства|правительства|акиматы|хокимияты|предприятия|организации|"
    r"учреждения|субъекты|службы|банки|вузы|университеты|администрации|[а-я]*исполкомы)\b.*"
    r"|(?:all|other|relevant|interested|competent|appropriate|concerned|local authorities)\b.*"
    r"|(?:(?!of\b|on\b)[\w()'-]+ ){0,4}(?:agencies|departments|ministries|governments|authorities|"
    r"bodies|banks|organi[sz]ations|institutions|companies|enterprises|universities|centres|centers|"
    r"coordinators)\b(?: (?:of|in|at) .*)?"
    r"|(?:.+s|[\w-]+s of .+) of (?:the )?member states"
    rf"|(?:各|有关|相关|其他).*|{_ZH_ORGANISATION}成员国.+|.*(?:主管|有关|相关|各)(?:部门|单位|机构)"
)
_OPEN_GROUP = re.compile(r"заинтересованн|иные|другие|прочие|соответств|уполном|компетентн|.*орган")
_PROPER_PLURAL = re.compile(
    r"[А-ЯЁ][а-яё-]+(?:ые|ие)\s|United\s|(?:Council|Meeting|Conference|Committee|Group|Forum)\b"
)


@lru_cache(maxsize=NAMES_KEPT)
def kind_of(name: str, lang: str = "") -> ActorKind:
    """What a name is: one actor, a group, all members, or the open group of interested members."""
    readings = (_folded(name), _folded(_ACRONYM.sub(" ", name)))
    if any(map(_INTERESTED.fullmatch, readings)):
        return ActorKind.INTERESTED_MEMBERS
    if any(map(_ALL.fullmatch, readings)):
        return ActorKind.ALL_MEMBERS
    is_group = any(map(_GROUP.fullmatch, readings)) and not (
        _PROPER_PLURAL.match(name) and not _OPEN_GROUP.match(readings[0])
    )
    return ActorKind.GROUP if is_group else ActorKind.NAME


def _folded(name: str) -> str:
    return fold_name(name).replace(" - ", "-").replace("- ", "-").replace(" -", "-")
