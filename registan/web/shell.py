"""What every page needs: the language, the other languages of this place, the sections, who is reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from registan.web.languages import CODES, HTML_LANG
from registan.web.organisation import Face, face
from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

LANGUAGE_NAMES = {"ru": "Русский", "zh": "中文", "en": "English"}

# Name of the address and whether it is only for those who hold a mandate; text `web.nav.<name>`.
_SECTIONS = (
    ("plans", False),
    ("owed", True),
    ("health", False),
    ("states", False),
    ("search", False),
    ("history", False),
    ("ledger", False),
)

# The upper floors say whether what they show is invented.
_illustrative_providers: list[Callable[[], bool]] = []
# The upper floors warn a reader, on every page, of what stands in the way of all work.
_warnings: list[Callable[[HttpRequest], Warned | None]] = []


@dataclass(frozen=True)
class Warned:
    """A warning on top of every page: what is wrong, and where it is said what to do."""

    sentence: str
    more: str
    href: str


@dataclass(frozen=True)
class Section:
    """A way into one of the main parts, as the head of each page shows it."""

    text: str
    href: str
    is_here: bool


@dataclass(frozen=True)
class Place:
    """This page in one of the languages."""

    code: str
    name: str
    html_lang: str
    href: str


def register_illustrative(provider: Callable[[], bool]) -> None:
    """Have `provider` say whether this installation holds invented data: each page then says so."""
    if provider not in _illustrative_providers:
        _illustrative_providers.append(provider)


def register_warning(provider: Callable[[HttpRequest], Warned | None]) -> None:
    """Have `provider` say what a reader must be warned of."""
    if provider not in _warnings:
        _warnings.append(provider)


def page_shell(request: HttpRequest) -> dict[str, Any]:
    """Template context of the shell. Whatever needs the database is looked up only when shown."""
    lang = current_lang()
    whose: Face = getattr(request, "face", None) or face()
    return {
        "lang": lang,
        "html_lang": HTML_LANG[lang],
        "languages": _places(request, whose.languages),
        "organisation_name": whose.name,
        "sections": SimpleLazyObject(lambda: _sections(request)),
        "illustrative": SimpleLazyObject(_is_illustrative),
        "warnings": SimpleLazyObject(lambda: [one for ask in _warnings if (one := ask(request))]),
        "printed_address": settings.SITE_URL + request.get_full_path(),
        "demo": settings.DEMO,
        "official": getattr(request, "user", None),
        "viewer": getattr(request, "viewer", None),
        "mandate": getattr(request, "mandate", None),
    }


@lru_cache(maxsize=64)
def has_page(name: str) -> bool:
    """Whether this installation has a page of that name: nothing links to what is not there."""
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


def _places(request: HttpRequest, languages: tuple[str, ...]) -> list[Place]:
    path = request.get_full_path()
    first, _, rest = path.lstrip("/").partition("/")
    if first not in CODES:
        rest = path.lstrip("/")
    return [
        Place(code, LANGUAGE_NAMES[code], HTML_LANG[code], f"/{code}/{rest}") for code in languages
    ]


def _sections(request: HttpRequest) -> list[Section]:
    holds_mandate = bool(getattr(request, "mandate", None))
    found = []
    for name, for_mandates in _SECTIONS:
        if has_page(name) and (holds_mandate or not for_mandates):
            href = reverse(name)
            found.append(Section(say(f"web.nav.{name}"), href, request.path.startswith(href)))
    return found


def _is_illustrative() -> bool:
    return settings.DEMO or any(provider() for provider in _illustrative_providers)
