"""Sentences of plans, gathered from the files beside this one."""

from __future__ import annotations

from registan.plans.texts_plans import TEXTS_PLANS
from registan.plans.texts_unreadable import TEXTS_UNREADABLE

TEXTS: dict[str, tuple[str, str, str]] = {**TEXTS_PLANS, **TEXTS_UNREADABLE}
