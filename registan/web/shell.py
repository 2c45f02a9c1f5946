"""What every page needs: the language, the other languages of this place, who is reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from registan.web.languages import CODES, HTML_LANG
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

LANGUAGE_NAMES = {"ru": "Русский", "zh": "中文", "en": "English"}


# The upper floors say whose pages these are.
_name_providers: list[Callable[[], str]] = []


def register_name(provider: Callable[[], str]) -> None:
    """Have `provider` name the organisation on each page, in the reader's language."""
    if provider not in _name_providers:
        _name_providers.append(provider)


def _organisation_name() -> str:
    return next((name for provider in _name_providers if (name := provider())), "Registan")


def page_shell(request: HttpRequest) -> dict[str, Any]:
    """Template context of the shell: lang, html_lang, languages (with this place in each), demo."""
    lang = current_lang()
    path = request.get_full_path()
    prefixed = path.split("/", 2)[1] in CODES
    rest = path.split("/", 2)[2] if prefixed and path.count("/") > 1 else path.lstrip("/")
    return {
        "lang": lang,
        "html_lang": HTML_LANG[lang],
        "languages": [
            (code, LANGUAGE_NAMES[code], HTML_LANG[code], f"/{code}/{rest}") for code in CODES
        ],
        "organisation_name": SimpleLazyObject(_organisation_name),
        "demo": settings.DEMO,
        "viewer": getattr(request, "viewer", None),
        "mandate": getattr(request, "mandate", None),
    }
