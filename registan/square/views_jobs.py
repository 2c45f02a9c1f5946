"""The secretariat's pages of the machine: jobs and letters; and every Official's choice of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from registan.jobs import kinds, outbox, queries, queue
from registan.square.forms_jobs import LetterFilter
from registan.square.queries_jobs import address_today, letter_choices
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from registan.parties.models import Mandate

POWER = "jobs.watch"


def _require_watch(request: HttpRequest) -> None:
    mandate = cast("Mandate | None", request.mandate)  # type: ignore[attr-defined]
    if not mandate or not mandate.has(POWER):
        raise NotThere


@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    _require_watch(request)
    now = timezone.now()
    return render(request, "square/jobs.html", {"overview": queries.overview(now), "now": now})


@require_POST
def job_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    _require_watch(request)
    queue.run_again(pk)
    messages.success(request, say("jobs.again.done"))
    return redirect("jobs")


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    _require_watch(request)
    wanted = LetterFilter(request.GET)
    chosen = wanted.chosen()
    rows, has_older = queries.letter_log(
        username=chosen.username, status=chosen.status, page=chosen.page
    )
    return render(
        request,
        "square/letters.html",
        {"form": wanted, "letters": rows, "page": chosen.page, "has_older": has_older},
    )


@require_POST
def letter_again(request: HttpRequest, uid: UUID) -> HttpResponse:
    _require_watch(request)
    letter = outbox.send_again(uid, address=address_today(uid), now=timezone.now())
    messages.success(request, say("letters.again.done", address=letter.address))
    return redirect("letters")


@login_required
@require_http_methods(["GET", "POST"])
def letter_settings(request: HttpRequest) -> HttpResponse:
    username = request.user.get_username()
    refusals: dict[str, str] = {}
    if request.method == "POST":
        for kind, _ in kinds.choices_of(username):
            if wish := request.POST.get(f"kind:{kind.name}"):
                try:
                    kinds.choose(username, kind.name, wish)
                except Refused as refusal:
                    refusals[kind.name] = refusal.sentence()
        if not refusals:
            messages.success(request, say("letters.settings.saved"))
            return redirect("letter_settings")
    return render(
        request,
        "square/letter_settings.html",
        {"choices": letter_choices(username, refusals)},
        status=422 if refusals else 200,
    )
