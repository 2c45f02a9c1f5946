"""How facts recorded in entries of health read in words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from registan.health.models import Condition, Item
from registan.parties.queries import Names
from registan.web.texts import has_text, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable


def health_wordings() -> dict[str, Callable[[Any, str], str]]:
    """For ledger.queries.register_wordings."""
    names = dict(Condition.objects.values_list("code", "names"))
    # Asked only by lists in which such an act stands.
    items = cache(lambda: dict(Item.objects.values_list("code", "names")))
    parties = cache(Names.load)
    return {
        "condition": lambda code, lang: in_lang(names.get(code, {}), lang) or code,
        "item": lambda code, lang: in_lang(items().get(code, {}), lang) or code,
        "donor": lambda key, lang: parties().short(key, lang),
        "recipient": lambda key, lang: parties().short(key, lang),
        "stage": _stage,
    }


def _stage(code: str, lang: str) -> str:
    """Of a movement of help; reports have stages of their own, which no sentence names."""
    key = f"tracking.stage.{code}"
    return say(key, lang) if has_text(key) else code
