"""The register of experience and the questions, as a reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.health.models import Experience, Outcome, Question, Theme
from registan.parties.queries import in_order, members
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import QuestionAnswer
    from registan.ledger.audience import Viewer
    from registan.parties.models import State

MOST = 200
THEMES: list[str] = list(Theme.values)
OUTCOMES: list[str] = list(Outcome.values)


@dataclass(frozen=True)
class Asked:
    """A question with what was answered to it and by whom answers are awaited, in protocol order."""

    question: Question
    answers: list[QuestionAnswer]
    awaited: list[State]


def experiences(viewer: Viewer, *, theme: str = "", condition: str = "") -> list[Experience]:
    """The newest version of each account, the latest measure first; at most 200."""
    found = Experience.objects.visible_to(viewer).filter(is_newest=True)
    if theme:
        found = found.filter(theme=theme)
    if condition:
        found = found.filter(condition__code=condition)
    return list(found.select_related("state", "condition")[:MOST])


def find_experience(key: str, viewer: Viewer) -> list[Experience]:
    """All versions of an account that the reader may see, the newest first. Raises NotThere."""
    found = (
        Experience.objects.visible_to(viewer)
        .filter(_named(key))
        .select_related("state", "condition")
        .order_by("-version")
    )
    if not found:
        raise NotThere
    return list(found)


def _named(key: str) -> Q:
    """The row that a key like `KZ-1` names. Raises NotThere for what is none."""
    state, _, n = key.rpartition("-")
    if not (n.isascii() and n.isdigit() and len(n) < 6):
        raise NotThere
    return Q(state__key=state, n=int(n))


def questions(viewer: Viewer, today: date) -> list[Asked]:
    """All questions, the newest first, with who has still to answer."""
    found = (
        Question.objects.visible_to(viewer)
        .select_related("state", "condition")
        .prefetch_related("answers__state")[:MOST]
    )
    asked_of = members(today)
    return [_asked(each, asked_of) for each in found]


def find_question(key: str, viewer: Viewer, today: date) -> Asked:
    """One question. Raises NotThere."""
    found = (
        Question.objects.visible_to(viewer)
        .filter(_named(key))
        .select_related("state", "condition")
        .prefetch_related("answers__state")
        .first()
    )
    if found is None:
        raise NotThere
    return _asked(found, members(today))


def _asked(question: Question, asked_of: list[State]) -> Asked:
    answers = list(question.answers.all())
    order = {state.pk: at for at, state in enumerate(in_order([each.state for each in answers]))}
    answers.sort(key=lambda each: (order[each.state_id], each.n))
    silent = [
        state for state in asked_of if state.pk not in order and state.pk != question.state_id
    ]
    return Asked(question, answers, silent)
