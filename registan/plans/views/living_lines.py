"""Living indicators as the page of a measure tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from registan.plans.queries.living import Living, living_of
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.plans.models import Measure


def living_lines(measure: Measure, viewer: Viewer, as_of: date) -> list[dict[str, Any]]:
    """Each with its figure in words, its definition and the way to the desk."""
    return [_line(row) for row in living_of(measure, viewer, as_of)]


def _line(row: Living) -> dict[str, Any]:
    offer = row.offer if row.is_current else None
    return {
        "indicator": row.indicator, "binding": row.binding, "as_of": row.as_of,
        "told": row.words(), "link": reverse(offer.desk) if offer else "",
        "definition": say(f"offered.{offer.key}.definition") if offer else "",
    }  # fmt: skip
