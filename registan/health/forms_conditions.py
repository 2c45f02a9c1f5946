"""What may be typed of conditions and definitions."""

from __future__ import annotations

from django import forms

from registan.health.models import Period
from registan.ledger.audience import MEMBERS, PARTNERS, PUBLIC
from registan.parties.queries import language_choices
from registan.web.forms import ActForm
from registan.web.texts import say

CIRCLES = (MEMBERS, PARTNERS, PUBLIC)


class ConditionForm(ActForm):
    """A new condition: code, name in each language, period, who reads its counts."""

    code = forms.CharField(max_length=40)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = say("health.code")
        self.fields["code"].help_text = say("health.code.hint")
        for lang, name in language_choices():
            label = say("plans.in_language", what=say("health.name"), language=name)
            self.fields[f"name_{lang}"] = forms.CharField(max_length=120, label=label)
        self.fields["period"] = forms.ChoiceField(
            choices=[(each, say(f"health.period.{each}")) for each in Period.values],
            label=say("health.period"), widget=forms.RadioSelect, initial=Period.WEEK,
        )  # fmt: skip
        self.fields["audience"] = forms.ChoiceField(
            choices=[(each, say(f"ledger.audience.{each}")) for each in CIRCLES],
            label=say("health.audience"), widget=forms.RadioSelect, initial=MEMBERS,
        )  # fmt: skip

    def names(self) -> dict[str, str]:
        """lang -> name."""
        return {
            lang: self.cleaned_data.get(f"name_{lang}", "")
            for lang, _ in language_choices()
            if f"name_{lang}" in self.fields
        }


class DefinitionForm(ActForm):
    """A definition of a case in one or more languages, and from which day on."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"] = forms.DateField(
            label=say("health.definition.since"),
            help_text=say("web.day.hint"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )
        for lang, name in language_choices():
            label = say("plans.in_language", what=say("health.definition"), language=name)
            self.fields[f"text_{lang}"] = forms.CharField(
                label=label, required=False, widget=forms.Textarea(attrs={"class": "low"})
            )

    def texts(self) -> dict[str, str]:
        """lang -> definition, in the languages typed."""
        typed = {lang: self.cleaned_data.get(f"text_{lang}", "") for lang, _ in language_choices()}
        return {lang: text for lang, text in typed.items() if text.strip()}
