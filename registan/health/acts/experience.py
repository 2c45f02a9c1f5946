"""Exchange of experience: accounts of measures, reviews, questions to the other States and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.models import Experience, Outcome, Question, QuestionAnswer, Theme
from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS, is_well_formed
from registan.parties.permissions import require
from registan.parties.queries import members
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate, State


@act("health.experience.entered")
def enter_experience(
    by: Mandate, *, theme: str, titles: Mapping[str, str], since: date,
    accounts: Mapping[str, str], results: Mapping[str, str], evidence: Mapping[str, str],
    outcome: str, now: datetime, until: date | None = None, condition: Condition | None = None,
    is_review: bool = False, replaces: Experience | None = None, audience: str = MEMBERS,
    illustrative: bool = False,
) -> Experience:  # fmt: skip
    """Tell the others of a public-health measure, or of the review after an event.

    The State judges by itself what came of it, and says on what that rests. With `replaces` it is a
    new version of its earlier account, which stays on record.
    """
    require(by, "experience.share", now)
    state = _state(by)
    if theme not in Theme.values or outcome not in Outcome.values:
        raise Refused("theme_unknown", field="theme")
    if not is_well_formed(audience):
        raise Refused("audience_unknown", field="audience")
    if since > timezone.localdate(now):
        raise Refused("day_to_come", field="since")
    if until and until < since:
        raise Refused("window_backwards", field="until")
    told = {
        "titles": _said(titles, "titles"), "accounts": _said(accounts, "accounts"),
        "results": _said(results, "results"), "evidence": _said(evidence, "evidence"),
    }  # fmt: skip
    if not told["titles"]:
        raise Refused("title_missing", field="titles")
    if not told["accounts"]:
        raise Refused("account_missing", field="accounts")
    if not told["evidence"]:
        raise Refused("evidence_missing", field="evidence")
    n, version = Experience.objects.filter(state=state, is_newest=True).count() + 1, 1
    if replaces is not None:
        n, version = _replaced(state, replaces)
    return Experience.objects.create(
        state=state, n=n, version=version, is_review=is_review, theme=theme, condition=condition,
        since=since, until=until, outcome=outcome, illustrative=illustrative, audience=audience,
        made_at=now, **told,
    )  # fmt: skip


@act("health.question.asked")
def ask_question(
    by: Mandate, *, texts: Mapping[str, str], due: date, now: datetime,
    condition: Condition | None = None, audience: str = MEMBERS, illustrative: bool = False,
) -> Question:  # fmt: skip
    """Ask the other States something, to be answered by a day. Silence is shown, not judged."""
    require(by, "experience.share", now)
    state = _state(by)
    told = _said(texts, "texts")
    if not told:
        raise Refused("question_empty", field="texts")
    if due < timezone.localdate(now):
        raise Refused("due_passed", field="due")
    if not is_well_formed(audience):
        raise Refused("audience_unknown", field="audience")
    return Question.objects.create(
        state=state, n=Question.objects.filter(state=state).count() + 1, condition=condition,
        texts=told, due=due, audience=audience, illustrative=illustrative, made_at=now,
    )  # fmt: skip


@act("health.question.answered")
def answer_question(
    by: Mandate, question: Question, *, texts: Mapping[str, str], now: datetime
) -> QuestionAnswer:
    """Answer another State's question, also after the day it was asked for."""
    require(by, "experience.share", now)
    state = _state(by)
    if state not in members(timezone.localdate(now)):
        raise Refused("answers_by_members", status=403)
    if state == question.state:
        raise Refused("own_question", status=403)
    told = _said(texts, "texts")
    if not told:
        raise Refused("answer_empty", field="texts")
    n = QuestionAnswer.objects.filter(question=question, state=state).count() + 1
    return QuestionAnswer.objects.create(
        question=question, state=state, n=n, texts=told, made_at=now
    )


def _state(by: Mandate) -> State:
    if by.state is None:
        raise Refused("states_only", status=403)
    return by.state


def _said(texts: Mapping[str, str], field: str) -> dict[str, str]:
    """What was said, in the languages in which it was."""
    told = {lang: text.strip() for lang, text in texts.items() if text.strip()}
    refuse_hidden_characters(*told.values(), field=field)
    return told


def _replaced(state: State, old: Experience) -> tuple[int, int]:
    """Number and version of what takes the place of an account of the same State."""
    if old.state_id != state.pk:
        raise Refused("experience_of_others", status=403)
    if not old.is_newest:
        raise Refused("changed_meanwhile", status=409)
    old.is_newest = False
    old.save(update_fields=["is_newest"])
    return old.n, old.version + 1
