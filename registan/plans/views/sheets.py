"""The sheet: download what my State owes, upload it filled, see what changes, one act."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.kernel.plan.reading import Unreadable
from registan.parties.queries import Names
from registan.parties.request import acting
from registan.plans.acts.recording import Said, check_content
from registan.plans.acts.sheets import file_sheet, keep_sheet, receive_sheet
from registan.plans.forms_reports import ReportForm
from registan.plans.queries.plans import find_plan
from registan.plans.queries.rounds import find_round
from registan.plans.queries.sheets import find_sheet, owed_rows
from registan.plans.queries.sheets import preview as preview_of
from registan.plans.sheet.columns import SheetFacts
from registan.plans.sheet.read import CellProblem, read_sheet
from registan.plans.sheet.write import write_sheet
from registan.plans.views.plans import PAPERS
from registan.plans.views.reports import WRITING
from registan.plans.views.steps import seal
from registan.web.forms import ActForm
from registan.web.refusal import Refused
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.models import Plan, Round
    from registan.plans.queries.sheets import ChangedReport, SheetPreview


class UploadForm(ActForm):
    file = forms.FileField(widget=forms.FileInput(attrs={"accept": ".xlsx"}))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = say("plans.sheet.file")
        self.fields["file"].help_text = say("plans.sheet.file.hint")


def sheet(request: PageRequest, key: str, number: int) -> HttpResponse:
    """Download and upload."""
    by = acting(request, *WRITING)
    plan, round_ = _place(request, key, number)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        uploaded = form.cleaned_data["file"]
        content = uploaded.read(settings.UPLOAD_LIMIT + 1)
        try:
            if len(content) > settings.UPLOAD_LIMIT:
                raise Refused("file_too_large", largest=settings.UPLOAD_LIMIT // 2**20)
            read_sheet(content)
            tray = receive_sheet(
                by, round_, file_name=uploaded.name, content=content, now=timezone.now()
            )
            return HttpResponseRedirect(reverse("sheet_preview", args=[key, number, tray.token]))
        except Unreadable as error:
            form.add_error("file", say(f"unreadable.{error.code}", **error.facts))
        except Refused as refusal:
            form.add_error("file", refusal.sentence())
    context = {
        "plan": plan, "round": round_, "form": form, "party": Names.load().official(by.actor_key),
        "owed": len(owed_rows(round_, by.actor_key, current_lang())),
    }  # fmt: skip
    return render(request, "plans/sheet.html", context, status=422 if form.errors else 200)


def download(request: PageRequest, key: str, number: int) -> HttpResponse:
    by = acting(request, *WRITING)
    plan, round_ = _place(request, key, number)
    lang = current_lang()
    facts = SheetFacts(plan.key, round_.number, by.actor_key, lang)
    title = say("plans.sheet.title", lang, party=Names.load().short(by.actor_key, lang),
                plan=in_lang(plan.titles, lang), round=number)  # fmt: skip
    data = write_sheet(
        owed_rows(round_, by.actor_key, lang), facts, title=title, made_at=timezone.now()
    )
    response = HttpResponse(data, content_type=PAPERS["xlsx"][1])
    name = f"{plan.key}-round-{number}-{by.actor_key}-{lang}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def preview(request: PageRequest, key: str, number: int, token: str) -> HttpResponse:
    """What the uploaded sheet would change; one button files all of it."""
    by = acting(request, *WRITING)
    plan, round_ = _place(request, key, number)
    tray = find_sheet(token, round_, request.viewer)
    found = preview_of(round_, by.actor_key, read_sheet(bytes(tray.content)))
    reports = _checked(found)
    form = ActForm(request.POST or None, request.FILES or None)
    may_file = by.has("reports.file") and by.has("reports.clear")
    seen = _digest(found)
    ready = request.method == "POST" and form.is_valid() and not found.problems
    if ready and found.changed and request.POST.get("seen") != seen:
        form.add_error(None, say("refusal.sheet_moved_on"))
        ready = False
    if ready and _done(request, by, round_, form, reports, tray.sha256):
        return HttpResponseRedirect(reverse("owed"))
    context = {
        "plan": plan, "round": round_, "form": form, "tray": tray, "may_file": may_file,
        "acting_for": Names.load().official(by.actor_key), "unchanged": found.unchanged,
        "problems": [problem.sentence() for problem in found.problems],
        "changed": [_shown(each) for each in found.changed], "seen": seen,
    }  # fmt: skip
    return render(request, "plans/sheet_preview.html", context, status=422 if form.errors else 200)


def _done(
    request: PageRequest, by: Mandate, round_: Round, form: ActForm, reports: list[Said],
    digest: str,
) -> bool:  # fmt: skip
    if request.POST.get("deed") == "file":
        if form.run(file_sheet, by, round_, reports, digest=digest) is None:
            return False
        seal(request, by, form, say("plans.sheet.filed", n=len(reports)))
        return True
    kept = keep_sheet(by, round_, reports, now=timezone.now())
    messages.success(request, say("plans.sheet.kept", n=kept))
    return True


def _digest(found: SheetPreview) -> str:
    """Of what the preview shows: who confirms has seen what is recorded."""
    shown = [(each.measure.number, each.typed, each.changes) for each in found.changed]
    return sha256(repr(shown).encode()).hexdigest()[:32]


def _checked(found: SheetPreview) -> list[Said]:
    """The changed reports as content; what cannot stand becomes a problem at its cell."""
    reports = []
    for each in found.changed:
        form = ReportForm(each.typed, indicators=list(each.measure.indicators.all()))
        if not form.is_valid():
            for name, errors in form.errors.items():
                found.problems.append(_problem(each, name, str(errors[0])))
            continue
        try:
            check_content(form.content(), each.measure)
        except Refused as refusal:
            found.problems.append(_problem(each, refusal.field, refusal.sentence()))
            continue
        reports.append(Said(each.measure, form.content(), each.typed))
    return reports


def _problem(each: ChangedReport, field: str, sentence: str) -> CellProblem:
    cells = each.row.cells
    cell = (
        cells.get(field)
        or cells.get(f"{field}_{current_lang()}")
        or next(
            (cells[name] for name in cells if name.startswith(f"{field}_")),
            cells.get("progress", ""),
        )
    )
    sheet, _, place = cell.rpartition("!")
    return CellProblem(sheet or each.row.sheet, place, "as_said", {"sentence": sentence})


def _shown(each: ChangedReport) -> dict[str, object]:
    form = ReportForm(each.typed, indicators=list(each.measure.indicators.all()))
    changes = []
    for change in each.changes:
        label = (
            str(form.fields[change.field].label) if change.field in form.fields else change.field
        )
        changes.append(
            (label, _word(change.field, change.before), _word(change.field, change.after))
        )
    return {"number": each.measure.number, "text": each.text, "changes": changes}


def _word(field: str, value: str) -> str:
    return say(f"{field}.{value}") if value and field in {"progress", "result_type"} else value


def _place(request: PageRequest, key: str, number: int) -> tuple[Plan, Round]:
    plan = find_plan(key, request.viewer)
    return plan, find_round(plan, number, request.viewer)
