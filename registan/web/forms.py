"""Forms that end in an act: what the act refuses is said at the field, and nothing typed is lost."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def new_key() -> str:
    """An idempotency key for one showing of one form: a double click carries the same one."""
    return secrets.token_urlsafe(16)


class ActForm(forms.Form):
    """A form with an idempotency key of its own."""

    act_key = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act_key"].initial = new_key()
        self.use_required_attribute = False

    def run(self, act: Callable[..., Result], *args: Any, **facts: Any) -> Result | None:
        """Call the act with this form's key; a refusal becomes an error at its field, and None."""
        try:
            return act(*args, **facts, key=self.cleaned_data["act_key"] or None)
        except Refused as refusal:
            field = refusal.field if refusal.field in self.fields else None
            self.add_error(field, refusal.sentence())
            return None
