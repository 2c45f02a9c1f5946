"""Whether a name in a responsible cell is a natural person's: such names are not kept."""

from __future__ import annotations

import re
from functools import lru_cache

from registan.kernel.plan.actor_words import NAMES_KEPT
from registan.kernel.plan.words import one_line

# Letters of the Cyrillic alphabets of the region, not of Russian alone.
_UP, _LOW = "А-ЯЁЎҚҒҲӘІҢҮҰӨҺҶӢӮ", "а-яёўқғҳәіңүұөһҷӣӯ"
_WORD = f"[{_UP}][{_LOW}]+"
_RU = re.compile(
    rf"(?:г-?н\.?|г-?жа|господин|госпожа|товарищ|тов\.)\s*[{_UP}]"
    rf"|\b{_WORD}(?:-{_WORD})?\s+[{_UP}]\.\s?(?:[{_UP}]\.)?"
    rf"|\b[{_UP}]\.\s?(?:[{_UP}]\.)?\s?[{_UP}][{_LOW}]{{2,}}"
    rf"|\b{_WORD}\s+{_WORD}\s+{_WORD}(?:вич|вна|ична)\b"
    rf"|\b{_WORD}\s+{_WORD}(?:\s+{_WORD})?\s*-?(?:[уўо]г[иы]?л[иы]|ўғли|қизи|кызы|уулу)\b"
)
_EN = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+[A-Z]|"
    r"\b[A-Z][a-z]+\s+[A-Z]\.\s?(?:[A-Z]\.?)?$|"
    r"^[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z]{2,}$"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡"
    "余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯"
    "龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_ZH = re.compile(
    rf"^[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志|先生|女士|局长|厅长|部长|主任|处长|市长|书记)$"
    rf"|(?:局长|厅长|部长|主任|处长|市长|书记|省长)[:：]?[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志)?$"
    rf"|^[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}同志"
)
# Looser, for columns headed "responsible person": a bare Chinese name, or two or three names in capitals.
_BARE = re.compile(
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|{_WORD}(?:[ -]{_WORD}){{1,2}}|[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}"
)
_BODY = re.compile(
    r"[部局委厅办会院署行府处省市县区州镇组站校所社国司]$|министерств|комитет|агентств|секретариат|служб|"
    r"управлени|департамент|банк|совет|республик|ministry|department|office|council|committee|agency|"
    r"secretariat|bank|service|bureau|state",
    re.IGNORECASE,
)
_PLACES = re.compile(r"им\.\s|имени\s")


@lru_cache(maxsize=NAMES_KEPT)
def is_person(name: str) -> bool:
    """Whether the name is a person's: initials beside a surname, a form of address, a patronymic."""
    text = one_line(name)
    if _PLACES.search(text):
        return False  # an institution named after someone
    return bool(_RU.search(text) or _EN.search(text) or _ZH.search(text))


def may_be_person(name: str) -> bool:
    """Whether a name in a column headed for persons is one, where nothing says that it is a body."""
    text = one_line(name)
    return is_person(text) or bool(_BARE.fullmatch(text) and not _BODY.search(text))
