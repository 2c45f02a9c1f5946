"""Language from the first part of the address: /ru/, /zh/, /en/. The address alone decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import LocalePrefixPattern, URLPattern, URLResolver
from django.utils import translation

from registan.web.organisation import face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse

CODES = {"ru": "ru", "zh": "zh-hans", "en": "en"}
SHORT = {code: short for short, code in CODES.items()}
HTML_LANG = {"ru": "ru", "zh": "zh-Hans", "en": "en"}
COOKIE = "registan_language"
UNPREFIXED = ("/static/", "/api/", "/feeds/", "/log/", "/language/", "/healthz", "/favicon.ico")


class ShortPrefix(LocalePrefixPattern):
    """Django's language prefix, with /zh/ for zh-hans."""

    @property
    def language_prefix(self) -> str:
        return SHORT.get(translation.get_language() or "ru", "ru") + "/"


def in_every_language(*urls: URLPattern | URLResolver) -> list[URLResolver]:
    """The urls below /ru/, /zh/ and /en/."""
    return [URLResolver(ShortPrefix(), list(urls))]


def wanted_language(request: HttpRequest, spoken: Sequence[str] = tuple(CODES)) -> str:
    """The cookie, or what the browser prefers, among the languages spoken; else the first of them."""
    chosen = request.COOKIES.get(COOKIE, "")
    if chosen in spoken:
        return chosen
    header = request.headers.get("Accept-Language", "")
    for part in header.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in spoken:
            return code
    return spoken[0]


class LanguageMiddleware:
    """Activates the language of the address; one without, or in none of the organisation's, is moved.

    What is sent to such an address is answered there and then: a redirect would lose it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        if request.path_info.startswith(UNPREFIXED):
            short = wanted_language(request)
        else:
            whose = request.face = face()  # type: ignore[attr-defined]
            if first not in whose.languages:
                prefix = f"/{first}" if first in CODES else ""
                first = wanted_language(request, whose.languages)
                if request.method in {"GET", "HEAD"}:
                    asked = request.get_full_path().removeprefix(prefix)
                    return HttpResponseRedirect(f"/{first}{asked}")
                _move(request, f"/{first}{request.path_info.removeprefix(prefix)}")
            short = first
        translation.activate(CODES[short])
        request.LANGUAGE_CODE = CODES[short]
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", HTML_LANG[short])
        return response


def _move(request: HttpRequest, path: str) -> None:
    """Have the request answered as if it had come to `path`."""
    script = request.path.removesuffix(request.path_info)
    request.path_info, request.path = path, f"{script}{path}"
