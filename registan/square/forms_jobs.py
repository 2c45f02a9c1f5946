"""Filters of the letter log; they live in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms

from registan.jobs.queries import LETTER_STATUSES
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import QueryDict


@dataclass(frozen=True)
class Chosen:
    """What the reader of the log asked for; what makes no sense counts as not asked."""

    username: str
    status: str
    page: int


def _statuses() -> list[tuple[str, str]]:
    named = [(name, say(f"letters.status.{name}")) for name in LETTER_STATUSES]
    return [("", say("letters.status.all")), *named]


class LetterFilter(forms.Form):
    username = forms.CharField(required=False, max_length=60)
    status = forms.ChoiceField(required=False, choices=_statuses)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.fields["username"].label = say("letters.username")
        self.fields["status"].label = say("letters.status")

    def chosen(self) -> Chosen:
        """The filter as far as it is valid."""
        self.is_valid()
        valid = self.cleaned_data
        return Chosen(
            valid.get("username") or "", valid.get("status") or "", valid.get("page") or 1
        )
