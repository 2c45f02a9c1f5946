"""Language from the first part of the address: /ru/, /zh/, /en/. The address alone decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import LocalePrefixPattern, URLPattern, URLResolver
from django.utils import translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

CODES = {"ru": "ru", "zh": "zh-hans", "en": "en"}
SHORT = {code: short for short, code in CODES.items()}
HTML_LANG = {"ru": "ru", "zh": "zh-Hans", "en": "en"}
COOKIE = "registan_language"
UNPREFIXED = ("/static/", "/api/", "/feeds/", "/language/", "/healthz")


class ShortPrefix(LocalePrefixPattern):
    """Django's language prefix, with /zh/ for zh-hans."""

    @property
    def language_prefix(self) -> str:
        return SHORT.get(translation.get_language() or "ru", "ru") + "/"


def in_every_language(*urls: URLPattern | URLResolver) -> list[URLResolver]:
    """The urls below /ru/, /zh/ and /en/."""
    return [URLResolver(ShortPrefix(), list(urls))]


def wanted_language(request: HttpRequest) -> str:
    """Short code from the Official's own choice, the cookie, or what the browser prefers."""
    chosen = request.COOKIES.get(COOKIE, "")
    if chosen in CODES:
        return chosen
    header = request.headers.get("Accept-Language", "")
    for part in header.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in CODES:
            return code
    return "ru"


class LanguageMiddleware:
    """Activates the language of the address; an address without one is sent to its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        if first in CODES:
            short = first
        elif request.path_info.startswith(UNPREFIXED):
            short = wanted_language(request)
        else:
            return HttpResponseRedirect(f"/{wanted_language(request)}{request.get_full_path()}")
        translation.activate(CODES[short])
        request.LANGUAGE_CODE = CODES[short]
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", HTML_LANG[short])
        return response
