"""Sentences of health, gathered from the files beside this one."""

from __future__ import annotations

from registan.health.texts_conditions import TEXTS_CONDITIONS
from registan.health.texts_counts import TEXTS_COUNTS
from registan.health.texts_pages import TEXTS_PAGES

TEXTS: dict[str, tuple[str, str, str]] = {
    **TEXTS_CONDITIONS,
    **TEXTS_COUNTS,
    **TEXTS_PAGES,
}
