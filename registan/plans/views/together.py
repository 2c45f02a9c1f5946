"""Many reports at once: all drafts cleared inside the State, all cleared ones filed."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from registan.parties.queries import Names
from registan.parties.request import acting
from registan.plans.acts.recording import Said, check_content
from registan.plans.acts.together import clear_reports, file_reports
from registan.plans.forms_reports import ReportForm
from registan.plans.queries.plans import find_plan
from registan.plans.queries.rounds import find_round
from registan.plans.queries.together import typed_together
from registan.plans.views.reports import told
from registan.plans.views.steps import seal
from registan.web.forms import ActForm
from registan.web.refusal import NotThere, Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.parties.request import PageRequest
    from registan.plans.models import Round

ACTS: dict[str, tuple[Callable[..., Any], str]] = {
    "clear": (clear_reports, "reports.clear"),
    "file": (file_reports, "reports.file"),
}


@dataclass
class Together:
    """What can go, in full, and what cannot yet, with the reason."""

    said: list[Said] = field(default_factory=list)
    shown: list[dict[str, Any]] = field(default_factory=list)
    unready: list[tuple[str, str]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        return sha256(
            repr([(row.measure.pk, row.content) for row in self.said]).encode()
        ).hexdigest()


def together(request: PageRequest, key: str, number: int, deed: str) -> HttpResponse:
    """You are about to act for …: every report in full, one button."""
    if deed not in ACTS:
        raise NotThere
    act, power = ACTS[deed]
    by = acting(request, power)
    plan = find_plan(key, request.viewer)
    round_ = find_round(plan, number, request.viewer)
    ready = _gathered(round_, by.actor_key, deed)
    form = ActForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if ready.said and request.POST.get("seen") != ready.digest:
            form.add_error(None, say("refusal.sheet_moved_on"))
        elif form.run(act, by, round_, ready.said) is not None:
            seal(request, by, form, say(f"plans.together.{deed}.done"))
            return HttpResponseRedirect(reverse("owed"))
    context = {
        "plan": plan, "round": round_, "form": form, "deed": deed, "ready": ready,
        "acting_for": Names.load().official(by.actor_key), "text": say(f"plans.report.{deed}.deed"),
        "button": say(f"plans.together.{deed}", n=len(ready.said)),
    }  # fmt: skip
    return render(request, "plans/together.html", context, status=422 if form.errors else 200)


def _gathered(round_: Round, party: str, deed: str) -> Together:
    found = Together()
    for row in typed_together(round_, party, deed):
        row.measure.plan = round_.plan
        form = ReportForm(row.typed, indicators=row.indicators)
        sentence = _mistake(form, row.measure)
        if sentence:
            found.unready.append((row.measure.number, sentence))
            continue
        content = form.content()
        words = in_lang({text.lang: text.text for text in row.measure.texts.all()})
        indicators = {each.key: each for each in row.indicators}
        found.said.append(Said(row.measure, content))
        found.shown.append(
            {"number": row.measure.number, "text": words, "rows": told(content, indicators)}
        )
    return found


def _mistake(form: ReportForm, measure: Any) -> str:
    if not form.is_valid():
        return str(next(iter(form.errors.values()))[0])
    try:
        check_content(form.content(), measure, {row.key for row in form.indicators.values()})
    except Refused as refusal:
        return refusal.sentence()
    return ""
