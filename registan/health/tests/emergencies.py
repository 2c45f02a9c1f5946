"""Short words for tests of emergencies."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.events import Happening, assess_event
from registan.health.acts.notices import notify_event
from registan.kernel.emergency.annex2 import QUESTIONS

if TYPE_CHECKING:
    from registan.health.models import Event, Notice
    from tests.cast import Cast

WORDS = {"ru": "Двенадцать случаев, источник ищут", "en": "Twelve cases, source sought"}
NAMES = {"ru": "Лихорадка неясной причины", "zh": "不明原因发热", "en": "Fever of unknown cause"}


def answers(*yes: str, unknown: tuple[str, ...] = ()) -> dict[str, dict[str, object]]:
    """Yes to the questions named, no to the rest, each with a reason."""
    return {
        question: {
            "answer": "yes" if question in yes else "unknown" if question in unknown else "no",
            "reason": {"en": f"Because of {question}"},
        }
        for question in QUESTIONS
    }


def hours_ago(hours: float) -> datetime:
    return timezone.now() - timedelta(hours=hours)


def assessed(cast: Cast, *yes: str, before: float = 10, **facts: Any) -> Event:
    """An event in Kazakhstan, known for twice `before` hours and assessed `before` hours ago."""
    what = {"names": NAMES, "aware_at": hours_ago(2 * before), "known": WORDS, "area": "KZ-75"}
    happening = Happening(**{**what, **facts})
    found = assess_event(cast.kz_filer, happening, answers(*yes), now=hours_ago(before))
    return found.event


def notified(
    cast: Cast, *to: str, before: float = 5, event: Event | None = None, **facts: Any
) -> Notice:
    """The same, notified `before` hours ago; to China alone where nobody is named."""
    event = event or assessed(cast, "serious", "spread", before=before + 5, **facts)
    return notify_event(
        cast.kz_filer, event, addressees=to or ("CN",), texts=WORDS, ihr_copy="sent",
        now=hours_ago(before),
    )  # fmt: skip
