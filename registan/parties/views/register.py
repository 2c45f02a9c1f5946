"""Who belongs to the organisation: States by standing on a day, Bodies by level."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from registan.ledger.queries import history
from registan.parties.queries import (
    bodies_by_level,
    chair_of,
    find_body,
    find_state,
    share_of,
    standing,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def states(request: HttpRequest) -> HttpResponse:
    on = _asked_day(request.GET.get("on", ""))
    groups: dict[str, list[object]] = {}
    held = standing(on)
    for row in held:
        groups.setdefault(row.type.key, []).append(row)
    context = {"on": on, "groups": [(rows[0].type, rows) for rows in groups.values()]}  # type: ignore[attr-defined]
    return render(request, "parties/states.html", context)


def state(request: HttpRequest, key: str) -> HttpResponse:
    found = find_state(key)
    today = timezone.localdate()
    viewer = request.viewer  # type: ignore[attr-defined]
    context = {
        "state": found,
        "memberships": found.memberships.select_related("type").order_by("-since"),
        "participations": found.participations.order_by("-since"),
        "chairs": found.chair_set.select_related("body").order_by("-since"),
        "share": share_of(found, today),
        "own": found.key in viewer.states,
        "history": history(found.urn, viewer),
    }
    return render(request, "parties/state.html", context)


def bodies(request: HttpRequest) -> HttpResponse:
    return render(request, "parties/bodies.html", {"bodies": bodies_by_level()})


def body(request: HttpRequest, key: str) -> HttpResponse:
    found = find_body(key)
    context = {
        "body": found,
        "chair": chair_of(key, timezone.localdate()),
        "sittings": found.sittings.order_by("-number"),
        "children": found.children.order_by("position"),
    }
    return render(request, "parties/body.html", context)


def _asked_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
