"""Reading entries: the history of a thing, the last acts, each as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from registan.ledger.models import Entry
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from registan.ledger.audience import Viewer

# The upper floors tell how a recorded code is said in words: {"state": lambda key, lang: …}.
_wordings: dict[str, Callable[[Any, str], str]] = {}


def register_wording(fact: str, wording: Callable[[Any, str], str]) -> None:
    """Say how the recorded fact called `fact` reads in a language."""
    _wordings[fact] = wording


@dataclass(frozen=True)
class Line:
    """One act as a sentence."""

    number: int
    at: datetime
    sentence: str
    subject: str
    actor: str


def history(subject: str, viewer: Viewer, *, limit: int = 100) -> list[Line]:
    """Acts on `subject` and on what belongs to it, latest first, as far as the reader may see."""
    entries = Entry.objects.visible_to(viewer).filter(
        Q(subject=subject) | Q(subject__startswith=f"{subject}:")
    )
    return lines(entries.order_by("-id")[:limit])


def last_acts(viewer: Viewer, *, limit: int = 10) -> list[Line]:
    """The latest acts that the reader may see."""
    return lines(Entry.objects.visible_to(viewer).order_by("-id")[:limit])


def lines(entries: Iterable[Entry]) -> list[Line]:
    """Entries as sentences in the reader's language."""
    lang = current_lang()
    return [
        Line(entry.pk, entry.at, sentence(entry, lang), entry.subject, entry.actor)
        for entry in entries
    ]


def sentence(entry: Entry, lang: str) -> str:
    """What the act did, in `lang`: text `act.<kind>` with the recorded facts in words."""
    facts = {"actor": entry.actor, **entry.record}
    worded = {
        name: _wordings[name](value, lang) if name in _wordings else value
        for name, value in facts.items()
    }
    return say(f"act.{entry.kind}", lang, **worded)
