"""What a person may type about opening and shredding records."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from registan.parties.acts.records import WIDER
from registan.web.asked import whole_number
from registan.web.forms import ActForm
from registan.web.texts import say


class OpenForm(ActForm):
    """To whom an act is opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"] = forms.ChoiceField(
            choices=[(word, say(f"ledger.audience.{word}")) for word in WIDER],
            widget=forms.RadioSelect,
            label=say("parties.record.audience"),
        )


class ShredForm(ActForm):
    """The numbers of the entries, and the rule that asks for it."""

    numbers = forms.CharField(max_length=12_000)
    basis = forms.CharField(max_length=2000, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("numbers", "basis"):
            self.fields[name].label = say(f"parties.shredding.{name}")
            self.fields[name].help_text = say(f"parties.shredding.{name}.hint")

    def clean_numbers(self) -> list[int]:
        """Numbers set apart by anything but digits."""
        words = [word for word in re.split(r"[\s,;、，；№]+", self.cleaned_data["numbers"]) if word]
        numbers = [whole_number(word, -1) for word in words]
        if -1 in numbers:
            raise forms.ValidationError(say("ledger.check.no_number"))
        return numbers


class OfficeKeyForm(ActForm):
    """The verifier key of an office, as `registan sign init` prints it."""

    key = forms.CharField(
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "class": "hash", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].label = say("parties.office_key.key")
        self.fields["key"].help_text = say("parties.office_key.key.hint")
