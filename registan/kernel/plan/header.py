"""Which column of a table is what, by its headings in Russian, Chinese or English, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from registan.kernel.plan.reading import Role
from registan.kernel.plan.term import read_term
from registan.kernel.plan.words import for_matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.grid import Cell, Grid


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
    SECTION = "section"
    NOTE = "note"


ROLE_OF = {Column.LEAD: Role.LEAD, Column.SUPPORT: Role.SUPPORT, Column.RESPONSIBLE: None}
_WORDS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.NUMBER, r"(?:№|n[o°r]?\.?|#)?\s*(?:№\s*)?(?:п\s*[/.-]?\s*п\.?|пп)?|"
        r"(?:порядковый )?номер.*|№.{0,16}|序号|编号|项次|序|ref\.?|"
        r"reference(?: number)?|no\.?|number|item(?: no\.?| number)?|id|s/?n|"
        r"sl\.? ?no\.?|(?:action|measure|milestone|task|commitment) (?:no\.?|number|id|"
        r"#)|шифр|код|code"),
        (Column.SUPPORT, r".*(?:соисполнител|участник|配合|协办|协助|参与|参加|support|partner|"
        r"other (?:agenc|depart|organi)|contribut|cooperat).*"),
        (Column.LEAD, r".*(?:牵头|主办|主责|责任领导单位|\blead\b|leading|головн|координатор\b|"
        r"основной исполнител|ответственный исполнитель$).*"),
        (Column.TERM, r".*(?:срок|период|\bдат[аы]\b|календарн|периодичность|время|完成时间|完成时限|"
        r"时限|时间|期限|进度|起止|周期|年限|完成日期|deadline|time-?\s?line|"
        r"time-?\s?frame|target date|due\b|\bdate\b|\bwhen\b|timing|\bterm\b|schedule|"
        r"period|completion by|by when|start\b|finish\b|frequency).*"),
        (Column.RESPONSIBLE, r".*(?:ответствен|исполнител|责任|承办|主体|实施单位|落实单位|负责|部门|单位|"
        r"responsib|agency|agencies|owner|\bwho\b|executor|implement\w+ (?:body|party|"
        r"agenc|entit|organi)|accountab|department|required or encouraged|assigned).*"),
        (Column.NOTE, r".*(?:примечан|финансир|источник|объ[её]м|стоимость|备注|说明|资金|经费|保障|"
        r"remark|comment|funding|budget|cost|resource|\bstatus\b|progress to date|"
        r"\bnote\b).*"),
        (Column.RESULT, r".*(?:форма|результат|вид документ|показател|механизм|критери|ожидаем|"
        r"завершени|\bитог|отч[её]тност|成果|目标|指标|形式|成效|要求|标准|expected|"
        r"result|output|outcome|measurement|indicator|deliverable|performance|mechanism|"
        r"evidence|target|metric|verification|product|kpi).*"),
        (Column.TEXT, r".*(?:мероприят|\bмер[аы]?\b|наименован|содержан|действи|задач|поручен|работ|"
        r"вопрос|описани|任务|内容|措施|工作|事项|项目|举措|实施路径|做法|activit|"
        r"\bactions?\b|\bmeasures?\b|milestone|\btasks?\b|commitment|description|\bwork|"
        r"initiative|objective|\bsteps?\b|recommendation|obligation|project|"
        r"intervention|deliver).*"),
        (Column.SECTION, r".*(?:раздел|направлен|область|сфера|блок|глава|领域|类别|方向|专项|板块|分类|"
        r"一级|section|area|theme|pillar|chapter|category|work ?stream|\bgoal|priority|"
        r"strand|component).*"),
    )
)  # fmt: skip
_SECTION_HINT = re.compile(
    r"направлен|раздел|блок|方向|领域|类别|专项|板块|主要任务|重点任务|一级|area|"
    r"theme|pillar|priority|goal|objective|category|section"
)
_BEGIN = re.compile(r".*(?:начал|开始|起始|启动|start|begin|from).*")
_END = re.compile(r".*(?:оконч|завершен|конец|结束|完成|截止|end|finish|complet|until|\bto\b).*")
_YEAR_TARGET = re.compile(
    r"(?:19|20|21)\d{2}\s*(?:年|г\.?|год\w*)?\s*(?:目标|target.*|цель|план\w*)?"
)
LONGEST_HEAD = 160
USUAL_HEAD = 45
# What stands in bodies and never in headings: numbers, dates, formulas.
_VALUE = re.compile(r"\s*(?:\d{1,4}(?:[.\-/]\d{1,4})*[.)]?|=.*|\d{5})\s*", re.DOTALL)
ROWS_SEARCHED = 40


@dataclass(frozen=True)
class Header:
    """Roles of the columns, the words of the headings, and where the body begins."""

    columns: tuple[Column | None, ...]
    heads: tuple[str, ...]
    body: int
    start: int = 0

    def of(self, *wanted: Column) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column in wanted]


def role_of(head: str) -> Column | None:
    """The role a heading gives its column; None for words that say nothing."""
    words = for_matching(head).replace("*", "").strip(" .:")
    if not words or len(words) > LONGEST_HEAD:
        return None
    if _YEAR_TARGET.fullmatch(words):
        return Column.RESULT
    return next((column for column, pattern in _WORDS if pattern.fullmatch(words)), None)


def find_header(grid: Grid) -> Header | None:
    """The first row, or pair of rows, that reads as headings of a plan table."""
    for place in range(min(len(grid.rows), ROWS_SEARCHED)):
        row = grid.rows[place]
        if _is_title(row):
            continue
        columns = [role_of(cell.text) if not cell.left else None for cell in row]
        if not _is_header(columns, row):
            continue
        return _finished(grid, place)
    return None


def _is_title(row: Sequence[Cell]) -> bool:
    texts = {cell.text for cell in row if cell.text}
    return len(texts) < 2


def _is_header(columns: Sequence[Column | None], row: Sequence[Cell]) -> bool:
    known = {column for column in columns if column}
    texts = [cell.text for cell in row if cell.text and not cell.left]
    if len(known) < 2 or any(len(text) > LONGEST_HEAD for text in texts):
        return False
    if sum(map(len, texts)) > USUAL_HEAD * len(texts) or any(
        _VALUE.fullmatch(text) for text in texts
    ):
        return False
    main = known & {Column.TEXT, Column.RESULT, Column.SECTION}
    side = known & {Column.TERM, Column.RESPONSIBLE, Column.LEAD, Column.SUPPORT}
    named = sum(1 for column in columns if column)
    return bool(main and side) and named * 2 >= len(texts)


def _finished(grid: Grid, place: int) -> Header:
    """Join a second row of headings, settle rival columns, skip the row of column numbers."""
    row = grid.rows[place]
    heads = [cell.text for cell in row]
    body = place + 1
    if body < len(grid.rows) and _is_second_row(row, grid.rows[body]):
        lower = grid.rows[body]
        heads = [
            upper.text
            if cell.above or cell.text == upper.text
            else f"{upper.text} {cell.text}".strip()
            for upper, cell in zip(row, lower, strict=True)
        ]
        columns = [_lower_role(upper, cell) for upper, cell in zip(row, lower, strict=True)]
        body += 1
    else:
        # A heading merged over two columns governs both.
        columns = [role_of(cell.text) for cell in row]
    if body < len(grid.rows) and is_column_numbers(grid.rows[body]):
        body += 1
    return Header(_settled(columns, heads, grid, body), tuple(heads), body, place)


def _is_second_row(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    split = any(cell.left for cell in upper)
    continued = any(cell.above for cell in lower)
    own = [cell for cell in lower if cell.text and not cell.above and not cell.left]
    if not (split and own) or any(len(cell.text) > 60 for cell in own):
        return False
    under_split = [
        low for up, low, following in zip(upper, lower, [*upper[1:], None], strict=True)
        if (up.left or (following is not None and following.left)) and low.text
    ]  # fmt: skip
    filled_elsewhere = [
        low
        for up, low in zip(upper, lower, strict=True)
        if low.text and not low.above and low not in under_split
    ]
    return bool(under_split) and (continued or not filled_elsewhere)


def _lower_role(upper: Cell, lower: Cell) -> Column | None:
    above = role_of(upper.text)
    if lower.above or not lower.text:
        return above
    words = for_matching(lower.text)
    if above == Column.TERM or role_of(lower.text) == Column.TERM:
        if _BEGIN.fullmatch(words):
            return Column.TERM_FROM
        if _END.fullmatch(words):
            return Column.TERM_TO
    return role_of(lower.text) or above


def is_column_numbers(row: Sequence[Cell]) -> bool:
    """A row 1 2 3 4 below the headings."""
    texts = [cell.text.strip(" ().") for cell in row if cell.text and not cell.left]
    return (
        len(texts) >= 3
        and all(text.isdigit() for text in texts)
        and [int(text) for text in texts] == list(range(int(texts[0]), int(texts[0]) + len(texts)))
    )


def _settled(
    columns: list[Column | None], heads: Sequence[str], grid: Grid, body: int
) -> tuple[Column | None, ...]:
    settled = list(columns)
    terms = [place for place, column in enumerate(settled) if column == Column.TERM]
    if len(terms) == 2 and not grid.rows[body - 1][terms[1]].left:
        first, second = (for_matching(heads[place]) for place in terms)
        if _BEGIN.fullmatch(first) and _END.fullmatch(second):
            settled[terms[0]], settled[terms[1]] = Column.TERM_FROM, Column.TERM_TO
    _settle_texts(settled, heads, grid, body)
    numbers = [place for place, column in enumerate(settled) if column == Column.NUMBER]
    for place in numbers[1:]:
        settled[place] = Column.NOTE
    return tuple(settled)


def _settle_texts(
    settled: list[Column | None], heads: Sequence[str], grid: Grid, body: int
) -> None:
    """Of several text columns one is the measure; those merged downwards before it are sections."""
    texts = [
        place
        for place, column in enumerate(settled)
        if column == Column.TEXT and not _same_as_left(grid, body, place)
    ]
    for place, column in enumerate(settled):
        if column == Column.TEXT and place not in texts:
            settled[place] = None
    if not texts:
        candidates = [
            place
            for place, column in enumerate(settled)
            if column in {Column.RESULT, Column.SECTION, None}
        ]
        if candidates:
            settled[max(candidates, key=lambda place: _length(grid, body, place))] = Column.TEXT
        return
    if len(texts) == 1:
        return
    main = max(
        texts, key=lambda place: (not _merges_down(grid, body, place), _length(grid, body, place))
    )
    for place in texts:
        if place == main:
            continue
        before = place < main
        is_section = before and (
            _merges_down(grid, body, place) or _SECTION_HINT.search(for_matching(heads[place]))
        )
        settled[place] = Column.SECTION if is_section else Column.RESULT
    if main != texts[0] and settled[texts[0]] == Column.RESULT:
        # A short column before the long one, with a text in every row: the measure's name and its content.
        settled[texts[0]], settled[main] = Column.TEXT, Column.RESULT


def _same_as_left(grid: Grid, body: int, place: int) -> bool:
    return place > 0 and all(
        row[place].left for row in grid.rows[body : body + 30] if row[place].text
    )


def _merges_down(grid: Grid, body: int, place: int) -> bool:
    rows = grid.rows[body : body + 200]
    merged = sum(1 for row in rows if row[place].above)
    blank = sum(1 for row in rows if not row[place].text)
    return merged > 0 or blank * 2 > len(rows)


def _length(grid: Grid, body: int, place: int) -> float:
    texts = [
        row[place].text
        for row in grid.rows[body : body + 60]
        if not row[place].left and not row[place].above
    ]
    return sum(map(len, texts)) / max(1, len(texts))


def guess_columns(grid: Grid) -> tuple[Column | None, ...]:
    """Roles by what stands in the columns, for a table without headings: to be asked, never silent."""
    width = grid.width
    guessed: list[Column | None] = [None] * width
    shares = {place: _shape(grid, place) for place in range(width)}
    free = set(range(width))
    if numbers := [place for place in sorted(free) if shares[place][0] > 0.5]:
        guessed[numbers[0]] = Column.NUMBER
        free.discard(numbers[0])
    if terms := [place for place in free if shares[place][1] > 0.4]:
        best = max(terms, key=lambda place: shares[place][1])
        guessed[best] = Column.TERM
        free.discard(best)
    filled = sorted(place for place in free if shares[place][2] > 0)
    if len(filled) > 1:
        bodies = max(filled, key=lambda place: (_share_of_bodies(grid, place), place))
        guessed[bodies] = Column.RESPONSIBLE
        filled.remove(bodies)
    if filled:
        text = max(filled, key=lambda place: shares[place][2])
        for place in filled:
            guessed[place] = Column.TEXT if place == text else Column.RESULT
    return tuple(guessed)


_BODY_LIKE = re.compile(
    r"министерств|\bмин[а-я]+|комитет|агентств|служб|орган|правительств|секретариат|"
    r"совет|государства|департамент"
    r"|[厅局委部署会行]$|政府|单位|成员国|ministr|department|agenc|council|"
    r"committee|secretariat|office|states\b",
    re.IGNORECASE,
)


def _share_of_bodies(grid: Grid, place: int) -> float:
    texts = [row[place].text for row in grid.rows[:200] if row[place].text and not row[place].left]
    named = sum(1 for text in texts if _BODY_LIKE.search(text) and len(text) < 250)
    starts = sum(1 for text in texts if _BODY_LIKE.match(text[:12]) or text[:1].islower())
    return (named + starts) / max(1, len(texts))


def _shape(grid: Grid, place: int) -> tuple[float, float, float]:
    """Share of number-like cells, share of cells that read as terms, mean length."""
    cells = [row[place] for row in grid.rows[:200] if row[place].text and not row[place].left]
    if not cells:
        return 0.0, 0.0, 0.0
    numbers = sum(
        1
        for cell in cells
        if re.fullmatch(r"[A-ZА-Я]?\d{1,3}(?:[.-]\d{1,3})*[.)]?|=ROW.*", cell.text.strip())
    )
    terms = sum(1 for cell in cells if len(cell.text) < 120 and _is_term(cell))
    return (
        numbers / len(cells),
        terms / len(cells),
        sum(len(cell.text) for cell in cells) / len(cells),
    )


def _is_term(cell: Cell) -> bool:
    if "date" in cell.flags or re.match(r"=DATE", cell.text):
        return True
    term = read_term(cell.text)
    return term.recurrence != "unknown" and not re.fullmatch(r"\d{1,3}", cell.text.strip())
