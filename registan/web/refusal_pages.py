"""A refusal that no form caught becomes a page (or problem+json) with its sentence and the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere, Refused
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

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


class SizeMiddleware:
    """Refuses a request that is larger than any form here before its body is read, and an address
    with a zero byte, which names nothing and which PostgreSQL takes in no text.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or ""
        if announced.isdecimal() and int(announced[:18]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            largest = settings.UPLOAD_LIMIT // 2**20
            return _untouched(request, Refused("request_too_large", status=413, largest=largest))
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return _untouched(request, NotThere())
        return self.get_response(request)


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


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Handler of 400: more fields than any form here has, or a form that cannot be read."""
    return _untouched(request, Refused("request_unreadable", status=400))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of this session (CSRF): what was typed is shown, and nothing is done."""
    return refusal_page(request, Refused("form_expired", status=403))


def broken(request: HttpRequest) -> HttpResponse:
    """Handler of 500: a mistake of ours. Written without the database, which may be what is broken."""
    sentence = Refused("broken", status=500).sentence()
    return HttpResponse(
        render_to_string(
            "web/broken.html", {"sentence": sentence, "html_lang": HTML_LANG[current_lang()]}
        ),
        status=500,
    )


def _untouched(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The page of a refusal without a look at the form, which is what could not be read."""
    context = {"refusal": refusal, "sentence": refusal.sentence(), "typed": []}
    return render(request, "web/refused.html", context, status=refusal.status)
