"""The decision instrument of Annex 2 of the International Health Regulations, as a suggestion.

An event is notified when two of the four questions are answered yes; diseases of the first list are
always notified; those of the second list always go through the questions. Focal points agreed with
experts in 82 % of notifiable and 51 % of other events (Bulletin WHO 2011;89:296): what comes out here
is shown beside the reasons and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTIONS = ("serious", "unusual", "spread", "restrictions")
YES, NO, UNKNOWN = "yes", "no", "unknown"
ANSWERS = (YES, NO, UNKNOWN)
ALWAYS, SECOND, UNLISTED = "always", "second", ""
NOTIFY, NOT_REQUIRED, OPEN = "notify", "not_required", "open"
ENOUGH = 2


@dataclass(frozen=True)
class Suggestion:
    """What the answers come to: the outcome, why (`always`, `questions`), how many yes and unknown."""

    outcome: str
    because: str
    yes: int
    unknown: int


def suggest(listed: str, answers: Mapping[str, str]) -> Suggestion:
    """What Annex 2 suggests. `listed`: always, second or empty; `answers`: question -> answer.

    Open: whether two are answered yes hangs on what is still unknown.
    Raises ValueError for a question left out or an answer that is none.

    >>> suggest("", dict.fromkeys(QUESTIONS, "no") | {"serious": "yes", "spread": "yes"}).outcome
    'notify'
    >>> suggest("", dict.fromkeys(QUESTIONS, "no") | {"serious": "yes", "spread": "unknown"}).outcome
    'open'
    """
    if set(answers) != set(QUESTIONS) or not set(answers.values()) <= set(ANSWERS):
        raise ValueError("each of the four questions is answered yes, no or unknown")
    said = list(answers.values())
    yes, unknown = said.count(YES), said.count(UNKNOWN)
    if listed == ALWAYS:
        return Suggestion(NOTIFY, "always", yes, unknown)
    if yes >= ENOUGH:
        return Suggestion(NOTIFY, "questions", yes, unknown)
    outcome = OPEN if yes + unknown >= ENOUGH else NOT_REQUIRED
    return Suggestion(outcome, "questions", yes, unknown)
