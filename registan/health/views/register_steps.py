"""A deed of the registers in two steps: the form, the whole of what was typed, the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from registan.health.views.assistance_words import typed_record
from registan.plans.views.steps import in_two_steps
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest


def by_form(
    request: PageRequest, by: Mandate, form: Any, deed: str, *, run: Callable[[], object], to: str,
    lede: str = "", **crumbs: object,
) -> HttpResponse:  # fmt: skip
    """Type, look at the whole, confirm; `deed` is the key of the sentence that names it."""
    context = {
        "form": form, "heading": say(deed), "lede": lede, "in_research": True, **crumbs,
    }  # fmt: skip
    return in_two_steps(
        request, by, form, run=run, deed=say(deed), button=say("research.confirm"),
        record=lambda: [(label, value) for label, value in typed_record(form) if value],
        done=say("research.done"), to=to,
        page=lambda: render(
            request, "health/form.html", context, status=422 if form.errors else 200
        ),
    )  # fmt: skip
