"""The register of research: list and files, one entry with its versions and validations, its deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.research import close_research, enter_research, reach_milestone
from registan.health.acts.validations import enter_validation
from registan.health.forms_research import (
    CloseForm,
    MilestoneForm,
    ResearchForm,
    ValidationForm,
    typed_research,
    typed_validation,
)
from registan.health.queries.conditions import conditions
from registan.health.queries.research import (
    KINDS,
    Filters,
    all_phases,
    find_research,
    find_validation,
    materials,
    researches,
    together,
    validations,
)
from registan.health.research_files import WRITERS
from registan.health.views.register_steps import by_form
from registan.health.views.research_words import (
    material_lines,
    milestone_rows,
    pooled_lines,
    validation_table,
)
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names, members
from registan.parties.request import acting, may
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.health.models import Research
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

POWER = "research.register"


def register(request: PageRequest) -> HttpResponse:
    """What States work on, and what material they offer and ask for."""
    may_be_kept(request)
    filters, names = _filters(request), Names.load()
    known = conditions(request.viewer)
    context = {
        "rows": [
            (each, names.short(each.state.key)) for each in researches(request.viewer, filters)
        ],
        "filters": [
            ("kind", say("research.kind"), filters.kind,
             [(each, say(f"research.kind.{each}")) for each in KINDS]),
            ("phase", say("research.phase"), filters.phase,
             [(each, say(f"research.phase.{each}")) for each in all_phases()]),
            ("condition", say("health.condition"), filters.condition,
             [(each.code, in_lang(each.names)) for each in known]),
            ("state", say("research.state"), filters.state,
             [(each.key, names.short(each.key)) for each in members(timezone.localdate())]),
        ],
        "query": request.GET.urlencode(), "materials": material_lines(
            materials(request.viewer), request.viewer, names, may_act=may(request, POWER)
        ),
        "may_register": may(request, POWER),
    }  # fmt: skip
    return render(request, "health/research.html", context)


def register_file(request: PageRequest, form: str) -> HttpResponse:
    """The same as CSV, or with versions' facts and validations as JSON."""
    if form not in WRITERS:
        raise NotThere
    write, kind = WRITERS[form]
    content = write(researches(request.viewer, _filters(request)), request.viewer)
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="research.{form}"'
    return response


def _filters(request: PageRequest) -> Filters:
    asked = {name: request.GET.get(name, "") for name in ("kind", "phase", "condition", "state")}
    return Filters(**asked)


def entry(request: PageRequest, key: str) -> HttpResponse:
    """One drug, vaccine or test system: the newest version, milestones, validations, earlier versions."""
    may_be_kept(request)
    versions = find_research(key, request.viewer)
    newest, names = versions[0], Names.load()
    found = validations(newest, request.viewer) if newest.is_test else []
    own = request.mandate.state if request.mandate and may(request, POWER) else None
    context = {
        "entry": newest, "state": names.short(newest.state.key), "earlier": versions[1:],
        "partners": [(names.short(state), named) for state, named in newest.partners],
        "sites": [(names.short(state), place) for state, place in newest.sites],
        "milestones": milestone_rows(newest),
        "validations": validation_table(newest, found, names, own) if found else "",
        "pooled": pooled_lines(together(found)) if request.GET.get("together") else None,
        "several": len(found) > 1,
        "may_validate": own is not None and newest.is_test,
        "may_change": own == newest.state and newest.is_open and newest.is_newest,
        "has_steps": any(not each["reached"] for each in newest.milestones),
        "history": history(newest.urn, request.viewer, limit=12),
    }  # fmt: skip
    return render(request, "health/research_entry.html", context)


def new_entry(request: PageRequest) -> HttpResponse:
    """Research that is entered for the first time."""
    by = acting(request, POWER)
    form = ResearchForm(request.POST or None, conditions=conditions(request.viewer))
    return by_form(
        request, by, form, "research.new", lede=say("research.new.lede"), to=reverse("research"),
        run=lambda: form.run(enter_research, by, form.facts()),
    )  # fmt: skip


def deed(request: PageRequest, key: str, deed: str) -> HttpResponse:
    """What is done with an entry: a version, a milestone, its close, a validation."""
    by = acting(request, POWER)
    if deed not in DEEDS:
        raise NotThere
    research = find_research(key, request.viewer)[0]
    if deed != "validate" and by.state != research.state:
        raise NotThere
    return DEEDS[deed](request, by, research)


def _version(request: PageRequest, by: Mandate, old: Research) -> HttpResponse:
    form = ResearchForm(
        request.POST or None, conditions=conditions(request.viewer), initial=typed_research(old)
    )
    return by_form(
        request, by, form, "research.version.new", lede=in_lang(old.titles), to=_of(old), entry=old,
        run=lambda: form.run(enter_research, by, form.facts(), replaces=old),
    )  # fmt: skip


def _milestone(request: PageRequest, by: Mandate, research: Research) -> HttpResponse:
    form = MilestoneForm(request.POST or None, research=research)
    return by_form(
        request, by, form, "research.milestone.deed", lede=in_lang(research.titles),
        to=_of(research), entry=research,
        run=lambda: form.run(
            reach_milestone, by, research, number=int(form.cleaned_data["milestone"]),
            on=form.cleaned_data["on"], evidence=form.told("evidence"),
        ),
    )  # fmt: skip


def _close(request: PageRequest, by: Mandate, research: Research) -> HttpResponse:
    form = CloseForm(request.POST or None)
    return by_form(
        request, by, form, "research.close", lede=in_lang(research.titles), to=_of(research),
        entry=research,
        run=lambda: form.run(
            close_research, by, research, end=form.cleaned_data["end"],
            on=form.cleaned_data["on"], results=form.told("result"),
        ),
    )  # fmt: skip


def _validate(request: PageRequest, by: Mandate, research: Research) -> HttpResponse:
    if not research.is_test:
        raise NotThere
    about = research.condition.code if research.condition else ""
    form = ValidationForm(
        request.POST or None, conditions=conditions(request.viewer),
        initial={"condition": about, "unclear": 0},
    )  # fmt: skip
    return by_form(
        request, by, form, "validation.new", lede=say("validation.new.lede"), to=_of(research),
        entry=research,
        run=lambda: form.run(enter_validation, by, research, form.figures(), **form.facts()),
    )  # fmt: skip


def correct(request: PageRequest, key: str, n: int) -> HttpResponse:
    """A correction of the State's own validation."""
    by = acting(request, POWER)
    research = find_research(key, request.viewer)[0]
    old = find_validation(research, n, request.viewer)
    if by.state != old.state:
        raise NotThere
    form = ValidationForm(
        request.POST or None, conditions=conditions(request.viewer), initial=typed_validation(old)
    )
    return by_form(
        request, by, form, "validation.correct.deed", lede=in_lang(research.titles),
        to=_of(research), entry=research,
        run=lambda: form.run(
            enter_validation, by, research, form.figures(), replaces=old, **form.facts()
        ),
    )  # fmt: skip


def _of(research: Research) -> str:
    return reverse("research_entry", args=[research.key])


DEEDS = {"version": _version, "milestone": _milestone, "close": _close, "validate": _validate}
