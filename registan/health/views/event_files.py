"""An event as a file: DOCX, PDF, JSON; its clocks and days as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone

from registan.health.papers_events import event_json, event_paper
from registan.health.queries.events import find_event, thread
from registan.health.queries.timeliness import timed
from registan.health.views.timeliness_words import timeliness_csv
from registan.plans.export.papers import write_docx, write_pdf
from registan.plans.views.plans import PAPERS
from registan.web.refusal import NotThere
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from registan.parties.request import PageRequest

FORMS = ("docx", "pdf", "json", "csv")


def event_file(request: PageRequest, event: str, form: str) -> HttpResponse:
    """What this reader sees of the event, as one file."""
    if form not in FORMS:
        raise NotThere
    now = timezone.now()
    found = thread(find_event(event, request.viewer), request.viewer, now)
    if form == "csv":
        told = timeliness_csv(timed(found, request.viewer, now), found.event)
        response = HttpResponse(told, content_type=PAPERS[form][1])
    elif form == "json":
        response = HttpResponse(
            event_json(found, now, timed(found, request.viewer, now)),
            content_type="application/json",
        )
    else:
        paper = event_paper(found, current_lang(), now)
        content = write_docx(paper) if form == "docx" else write_pdf(paper)
        response = HttpResponse(content, content_type=PAPERS[form][1])
    response["Content-Disposition"] = f'attachment; filename="{found.event.key}.{form}"'
    return response
