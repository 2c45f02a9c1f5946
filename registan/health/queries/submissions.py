"""Submissions: what came in, and what one of them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.models import CountTray, Submission
from registan.web.refusal import NotThere

if TYPE_CHECKING:
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
