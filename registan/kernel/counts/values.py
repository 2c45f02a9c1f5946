"""Figures as written in a cell."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"(-?\d{1,40})(?:\.0{1,6})?", re.ASCII)
_SAID_NONE = frozenset({
    "nr", "n/r", "na", "n/a", "nan", "not reported", "нет данных", "не сообщено", "未报告", "无数据",
})  # fmt: skip
_AGE = re.compile(r"\d{1,3}-\d{1,3}|\d{1,3}\+", re.ASCII)
SEXES = {"f": "f", "m": "m", "ж": "f", "м": "m", "女": "f", "男": "m", "female": "f", "male": "m",
         "": "", "t": "", "_t": "", "total": ""}  # fmt: skip


class NoFigure(ValueError):
    """What stands in a cell is no figure. `code` is one of the problem codes."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_value(text: str, *, blank_says_none: bool = False) -> int | None:
    """A whole number, or None where the sender says that it has none. Raises NoFigure.

    >>> parse_value("12"), parse_value("12.0"), parse_value("NR"), parse_value("-3")
    (12, 12, None, -3)
    """
    text = text.strip()
    if found := _WHOLE.fullmatch(text):
        return int(found[1])
    if not text:
        if blank_says_none:
            return None
        raise NoFigure("value_missing")
    if text.casefold() in _SAID_NONE:
        return None
    raise NoFigure("value_not_whole")


def parse_band(sex: str, age: str) -> tuple[str, str]:
    """Sex and age band; both empty for everybody. Raises NoFigure.

    >>> parse_band("F", "0–4")
    ('f', '0-4')
    """
    known = SEXES.get(sex.strip().casefold())
    if known is None:
        raise NoFigure("sex_unknown")
    band = age.strip().replace("–", "-").replace("—", "-").upper()
    if band in {"", "_T", "TOTAL"}:
        return known, ""
    if not _AGE.fullmatch(band):
        raise NoFigure("age_unknown")
    return known, band
