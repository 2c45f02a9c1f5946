"""Headings that govern rows: how deep each one stands, by the form of its number."""

from __future__ import annotations

import re

from registan.kernel.plan.words import language_of

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?:часть|part|第[一二三四五六七八九十]+部分)\b", re.IGNORECASE)),
    (
        "chapter",
        re.compile(
            r"(?:глава|раздел|chapter|section|第[一二三四五六七八九十]+[章节])", re.IGNORECASE
        ),
    ),
    ("roman", re.compile(r"[IVXІХ]{1,5}[.)\s]")),
    ("han", re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")),
    ("han_bracket", re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")),
    ("letter", re.compile(r"[A-ZА-Я][.)]\s")),
    ("two_figures", re.compile(r"\d{1,2}\.\d{1,2}\.?\s")),
    ("figure", re.compile(r"\d{1,2}[.、)\s]")),
    ("small_letter", re.compile(r"[a-zа-я][.)]\s")),
)


def form_of(title: str) -> str:
    """The form of a heading's number; "plain" where it has none."""
    return next((name for name, pattern in _FORMS if pattern.match(title)), "plain")


LONGEST_HEADING, LONGEST_HAN_HEADING = 120, 40
_MARKED = frozenset({"part", "chapter", "roman", "han", "han_bracket", "letter"})


def reads_as_heading(line: str) -> bool:
    """Whether a plain line is a heading by its number: short, and no sentence."""
    longest = LONGEST_HAN_HEADING if language_of(line) == "zh" else LONGEST_HEADING
    return len(line) <= longest and line[-1:] not in ".;:。；：,，" and form_of(line) in _MARKED


class Sections:
    """The headings in force, outermost first."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, str]] = []
        self._fresh = False

    def enter(self, title: str) -> None:
        """A heading begins. It replaces one of its own form, or stands below a heading just entered."""
        form = form_of(title)
        forms = [each for each, _ in self._stack]
        if form in forms:
            del self._stack[forms.index(form) :]
        elif not self._fresh and (form == "plain" or forms[:1] == ["plain"]):
            self._stack.clear()
        self._stack.append((form, title))
        self._fresh = True

    def row_read(self) -> None:
        """A measure was read under the headings in force."""
        self._fresh = False

    def clear(self) -> None:
        self._stack.clear()
        self._fresh = False

    @property
    def titles(self) -> list[str]:
        return [title for _, title in self._stack]
