"""Submissions: what came in, and what one of them changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import Condition, CountTray, Sent, Submission
from registan.health.queries.series import hidden_starts, small_below
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.health.models import Series
    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate


def submissions(viewer: Viewer, limit: int = 20) -> list[Submission]:
    """The last that the reader may see, latest first."""
    return list(Submission.objects.visible_to(viewer).select_related("state")[:limit])


def find_submission(pk: int, viewer: Viewer) -> Submission:
    """A submission. Raises NotThere."""
    rows = Submission.objects.visible_to(viewer).select_related("state")
    found = rows.filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise NotThere
    return found


def find_tray(token: str, by: Mandate) -> CountTray:
    """An uploaded file of one's own State. Raises NotThere."""
    found = CountTray.objects.filter(token=token, state=by.state).first() if by.state else None
    if found is None:
        raise NotThere
    return found


@dataclass(frozen=True)
class SentLine:
    """One figure of a submission. `figure`: None where there is none, or none for this reader."""

    series: Series
    start: int
    kind: str
    figure: int | None
    is_hidden: bool


MOST_LINES = 500


def is_illustrative(submission: Submission) -> bool:
    """Whether a condition of it has invented counts."""
    codes = {row["condition"] for row in submission.summary}
    return Condition.objects.filter(code__in=codes, illustrative=True).exists()


def sent_lines(submission: Submission, viewer: Viewer) -> list[SentLine]:
    """What a submission said, as far as the reader may see: a figure hidden now is hidden here.

    A small figure is hidden whatever became of it later; at most 500 lines.
    """
    rows = Sent.objects.filter(submission=submission).select_related(
        "series__state", "series__condition"
    )
    below, found = small_below(), []
    for row in rows:
        own = row.series.state.key in viewer.states
        secret = set() if own else hidden_starts(row.series, viewer)
        for start, kind, value in zip(row.starts, row.kinds, row.values, strict=True):
            hides = not own and (start in secret or (kind == REPORTED and value < below))
            figure = value if kind in {REPORTED, ZERO} and not hides else None
            found.append(SentLine(row.series, start, kind, figure, hides))
            if len(found) >= MOST_LINES:
                return found
    return found
