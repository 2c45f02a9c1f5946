"""The roster: what is looked for, one entry with its work and versions, the deeds on it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts import roster as acts
from registan.health.forms_roster import (
    ActivateForm,
    RosterForm,
    StandDownForm,
    kind_choices,
    listed,
)
from registan.health.queries.exercises import open_exercises
from registan.health.queries.readiness import readiness
from registan.health.queries.roster import (
    HOURS,
    Ready,
    Sought,
    activations,
    current,
    find_entry,
    roster,
)
from registan.health.stocks import csv_text
from registan.health.views.assistance_words import typed_record
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names, find_state, members
from registan.parties.request import acting, may
from registan.plans.views.steps import day_in_words, in_two_steps
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.health.models import Activation, RosterEntry
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

DEEDS = ("confirm", "activate", "stand-down", "renew", "withdraw")
COLUMNS = (
    "state", "entry", "kind", "name", "office", "area", "biosafety", "methods", "languages",
    "capacity", "ready_hours", "self_days", "cold", "confirmed_on", "confirmation_awaited",
    "at_work_in", "illustrative",
)  # fmt: skip


def register(request: PageRequest) -> HttpResponse:
    """Teams and laboratories by what they are, can do and speak."""
    may_be_kept(request)
    known, names, sought = readiness(), Names.load(), _sought(request)
    found = roster(request.viewer, timezone.localdate(), sought)
    laboratories = sum("laboratory" in each.entry.kind for each in found)
    within = [(str(hours), say("roster.ready.within", n=hours)) for hours in HOURS]
    context = {
        "found": [_line(each, names) for each in found],
        "sums": say("roster.sums", teams=len(found) - laboratories, laboratories=laboratories,
                    awaited=sum(each.is_awaited for each in found)),
        "filters": [
            ("kind", say("roster.kind"), kind_choices(), sought.kind),
            ("method", say("roster.method"), listed(known.methods), sought.method),
            ("language", say("roster.language"), listed(known.languages), sought.language),
            ("hours", say("roster.ready"), within, str(sought.hours or "")),
        ],
        "may_enter": may(request, acts.POWER),
    }  # fmt: skip
    return render(request, "health/roster.html", context)


def entry(request: PageRequest, key: str) -> HttpResponse:
    """One team or laboratory; work in earnest and work in exercises stand apart."""
    may_be_kept(request)
    versions = find_entry(key, request.viewer)
    newest, known, names = versions[0], readiness(), Names.load()
    work = activations(newest, request.viewer)
    told = [(each, names.short(each.state.key)) for each in work]
    days, today = known.confirm_days, timezone.localdate()
    own = _is_own(request, newest) and not newest.is_withdrawn
    context = {
        "entry": newest, "state": names.short(newest.state.key), "earlier": versions[1:],
        "methods": known.method_names(newest.methods),
        "spoken": known.language_names(newest.languages),
        "cold": [say(f"cold.{each}") for each in newest.cold],
        "awaited": say("roster.awaited.since", day=day_in_words(newest.confirmed_on), n=days)
        if newest.is_awaited(today, days) else "",
        "work": [row for row in told if row[0].exercise is None],
        "played": [row for row in told if row[0].exercise],
        "deeds": _deeds(work) if own else [],
        "history": history(newest.urn, request.viewer, limit=10),
    }  # fmt: skip
    return render(request, "health/roster_entry.html", context)


def new_entry(request: PageRequest) -> HttpResponse:
    by = acting(request, acts.POWER)
    form = RosterForm(request.POST or None, initial={"confirmed_on": timezone.localdate()})
    return _in_two_steps(request, by, form, "roster.new", reverse("roster"),
                         lambda: form.run(acts.enter_roster, by, form.told_of()))  # fmt: skip


def deed(request: PageRequest, key: str, deed: str) -> HttpResponse:
    """Confirm, renew, call to work, end the work, withdraw: of one's own State."""
    by = acting(request, acts.POWER)
    found = find_entry(key, request.viewer)[0]
    if deed not in DEEDS or by.state != found.state:
        raise NotThere
    form, run = _deed(request, by, found, deed)
    to = reverse("roster_entry", args=[key])
    return _in_two_steps(request, by, form, f"roster.deed.{deed}", to, run, found)


def roster_file(request: PageRequest, form: str) -> HttpResponse:
    """The roster, as it was looked for, as CSV or JSON. Exercises make nobody busy in it."""
    if form not in {"csv", "json"}:
        raise NotThere
    found = roster(request.viewer, timezone.localdate(), _sought(request))
    rows = [_file_row(each, flat=form == "csv") for each in found]
    if form == "csv":
        response = HttpResponse(b"\xef\xbb\xbf" + csv_text(COLUMNS, rows).encode(),
                                content_type="text/csv; charset=utf-8")  # fmt: skip
    else:
        response = HttpResponse(json.dumps(rows, ensure_ascii=False, indent=1),
                                content_type="application/json")  # fmt: skip
    response["Content-Disposition"] = f'attachment; filename="roster.{form}"'
    return response


def _file_row(each: Ready, *, flat: bool) -> dict[str, object]:
    """A row of the file; `flat`: lists with blanks between, names in the reader's language."""
    row = each.entry

    def several(keys: list[str]) -> object:
        return " ".join(keys) if flat else keys

    return {
        "state": row.state.key, "entry": row.key, "kind": row.kind,
        "name": in_lang(row.names) if flat else row.names,
        "office": in_lang(row.offices) if flat else row.offices, "area": row.area,
        "biosafety": "" if row.biosafety is None else row.biosafety,
        "methods": several(row.methods), "languages": several(row.languages),
        "capacity": row.capacity, "ready_hours": row.ready_hours, "self_days": row.self_days,
        "cold": several(row.cold), "confirmed_on": row.confirmed_on.isoformat(),
        "confirmation_awaited": "yes" if each.is_awaited else "",
        "at_work_in": each.at_work.state.key if each.at_work else "",
        "illustrative": "illustrative" if row.illustrative else "",
    }  # fmt: skip


def _sought(request: PageRequest) -> Sought:
    hours = request.GET.get("hours", "")
    known = {str(each): each for each in HOURS}
    told = {name: request.GET.get(name, "") for name in ("kind", "method", "language")}
    return Sought(**told, hours=known.get(hours))


def _line(each: Ready, names: Names) -> dict[str, Any]:
    known, row = readiness(), each.entry
    return {
        "entry": row, "state": names.short(row.state.key),
        "methods": known.method_names(row.methods), "languages": known.language_names(row.languages),
        "is_awaited": each.is_awaited,
        "at_work": say("roster.at_work", state=names.short(each.at_work.state.key))
        if each.at_work else "",
    }  # fmt: skip


def _is_own(request: PageRequest, row: RosterEntry) -> bool:
    return may(request, acts.POWER) and bool(request.mandate and request.mandate.state == row.state)


def _deeds(work: list[Activation]) -> list[tuple[str, str]]:
    """(word of the address, label)"""
    return [
        (word, say(f"roster.deed.{word}"))
        for word in DEEDS
        if word != "stand-down" or current(work)
    ]


def _deed(
    request: PageRequest, by: Mandate, found: RosterEntry, deed: str
) -> tuple[Any, Callable[[], object]]:
    """The form of a deed, and what runs it."""
    data, today = request.POST or None, timezone.localdate()
    form: Any = ActForm(data)
    if deed == "renew":
        form = RosterForm(data, initial=_typed(found))
        return form, lambda: form.run(acts.renew_roster, by, found, form.told_of())
    if deed == "activate":
        names = Names.load()
        states = [(row.key, names.short(row.key)) for row in members(today)]
        form = ActivateForm(data, states=states, exercises=open_exercises(request.viewer),
                            initial={"began_on": today})  # fmt: skip
        return form, lambda: form.run(
            acts.activate, by, found, state=find_state(form.cleaned_data["state"]),
            began_on=form.cleaned_data["began_on"], exercise=form.exercise(),
        )  # fmt: skip
    if deed == "stand-down":
        works = {str(row.n): row for row in current(activations(found, request.viewer))}
        named = [(n, _work(row)) for n, row in works.items()]
        form = StandDownForm(data, works=named, initial={"ended_on": today})
        return form, lambda: form.run(
            acts.stand_down, by, works[form.cleaned_data["work"]],
            ended_on=form.cleaned_data["ended_on"],
        )  # fmt: skip
    act = acts.confirm_roster if deed == "confirm" else acts.withdraw_roster
    return form, lambda: form.run(act, by, found)


def _work(row: Activation) -> str:
    where = Names.load().short(row.state.key)
    since = say("roster.since", day=day_in_words(row.began_on))
    parts = [where, since, *([say("exercise")] if row.exercise else [])]
    return say("web.comma").join(parts)


def _typed(found: RosterEntry) -> dict[str, Any]:
    """An entry as the form has it."""
    same = {each.name: getattr(found, each.name) for each in fields(acts.Told)}
    for name, told in (("name", same.pop("names")), ("office", same.pop("offices"))):
        same |= {f"{name}_{lang}": text for lang, text in told.items()}
    return same


def _in_two_steps(
    request: PageRequest, by: Mandate, form: Any, deed: str, to: str,
    run: Callable[[], object], found: RosterEntry | None = None,
) -> HttpResponse:  # fmt: skip
    lede = in_lang(found.names) if found else say("roster.new.lede")
    record = [(say("roster.name"), in_lang(found.names))] if found else []
    context = {"form": form, "heading": say(deed), "lede": lede, "in_roster": True}
    return in_two_steps(
        request, by, form, run=run, record=lambda: [*record, *typed_record(form)], deed=say(deed),
        button=say("roster.confirm"), done=say("roster.done"), to=to,
        page=lambda: render(
            request, "health/form.html", context, status=422 if form.errors else 200
        ),
    )  # fmt: skip
