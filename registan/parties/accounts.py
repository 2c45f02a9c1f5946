"""How sign-in (django-allauth) meets our officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter

if TYPE_CHECKING:
    from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # untyped library
    """Accounts are opened by an administrator's act, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
