"""Every write of the parties."""

from __future__ import annotations

from registan.parties.acts.officials import (
    change_password,
    choose_language,
    enrol_official,
    grant_mandate,
    renew_feed_key,
    withdraw_mandate,
)
from registan.parties.acts.profile import load_profile

__all__ = [
    "change_password",
    "choose_language",
    "enrol_official",
    "grant_mandate",
    "load_profile",
    "renew_feed_key",
    "withdraw_mandate",
]
