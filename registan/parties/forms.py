"""What a person may type about accounts and mandates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password

from registan.parties.powers import OFFICES
from registan.web.forms import ActForm
from registan.web.texts import say

if TYPE_CHECKING:
    from django.http import HttpRequest

LANGUAGES = [("ru", "Русский"), ("zh", "中文"), ("en", "English")]


class SignInForm(LoginForm):  # type: ignore[misc]  # untyped library
    """allauth's form with our labels, above the fields as everywhere."""

    def __init__(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.fields.pop("remember", None)
        self.use_required_attribute = False
        for name, label in (("login", "parties.username"), ("password", "parties.password")):
            self.fields[name].label = say(label)
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)


class LanguageForm(forms.Form):
    """The language of letters."""

    language = forms.ChoiceField(choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].label = say("parties.language")


class WithdrawForm(ActForm):
    """Nothing to type: only the confirmation."""


class EnrolForm(ActForm):
    """A new account with its first mandate."""

    username = forms.RegexField(r"^[a-z0-9][a-z0-9._-]{2,59}$")
    display_name = forms.CharField(max_length=120)
    office = forms.ChoiceField(widget=forms.RadioSelect)
    language = forms.ChoiceField(choices=LANGUAGES)
    email = forms.EmailField(required=False)
    password = forms.CharField(widget=forms.PasswordInput, validators=[validate_password])
    until = forms.DateTimeField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = [
            (key, say(f"office.{key}")) for key in OFFICES if key not in {"secretariat", "body"}
        ]
        self.fields["office"] = forms.ChoiceField(choices=offices, widget=forms.RadioSelect)
        self.order_fields(
            ["username", "display_name", "office", "language", "email", "password", "until"]
        )
        for name in (
            "username",
            "display_name",
            "office",
            "language",
            "email",
            "password",
            "until",
        ):
            self.fields[name].label = say(f"parties.{name}")
        self.fields["username"].help_text = say("parties.username.hint")
        self.fields["display_name"].help_text = say("parties.display_name.hint")

    def facts(self) -> dict[str, Any]:
        """Facts of the act."""
        data = {
            name: self.cleaned_data[name]
            for name in ("username", "display_name", "language", "email", "password", "until")
        }
        return {**data, "powers": OFFICES[self.cleaned_data["office"]]}
