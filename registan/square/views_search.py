"""Search over everything that this reader may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from registan.parties.queries import party_choices
from registan.search.queries import LONGEST_QUERY, MOST, Wanted
from registan.square.queries_search import kind_choices, plan_choices, search

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    asked = request.GET
    page = asked.get("page", "")
    wanted = Wanted(
        words=asked.get("q", "").strip(), kind=asked.get("kind", ""), plan=asked.get("plan", ""),
        party=asked.get("party", ""), page=int(page) if page.isdigit() and len(page) < 5 else 1,
    )  # fmt: skip
    found, hits = search(wanted, viewer)
    context = {
        "wanted": wanted,
        "words": wanted.words[:LONGEST_QUERY],
        "is_cut": len(wanted.words) > LONGEST_QUERY,
        "is_filtered": bool(wanted.kind or wanted.plan or wanted.party),
        "longest": LONGEST_QUERY,
        "found": found,
        "most": MOST,
        "hits": hits,
        "kinds": kind_choices(),
        "plans": plan_choices(viewer),
        "parties": party_choices(),
    }
    return render(request, "square/search.html", context)
