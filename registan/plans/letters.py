"""Kinds of letters that plans send."""

from __future__ import annotations

from registan.jobs.kinds import letter_kind

letter_kind("plans.reminder", obligatory=True)
letter_kind("plans.returned")
