"""Every write of the parties."""

from __future__ import annotations

from registan.parties.acts.office_keys import (
    confirm_office_key,
    enrol_office_key,
    revoke_office_key,
)
from registan.parties.acts.officials import (
    change_password,
    choose_language,
    enrol_official,
    grant_mandate,
    renew_feed_key,
    withdraw_mandate,
)
from registan.parties.acts.profile import load_profile
from registan.parties.acts.records import carry_out_shredding, open_record, propose_shredding

__all__ = [
    "carry_out_shredding",
    "change_password",
    "choose_language",
    "confirm_office_key",
    "enrol_office_key",
    "enrol_official",
    "grant_mandate",
    "load_profile",
    "open_record",
    "propose_shredding",
    "renew_feed_key",
    "revoke_office_key",
    "withdraw_mandate",
]
