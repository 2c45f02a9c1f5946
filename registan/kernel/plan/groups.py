"""Words that stand for a group of actors. A group is never expanded silently."""

from __future__ import annotations

import re
from functools import lru_cache

from registan.kernel.plan.actor_words import NAMES_KEPT, fold_name
from registan.kernel.plan.reading import ActorKind

_ORGANISATION = r"(?: (?:шос|сотрудничества|организации|объединения|комиссии|союза))*"
_INTERESTED = re.compile(
    rf"(?:заинтересованные|желающие|присоединившиеся)(?: (?:государства|страны|"
    rf"стороны))[- ]*(?:члены|участники)?{_ORGANISATION}"
    r"|заинтересованные стороны"
    r"|interested (?:sco )?(?:member )?(?:states|countries|parties|members)(?: of the \w+)?"
    r"|(?:有关|感兴趣的|有意愿的|有意的|相关|愿意参加的)(?:上合组织)?(?:成员国|各方)"
)
_ALL = re.compile(
    rf"(?:все )?(?:государства|страны)[- ]*(?:члены|участники){_ORGANISATION}|"
    rf"все (?:государства|стороны|члены)|стороны"
    r"|(?:all )?(?:sco )?member (?:states|countries)(?: of the \w+)?|all (?:states|members|parties)"
    r"|(?:各|全体|所有)?(?:上合组织)?成员国|各方|各国"
)
_GROUP = re.compile(
    r"заинтересованн|иные |другие |прочие |соответствующие |уполномоченные|"
    r"компетентные|республиканские органы|органы |"
    r"местные |федеральные органы|центральные (?:государственные )?органы|"
    r"государственные органы|территориальные|"
    r"министерства|ведомства|правительства |акиматы|хокимияты|предприятия|организации|субъекты |национальные "
    r"|all |other |relevant |interested |agencies\b|departments\b|ministries\b|"
    r"local |national |state governments"
    r"|各|有关|相关|其他"
)


@lru_cache(maxsize=NAMES_KEPT)
def kind_of(name: str, lang: str = "") -> ActorKind:
    """What a name is: one actor, a group, all members, or the open group of interested members."""
    folded = fold_name(name).replace(" - ", "-").replace("- ", "-").replace(" -", "-")
    if _INTERESTED.fullmatch(folded):
        return ActorKind.INTERESTED_MEMBERS
    if _ALL.fullmatch(folded):
        return ActorKind.ALL_MEMBERS
    return ActorKind.GROUP if _GROUP.match(folded) else ActorKind.NAME
