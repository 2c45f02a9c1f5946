"""Fields for figures as people write them: 2,5 and 20 592 571, several in a line, several lines."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from registan.web.texts import say

_BLANKS = re.compile(r"(?<=\d)[\s\u00a0\u202f'](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,12})?", re.ASCII)


class NumberField(forms.CharField):
    """A number; `whole`: without a fraction. Empty is None where it is not required."""

    def __init__(self, *, whole: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "figure"})
        )
        super().__init__(max_length=40, **kwargs)
        self.whole = whole

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return number(text, whole=self.whole) if text else None


class NumbersField(forms.CharField):
    """`rows` lines of `many` numbers each, with blanks or semicolons between them."""

    def __init__(self, *, many: int, rows: int = 1, **kwargs: Any) -> None:
        widget = (
            forms.TextInput() if rows == 1 else forms.Textarea(attrs={"rows": rows, "class": "low"})
        )
        super().__init__(max_length=400, widget=widget, **kwargs)
        self.many, self.rows = many, rows

    def clean(self, value: Any) -> Any:
        found = [
            [number(each) for each in re.split(r"[\s;]+", line.strip())]
            for line in super().clean(value).splitlines()
            if line.strip()
        ]
        if len(found) != self.rows or any(len(row) != self.many for row in found):
            raise ValidationError(say("scenario.numbers_unreadable", n=self.many * self.rows))
        return found if self.rows > 1 else found[0]


def number(text: str, *, whole: bool = False) -> Any:
    """What a person typed, as int or float. Raises ValidationError with a sentence.

    >>> number("20 592 571", whole=True), number("2,5")
    (20592571, 2.5)
    """
    bare = _BLANKS.sub("", text.strip())
    if not _NUMBER.fullmatch(bare) or (whole and not bare.lstrip("-").isdecimal()):
        raise ValidationError(say("scenario.number_unreadable"))
    return int(bare) if whole else float(bare.replace(",", "."))
