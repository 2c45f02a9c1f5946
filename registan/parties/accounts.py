"""How sign-in (django-allauth) meets our officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from registan.parties.acts import change_password
from registan.parties.queries import mandates_of
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

    from registan.parties.models import Official


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # untyped library
    """Accounts are opened by an administrator's act, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Official, password: str) -> None:
        """A change of password is an act of the Official himself."""
        held = mandates_of(user, timezone.now())
        if not held:
            raise Refused("mandate_not_in_force", status=403)
        change_password(held[0], password=password)
        user.refresh_from_db()
