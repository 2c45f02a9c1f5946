"""How facts recorded in entries of health read in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.health.models import Condition
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from collections.abc import Callable


def health_wordings() -> dict[str, Callable[[Any, str], str]]:
    """For ledger.queries.register_wordings."""
    names = dict(Condition.objects.values_list("code", "names"))
    return {"condition": lambda code, lang: in_lang(names.get(code, {}), lang) or code}
