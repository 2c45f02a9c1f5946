"""What may be typed of methods and of signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.acts.methods import Instrument
from registan.health.methods import ALGORITHMS, MODES, grouped
from registan.parties.queries import body_choices, find_body, language_choices
from registan.web.forms import ActForm
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from registan.health.methods import Parameter


class MethodForm(ActForm):
    """A proposed version: mode, every parameter of its algorithm, and the reason in each language."""

    def __init__(
        self, *args: Any, algorithm: str, start: Mapping[str, Any], mode: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.algorithm = algorithm
        self.fields["mode"] = forms.ChoiceField(
            choices=[(each, say(f"method.mode.{each}")) for each in MODES],
            label=say("method.mode"), widget=forms.RadioSelect, initial=mode,
        )  # fmt: skip
        held = grouped(algorithm, start)
        for group, known in ALGORITHMS[algorithm].items():
            for name, each in known.items():
                if each.kind != "fixed":
                    field = _field(each, held[group].get(name, each.usual))
                    field.label = parameter_label(group, name)
                    self.fields[f"{group}-{name}"] = field
        for lang, language in language_choices():
            self.fields[f"reason_{lang}"] = forms.CharField(
                label=say("plans.in_language", what=say("method.reason"), language=language),
                required=False, widget=forms.Textarea(attrs={"class": "low"}),
            )  # fmt: skip

    def parameters(self) -> dict[str, Any]:
        found = {
            group: {
                name: each.usual if each.kind == "fixed" else self.cleaned_data[f"{group}-{name}"]
                for name, each in known.items()
            }
            for group, known in ALGORITHMS[self.algorithm].items()
        }
        return found.get("", found)

    def reason(self) -> dict[str, str]:
        """lang -> reason, in the languages typed."""
        told = {lang: self.cleaned_data.get(f"reason_{lang}", "") for lang, _ in language_choices()}
        return {lang: text for lang, text in told.items() if text.strip()}


def parameter_label(group: str, name: str) -> str:
    """What a parameter means, with the group it belongs to."""
    words = say(f"method.parameter.{name}")
    return (
        say("method.in_group", group=say(f"method.group.{group}"), what=words) if group else words
    )


class PairField(forms.CharField):
    """Two whole numbers with a comma between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        parts = str(value or "").replace("，", ",").split(",")
        if len(parts) != 2 or not all(part.strip().isdecimal() for part in parts):
            raise forms.ValidationError(say("method.pair"))
        return [int(part) for part in parts]


def _field(each: Parameter, start: Any) -> forms.Field:
    if each.kind == "yes_no":
        return forms.BooleanField(required=False, initial=start)
    if each.kind == "choice":
        return forms.ChoiceField(choices=[(one, one) for one in each.choices], initial=start)
    if each.kind == "pair":
        return PairField(initial=start, help_text=say("method.pair"))
    limits = {"min_value": each.least, "max_value": each.most, "initial": start}
    if each.kind == "whole":
        return forms.IntegerField(**limits)
    return forms.FloatField(widget=forms.NumberInput(attrs={"step": "any"}), **limits)


class AdoptForm(ActForm):
    """The instrument that adopted a version, and from which day it is in force."""

    number = forms.CharField(max_length=80)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = forms.ChoiceField(choices=body_choices(), label=say("method.body"))
        self.fields["day"] = _day(say("method.adopted_on"), today)
        self.fields["since"] = _day(say("method.since"), today)
        self.fields["number"].label = say("method.instrument")
        self.fields["number"].help_text = say("method.instrument.hint")
        self.order_fields(["body", "number", "day", "since"])

    def instrument(self) -> Instrument:
        told = self.cleaned_data
        return Instrument(find_body(told["body"]), told["number"], told["day"])


def _day(label: str, today: date) -> forms.DateField:
    return forms.DateField(
        label=label, initial=today, help_text=say("web.day.hint"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


class AnswerForm(ActForm):
    """What a State says of a signal, with the reason in its own words."""

    def __init__(self, *args: Any, deed: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.CharField(
            label=say("signal.reason"), help_text=say(f"signal.reason.{deed}"), max_length=2000,
            widget=forms.Textarea(attrs={"class": "low"}),
        )  # fmt: skip
