"""What a person may type to bind an indicator to what a desk counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.plans.forms_measures import day_field
from registan.plans.living import all_offers, offered
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.plans.models import Indicator

END = "end"


class LivingForm(ActForm):
    """An offer of a desk (or none: to end what is bound), the indicator, the day."""

    offer = forms.ChoiceField(widget=forms.RadioSelect)
    indicator = forms.ChoiceField(required=False)
    since = day_field()

    def __init__(
        self, *args: Any, indicators: Sequence[Indicator], bound: Sequence[Indicator], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = {row.key: row for row in indicators}
        choices = [(row.key, say(f"offered.{row.key}.name")) for row in all_offers()]
        if bound:
            choices.append((END, say("living.none")))
        offer = forms.ChoiceField(choices=choices, widget=forms.RadioSelect)
        offer.label, offer.help_text = say("plans.living.offer"), say("plans.living.offer.hint")
        indicator = forms.ChoiceField(
            required=False,
            choices=[
                ("", say("living.new_indicator")),
                *((row.key, in_lang(row.names)) for row in indicators),
            ],
        )
        indicator.label = say("plans.indicator")
        indicator.help_text = say("plans.living.indicator.hint")
        self.fields["offer"], self.fields["indicator"] = offer, indicator
        self.fields["since"].label = say("plans.living.since")

    @property
    def chosen_offer(self) -> str:
        """Key of the offer chosen; empty to end what is bound."""
        chosen = self.cleaned_data["offer"]
        return "" if chosen == END else str(chosen)

    @property
    def version(self) -> int:
        found = offered(self.chosen_offer)
        return found.version if found else 0

    def chosen(self) -> Indicator | None:
        return self.known.get(self.cleaned_data["indicator"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("offer") == END and not data.get("indicator"):
            self.add_error("indicator", say("living.which"))
        return data
