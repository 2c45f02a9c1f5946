"""iCalendar feeds: one public address per plan, one private address per Official."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import translation

from registan.kernel.calendar.feed import feed
from registan.ledger.audience import NOBODY
from registan.parties.queries import viewer_for
from registan.plans.queries.calendar import due_lines, feed_days, last_change, owner_of
from registan.plans.queries.plans import find_plan
from registan.web.languages import CODES
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpRequest

    from registan.ledger.audience import Viewer
    from registan.plans.queries.calendar import Due

PRODUCT = "-//Registan//Plans//EN"


def plan_feed(request: HttpRequest, key: str, lang: str) -> HttpResponse:
    """The calendar of one public plan."""
    plan = find_plan(key, NOBODY)
    lines = due_lines(NOBODY, lang, plan=plan)
    return _answer(lines, lang, in_lang(plan.titles, lang), NOBODY)


def own_feed(request: HttpRequest, feed_key: str) -> HttpResponse:
    """What the owner of this private address and his State or Body owe, in his language."""
    official = owner_of(feed_key)
    viewer, lang = viewer_for(official), official.language
    with translation.override(CODES[lang]):
        lines: list[Due] = []
        for party in sorted(viewer.states | viewer.bodies):
            lines += [line for line in due_lines(viewer, lang, party=party) if line not in lines]
        return _answer(lines, lang, say("plans.calendar.own", lang), viewer)


def _answer(lines: list[Due], lang: str, name: str, viewer: Viewer) -> HttpResponse:
    stamp = last_change(viewer) or datetime(2000, 1, 1, tzinfo=UTC)
    body = feed(feed_days(lines, lang), name=name, product=PRODUCT, stamp=stamp)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    return response
