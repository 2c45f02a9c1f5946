"""How facts recorded in entries of plans read in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.formats import date_format

from registan.plans.models import Plan
from registan.web.languages import CODES
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable


def plan_wordings() -> dict[str, Callable[[Any, str], str]]:
    """For ledger.queries.register_wordings."""
    titles = dict(Plan.objects.values_list("key", "titles"))
    return {
        "plan": lambda key, lang: in_lang(titles.get(key, {}), lang) or key,
        "progress": lambda code, lang: say(f"progress.{code}", lang),
        "due": _day,
    }


def _day(recorded: str, lang: str) -> str:
    with translation.override(CODES[lang]):
        return date_format(date.fromisoformat(recorded), "DATE_FORMAT")
