"""What a column of a plan table holds, by the words of its heading in Russian, Chinese or English."""

from __future__ import annotations

import re
from enum import StrEnum

from registan.kernel.plan.reading import Role
from registan.kernel.plan.words import for_matching


class Column(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    RESULT = "result"
    TERM = "term"
    TERM_FROM = "term_from"
    TERM_TO = "term_to"
    RESPONSIBLE = "responsible"
    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    SECTION = "section"
    NOTE = "note"


# In the order in which their names are given.
NAMING = (Column.LEAD, Column.RESPONSIBLE, Column.SUPPORT)
ROLE_OF = {Column.LEAD: Role.LEAD, Column.SUPPORT: Role.SUPPORT, Column.RESPONSIBLE: None}
LONGEST_HEAD = 160
# "№" has become "no" in the words as they are compared.
_NUMBER = re.compile(
    r"(?:n[o°r]?\.?|#)?\s*(?:no\s*)?(?:п\s*[/.-]?\s*п\.?|пп)?|(?:no){1,2}\.?(?![a-z]).{0,18}"
    r"|(?:порядковый )?номер.*|(?:шифр|код)(?: \w+)?|пункты?(?: (?:плана|программы|решения|поручения))?"
    r"|(?:项目|任务|措施|事项|工作|条目)?(?:序号|编号)|项次|序"
    r"|(?:ref|reference|item)\.?(?: (?:no\.?|number|id|#))?|number|id|code|s/?n|s[rl]?\.? ?no\.?"
    r"|(?:action|measure|milestone|task|commitment|recommendation|activity) (?:no\.?|number|id|#|ref\.?)"
)
# The first line whose words stand in the heading decides: "ответственный исполнитель" before "исполнитель".
_WORDS: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (Column.PERSON, (
        r"\bф\.?\s?и\.?\s?о\b|(?:ответственн|контактн)\w+ лиц|должностн\w+ лиц",
        r"责任人|责任领导(?!单位)|负责人|联系人|分管领导",
        r"contact|focal point|responsible (?:person|official|officer)|person in charge",
    )),
    (Column.SUPPORT, (
        r"^(?!исполнител|ответственн).*соисполнител|участник|участвующ|партн[её]р",
        r"配合|协办|协助|协同|参与|参加",
        r"support|partner|other (?:agenc|depart|organi)|contribut|cooperat|participat",
    )),
    (Column.LEAD, (
        r"головн|координатор\b|основной исполнител|ведущ\w+ (?:исполнител|орган|ведомств)|"
        r"^ответственный исполнитель$",
        r"牵头|主办|主责|责任领导单位",
        r"\blead\b|leading|\bchair",
    )),
    (Column.TERM, (
        r"^(?:начало|окончание|завершение)\b|срок|период|\bдат[аы]\b|календарн|\bкогда\b|дедлайн|"
        r"время (?:исполнен|выполнен|проведен)|^квартал|^годы?\b(?! \d)",
        r"^(?:开始|结束|起始|截止)|时间|时限|期限|进度|起止|周期|年限|节点|日期",
        r"deadline|time-?\s?(?:line|frame|scale)|(?:target|expected|planned) (?:date|completion)|"
        r"completion date|delivery date|^(?:years?|quarters?)$|by when|due\b|\bdates?\b|\bwhen\b|timing|"
        r"(?<!-)\bterm\b(?!-)|"
        r"schedule|period|completion by|start\b|finish\b|frequency|^(?:from|to|until|end)$",
    )),
    (Column.RESPONSIBLE, (
        r"^(?:ведомств|орган|государств|стран)\w*|организаци\w+-исполнител|"
        r"ответствен|отвечает|исполнител|\bкто\b|кому поручен|куратор|уполномоченн\w+ орган",
        r"责任|承办|主体|^分工|实施单位|落实单位|负责|部门|单位|机构|^成员国",
        r"responsib|agency|agencies|owner|\bwho\b|executor|accountab|by whom|department|assigned|"
        r"implement\w+ (?:body|party|agenc|entit|organi|partner)|required or encouraged|"
        r"^(?:executing |implementing )?(?:body|bodies|institutions?|organi[sz]ations?|state|country)s?$",
    )),
    (Column.NOTE, (
        r"примечан|финансир|источник|объ[её]м|стоимость|статус|ход выполнен|отметк",
        r"备注|说明|资金|经费|保障|进展",
        r"remark|comment|funding|budget|cost|resource|\bstatus\b|progress to date|\bnotes?\b",
    )),
    (Column.RESULT, (
        r"форма|результат|вид документ|показател|индикатор|механизм|критери|ожидаем|завершени|"
        r"\bитог|отч[её]тност",
        r"成果|目标|指标|形式|成效|要求|标准",
        r"expected|result|output|outcome|measurement|indicator|deliverable|performance|mechanism|"
        r"evidence|target|metric|verification|product|kpi",
    )),
    (Column.TEXT, (
        r"мероприят|\bмер[аы]?\b|наименован|содержан|действи|задач|поручен|работ|вопрос|описани|"
        r"инициатив|предложени|что с?дела\w+|\bпункт|\bпроект",
        r"任务|内容|措施|工作|事项|项目|举措|实施路径|做法|要点|行动",
        r"activit|\bactions?\b|\bmeasures?\b|milestone|\btasks?\b|commitment|description|\bwork|"
        r"initiative|objective|\bsteps?\b|recommendation|obligation|project|intervention|deliver|"
        r"\bwhat\b",
    )),
    (Column.SECTION, (
        r"раздел|направлен|область|сфера|блок|глава|приоритет|^(?:\w+ )?цел[ьи]$",
        r"领域|类别|方向|专项|板块|分类|一级",
        r"section|area|theme|pillar|chapter|category|work ?stream|\bgoal|priority|strand|component",
    )),
)  # fmt: skip
_PATTERNS = tuple((column, re.compile("|".join(words))) for column, words in _WORDS)
_SECTION_HINT = re.compile(
    r"направлен|раздел|блок|\bцел[ьи]\b|приоритет|方向|领域|类别|专项|板块|主要任务|重点任务|一级|area|"
    r"theme|pillar|priority|goal|objective|category|section"
)
_BEGIN = re.compile(r"начал|开始|起始|启动|start|begin|from")
_END = re.compile(r"^to$|оконч|завершен|конец|结束|完成|截止|end|finish|complet|until|\bto\b")
_YEAR_TARGET = re.compile(
    r"(?:19|20|21)\d{2}\s*(?:年|г\.?|год\w*)?\s*(?:目标|target.*|цель|план\w*)?"
)


def role_of(head: str) -> Column | None:
    """The role a heading gives its column; None for words that say nothing."""
    words = for_matching(head).replace("*", "").strip(" .:")
    if not words or len(words) > LONGEST_HEAD:
        return None
    if _YEAR_TARGET.fullmatch(words):
        return Column.RESULT
    if _NUMBER.fullmatch(words):
        return Column.NUMBER
    return next((column for column, pattern in _PATTERNS if pattern.search(words)), None)


def is_year(head: str) -> bool:
    """A year alone, as it stands over a column of targets."""
    return re.fullmatch(r"\s*(?:19|20|21)\d{2}\s*", head) is not None


def begins_or_ends(head: str) -> Column | None:
    """TERM_FROM or TERM_TO for the heading of a column that holds one end of the term."""
    words = for_matching(head)
    if _BEGIN.search(words):
        return Column.TERM_FROM
    return Column.TERM_TO if _END.search(words) else None


def names_an_aim(head: str) -> bool:
    """Whether the heading names aims: sections before the measures, results after them."""
    return re.search(r"\bцел[ьи]\b|\bgoal|objective|目标", for_matching(head)) is not None


def names_a_section(head: str) -> bool:
    """Whether a column of texts so headed may hold sections rather than measures."""
    return _SECTION_HINT.search(for_matching(head)) is not None
