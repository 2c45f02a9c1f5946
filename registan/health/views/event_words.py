"""Clocks, answers and receipts in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.queries.events import reading_clock
from registan.kernel.emergency.annex2 import QUESTIONS
from registan.parties.queries import Names
from registan.web.rows import Cell, Column, Mark, table
from registan.web.templatetags.registan import moment
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from django.utils.safestring import SafeString

    from registan.health.models import Assessment
    from registan.health.queries.events import Said, Thread
    from registan.kernel.emergency.clocks import Clock

LOOKS = {"running": "part", "late": "late", "met": "done", "exceeded": "late"}


@dataclass(frozen=True)
class ShownNotice:
    """A notice as the page shows it."""

    said: Said
    sender: str
    receipts: SafeString | None
    clock: str
    replies_to: int


def hours_in_words(taken: timedelta) -> str:
    """How long: hours and minutes up to two days, then days."""
    minutes = int(taken.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return say("events.hours", hours=hours, minutes=rest)
    return say("events.days", n=hours // 24, hours=hours % 24)


def clock_in_words(each: Clock) -> str:
    """One clock as a sentence."""
    hours = int((each.due - each.started).total_seconds() // 3600)
    return say(f"events.clock.{each.standing}", what=say(f"events.clock.{each.name}", hours=hours),
               taken=hours_in_words(each.taken), due=moment(each.due))  # fmt: skip


def answer_rows(assessment: Assessment) -> list[tuple[str, str, dict[str, str]]]:
    """(question, answer in words, reason by language) in the order of Annex 2."""
    return [
        (say(f"events.question.{question}"),
         say(f"events.answer.{assessment.answers[question]['answer']}"),
         assessment.answers[question]["reason"])
        for question in QUESTIONS
        if question in assessment.answers  # none once the act was shredded
    ]  # fmt: skip


def suggestion_in_words(assessment: Assessment) -> str:
    """What Annex 2 suggests, and why."""
    why = f"events.suggestion.{assessment.suggestion}"
    if assessment.because == "always":
        why = "events.suggestion.always"
    yes = sum(row["answer"] == "yes" for row in assessment.answers.values())
    unknown = sum(row["answer"] == "unknown" for row in assessment.answers.values())
    return say(why, yes=yes, unknown=unknown)


def shown_notices(found: Thread, now: datetime) -> list[ShownNotice]:
    """Notices in order, each with its receipts in protocol order."""
    names = Names.load()
    return [
        ShownNotice(
            each, names.short(each.notice.sender), _receipts(found, each, names, now),
            clock_in_words(each.clock) if each.clock else "",
            each.notice.question.n if each.notice.question else 0,
        )
        for each in found.notices
    ]  # fmt: skip


def _receipts(found: Thread, said: Said, names: Names, now: datetime) -> SafeString | None:
    if not said.deliveries or found.rules is None:
        return None
    rows: list[list[Cell]] = []
    for each in said.deliveries:
        each.notice = said.notice
        timer = reading_clock(each, found.rules, now)
        word = "events.read" if each.read_at else "events.awaited"
        if each.delivered_at is None:
            word = "events.no_reader"
        rows.append([
            names.short(each.state.key), moment(each.delivered_at) or "—",
            moment(each.read_at) or "—", hours_in_words(timer.taken),
            Mark(say(word), LOOKS[timer.standing]),
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("events.addressee"), "head"), say("events.delivered"), say("events.read_at"),
        say("events.taken"), say("events.receipt"),
    ]  # fmt: skip
    return table(heads, rows, label=say("events.receipts", n=said.notice.n))
