"""Sentences of plans, gathered from the files beside this one."""

from __future__ import annotations

from registan.plans.texts_additions import TEXTS_ADDITIONS
from registan.plans.texts_import import TEXTS_IMPORT
from registan.plans.texts_living import TEXTS_LIVING
from registan.plans.texts_pages import TEXTS_PAGES
from registan.plans.texts_papers import TEXTS_PAPERS
from registan.plans.texts_plans import TEXTS_PLANS
from registan.plans.texts_reports import TEXTS_REPORTS
from registan.plans.texts_sheet import TEXTS_SHEET
from registan.plans.texts_unreadable import TEXTS_UNREADABLE
from registan.plans.texts_words import TEXTS_WORDS

TEXTS: dict[str, tuple[str, str, str]] = {
    **TEXTS_PLANS,
    **TEXTS_ADDITIONS,
    **TEXTS_REPORTS,
    **TEXTS_WORDS,
    **TEXTS_PAGES,
    **TEXTS_PAPERS,
    **TEXTS_SHEET,
    **TEXTS_UNREADABLE,
    **TEXTS_IMPORT,
    **TEXTS_LIVING,
}
