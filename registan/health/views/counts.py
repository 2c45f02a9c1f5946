"""Sending counts: upload, see what changes, confirm; the submission with its seal."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.counts import receive_counts, submit_counts
from registan.health.differences import compare, seen_of
from registan.health.forms_counts import SendForm
from registan.health.intake import Choices, names_typed, problem_sentence, settle
from registan.health.queries.conditions import conditions
from registan.health.queries.silence import awaited_of
from registan.health.queries.submissions import (
    find_submission,
    find_tray,
    is_illustrative,
    sent_lines,
)
from registan.health.template import write_template
from registan.health.views.words import difference_table, gaps_in_words, sent_table, summary_rows
from registan.kernel.counts.read import read_counts
from registan.kernel.plan.reading import Unreadable
from registan.ledger.queries import history
from registan.parties.queries import Names
from registan.parties.request import acting
from registan.plans.views.plans import PAPERS
from registan.plans.views.steps import seal
from registan.web.forms import ActForm
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from registan.health.intake import Draft
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

MOST_PROBLEMS = 100


def draft_of(
    content: bytes, file_name: str, by: Mandate, request: PageRequest, choices: Choices
) -> Draft:
    """What a file says, as this State may say it."""
    reading = read_counts(content, file_name)
    return settle(reading, by.state, request.viewer, choices, timezone.localdate())


def send(request: PageRequest) -> HttpResponse:
    """How to send, the template, and the upload."""
    by = acting(request, "counts.submit")
    form = SendForm(
        request.POST or None, request.FILES or None, conditions=conditions(request.viewer)
    )
    if request.method == "POST" and form.is_valid() and (token := _received(by, form)):
        return HttpResponseRedirect(reverse("counts_preview", args=[token]))
    context = {"form": form, "party": Names.load().official(by.actor_key)}
    return render(request, "health/send.html", context, status=422 if form.errors else 200)


def _received(by: Mandate, form: SendForm) -> str:
    """The token of the tray; "" with the reason at the field."""
    uploaded = form.cleaned_data["file"]
    content = uploaded.read(settings.UPLOAD_LIMIT + 1)
    try:
        if len(content) > settings.UPLOAD_LIMIT:
            raise Refused("file_too_large", largest=settings.UPLOAD_LIMIT // 2**20)
        read_counts(content, uploaded.name)
        options = {name: form.cleaned_data[name] for name in ("condition", "names")}
        return receive_counts(
            by, file_name=uploaded.name, content=content, options=options, now=timezone.now()
        ).token
    except Unreadable as error:
        form.add_error("file", say(f"unreadable.{error.code}", **error.facts))
    except Refused as refusal:
        form.add_error("file", refusal.sentence())
    return ""


def template(request: PageRequest, form: str) -> HttpResponse:
    """The tidy form with what is awaited of one's own State."""
    by = acting(request, "counts.submit")
    if form not in {"csv", "xlsx"}:
        raise NotThere
    rows = awaited_of(by.actor_key, request.viewer, timezone.localdate())
    response = HttpResponse(write_template(rows, form), content_type=PAPERS[form][1])
    response["Content-Disposition"] = f'attachment; filename="counts-{by.actor_key}.{form}"'
    return response


def preview(request: PageRequest, token: str) -> HttpResponse:
    """What the uploaded file would change; one button records all of it."""
    by = acting(request, "counts.submit")
    tray = find_tray(token, by)
    content = bytes(tray.content)
    choices = Choices(tray.options.get("condition", ""), names_typed(tray.options.get("names", "")))
    draft = draft_of(content, tray.file_name, by, request, choices)
    difference = compare(draft)
    form = ActForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        submission = form.run(
            submit_counts, by, draft, file_name=tray.file_name,
            sha256=sha256(content).hexdigest(), seen=request.POST.get("seen", ""),
        )  # fmt: skip
        if submission is not None:
            n = sum(row["values"] for row in submission.summary)
            seal(request, by, form, say("health.sent", n=n))
            return HttpResponseRedirect(reverse("submission", args=[submission.pk]))
    context = {
        "form": form, "tray": tray, "acting_for": Names.load().official(by.actor_key),
        "problems": [problem_sentence(each) for each in draft.problems[:MOST_PROBLEMS]],
        "wrong": len(draft.problems), "new": difference.new, "revised": difference.revised,
        "unchanged": difference.unchanged, "table": difference_table(difference, draft),
        "gaps": gaps_in_words(difference, draft), "seen": seen_of(difference, draft),
    }  # fmt: skip
    return render(request, "health/preview.html", context, status=422 if form.errors else 200)


def submission(request: PageRequest, pk: int) -> HttpResponse:
    """One sending: who, when, what of which kind, what it changed."""
    found = find_submission(pk, request.viewer)
    context = {
        "submission": found,
        "sender": Names.load().short(found.state.key) if found.state else "",
        "illustrative": is_illustrative(found),
        "rows": summary_rows(found.summary),
        "table": sent_table(sent_lines(found, request.viewer)),
        "history": history(found.urn, request.viewer, limit=5),
    }
    return render(request, "health/submission.html", context)
