"""The record of acts: narrowed by who, what, on which thing and when, and as CSV."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localtime

from registan.ledger.queries import Asked, acts_by
from registan.parties.queries import Names, party_choices
from registan.plans.export.sheets import write_csv
from registan.plans.export.table import PaperTable
from registan.square.queries_history import AREAS, thing_choices
from registan.web.asked import whole_number
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from django.http import HttpRequest

    from registan.ledger.audience import Viewer
    from registan.ledger.queries import Line

PAGE = 100
# More than a secretariat writes in a year; who needs more narrows by day.
MOST_IN_FILE = 20_000


def history(request: HttpRequest) -> HttpResponse:
    viewer, mandate = request.viewer, request.mandate  # type: ignore[attr-defined]
    asked = _asked(request)
    lines = acts_by(viewer, asked, limit=PAGE, before=whole_number(request.GET.get("before", "")))
    own = mandate.actor_key if mandate else ""
    context = {
        "history": lines,
        "asked": asked,
        "area": request.GET.get("area", ""),
        "parties": party_choices(),
        "areas": [(area, say(f"square.history.area.{area}")) for area in AREAS],
        "things": thing_choices(viewer),
        "own": own if own != asked.party else "",
        "own_name": Names.load().short(own) if own else "",
        "query": request.GET.urlencode(),
        "older": lines[-1].pk if len(lines) == PAGE else 0,
    }
    return render(request, "square/history.html", context)


def history_file(request: HttpRequest) -> HttpResponse:
    """The acts as shown, all pages of them, for a spreadsheet."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    lines = acts_by(viewer, _asked(request), limit=MOST_IN_FILE)
    response = HttpResponse(write_csv(_paper(lines)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="acts-{timezone.localdate()}.csv"'
    return response


def _paper(lines: list[Line]) -> PaperTable:
    names, lang = Names.load(), current_lang()
    heads = tuple(say(f"square.history.{part}") for part in ("number", "at", "party", "act", "urn"))
    rows = tuple(
        (str(line.number or ""), f"{localtime(line.at):%Y-%m-%d %H:%M}", names.short(line.actor),
         line.sentence, line.subject)
        for line in lines
    )  # fmt: skip
    return PaperTable(
        lang=lang, title="", subtitle="", notice="", heads=heads, widths=(1.0,) * len(heads),
        rows=rows, made_at=timezone.now(), page="",
    )  # fmt: skip


def _asked(request: HttpRequest) -> Asked:
    asked = request.GET
    return Asked(
        party=asked.get("party", "")[:60],
        kinds=AREAS.get(asked.get("area", ""), ()),
        subject=asked.get("thing", "")[:200].replace("\x00", ""),
        since=_day(request, "from"),
        until=_day(request, "to"),
    )


def _day(request: HttpRequest, name: str) -> date | None:
    """A day from the address; what is none asks nothing."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
