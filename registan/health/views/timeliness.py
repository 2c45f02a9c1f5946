"""7-1-7 on the page of an emergency; the register of bottlenecks; one bottleneck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.queries.timeliness import (
    ENABLER,
    INTERVALS,
    LEVELS,
    NATURES,
    STATUSES,
    Timed,
    Wanted,
    bottlenecks,
    causes,
    find_bottleneck,
)
from registan.health.views.timeliness_words import (
    bottlenecks_csv,
    cause_in_words,
    clock_rows,
    day_rows,
    owner_in_words,
    receipts_in_words,
)
from registan.ledger.queries import history
from registan.parties.queries import Names, members
from registan.parties.request import may
from registan.plans.queries.additions import plans_in_force
from registan.plans.views.plans import PAPERS
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.health.models import Bottleneck, Event
    from registan.parties.request import PageRequest
    from registan.plans.models import Measure

LOOKS = {"open": "late", "under_way": "going", "done": "good", "dropped": ""}


def section(
    event: Event, found: Timed, rows: list[tuple[Bottleneck, Measure | None]]
) -> dict[str, Any]:
    """What the page of an emergency tells of its clocks, days and bottlenecks."""
    newest, reading = found.newest, found.reading
    used = set(reading.used.values()) | {"detected"} if reading else set()
    return {
        "timed": clock_rows(found, event), "receipts": receipts_in_words(found), "dated": newest,
        "rule": say(f"timeliness.rule.{newest.rule}") if newest else "",
        "days": day_rows(newest, used) if newest else [],
        "faults": bool(reading and reading.faults),
        "earlier": [(each, day_rows(each)) for each in found.versions[1:]],
        "bottlenecks": _shown(rows),
    }  # fmt: skip


def _shown(rows: list[tuple[Bottleneck, Measure | None]]) -> list[dict[str, Any]]:
    names = Names.load()
    return [
        {
            "row": row, "measure": measure, "state": names.short(row.event.state.key),
            "cause": cause_in_words(row.cause), "owner": owner_in_words(row, names),
            "look": LOOKS[row.status],
        }
        for row, measure in rows
    ]  # fmt: skip


def register(request: PageRequest) -> HttpResponse:
    """All bottlenecks that the reader may see, by filters; real ones and exercises apart."""
    wanted = _wanted(request)
    real = bottlenecks(request.viewer, wanted)
    context = {
        "parts": [
            (heading, _shown(rows))
            for heading, rows in (
                ("", real),
                (say("events.exercises"), bottlenecks(request.viewer, wanted, exercise=True)),
            )
        ],
        "filters": _filters(wanted), "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "health/bottlenecks.html", context)


def register_file(request: PageRequest) -> HttpResponse:
    """The same as CSV; exercises stand in no file."""
    rows = bottlenecks(request.viewer, _wanted(request))
    response = HttpResponse(
        bottlenecks_csv(
            [(row, f"{made.plan.key}/{made.number}" if made else "") for row, made in rows]
        ),
        content_type=PAPERS["csv"][1],
    )
    response["Content-Disposition"] = 'attachment; filename="bottlenecks.csv"'
    return response


def _wanted(request: PageRequest) -> Wanted:
    asked = request.GET
    return Wanted(
        **{
            name: asked.get(name, "")[:40].replace("\x00", "")
            for name in Wanted.__dataclass_fields__
        }
    )


def _filters(wanted: Wanted) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """(name, label, chosen, choices) of each filter; States in protocol order."""
    names = Names.load()
    coded = {
        "interval": INTERVALS,
        "level": LEVELS,
        "nature": NATURES,
        "status": [*STATUSES, ENABLER],
    }
    choices = {
        "state": [(row.key, names.short(row.key)) for row in members(timezone.localdate())],
        "cause": [(key, in_lang(told)) for key, told in causes().items()],
        **{name: [(each, say(f"bottleneck.{name}.{each}")) for each in codes]
           for name, codes in coded.items()},
    }  # fmt: skip
    return [
        (name, say(f"bottleneck.{name}"), getattr(wanted, name), choices[name])
        for name in Wanted.__dataclass_fields__
    ]


def bottleneck(request: PageRequest, key: str) -> HttpResponse:
    """One bottleneck: its facts, what became of it, the measure it became or may become."""
    row, measure = find_bottleneck(key, request.viewer)
    is_own = row.event.state.key in request.viewer.states
    context = {
        **_shown([(row, measure)])[0], "event": row.event, "changes": row.changes.all(),
        "may_follow": is_own and may(request, "events.notify") and not row.is_enabler,
        "plans": _plans(request, row) if is_own and measure is None else [],
        "history": history(
            row.urn, request.viewer, also=[f"{measure.urn}:addition"] if measure else [], limit=50
        ),
    }  # fmt: skip
    return render(request, "health/bottleneck.html", context)


def _plans(request: PageRequest, row: Bottleneck) -> list[tuple[str, str]]:
    """(name of a plan in force, address where the measure is added to it)."""
    if row.is_enabler or not may(request, "measures.add"):
        return []
    return [
        (in_lang(plan.titles), f"{reverse('add_measure', args=[plan.key])}?origin={row.urn}")
        for plan in plans_in_force(request.viewer, timezone.localdate())
    ]
