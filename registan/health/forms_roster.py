"""What may be typed of teams and laboratories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from registan.health.acts.roster import Told
from registan.health.forms_assistance import cold_choices
from registan.health.forms_experience import TextsForm
from registan.health.forms_reserves import InExercise, day_field, whole_field
from registan.health.queries.readiness import readiness
from registan.health.queries.roster import KINDS
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.health.models import Exercise

Choices = list[tuple[str, str]]


def kind_choices() -> Choices:
    return [(each, say(f"roster.kind.{each}")) for each in KINDS]


def listed(known: Mapping[str, Mapping[str, str]]) -> Choices:
    """A list of the profile as choices."""
    return [(key, in_lang(names)) for key, names in known.items()]


class RosterForm(TextsForm):
    """A team or a laboratory."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        known = readiness()
        self.fields["kind"] = forms.ChoiceField(label=say("roster.kind"), choices=kind_choices())
        self.ask("name", "roster.name", short=True)
        self.ask("office", "roster.office", short=True)
        self.fields["area"] = forms.CharField(
            label=say("roster.area"),
            help_text=say("roster.area.hint"),
            required=False,
            max_length=6,
        )
        self.fields["biosafety"] = forms.IntegerField(
            label=say("roster.biosafety"), help_text=say("roster.biosafety.hint"), required=False,
            min_value=1, max_value=4,
        )  # fmt: skip
        self._ask_several("methods", "roster.methods", listed(known.methods))
        self._ask_several("languages", "roster.languages", listed(known.languages))
        for name in ("capacity", "ready_hours", "self_days"):
            self.fields[name] = whole_field(f"roster.{name}")
        self._ask_several("cold", "roster.cold", cold_choices())
        self.fields["confirmed_on"] = day_field("roster.confirmed_on")

    def _ask_several(self, name: str, label: str, choices: Choices) -> None:
        # What the rules ask for is for the act to say: none at all is its refusal at this field.
        self.fields[name] = forms.MultipleChoiceField(
            label=say(label), choices=choices, required=False, widget=forms.CheckboxSelectMultiple
        )

    def told_of(self) -> Told:
        """What the act takes."""
        typed = self.cleaned_data
        same = ("kind", "methods", "languages", "capacity", "ready_hours", "self_days",
                "confirmed_on", "cold", "biosafety")  # fmt: skip
        return Told(
            names=self.told("name"), offices=self.told("office"), area=typed["area"].upper(),
            **{name: typed[name] for name in same},
        )  # fmt: skip


class ActivateForm(InExercise):
    """Where it is sent, since when, and whether it is an exercise."""

    def __init__(
        self, *args: object, states: Choices, exercises: Sequence[Exercise], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"] = forms.ChoiceField(label=say("roster.where"), choices=states)
        self.fields["began_on"] = day_field("roster.began_on")
        self.ask_exercise(exercises)


class StandDownForm(ActForm):
    """Which work is done, and when it ended."""

    def __init__(self, *args: object, works: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"] = forms.ChoiceField(label=say("roster.which"), choices=works)
        self.fields["ended_on"] = day_field("roster.ended_on")
