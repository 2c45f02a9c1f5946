"""Kinds of letters that health sends."""

from __future__ import annotations

from registan.jobs.kinds import letter_kind

letter_kind("health.notice", obligatory=True)
letter_kind("health.exercise", obligatory=True)
letter_kind("health.reminder", obligatory=True)
letter_kind("health.silence", obligatory=True)
letter_kind("health.opinion", obligatory=True)
letter_kind("health.signals")
