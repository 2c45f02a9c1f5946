"""Bringing in a plan table: upload, the tray in its parts, the confirmation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.kernel.plan.reading import Unreadable
from registan.parties.queries import Names, find_body
from registan.plans.acts.imports import (
    mark_brought_in,
    put_away,
    receive_table,
    revise_version,
    settle_tray,
)
from registan.plans.acts.plans import add_language_version, bring_in_plan
from registan.plans.bringing import Desk, Purpose, changed_drafts, open_desk, plan_draft
from registan.plans.forms_imports import UploadForm
from registan.plans.forms_measures import WordsForm
from registan.plans.queries.imports import find_tray, own_trays, read_tray, version_parts
from registan.plans.queries.plans import find_plan, plan_tree
from registan.plans.views import import_parts
from registan.plans.views.import_words import day_words
from registan.plans.views.steps import confirm as confirm_page
from registan.web.forms import ActForm
from registan.web.refusal import NotThere, Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.models import ImportTray, Plan

NUMBERS_SHOWN = 20


def importer(request: PageRequest) -> Mandate:
    """The mandate that brings plans in. These pages are there for no other."""
    if not request.mandate or not request.mandate.has("plans.import"):
        raise NotThere
    return request.mandate


def desk_of(request: PageRequest, token: str) -> Desk:
    """The tray as it lies on the desk. Raises Unreadable."""
    return open_desk(find_tray(token, request.viewer))


def _posted(request: PageRequest) -> Any:
    return request.POST if request.method == "POST" else None


def trays(request: PageRequest) -> HttpResponse:
    """Own tables in hand, and the upload of a new one."""
    by = importer(request)
    plans = [(row.plan.key, in_lang(row.plan.titles)) for row in plan_tree(request.viewer)]
    asked = request.GET.get("plan", "")
    known = asked in dict(plans)
    initial = {"plan": asked if known else "", "purpose": Purpose.VERSION if known else Purpose.NEW}
    form = UploadForm(_posted(request), request.FILES or None, plans=plans, initial=initial)
    if request.method == "POST" and form.is_valid() and (made := _receive(request, by, form)):
        messages.success(request, say("import.received"))
        return HttpResponseRedirect(reverse("import_tray", args=[made.token]))
    context = {"form": form, "trays": own_trays(request.viewer)}
    return render(request, "plans/import/trays.html", context, status=422 if form.errors else 200)


def _receive(request: PageRequest, by: Mandate, form: UploadForm) -> ImportTray | None:
    """Keep the file and read it; what cannot be read at all is said at the field and not kept."""
    data, now = form.cleaned_data, timezone.now()
    content = data["file"].read(settings.UPLOAD_LIMIT + 1)
    try:
        if len(content) > settings.UPLOAD_LIMIT:
            raise Refused("file_too_large", field="file", largest=settings.UPLOAD_LIMIT // 2**20)
        plan = find_plan(data["plan"], request.viewer) if data["plan"] else None
        made = receive_table(by, file_name=data["file"].name, content=content, lang=data["lang"],
                             plan=plan, now=now)  # fmt: skip
    except Refused as refusal:
        form.add_error("file", refusal.sentence())
        return None
    try:
        read_tray(made)
    except Unreadable as error:
        put_away(by, made, now=now)
        form.add_error("file", say(f"unreadable.{error.code}", None, **error.facts))
        return None
    return settle_tray(
        by, made, changes={"purpose": data["purpose"]}, revision=made.revision, now=now
    )


def tray(request: PageRequest, token: str) -> HttpResponse:
    """One table: what was read, what is still open, and one of its parts to settle."""
    by = importer(request)
    held = find_tray(token, request.viewer)
    if held.brought_in:
        return HttpResponseRedirect(reverse("plan", args=[held.brought_in.key]))
    try:
        desk = open_desk(held)
    except Unreadable as error:
        sentence = say(f"unreadable.{error.code}", None, **error.facts)
        return render(request, "plans/import/unreadable.html", {"tray": held, "sentence": sentence})
    part = import_parts.part_asked(request, desk)
    if request.method == "POST":
        return import_parts.settle_part(request, by, desk, part)
    return import_parts.show_part(request, desk, part)


def away(request: PageRequest, token: str) -> HttpResponse:
    """Throw a table away, after a page that says what is lost."""
    by = importer(request)
    held = find_tray(token, request.viewer)
    form = ActForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        put_away(by, held, now=timezone.now())
        messages.success(request, say("import.away.done", file=held.file_name))
        return HttpResponseRedirect(reverse("imports"))
    return confirm_page(
        request, by, form, deed=say("import.away.deed"), button=say("import.away"),
        back=reverse("import_tray", args=[token]),
        record=[(say("import.record.file"), held.file_name)],
    )  # fmt: skip


def confirm(request: PageRequest, token: str) -> HttpResponse:
    """The page "You are about to act for …": one button, one act."""
    by = importer(request)
    held = find_tray(token, request.viewer)
    back = reverse("import_tray", args=[token])
    if held.brought_in:
        return HttpResponseRedirect(reverse("plan", args=[held.brought_in.key]))
    try:
        desk = open_desk(held)
    except Unreadable:
        return HttpResponseRedirect(back)
    if not desk.is_settled:
        return HttpResponseRedirect(back)
    is_correction = desk.purpose == Purpose.CORRECTION
    form: ActForm = (WordsForm if is_correction else ActForm)(_posted(request))
    if request.method == "POST" and form.is_valid():
        plan = _bring_in(request, by, desk, form)
        if plan is not None:
            mark_brought_in(held, plan)
            messages.success(request, say(f"import.done.{desk.purpose}", n=_count(desk)))
            return HttpResponseRedirect(reverse("plan", args=[plan.key]))
    context = {
        "form": form, "desk": desk, "tray": held, "back": back,
        "acting_for": Names.load().official(by.actor_key),
        "deed": say(f"import.deed.{desk.purpose}"), "button": say(f"import.button.{desk.purpose}"),
        "record": _record(request, desk),
    }  # fmt: skip
    return render(request, "plans/import/confirm.html", context, status=422 if form.errors else 200)


def _bring_in(request: PageRequest, by: Mandate, desk: Desk, form: ActForm) -> Plan | None:
    """The one act of this table; None where the rules forbid it, said in the form."""
    head, plan = desk.head, desk.tray.plan
    if plan is None:
        try:
            parent = find_plan(head["parent"], request.viewer) if head["parent"] else None
            adopted_by = find_body(head["adopted_by"]) if head["adopted_by"] else None
        except NotThere as refusal:
            form.add_error(None, refusal.sentence())
            return None
        return form.run(bring_in_plan, by, plan_draft(desk, parent, adopted_by))
    if desk.purpose == Purpose.VERSION:
        parts = version_parts(plan, desk.settled)
        return form.run(
            add_language_version, by, plan, lang=desk.settled.lang, title=head["title"],
            chapters=parts.chapters, versions=parts.versions, names=parts.names,
        )  # fmt: skip
    reasons = form.words() if isinstance(form, WordsForm) else {}
    return form.run(
        revise_version, by, plan, lang=desk.settled.lang, measures=changed_drafts(desk),
        reasons=reasons,
    )  # fmt: skip


def _count(desk: Desk) -> int:
    if desk.comparison is None:
        return len(desk.settled.kept)
    if desk.purpose == Purpose.VERSION:
        return desk.comparison.matched
    return len(desk.comparison.changed_numbers)


def _record(request: PageRequest, desk: Desk) -> list[tuple[str, Any]]:
    """What the act will write, in facts."""
    record: list[tuple[str, Any]] = []
    if desk.comparison is None:
        record += _record_of_new(request, desk)
    elif desk.tray.plan:
        record.append((say("import.plan"), in_lang(desk.tray.plan.titles)))
        if desk.purpose == Purpose.VERSION:
            record.append((say("import.facts.title"), desk.head["title"]))
    record.append((say("import.lang"), say(f"language.{desk.settled.lang}")))
    record.append((say("import.record.measures"), str(_count(desk))))
    out = len(desk.settled.rows) - len(desk.settled.kept)
    if out:
        record.append((say("import.record.out"), str(out)))
    if beside := desk.comparison:
        lists = [("unmatched", beside.only_in_file), ("missing", beside.only_in_plan)]
        if desk.purpose == Purpose.CORRECTION:
            lists.insert(0, ("numbers", tuple(beside.changed_numbers)))
        record += [
            (say(f"import.record.{name}"), _shortened(found)) for name, found in lists if found
        ]
    record.append((say("import.record.file"), desk.tray.file_name))
    return record


def _record_of_new(request: PageRequest, desk: Desk) -> list[tuple[str, Any]]:
    head, names = desk.head, Names.load()
    titles = {row.plan.key: in_lang(row.plan.titles) for row in plan_tree(request.viewer)}
    period = " — ".join(day_words(head[name]) or "…" for name in ("starts_on", "ends_on"))
    record = [
        (say("import.facts.title"), head["title"]),
        (say("import.facts.kind"), say(f"plan.kind.{head['kind']}")),
        (say("import.facts.key"), head["key"]),
        (say("plans.period"), period if head["starts_on"] or head["ends_on"] else say("import.no_period")),
        (say("import.facts.parent"), titles.get(head["parent"], head["parent"])),
        (say("import.facts.adopted_by"), names.official(head["adopted_by"]) if head["adopted_by"] else ""),
        (say("import.facts.adopted_on"), day_words(head["adopted_on"])),
        (say("import.facts.instrument"), head["instrument"]),
        (say("import.facts.audience"), say(f"audience.{head['audience']}")),
        (say("import.record.chapters"), "\n".join(desk.settled.chapters)),
    ]  # fmt: skip
    return [(label, value) for label, value in record if value]


def _shortened(numbers: Sequence[str]) -> str:
    shown = say("web.list").join(numbers[:NUMBERS_SHOWN])
    more = len(numbers) - NUMBERS_SHOWN
    return say("import.and_more", list=shown, n=more) if more > 0 else shown
