"""One row of an import tray: what is printed beside what it was read to, and what a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.responsible import read_responsible
from registan.parties.queries import Names
from registan.plans.bringing import as_in_file, lines_of
from registan.plans.forms_imports import SPARE_LINES, LineForm, RowForm
from registan.plans.settling import TELLING
from registan.plans.views.import_parts import address, keep, parties
from registan.plans.views.import_words import (
    issue_words,
    place_words,
    responsible_words,
    term_words,
)
from registan.plans.views.imports import desk_of, importer
from registan.web.asked import whole_number
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.kernel.plan.reading import PlanRow
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.bringing import Desk
    from registan.plans.settling import TrayRow

MOST_LINES = 200
# What the buttons beside "save" settle at once.
DEEDS: Mapping[str, Any] = {
    "accept": {"accepted": True},
    "out": {"out": True},
    "back": {"out": None},
    "as_in_file": None,
}


def row(request: PageRequest, token: str, row_id: str) -> HttpResponse:
    """One row; saving leads on to the next one that is open."""
    by = importer(request)
    try:
        desk = desk_of(request, token)
    except Unreadable:
        return HttpResponseRedirect(reverse("import_tray", args=[token]))
    if desk.tray.brought_in:
        return HttpResponseRedirect(reverse("plan", args=[desk.tray.brought_in.key]))
    read, made = _find(desk, row_id)
    if request.method != "POST":
        return _page(request, desk, read, made, _form(desk, read, made), _lines(desk, read, made))
    do = request.POST.get("do", "")
    if do in DEEDS:
        return _do(request, by, desk, read, made, do)
    return _save(request, by, desk, read, made)


def _find(desk: Desk, row_id: str) -> tuple[PlanRow, TrayRow]:
    if (found := desk.find(row_id)) is None:
        raise NotThere
    return found


def _form(desk: Desk, read: PlanRow, made: TrayRow, posted: Any = None) -> RowForm:
    initial, lang = _values(made), desk.settled.lang
    if initial["responsible_raw"] == read.responsible.raw:
        # The printed words name a person; what is proposed instead are the names that were kept.
        kept = [each.name for each in read.responsible.actors]
        initial["responsible_raw"] = say("import.separator", lang).join(kept)
    return RowForm(posted, initial=initial, lang=lang, names_person=_names_person(read))


def _values(made: TrayRow) -> dict[str, str]:
    """The fields of a row as a form and a settlement hold them."""
    return {
        "number": made.number,
        "text": made.version.text.strip(),
        "result": made.version.result.strip(),
        "starts_on": str(made.starts_on or ""),
        "ends_on": str(made.ends_on or ""),
        "recurrence": made.recurrence,
        "responsible_raw": made.version.responsible_raw,
    }


def _names_person(read: PlanRow) -> bool:
    return "person_name" in read.responsible.flags


def _lines(desk: Desk, read: PlanRow, made: TrayRow, posted: Any = None) -> list[LineForm]:
    held = lines_of(desk, made)
    groups = parties(Names.load())
    count = _posted_lines(posted) if posted else len(held) + SPARE_LINES
    return [
        LineForm(
            posted, prefix=f"line{place}", initial=held[place] if place < len(held) else {},
            parties=groups, lang=desk.settled.lang,
            persons_in=read.responsible.raw if _names_person(read) else "",
        )
        for place in range(count)
    ]  # fmt: skip


def _posted_lines(posted: Mapping[str, str]) -> int:
    count = posted.get("lines", "")
    return min(whole_number(count), MOST_LINES)


def _do(
    request: PageRequest, by: Mandate, desk: Desk, read: PlanRow, made: TrayRow, do: str
) -> HttpResponse:
    """Accept as read, leave out, put back, take the changes back."""
    if do == "accept" and any(issue.blocking for issue in desk.issues.get(made.row_id, ())):
        error = say("import.row.must_change")
        return _again(request, desk, made.row_id, error, 422, now=False)
    refusal = keep(request, by, desk, {"rows": {made.row_id: DEEDS[do]}})
    if refusal is not None:
        return _again(request, desk, made.row_id, refusal.sentence(), refusal.status, now=False)
    messages.success(request, say(f"import.row.done.{do}", place=place_words(read.place)))
    stays = do in {"back", "as_in_file"}
    href = request.path if stays else _next(request, desk.tray.token, made.row_id)
    return HttpResponseRedirect(href)


def _save(
    request: PageRequest, by: Mandate, desk: Desk, read: PlanRow, made: TrayRow
) -> HttpResponse:
    form = _form(desk, read, made, request.POST)
    lines = _lines(desk, read, made, request.POST)
    # All are asked, so that each says what is wrong with it.
    good = [form.is_valid(), *(line.is_valid() for line in lines)]
    change = _change(desk, read, made, form, lines) if all(good) else None
    if change is None:
        return _page(request, desk, read, made, form, lines, status=422)
    refusal = keep(request, by, desk, {"rows": {made.row_id: change}})
    if refusal is not None:
        now = refusal.code == "tray_changed"
        return _again(request, desk, made.row_id, refusal.sentence(), refusal.status, now=now)
    messages.success(request, say("import.row.done.save", place=place_words(read.place)))
    return HttpResponseRedirect(_next(request, desk.tray.token, made.row_id))


def _change(
    desk: Desk, read: PlanRow, made: TrayRow, form: RowForm, lines: Sequence[LineForm]
) -> dict[str, Any] | None:
    """What differs from the file, as a settlement keeps it; None where something is refused.

    What is as in the file is not kept, so that a later choice of numbers or names still reaches it.
    """
    base = as_in_file(desk, made.row_id)
    printed = _values(base)
    change: dict[str, Any] = {"accepted": True}
    for name, value in form.typed().items():
        change[name] = None if value == printed[name] else value
    said = [line for each in lines if (line := each.line())]
    if said == lines_of(desk, base):
        change["responsible"] = None
        if _names_person(read):
            form.add_error(None, say("issue.person_name"))
    else:
        change["responsible"] = _with_notes(base, desk.settled.lang, said)
        _refuse_without_party(lines)
    if _names_person(read):
        _refuse_person_in_words(form, read, desk.settled.lang)
    return None if form.errors or any(each.errors for each in lines) else change


def _refuse_without_party(lines: Sequence[LineForm]) -> None:
    for each in lines:
        line = each.line()
        if line and not line["party"]:
            each.add_error("party", say("import.row.party_missing", name=line["name"]))


def _refuse_person_in_words(form: RowForm, read: PlanRow, lang: str) -> None:
    words = form.cleaned_data["responsible_raw"]
    found = read_responsible([(words, None)], lang=lang)
    if words == read.responsible.raw or "person_name" in found.flags:
        form.add_error("responsible_raw", say("import.row.person", name=words))


def _with_notes(base: TrayRow, lang: str, said: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
    """Notes that stand beside a name in the file (by agreement, convenes) stay with it."""
    notes = {(each.party or each.names.get(lang, "")): each.notes for each in base.assignments}
    return [
        {**line, "notes": list(notes.get(line["party"].partition(":")[2] or line["name"], ()))}
        for line in said
    ]


def _next(request: PageRequest, token: str, row_id: str) -> str:
    """The next open row after this one, in the order of the file; the list when there is none."""
    desk = desk_of(request, token)
    order = [each.row_id for each in desk.settled.rows]
    here = order.index(row_id) if row_id in order else 0
    following = [each for each in order[here + 1 :] + order[:here] if each in desk.issues]
    if following:
        return reverse("import_row", args=[token, following[0]])
    return address(desk.tray, "rows")


def _again(
    request: PageRequest, old: Desk, row_id: str, error: str, status: int, *, now: bool
) -> HttpResponse:
    """The page once more: why it was not taken, what was typed and, for `now`, what is kept by now."""
    desk = desk_of(request, old.tray.token)
    read, made = _find(desk, row_id)
    posted = request.POST if "text" in request.POST else None
    form, lines = _form(desk, read, made, posted), _lines(desk, read, made, posted)
    return _page(request, desk, read, made, form, lines, status=status, error=error, now=now)


def _page(
    request: PageRequest, desk: Desk, read: PlanRow, made: TrayRow, form: RowForm,
    lines: Sequence[LineForm], *, status: int = 200, error: str = "", now: bool = False,
) -> HttpResponse:  # fmt: skip
    names, lang = Names.load(), desk.settled.lang
    issues = desk.issues.get(made.row_id, ())
    flags = (*read.term.flags, *read.responsible.flags, *read.flags)
    kept = [
        (say("plans.column.number"), made.number),
        (say("plans.column.measure"), made.version.text),
        (say("plans.column.result"), made.version.result),
        (say("plans.column.term"), term_words(made)),
        (say("plans.column.responsible"), responsible_words(made.assignments, names, lang)),
    ]
    context = {
        "desk": desk, "tray": desk.tray, "read": read, "row": made, "form": form, "lines": lines,
        "error": error, "kept": kept if now else [], "place": place_words(read.place),
        "issues": [issue_words(issue) for issue in issues],
        "told": [say(f"issue.flag_{flag}") for flag in flags if flag in TELLING],
        "may_accept": bool(issues) and not any(issue.blocking for issue in issues),
        "words_lang": HTML_LANG[lang], "back": address(desk.tray, "rows"),
        "has_errors": bool(form.errors) or any(each.errors for each in lines),
    }  # fmt: skip
    return render(request, "plans/import/row.html", context, status=status)
