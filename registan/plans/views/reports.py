"""What a party owes, and one report: drafted, cleared, filed, returned, accepted, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from registan.ledger.queries import history
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.acts.recording import check_content
from registan.plans.acts.reports import (
    accept_report,
    attach_file,
    clear_report,
    correct_report,
    file_report,
    remove_file,
    return_report,
    save_draft,
    take_back,
)
from registan.plans.forms_measures import QuestionForm
from registan.plans.forms_reports import ReportForm, typed_in
from registan.plans.queries.living import citable
from registan.plans.queries.measures import indicators_of, measure_text, words_of
from registan.plans.queries.owing import owes
from registan.plans.queries.plans import find_measure, find_plan
from registan.plans.queries.reports import (
    counted_version,
    find_draft,
    find_evidence,
    find_report,
    joint_acts,
    may_be_corrected,
    owed_rounds,
    own_report,
    questions_on,
    versions_for,
)
from registan.plans.queries.rounds import find_round, reports_to_read
from registan.plans.queries.together import UNCLEARED
from registan.plans.queries.typed import as_typed, plain
from registan.plans.queries.waiting import next_owed
from registan.plans.views.steps import confirm, in_two_steps, seal, words_in_full
from registan.web.asked import whole_number
from registan.web.forms import ActForm
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere, Refused
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.content import ReportContent
    from registan.plans.models import Draft, DraftFile, Measure, Plan, Report, ReportVersion, Round

ACTS: dict[str, tuple[Callable[..., Any], str]] = {
    "clear": (clear_report, "reports.clear"),
    "file": (file_report, "reports.file"),
    "correct": (correct_report, "reports.file"),
}
WRITING = ("reports.draft", "reports.clear", "reports.file")


def owed(request: PageRequest) -> HttpResponse:
    """What my State or Body owes, by round."""
    by = acting(request)
    stage = request.GET.get("stage", "open")
    rounds = []
    for round_, lines in owed_rounds(request.viewer, by.actor_key, current_lang()):
        shown = [
            line for line in lines if stage != "open" or line.stage not in {"filed", "accepted"}
        ]
        done = sum(1 for line in lines if line.stage in {"filed", "accepted"})
        drafts = sum(1 for line in lines if line.has_draft and line.stage in UNCLEARED)
        cleared = sum(1 for line in lines if line.stage == "cleared")
        rounds.append({"round": round_, "lines": shown, "all": len(lines), "done": done,
                       "drafts": drafts if by.has("reports.clear") else 0,
                       "cleared": cleared if by.has("reports.file") else 0})  # fmt: skip
    context = {
        "rounds": rounds, "party": Names.load().official(by.actor_key), "stage": stage,
        "today": timezone.localdate(), "may_write": any(by.has(power) for power in WRITING),
        "foreign": {lang: HTML_LANG[lang] for lang in HTML_LANG},
    }  # fmt: skip
    return render(request, "plans/owed.html", context)


def edit(request: PageRequest, key: str, number: int, measure: str) -> HttpResponse:
    """The draft of a report. Whatever is typed is kept at once; to file it is another page."""
    by = acting(request, *WRITING)
    plan, round_, on = _place(request, by, key, number, measure)
    if request.method == "POST":
        return _save(request, by, plan, round_, on)
    draft = find_draft(round_, on, by.actor_key)
    report = own_report(round_, on, by.actor_key)
    typed = draft.typed if draft else as_typed(report.latest) if report and report.latest else {}
    form = ReportForm(
        initial={**typed, "revision": draft.revision if draft else 0},
        indicators=indicators_of(on), living=citable(round_, on, timezone.localdate()),
    )  # fmt: skip
    return _edit_page(request, by, plan, round_, on, form, draft)


def _save(
    request: PageRequest, by: Mandate, plan: Plan, round_: Round, on: Measure
) -> HttpResponse:
    form = ReportForm(request.POST, request.FILES, indicators=indicators_of(on),
                      living=citable(round_, on, timezone.localdate()))  # fmt: skip
    revision = request.POST.get("revision", "0")
    try:
        draft = save_draft(
            by, round_, on, typed=typed_in(request.POST.dict()),
            revision=whole_number(revision), now=timezone.now(),
        )  # fmt: skip
        if uploaded := request.FILES.get("file"):
            attach_file(
                by, draft, title=request.POST.get("file_title", ""), file_name=uploaded.name or "",
                content=uploaded.read(settings.UPLOAD_LIMIT + 1), now=timezone.now(),
                readers=request.POST.get("file_readers", ""),
            )  # fmt: skip
    except Refused as refusal:
        return _refused_page(request, by, plan, round_, on, form, refusal)
    if gone := request.POST.get("remove", ""):
        remove_file(by, draft, sha256=gone, now=timezone.now())
    here = reverse("report_edit", args=[plan.key, round_.number, on.number])
    deed = request.POST.get("deed", "")
    if deed not in ACTS:
        messages.success(request, say("plans.draft.saved"))
        return HttpResponseRedirect(here)
    if form.is_valid():
        try:
            check_content(form.content(), on)
        except Refused as refusal:
            form.add_error(_field_of(form, refusal), refusal.sentence())
    if form.errors:
        # What was typed is kept already: the page goes on from there.
        form.data = {**request.POST.dict(), "revision": str(draft.revision)}
        return _edit_page(request, by, plan, round_, on, form, find_draft(round_, on, by.actor_key))
    address = reverse("report_confirm", args=[plan.key, round_.number, on.number, deed])
    return HttpResponseRedirect(address)


def _refused_page(
    request: PageRequest, by: Mandate, plan: Plan, round_: Round, on: Measure, form: ReportForm,
    refusal: Refused,
) -> HttpResponse:  # fmt: skip
    """The form with all that was typed, and beside it what another editor has saved meanwhile."""
    draft = find_draft(round_, on, by.actor_key)
    form.is_valid()
    form.add_error(_field_of(form, refusal), refusal.sentence())
    others = None
    if refusal.code == "draft_changed" and draft:
        mine = typed_in(request.POST.dict())
        others = [
            (str(field.label), draft.typed.get(field.name, ""))
            for field in form.visible_fields()
            if draft.typed.get(field.name, "") != mine.get(field.name, "")
        ]
        form.data = {**request.POST.dict(), "revision": str(draft.revision)}
    return _edit_page(request, by, plan, round_, on, form, draft, others, refusal.status)


def _field_of(form: ReportForm, refusal: Refused) -> str | None:
    own = f"{refusal.field}_{current_lang()}"
    return next((name for name in (refusal.field, own) if name in form.fields), None)


def _edit_page(
    request: PageRequest, by: Mandate, plan: Plan, round_: Round, on: Measure, form: ReportForm,
    draft: Draft | None, others: list[tuple[str, str]] | None = None, status: int = 0,
) -> HttpResponse:  # fmt: skip
    report = own_report(round_, on, by.actor_key)
    correcting = may_be_corrected(round_, report)
    cleared = bool(report and report.holds_cleared_words)
    text = measure_text(on, current_lang())
    context = {
        "plan": plan, "round": round_, "measure": on, "form": form, "draft": draft,
        "report": report, "others": others, "party": Names.load().official(by.actor_key),
        "text": text, "text_lang": HTML_LANG[text.lang], "correcting": correcting,
        "question": words_of(report.question, current_lang())[0] if report else "",
        "may_file": by.has("reports.file") and (by.has("reports.clear") or cleared),
        "may_clear": by.has("reports.clear")
        and (correcting or not (report and report.stage in {"filed", "accepted"})),
        "correction_cleared": correcting and cleared,
    }  # fmt: skip
    return render(
        request, "plans/report_edit.html", context, status=status or (422 if form.errors else 200)
    )


def report_confirm(
    request: PageRequest, key: str, number: int, measure: str, deed: str
) -> HttpResponse:
    """You are about to act for …: the report in full, one button."""
    if deed not in ACTS:
        raise NotThere
    act, power = ACTS[deed]
    by = acting(request, power)
    plan, round_, on = _place(request, by, key, number, measure)
    back = reverse("report_edit", args=[plan.key, round_.number, on.number])
    draft = find_draft(round_, on, by.actor_key)
    if draft is None:
        return HttpResponseRedirect(back)
    typed = ReportForm(draft.typed, indicators=indicators_of(on))
    if not typed.is_valid():
        return HttpResponseRedirect(back)
    content = typed.content()
    form = ActForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = form.run(act, by, round_, on, content=content)
        if made:
            seal(request, by, form, say(f"plans.report.{deed}.done", number=on.number))
            return HttpResponseRedirect(
                reverse("report", args=[plan.key, round_.number, on.number, by.actor_key])
            )
    text = measure_text(on, current_lang())
    return confirm(
        request, by, form, deed=say(f"plans.report.{deed}.deed"),
        button=say(f"plans.report.{deed}"), back=back,
        record=[(say("plans.measure"), f"{on.number} {text.text}"),
                *told(content, {row.key: row for row in indicators_of(on)}),
                *[(say("plans.evidence"), _file_told(file)) for file in draft.files.all()]],
    )  # fmt: skip


def told(content: ReportContent, indicators: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A report in full, as label and words."""
    rows = [(say("plans.progress"), say(f"progress.{content.progress}"))]
    if content.result_type:
        rows.append((say("plans.result_type"), say(f"result_type.{content.result_type}")))
    for name, texts in (
        ("text", content.texts),
        ("difficulties", content.difficulties),
        ("proposals", content.proposals),
    ):
        rows += [
            (
                say(
                    "plans.in_language", what=say(f"plans.{name}"), language=say(f"language.{lang}")
                ),
                words,
            )
            for lang, words in texts.items()
        ]
    rows += [
        (say(f"plans.{name}"), date_format(value, "DATE_FORMAT"))
        for name, value in (("done_from", content.done_from), ("done_to", content.done_to))
        if value
    ]
    rows += [
        (in_lang(indicators[key].names), f"{plain(value)} {in_lang(indicators[key].unit)}")
        for key, value in content.quantities.items()
    ]
    rows += [
        (say("living.cite.label", name=in_lang(indicators[key].names)),
         say("living.cited_on", day=date_format(day, "DATE_FORMAT")))
        for key, day in content.cites.items()
    ]  # fmt: skip
    rows += [
        (say("plans.evidence"), _with_readers(f"{link.title} {link.link}".strip(), link.readers))
        for link in content.links
    ]
    return rows


def _file_told(file: DraftFile) -> str:
    return _with_readers(f"{file.title} ({file.file_name}, SHA-256 {file.sha256})", file.readers)


def _with_readers(words: str, readers: str) -> str:
    return f"{words} — {say(f'plans.evidence.readers.{readers}')}" if readers else words


def report(request: PageRequest, key: str, number: int, measure: str, party: str) -> HttpResponse:
    """One report with all its versions, the question, and what can be done with it."""
    plan = find_plan(key, request.viewer)
    round_ = find_round(plan, number, request.viewer)
    on = find_measure(plan, measure, request.viewer)
    found = find_report(round_, on, party, request.viewer)
    own = found.party_key in request.viewer.states | request.viewer.bodies
    by = request.mandate
    acts_for_it = bool(by and by.actor_key == party)
    may_edit = acts_for_it and bool(by and any(by.has(power) for power in WRITING))
    question = words_of(found.question, current_lang())
    context = {
        "plan": plan, "round": round_, "measure": on, "report": found, "own": own,
        "party": Names.load().official(party), "text": measure_text(on, current_lang()),
        "versions": [
            _version(row, request.viewer, own=own) for row in versions_for(found, request.viewer)
        ],
        "stage": found.stage if own else found.outward_stage,
        "counted": counted_version(found),
        "questions": questions_on(found, request.viewer),
        "question": question[0], "question_lang": HTML_LANG[question[1]],
        "may_receive": may(request, "reports.receive") and found.stage == "filed",
        "next_to_read": _next_to_read(request, found),
        "may_edit": may_edit,
        "next_owed": next_owed(round_, on, party) if may_edit and round_.is_open else "",
        "may_take_back": acts_for_it and bool(by and by.has("reports.file"))
        and round_.is_open and found.stage in {"filed", "returned"},
        "history": history(found.urn, request.viewer, also=joint_acts(on, party)),
    }  # fmt: skip
    return render(request, "plans/report.html", context)


def _next_to_read(request: PageRequest, found: Report) -> Report | None:
    """For who receives reports: the first that waits after this one in the order of the plan."""
    if not may(request, "reports.receive") or not found.round.is_open:
        return None
    waiting = [row for row in reports_to_read(found.round, request.viewer) if row.pk != found.pk]
    after = (row for row in waiting if row.measure.position > found.measure.position)
    return next(after, waiting[0] if waiting else None)


def _version(version: ReportVersion, viewer: Viewer, *, own: bool) -> dict[str, Any]:
    """A version as the page shows it: the reader's language first, the others below it."""
    lang = current_lang()
    passages = []
    for name, texts in (
        ("text", version.texts),
        ("difficulties", version.difficulties),
        ("proposals", version.proposals),
    ):
        passages += [
            {"label": say(f"plans.{name}"), "text": texts[code], "lang": HTML_LANG[code],
             "language": "" if code == lang else say(f"language.{code}")}
            for code in (lang, *(other for other in LANGS if other != lang))
            if texts.get(code)
        ]  # fmt: skip
    return {
        "version": version,
        "passages": passages,
        "quantities": [
            (row.indicator.names, plain(row.value), row.indicator.unit)
            for row in version.quantities.all()
        ],
        "cited": version.cited.all(),
        "evidence": [row for row in version.evidence.all() if own or viewer.sees(row.audience)],
    }


def accept(request: PageRequest, key: str, number: int, measure: str, party: str) -> HttpResponse:
    by = acting(request, "reports.receive")
    found = _received(request, key, number, measure, party)
    form = ActForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.run(accept_report, by, found) is not None
    ):
        seal(request, by, form, say("plans.accept.done"))
        return HttpResponseRedirect(_report_address(found))
    return confirm(
        request, by, form, deed=say("plans.accept.deed"), button=say("plans.accept"),
        back=_report_address(found), record=_named(found),
    )  # fmt: skip


def send_back(
    request: PageRequest, key: str, number: int, measure: str, party: str
) -> HttpResponse:
    by = acting(request, "reports.receive")
    found = _received(request, key, number, measure, party)
    form = QuestionForm(request.POST or None)
    heading = say("plans.return.heading", party=Names.load().official(party))

    def page() -> HttpResponse:
        context = {
            "plan": found.round.plan, "measure": found.measure, "form": form, "heading": heading,
            "text": measure_text(found.measure, current_lang()), "record": _named(found),
            "acting_for": Names.load().official(by.actor_key),
        }  # fmt: skip
        return render(request, "plans/amend.html", context, status=422 if form.errors else 200)

    return in_two_steps(
        request, by, form, run=lambda: form.run(return_report, by, found, question=form.words()),
        page=page, deed=heading, button=say("plans.return"), done=say("plans.return.done"),
        to=_report_address(found),
        record=lambda: [*_named(found), *words_in_full(form.words(), "plans.question")],
    )  # fmt: skip


def withdraw(request: PageRequest, key: str, number: int, measure: str) -> HttpResponse:
    """Take a filed report back."""
    by = acting(request, "reports.file")
    plan, round_, on = _place(request, by, key, number, measure)
    found = find_report(round_, on, by.actor_key, request.viewer)
    form = ActForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.run(take_back, by, found) is not None:
        seal(request, by, form, say("plans.take_back.done"))
        return HttpResponseRedirect(reverse("report_edit", args=[plan.key, number, on.number]))
    return confirm(
        request, by, form, deed=say("plans.take_back.deed"), button=say("plans.take_back"),
        back=_report_address(found), record=_named(found),
    )  # fmt: skip


def evidence(request: PageRequest, pk: int) -> HttpResponse:
    """A file of evidence, always as a download: nothing uploaded is run in a browser."""
    found = find_evidence(pk, request.viewer)
    response = HttpResponse(bytes(found.content or b""), content_type="application/octet-stream")
    name = "".join(char for char in found.file_name if char.isprintable() and char not in '"\\/')
    response.headers["Content-Disposition"] = _attachment(name or "file")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


def _attachment(name: str) -> str:
    """RFC 6266: a name in UTF-8."""
    return f"attachment; filename*=UTF-8''{quote(name)}"


def _received(request: PageRequest, key: str, number: int, measure: str, party: str) -> Report:
    plan = find_plan(key, request.viewer)
    round_ = find_round(plan, number, request.viewer)
    return find_report(round_, find_measure(plan, measure, request.viewer), party, request.viewer)


def _report_address(found: Report) -> str:
    return reverse(
        "report",
        args=[found.round.plan.key, found.round.number, found.measure.number, found.party_key],
    )


def _named(found: Report) -> list[tuple[str, str]]:
    text = measure_text(found.measure, current_lang()).text
    rows = [
        (say("plans.measure"), f"{found.measure.number} {text}"),
        (say("plans.party"), Names.load().official(found.party_key)),
    ]
    if found.filed:
        rows.append((say("plans.progress"), say(f"progress.{found.filed.progress}")))
        rows.append((say("plans.text"), words_of(found.filed.texts, current_lang())[0]))
    return rows


def _place(
    request: PageRequest, by: Mandate, key: str, number: int, measure: str
) -> tuple[Plan, Round, Measure]:
    """Plan, round and measure of a report that the mandate's party owes."""
    plan = find_plan(key, request.viewer)
    round_ = find_round(plan, number, request.viewer)
    on = find_measure(plan, measure, request.viewer)
    if not owes(round_, on, by.actor_key):
        raise Refused("measure_not_yours", status=403, number=on.number)
    return plan, round_, on
