"""How facts recorded in entries of plans read in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.formats import date_format

from registan.parties.queries import Names
from registan.plans.models import Plan
from registan.web.languages import CODES
from registan.web.texts import has_text, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NAMED = 8  # in one sentence; the record has all


def plan_wordings() -> dict[str, Callable[[Any, str], str]]:
    """For ledger.queries.register_wordings."""
    parties = Names.load()
    titles = dict(Plan.objects.values_list("key", "titles"))
    return {
        "plan": lambda key, lang: in_lang(titles.get(key, {}), lang) or key,
        "progress": lambda code, lang: say(f"progress.{code}", lang),
        "due": _day,
        "offered": lambda key, lang: (
            say(f"offered.{key}.name", lang) if has_text(f"offered.{key}.name") else key
        ),
        "first_day": _day,
        "last_day": _day,
        "last_day_before": _day,
        "names": lambda names, lang: in_lang(names, lang),
        "parties": lambda keys, lang: _listed(parties, keys, lang),
    }


def _listed(parties: Names, keys: list[str], lang: str) -> str:
    names = [parties.short(key, lang) for key in keys[:MOST_NAMED]]
    listed = say("web.list", lang).join(names)
    rest = len(keys) - MOST_NAMED
    return say("plans.and_others", lang, names=listed, n=rest) if rest > 0 else listed


def _day(recorded: str, lang: str) -> str:
    if not recorded:
        return "—"
    with translation.override(CODES[lang]):
        return date_format(date.fromisoformat(recorded), "DATE_FORMAT")
