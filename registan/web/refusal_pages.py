"""A refusal that no form caught becomes a page (or problem+json) with its sentence and the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from registan.web.refusal import NotThere, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


SHORTEST_TEXT = 12


class RefusalMiddleware:
    """Turns `Refused` raised in a view into an answer with the refusal's status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        return refusal_page(request, exception)


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The page that says what the rules forbid and what to do."""
    context = {"refusal": refusal, "sentence": refusal.sentence(), "typed": _typed(request)}
    return render(request, "web/refused.html", context, status=refusal.status)


def _typed(request: HttpRequest) -> list[str]:
    """The texts of a form that nobody can take any more: shown, so that none is lost."""
    return [
        str(value)
        for name in request.POST
        for value in request.POST.getlist(name)
        if len(str(value)) >= SHORTEST_TEXT and not name.endswith(("token", "key", "password"))
    ]


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Handler of 404: the same page for "not there" and "not yours"."""
    return refusal_page(request, NotThere())
