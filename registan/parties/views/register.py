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
    chairs_on,
    changes_of,
    find_body,
    find_state,
    guest_at,
    language_choices,
    not_invited,
    organisation,
    shares_on,
    sittings_of,
    standing,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from registan.parties.models import Membership


def states(request: HttpRequest) -> HttpResponse:
    """Who stands where on a day; with `before`, before one event of that day's meeting."""
    on, before = _asked_day(request.GET.get("on", "")), _number(request.GET.get("before", ""))
    silent, shares = not_invited(on), shares_on(on)
    groups: dict[str, list[Membership]] = {}
    for row in standing(on, before - 1 if before else None):
        row.silent, row.share = row.state_id in silent, shares.get(row.state_id)  # type: ignore[attr-defined]
        groups.setdefault(row.type.key, []).append(row)
    whose = organisation()
    context = {
        "on": on,
        "before": before,
        "changes": [row for row in changes_of(on) if row.sequence],
        "groups": [(rows[0].type, rows, _sum(rows)) for rows in groups.values()],
        "history": history(whose.urn, request.viewer) if whose else [],  # type: ignore[attr-defined]
    }
    return render(request, "parties/states.html", context)


def state(request: HttpRequest, key: str) -> HttpResponse:
    found = find_state(key)
    today = timezone.localdate()
    viewer = request.viewer  # type: ignore[attr-defined]
    context = {
        "state": found,
        "now": next((row for row in standing(today) if row.state_id == found.pk), None),
        "memberships": found.memberships.select_related("type").order_by("-since"),
        "participations": found.participations.order_by("-since"),
        "chairs": found.chair_set.select_related("body").order_by("-since", "body__position"),
        "guest_at": guest_at(found),
        "share": shares_on(today).get(found.pk),
        "own": found.key in viewer.states,
    }
    return render(request, "parties/state.html", context)


def bodies(request: HttpRequest) -> HttpResponse:
    chairs = chairs_on(timezone.localdate())
    found = organisation()
    standings = found.languages if found else {}
    context = {
        "organisation": found,
        "bodies": [(row, chairs.get(row.pk)) for row in bodies_by_level()],
        "spoken": [(name, standings[code]) for code, name in language_choices() if found],
    }
    return render(request, "parties/bodies.html", context)


def body(request: HttpRequest, key: str) -> HttpResponse:
    found = find_body(key)
    context = {
        "body": found,
        "chair": chair_of(key, timezone.localdate()),
        "chairs": found.chairs.select_related("state").order_by("-since"),
        "sittings": sittings_of(found),
        "children": found.children.order_by("position"),
    }
    return render(request, "parties/body.html", context)


def _sum(rows: list[Membership]) -> object:
    """What the shares of a group come to, where each of its States has one."""
    shares = [row.share for row in rows]  # type: ignore[attr-defined]
    return sum(share.percent for share in shares) if all(shares) else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _asked_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
