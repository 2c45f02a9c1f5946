"""What a person hands in to have checked: the number of an entry, or a proof file."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from registan.kernel.log.notes import MAX_BYTES
from registan.web.asked import whole_number
from registan.web.texts import say

_NUMBER = re.compile(r"(?:№|No\.?|#|第)?\s*([0-9]{1,9})\s*(?:条|号)?", re.IGNORECASE)
NONE = -1


class CheckForm(forms.Form):
    """A number as it stands behind an act ("№ 12"), or a file."""

    number = forms.CharField(required=False, max_length=40)
    proof = forms.FileField(required=False, allow_empty_file=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].label = say(f"ledger.check.{name}")
            self.fields[name].help_text = say(f"ledger.check.{name}.hint")
        self.fields["number"].widget.attrs |= {"class": "short", "inputmode": "numeric"}
        self.fields["proof"].widget.attrs["accept"] = ".tlog-proof,text/plain"

    def clean_number(self) -> int:
        """The number; NONE where nothing was typed."""
        typed = self.cleaned_data["number"].strip()
        if not typed:
            return NONE
        if not (found := _NUMBER.fullmatch(typed)):
            raise forms.ValidationError(say("ledger.check.no_number"))
        return whole_number(found[1])

    def clean_proof(self) -> bytes | None:
        """The bytes of the file; one more than any proof file has is enough to refuse it."""
        file = self.cleaned_data["proof"]
        return file.read(MAX_BYTES + 1) if file else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if not self.errors and cleaned.get("number") == NONE and cleaned.get("proof") is None:
            raise forms.ValidationError(say("ledger.check.nothing"))
        return cleaned
