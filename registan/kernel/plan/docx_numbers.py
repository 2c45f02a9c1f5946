"""Word's automatic list numbers, as they are printed (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_HAN_DIGITS = "零一二三四五六七八九"


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


class Numbering:
    """Counters of all lists of a document; `next` is asked paragraph by paragraph."""

    def __init__(self, tree: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if tree is None:
            return
        for abstract in tree.findall(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = {
                int(level.get(W + "ilvl", "0")): _level(level)
                for level in abstract.findall(W + "lvl")
            }
        for listed in tree.findall(W + "num"):
            self._add(listed)

    def _add(self, listed: Any) -> None:
        identity = listed.get(W + "numId", "")
        abstract = listed.find(W + "abstractNumId")
        if abstract is None:
            return
        self._abstract[identity] = abstract.get(W + "val", "")
        self._overrides[identity] = {}
        for override in listed.findall(W + "lvlOverride"):
            start = override.find(W + "startOverride")
            if start is not None:
                level = int(override.get(W + "ilvl", "0"))
                self._overrides[identity][level] = int(start.get(W + "val", "1"))

    def next(self, identity: str, level: int) -> str:
        """The number of the next paragraph of this list at this level; "" for bullets."""
        levels = self._levels.get(self._abstract.get(identity, ""))
        if not levels or level not in levels:
            return ""
        # Lists that restart have counters of their own; others share those of the abstract list.
        owner = identity if self._overrides[identity] else self._abstract[identity]
        counters = self._counters.setdefault(owner, {})
        start = self._overrides[identity].get(level, levels[level].start)
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [each for each in counters if each > level]:
            del counters[deeper]
        form = levels[level]
        if form.form in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda found: self._shown(counters, levels, int(found[1]) - 1), form.text)

    @staticmethod
    def _shown(counters: dict[int, int], levels: dict[int, _Level], level: int) -> str:
        known = levels.get(level, _Level())
        return _formed(counters.get(level, known.start), known.form)


def _level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(W + name)
        return found.get(W + "val", default) if found is not None else default

    return _Level(int(value("start", "1") or 1), value("numFmt", "decimal"), value("lvlText", ""))


def _formed(number: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in {"russianLower", "russianUpper"}:
        letters = "абвгдежзиклмнопрстуфхцчшщэюя"
        letter = letters[(number - 1) % len(letters)]
        return letter.upper() if form == "russianUpper" else letter
    if form.startswith(("chinese", "ideograph", "japanese", "taiwanese")):
        return _han(number)
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
             (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    written = ""
    for value, sign in signs:
        while number >= value:
            written += sign
            number -= value
    return written


def _han(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _HAN_DIGITS[tens]) + "十" if tens else ""
    return head + (_HAN_DIGITS[ones] if ones else "")
