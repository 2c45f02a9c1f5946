"""Columns of a table of counts by their headings, and the headings of tables on natural persons."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a column is -> how it is headed, folded.
HEADINGS: dict[str, frozenset[str]] = {
    "place": frozenset({
        "state", "place", "iso2", "iso3", "country", "country code", "location", "государство",
        "территория", "国家", "地区", "ref area",
    }),
    "area": frozenset({"area", "region", "subdivision", "регион", "область", "行政区"}),
    "condition": frozenset({"condition", "disease", "болезнь", "заболевание", "疾病", "病种"}),
    "period": frozenset({
        "period", "date", "week", "time period", "период", "дата", "неделя", "日期", "周", "时期",
    }),
    "measure": frozenset({"measure", "indicator", "показатель", "指标"}),
    "value": frozenset({"value", "count", "obs value", "число", "значение", "数值", "人数"}),
    "sex": frozenset({"sex", "пол", "性别"}),
    "age": frozenset({"age", "age group", "возраст", "年龄", "年龄组"}),
    "definition": frozenset({"definition", "определение", "定义"}),
}  # fmt: skip
MEASURES: dict[str, str] = {
    "cases": "cases", "new cases": "cases", "случаи": "cases", "病例": "cases", "病例数": "cases",
    "deaths": "deaths", "new deaths": "deaths", "смерти": "deaths", "умершие": "deaths",
    "死亡": "deaths", "死亡数": "deaths", "hospitalised": "hospitalised",
    "hospitalized": "hospitalised", "госпитализированные": "hospitalised", "住院": "hospitalised",
}  # fmt: skip
# A table that tells which of its rows are of an exercise has such a column.
EXERCISE = frozenset({"exercise", "drill", "simulation", "учение", "演练", "演习"})
_REAL = frozenset({"", "0", "no", "false", "нет", "否"})
# A table with one row a person has such columns. We keep nothing on natural persons.
_PERSONAL = re.compile(
    r"\b(?:first|last|given|family|full|patient)? ?name\b|surname|patronymic|\bpatient|case ?id\b|"
    r"birth|\bdob\b|passport|national id|\bphone\b|home address|onset date|date of onset|"
    r"фамилия|\bимя\b|отчество|\bфио\b|ф и о|рожден|паспорт|пациент|телефон|姓名|出生|身份证|患者|电话",
    re.IGNORECASE,
)


def folded(heading: str) -> str:
    """A heading as compared: NFKC, no case, one blank for underscores, hyphens and dots."""
    text = unicodedata.normalize("NFKC", heading).casefold().replace("ё", "е")
    return re.sub(r"[\s_.:-]+", " ", text).strip()


def column_of(heading: str) -> str:
    """What a column holds; "" where the heading says nothing to us."""
    word = folded(heading)
    return next((name for name, words in HEADINGS.items() if word in words), "")


def personal(headings: list[str]) -> list[str]:
    """Headings that speak of natural persons.

    >>> personal(["state", "Patient name", "дата рождения"])
    ['Patient name', 'дата рождения']
    """
    return [each for each in headings if _PERSONAL.search(folded(each))]


def is_of_exercise(rows: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether any row of a table says that it is of an exercise.

    >>> is_of_exercise([(1, ["week", "Exercise"]), (2, ["2026-W01", "yes"])])
    True
    """
    headings = [folded(each) for each in rows[0][1]] if rows else []
    told = [place for place, each in enumerate(headings) if each in EXERCISE]
    return any(
        place < len(cells) and folded(cells[place]) not in _REAL
        for _, cells in rows[1:]
        for place in told
    )
