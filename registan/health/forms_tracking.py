"""What may be typed of the way of promised help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.models import DifferenceReason
from registan.web.forms import ActForm
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class MovementForm(ActForm):
    """An entry of the donor (shipped) or of the recipient (received, used)."""

    def __init__(self, *args: object, stages: Sequence[str], today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"] = forms.ChoiceField(
            label=say("tracking.what"), widget=forms.RadioSelect, initial=stages[0],
            choices=[(each, say(f"tracking.stage.{each}")) for each in stages],
        )  # fmt: skip
        self.fields["quantity"] = forms.IntegerField(
            label=say("aid.quantity"), help_text=say("tracking.quantity.hint"), min_value=1
        )
        self.fields["takes_back"] = forms.BooleanField(
            required=False, label=say("tracking.takes_back")
        )
        self.fields["day"] = forms.DateField(
            label=say("tracking.day"), initial=today,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )  # fmt: skip
        self.fields["reason"] = forms.ChoiceField(
            required=False, label=say("tracking.reason"), help_text=say("tracking.reason.hint"),
            choices=[("", say("tracking.reason.none")),
                     *((each, say(f"tracking.reason.{each}")) for each in DifferenceReason.values)],
        )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        typed = self.cleaned_data
        sign = -1 if typed["takes_back"] else 1
        return {
            "stage": typed["stage"], "quantity": sign * typed["quantity"], "day": typed["day"],
            "reason": typed["reason"],
        }  # fmt: skip
