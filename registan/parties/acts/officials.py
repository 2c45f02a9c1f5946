"""Accounts and mandates. Each State's own administrator grants and withdraws for that State."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act, working_paper
from registan.parties.models import Body, Mandate, Official, State
from registan.parties.models.officials import new_feed_key
from registan.parties.permissions import require
from registan.parties.powers import POWERS, powers_of
from registan.parties.queries import language_choices, secretariat_key
from registan.parties.setup_mandate import SetUp
from registan.web.hidden import hidden_characters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}", re.ASCII)


@act("parties.official.enrolled")
def enrol_official(
    by: SetUp | Mandate, *, username: str, display_name: str, powers: Sequence[str], now: datetime,
    state: State | None = None, body: Body | None = None, email: str = "", language: str = "",
    password: str | None = None, is_cast: bool = False, until: datetime | None = None,
) -> Mandate:  # fmt: skip
    """Open an account and give it its first mandate.

    By the operator at set-up, or by the administrator of the same State or Body. Letters are in the
    language of the State where none is named.
    """
    _may_grant(by, state, body, now)
    _check_powers(powers, state, body)
    if not USERNAME.fullmatch(username):
        raise Refused("username_malformed", field="username")
    if found := hidden_characters(display_name + email):
        characters = ", ".join(found)
        raise Refused("name_with_hidden_characters", field="display_name", characters=characters)
    if Official.objects.filter(username=username).exists():
        raise Refused("username_taken", field="username", username=username)
    official = Official(
        username=username,
        display_name=display_name,
        email=email,
        language=language or _language_of(state),
        is_cast=is_cast,
    )
    if password:
        official.set_password(password)
    else:
        official.set_unusable_password()
    official.save()
    return _mandate(by, official, state, body, powers, now, until)


@act("parties.mandate.granted")
def grant_mandate(
    by: Mandate, official: Official, *, powers: Sequence[str], now: datetime,
    until: datetime | None = None,
) -> Mandate:  # fmt: skip
    """Let an Official do more for the State or Body of the administrator who grants."""
    _may_grant(by, by.state, by.body, now)
    _check_powers(powers, by.state, by.body)
    return _mandate(by, official, by.state, by.body, powers, now, until)


@act("parties.mandate.withdrawn")
def withdraw_mandate(by: Mandate, mandate: Mandate, *, now: datetime) -> Mandate:
    """End a mandate of one's own State or Body at once."""
    _may_grant(by, mandate.state, mandate.body, now)
    if mandate.revoked_at is not None:
        raise Refused("mandate_already_withdrawn", status=409)
    others = Mandate.objects.active_at(now).filter(state=mandate.state, body=mandate.body)
    if mandate.has("mandates.grant") and not any(
        row.has("mandates.grant") for row in others.exclude(pk=mandate.pk)
    ):
        raise Refused("last_administrator", status=409)
    mandate.revoked_at = now
    mandate.save(update_fields=["revoked_at"])
    return mandate


@act("parties.password.changed")
def change_password(by: Mandate, *, password: str) -> Official:
    """Set one's own password. The record says that it was done, and nothing of the password."""
    official = by.official
    official.set_password(password)
    official.save(update_fields=["password"])
    return official


@working_paper
def choose_language(official: Official, language: str) -> Official:
    """Remember the language in which letters to this Official are written."""
    official.language = language
    official.save(update_fields=["language"])
    return official


@working_paper
def renew_feed_key(official: Official) -> Official:
    """Give an Official a new private calendar address; the one before leads nowhere from now on."""
    official.feed_key = new_feed_key()
    official.save(update_fields=["feed_key"])
    return official


def _may_grant(by: SetUp | Mandate, state: State | None, body: Body | None, now: datetime) -> None:
    if isinstance(by, SetUp):
        return
    require(by, "mandates.grant", now, state=state)
    if by.state_id != (state.pk if state else None) or by.body_id != (body.pk if body else None):
        raise Refused("another_state", status=403)


def _language_of(state: State | None) -> str:
    return state.language if state else language_choices()[0][0]


def _check_powers(powers: Sequence[str], state: State | None, body: Body | None) -> None:
    if not powers:
        raise Refused("mandate_without_powers", field="powers")
    unknown = [power for power in powers if power not in POWERS]
    if unknown:
        raise Refused("power_unknown", field="powers", power=unknown[0])
    keeps_the_house = body is not None and body.key == secretariat_key()
    open_ones = powers_of(is_state=state is not None, keeps_the_house=keeps_the_house)
    for power in powers:
        if power not in open_ones:
            raise Refused("power_not_for_party", field="powers", status=403, power=power)


def _mandate(
    by: SetUp | Mandate, official: Official, state: State | None, body: Body | None,
    powers: Sequence[str], now: datetime, until: datetime | None,
) -> Mandate:  # fmt: skip
    if until is not None and until <= now:
        raise Refused("mandate_ends_before_it_begins", field="until")
    return Mandate.objects.create(
        official=official, state=state, body=body, powers=sorted(powers), since=now, until=until,
        granted_by=by if isinstance(by, Mandate) else None,
    )  # fmt: skip
