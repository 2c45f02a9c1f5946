"""Pages of methods: versions, one version with formula and back-test, proposing, adopting, withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format

from registan.health.acts.methods import adopt_method, propose_method, withdraw_method
from registan.health.forms_alerts import AdoptForm, MethodForm, parameter_label
from registan.health.methods import ALGORITHMS, BY_HISTORY, MODES, grouped, usual
from registan.health.queries.methods import (
    changed_weeks,
    find_method,
    method_in_force,
    methods,
    tests_of,
)
from registan.health.views.formulas import formulas, formulas_of_difference
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import day_in_words, in_two_steps, words_in_full
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.rows import Cell, Column, Heading, Link, Mark, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse
    from django.utils.safestring import SafeString

    from registan.health.models import BackTest, MethodVersion
    from registan.parties.request import PageRequest

LOOKS = {"in_force": "done", "proposed": "going", "superseded": "rest", "withdrawn": "rest"}
MOST_ROWS = 200


def all_methods(request: PageRequest) -> HttpResponse:
    """The version in force, and all versions as history."""
    may_be_kept(request)
    found = methods(request.viewer)
    context = {
        "now": next((row for row in found if row.is_in_force), None), "versions": _versions(found),
        "found": found, "may_propose": may(request, "methods.propose"),
        "difference": formulas_of_difference(), "algorithms": list(ALGORITHMS),
    }  # fmt: skip
    return render(request, "health/methods.html", context)


def method(request: PageRequest, n: int) -> HttpResponse:
    """One version: what it computes, with which parameters, what the back-test found."""
    may_be_kept(request)
    found = find_method(n, request.viewer)
    names = Names.load()
    test = next(iter(tests_of(found, request.viewer)), None)
    context = {
        "method": found, "title": title_of(found), "proposer": names.short(found.party),
        "body": names.short(found.adopted_by.key) if found.adopted_by else "",
        "parameters": _parameters(found),
        "formulas": [(say(key), formula) for key, formula in
                     formulas(found.algorithm, found.parameters)],
        "test": test, "changed": _changed(test, request) if test else None,
        "may_adopt": found.is_open and may(request, "methods.adopt"),
        "may_withdraw": _is_own(request, found) and found.is_open,
        "history": history(found.urn, request.viewer, limit=20),
    }  # fmt: skip
    return render(request, "health/method.html", context)


def new_method(request: PageRequest) -> HttpResponse:
    """Propose a version, beginning from the one in force."""
    by = acting(request, "methods.propose")
    asked = request.GET.get("algorithm", BY_HISTORY)
    algorithm = asked if asked in ALGORITHMS else BY_HISTORY
    now = method_in_force(request.viewer)
    same = now if now and now.algorithm == algorithm else None
    form = MethodForm(
        request.POST or None, algorithm=algorithm, mode=same.mode if same else MODES[0],
        start=same.parameters if same else usual(algorithm),
    )  # fmt: skip
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(
            propose_method, by, algorithm=algorithm, mode=form.cleaned_data["mode"],
            parameters=form.parameters(), reason=form.reason(),
        ),
        record=lambda: [
            (say("method.algorithm"), say(f"method.algorithm.{algorithm}")),
            (say("method.mode"), say(f"method.mode.{form.cleaned_data['mode']}")),
            *((label, value) for _, label, value in in_words(algorithm, form.parameters())),
            *words_in_full(form.reason(), "method.reason"),
        ],
        deed=say("method.new"), button=say("method.propose"), done=say("method.proposed.done"),
        to=reverse("methods"),
        page=lambda: _form_page(request, form, say("method.new"), say(f"method.algorithm.{algorithm}")),
    )  # fmt: skip


def adopt(request: PageRequest, n: int) -> HttpResponse:
    """Record the adoption of a version, with its instrument."""
    by = acting(request, "methods.adopt")
    found = find_method(n, request.viewer)
    form = AdoptForm(request.POST or None, today=timezone.localdate())
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(
            adopt_method, by, found, instrument=form.instrument(), since=form.cleaned_data["since"]
        ),
        record=lambda: _adoption_in_words(found, form.cleaned_data),
        deed=say("method.adopt"), button=say("method.adopt.button"), done=say("method.adopted.done"),
        to=reverse("method", args=[n]),
        page=lambda: _form_page(request, form, say("method.adopt"), title_of(found)),
    )  # fmt: skip


def withdraw(request: PageRequest, n: int) -> HttpResponse:
    """Withdraw one's own proposal."""
    by = acting(request, "methods.propose")
    found = find_method(n, request.viewer)
    if found.party != by.actor_key:
        raise NotThere
    form = ActForm(request.POST or None)
    return in_two_steps(
        request, by, form, run=lambda: form.run(withdraw_method, by, found),
        record=lambda: [(say("method.version"), title_of(found))],
        deed=say("method.withdraw"), button=say("method.withdraw"),
        done=say("method.withdrawn.done"), to=reverse("method", args=[n]),
        page=lambda: _form_page(request, form, say("method.withdraw"), title_of(found)),
    )  # fmt: skip


def _adoption_in_words(found: MethodVersion, told: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (say("method.version"), title_of(found)),
        (say("method.body"), Names.load().short(told["body"])),
        (say("method.instrument"), told["number"]),
        (say("method.adopted_on"), day_in_words(told["day"])),
        (say("method.since"), day_in_words(told["since"])),
    ]


def title_of(found: MethodVersion) -> str:
    """Version 2: Farrington, flexible; strict."""
    return say(
        "method.title", n=found.n, algorithm=say(f"method.algorithm.{found.algorithm}"),
        mode=say(f"method.mode.{found.mode}"),
    )  # fmt: skip


def value_in_words(value: object) -> str:
    """A parameter as it is read: yes, no, or numbers."""
    if isinstance(value, bool):
        return say("method.yes" if value else "method.no")
    if isinstance(value, list):
        return say("web.list").join(map(value_in_words, value))
    return number_format(value, use_l10n=True) if isinstance(value, int | float) else str(value)


def in_words(algorithm: str, parameters: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(R's name, what it means, value), in the order of the algorithm."""
    held = grouped(algorithm, parameters)
    return [
        (name, parameter_label(group, name), value_in_words(held[group][name]))
        for group, known in ALGORITHMS[algorithm].items()
        for name in known
    ]


def _parameters(found: MethodVersion) -> SafeString:
    """R's name, meaning and value, below the name of their group where there are several."""
    rows: list[list[Cell] | Heading] = []
    held = grouped(found.algorithm, found.parameters)
    for group, known in ALGORITHMS[found.algorithm].items():
        if group:
            rows.append(Heading(say(f"method.group.{group}")))
        rows += [
            [name, say(f"method.parameter.{name}"), value_in_words(held[group][name])]
            for name in known
        ]
    heads: list[str | Column] = [
        Column(say("method.r_name"), "head"), say("method.meaning"),
        Column(say("method.value"), "num"),
    ]  # fmt: skip
    return table(heads, rows, label=say("method.parameters"))


def _is_own(request: PageRequest, found: MethodVersion) -> bool:
    return may(request, "methods.propose") and acting(request).actor_key == found.party


def _versions(found: list[MethodVersion]) -> SafeString:
    names = Names.load()
    rows: list[list[Cell]] = [
        [Link(title_of(row), reverse("method", args=[row.n])),
         Mark(say(f"method.standing.{row.standing}"), LOOKS[row.standing]), names.short(row.party),
         day_in_words(row.since) if row.since else "",
         day_in_words(row.until) if row.until else ""]
        for row in found
    ]  # fmt: skip
    heads: list[str | Column] = [
        Column(say("method.version"), "head"), say("method.standing"), say("method.party"),
             say("method.since"), say("method.until")]  # fmt: skip
    return table(heads, rows, label=say("method.versions"))


def _changed(test: BackTest, request: PageRequest) -> SafeString | None:
    names = Names.load()
    words = {True: say("method.test.signal"), False: say("method.test.quiet")}
    rows: list[list[Cell]] = [
        [row.week, in_lang(row.condition.names), names.short(row.state),
         Mark(words[row.was], "going" if row.was else "rest"),
         Mark(words[row.now], "going" if row.now else "rest")]
        for row in changed_weeks(test, request.viewer)[:MOST_ROWS]
    ]  # fmt: skip
    heads: list[str | Column] = [
        Column(say("signal.week"), "head"), say("health.condition"), say("plans.party"),
             say("method.test.before"), say("method.test.after")]  # fmt: skip
    return table(heads, rows, label=say("method.test.changed")) if rows else None


def _form_page(request: PageRequest, form: ActForm, heading: str, lede: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "lede": lede}
    return render(request, "health/form.html", context, status=422 if form.errors else 200)
