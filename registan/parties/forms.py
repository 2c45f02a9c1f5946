"""What a person may type about accounts and mandates."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone

from registan.parties.powers import OFFICES
from registan.parties.queries import language_choices
from registan.web.forms import ActForm
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from registan.parties.models import Official


class SignInForm(LoginForm):  # type: ignore[misc]  # untyped library
    """allauth's form with our labels, above the fields as everywhere."""

    def __init__(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.use_required_attribute = False
        for name, label in (("login", "parties.username"), ("password", "parties.password")):
            self.fields[name].label = say(label)
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)


class PasswordForm(ActForm):
    """The password held, and the new one."""

    held = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    password = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[validate_password],
    )

    def __init__(self, official: Official, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.official = official
        self.fields["held"].label = say("parties.password.held")
        self.fields["password"].label = say("parties.password.new")
        self.fields["password"].help_text = say("parties.password.hint")

    def clean_held(self) -> str:
        typed: str = self.cleaned_data["held"]
        if not self.official.check_password(typed):
            raise forms.ValidationError(say("parties.password.wrong"))
        return typed


class LanguageForm(forms.Form):
    """The language of letters."""

    language = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            choices=language_choices(), label=say("parties.language")
        )


class WithdrawForm(ActForm):
    """Nothing to type: only the confirmation."""


class _OfficeForm(ActForm):
    """What an Official may do, and until which day."""

    def __init__(self, *args: Any, offices: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(
            choices=[(key, _with_powers(key)) for key in offices],
            widget=forms.RadioSelect,
            label=say("parties.office"),
        )
        self.fields["until"] = forms.DateField(
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}),
            label=say("parties.last_day"),
            help_text=say("parties.last_day.hint"),
        )

    def facts(self) -> dict[str, Any]:
        """Facts of the act. The last day counts as a whole, at the seat."""
        last = self.cleaned_data["until"]
        until = None
        if last:
            until = timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
        return {"powers": OFFICES[self.cleaned_data["office"]], "until": until}


class EnrolForm(_OfficeForm):
    """A new account with its first mandate."""

    username = forms.RegexField(r"^[a-z0-9][a-z0-9._-]{2,59}$")
    display_name = forms.CharField(max_length=120)
    language = forms.ChoiceField()
    email = forms.EmailField(required=False)
    password = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[validate_password],
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(choices=language_choices(), initial=language)
        named = ("username", "display_name", "language", "email", "password")
        for name in named:
            self.fields[name].label = say(f"parties.{name}")
        for name in ("username", "display_name", "password"):
            self.fields[name].help_text = say(f"parties.{name}.hint")
        self.fields["username"].error_messages["invalid"] = say("refusal.username_malformed")
        self.order_fields(
            ["display_name", "username", "password", "email", "language", "office", "until"]
        )

    def facts(self) -> dict[str, Any]:
        """Facts of the act."""
        typed = ("username", "display_name", "language", "email", "password")
        return {**{name: self.cleaned_data[name] for name in typed}, **super().facts()}


class GrantForm(_OfficeForm):
    """One more mandate for an Official of the same State or Body."""

    def __init__(self, *args: Any, officials: Sequence[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"] = forms.ChoiceField(
            choices=[(row.username, f"{row.display_name} ({row.username})") for row in officials],
            label=say("parties.official"),
        )
        self.order_fields(["official", "office", "until"])


def _with_powers(office: str) -> str:
    powers = say("web.list").join(say(f"power.{power}") for power in OFFICES[office])
    return say("parties.office.powers", office=say(f"office.{office}"), powers=powers)
