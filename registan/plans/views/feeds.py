"""iCalendar feeds: one public address per plan, one private address per Official."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import translation

from registan.kernel.calendar.feed import feed
from registan.ledger.audience import NOBODY
from registan.ledger.kept import kept
from registan.parties.queries import viewer_for
from registan.plans.queries.calendar import due_lines, feed_days, last_change, own_lines, owner_of
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
    return _answer(kept(("plan feed", key, lang), lambda: _of_plan(key, lang)))


def own_feed(request: HttpRequest, feed_key: str) -> HttpResponse:
    """What the owner of this private address and his State or Body owe, in his language."""
    official = owner_of(feed_key)
    viewer, lang = viewer_for(official), official.language
    return _answer(kept(("own feed", viewer, lang), lambda: _of_viewer(viewer, lang)))


def _of_plan(key: str, lang: str) -> bytes:
    plan = find_plan(key, NOBODY)
    return _body(due_lines(NOBODY, lang, plan=plan), lang, in_lang(plan.titles, lang), NOBODY)


def _of_viewer(viewer: Viewer, lang: str) -> bytes:
    with translation.override(CODES[lang]):
        lines = own_lines(viewer, lang)
        return _body(lines, lang, say("plans.calendar.own", lang), viewer)


def _body(lines: list[Due], lang: str, name: str, viewer: Viewer) -> bytes:
    stamp = last_change(viewer) or datetime(2000, 1, 1, tzinfo=UTC)
    return feed(feed_days(lines, lang), name=name, product=PRODUCT, stamp=stamp)


def _answer(body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    return response
