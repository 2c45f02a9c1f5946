"""Sentences of health, gathered from the files beside this one."""

from __future__ import annotations

from registan.health.texts_conditions import TEXTS_CONDITIONS

TEXTS: dict[str, tuple[str, str, str]] = {
    **TEXTS_CONDITIONS,
}
