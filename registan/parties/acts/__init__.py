"""Every write of the parties."""

from __future__ import annotations

from registan.parties.acts.officials import (
    change_password,
    choose_language,
    enrol_official,
    grant_mandate,
    withdraw_mandate,
)

__all__ = [
    "change_password",
    "choose_language",
    "enrol_official",
    "grant_mandate",
    "withdraw_mandate",
]
