"""Every sentence a person reads, in Russian, Chinese and English side by side.

An app keeps its sentences in `texts.py` as `TEXTS: dict[key, (ru, zh, en)]`; no language is first,
and a key without all three fails the tests. Placeholders are `{name}`; `{n|мера|меры|мер}` chooses
the Russian form for the number n, `{n|measure|measures}` the English one (Chinese has one form).
Why not gettext: docs/decisions/0003-texts-beside-each-other.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache

from django.apps import apps
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import get_language

LANGS = ("ru", "zh", "en")
Texts = Mapping[str, tuple[str, str, str]]

_PLACEHOLDER = re.compile(r"\{(\w+)((?:\|[^{}|]*)*)\}")
_catalogue: dict[str, tuple[str, str, str]] = {}


def current_lang() -> str:
    """The reader's language as ru, zh or en."""
    return (get_language() or "ru")[:2]


def register(texts: Texts) -> None:
    """Add an app's sentences. A key told twice with other words is a programming error."""
    for key, triple in texts.items():
        if _catalogue.setdefault(key, triple) != triple:
            raise ValueError(f"text {key!r} is defined twice")


def discover() -> None:
    """Import `texts.py` of every app and register its TEXTS."""
    autodiscover_modules("texts")
    for app in apps.get_app_configs():
        register(getattr(sys.modules.get(f"{app.name}.texts"), "TEXTS", {}))


def catalogue() -> Texts:
    """All sentences known, for tests and for the reference."""
    return _catalogue


def say(key: str, lang: str | None = None, /, **facts: object) -> str:
    """The sentence `key` in `lang` (the reader's language by default) with its facts filled in.

    Raises KeyError for an unknown key or a missing fact.
    """
    lang = lang or current_lang()
    template = _catalogue[key][LANGS.index(lang)]
    if "{" not in template:
        return template
    return _PLACEHOLDER.sub(lambda found: _fill(found, lang, facts), template)


def say_template(key: str, lang: str) -> str:
    """The sentence `key` in `lang` as it is kept, its places open: for the reference."""
    return _catalogue[key][LANGS.index(lang)]


def has_text(key: str) -> bool:
    return key in _catalogue


def _fill(found: re.Match[str], lang: str, facts: Mapping[str, object]) -> str:
    value = facts[found[1]]
    if not found[2]:
        words = str(value)
        # "г." at the end of a sentence is its full stop as well.
        ends_twice = words.endswith(".") and found.string[found.end() : found.end() + 1] == "."
        return words[:-1] if ends_twice else words
    forms = found[2][1:].split("|")
    return forms[plural_form(int(str(value)), lang, len(forms))]


@lru_cache(maxsize=4096)
def plural_form(number: int, lang: str, forms: int) -> int:
    """Index of the plural form (CLDR cardinal rules for whole numbers of ru, zh, en)."""
    if lang == "zh" or forms == 1:
        return 0
    if lang == "en":
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}:
        return 1
    return 2


def in_lang(names: Mapping[str, str], lang: str | None = None) -> str:
    """A name kept by language, in `lang`; where it is missing, in the first language that has it."""
    lang = lang or current_lang()
    return names.get(lang) or next((names[code] for code in LANGS if names.get(code)), "")
