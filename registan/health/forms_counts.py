"""What may be typed when counts are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition


class SendForm(ActForm):
    """A file; the condition where the file names none; the sender's names for ours."""

    def __init__(self, *args: object, conditions: Sequence[Condition], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=say("health.send.file"), help_text=say("health.send.file.hint"),
            widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json,.txt"}),
        )  # fmt: skip
        self.fields["condition"] = forms.ChoiceField(
            choices=[("", say("health.send.condition.in_file")),
                     *((row.code, in_lang(row.names)) for row in conditions)],
            required=False, label=say("health.condition"),
            help_text=say("health.send.condition.hint"),
        )  # fmt: skip
        self.fields["names"] = forms.CharField(
            required=False, max_length=4000, label=say("health.send.names"),
            help_text=say("health.send.names.hint"),
            widget=forms.Textarea(attrs={"class": "low"}),
        )  # fmt: skip
