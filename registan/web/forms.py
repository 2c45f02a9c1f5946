"""Forms that end in an act: what the act refuses is said at the field, and nothing typed is lost."""

from __future__ import annotations

import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms

from registan.web.refusal import Refused, Unsigned

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
LONGEST_STATEMENT = 2**20


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
        # What the State's office has still to sign, where the act asked for it.
        self.statement = ""

    @cached_property
    def signature(self) -> str:
        """The signed statement, as uploaded or pasted; empty where there is none."""
        file = self.files.get("signature_file")
        if file and (file.size or 0) <= LONGEST_STATEMENT:
            return str(file.read().decode("utf-8", "replace"))
        return str(self.data.get("signature", "")).strip()

    def run(self, act: Callable[..., Result], *args: Any, **facts: Any) -> Result | None:
        """Call the act with this form's key; a refusal becomes an error at its field, and None.

        Where the State's office has to sign, `statement` holds what; until a signature comes with the
        form, that is no error.
        """
        signature = self.signature
        signed = {"signed": signature.encode()} if signature else {}
        try:
            return act(*args, **facts, **signed, key=self.cleaned_data["act_key"] or None)
        except Refused as refusal:
            if refusal.field == "signature":
                posted = str(self.data.get("statement", ""))
                self.statement = refusal.statement if isinstance(refusal, Unsigned) else posted
                if isinstance(refusal, Unsigned) and not signature:
                    return None
            field = refusal.field if refusal.field in self.fields else None
            self.add_error(field, refusal.sentence())
            return None
