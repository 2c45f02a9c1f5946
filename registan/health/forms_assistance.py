"""What may be typed of items, lanes, rounds, requests and offers."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from registan.health.models import Cold, ItemKind, Severity, Unit
from registan.kernel.counts.periods import week_name
from registan.parties.queries import language_choices
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import AidRound, Item

Choices = list[tuple[str, str]]


def _day(label: str, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=say(label), widget=widget, **options)


def _number(label: str, **options: Any) -> forms.IntegerField:
    hint = f"{label}.hint"
    return forms.IntegerField(label=say(label), help_text=say(hint), min_value=0, **options)


def _several(label: str, choices: Choices, **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=say(label), choices=choices, widget=forms.CheckboxSelectMultiple, **options
    )


class NamedForm(ActForm):
    """A name in each language of the organisation."""

    def ask_names(self) -> None:
        for lang, name in language_choices():
            label = say("plans.in_language", what=say("health.name"), language=name)
            self.fields[f"name_{lang}"] = forms.CharField(max_length=120, label=label)

    def names(self) -> dict[str, str]:
        return {lang: self.cleaned_data[f"name_{lang}"] for lang, _ in language_choices()}

    def facts(self) -> dict[str, Any]:
        """What the act takes, by its own names."""
        plain = {name: value for name, value in self.cleaned_data.items()
                 if not name.startswith("name_") and name != "act_key"}  # fmt: skip
        return {**plain, "names": self.names()}


class ItemForm(NamedForm):
    """An item of the catalogue."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            max_length=40, label=say("health.code"), help_text=say("aid.code.hint")
        )
        self.ask_names()
        for name, choices in (("kind", ItemKind.values), ("unit", Unit.values)):
            self.fields[name] = forms.ChoiceField(
                label=say(f"aid.{name}"),
                choices=[(each, say(f"{name}.{each}")) for each in choices],
            )
        self.fields["substance"] = forms.CharField(
            max_length=120, required=False, label=say("aid.substance")
        )
        self.fields["atc"] = forms.CharField(max_length=7, required=False, label=say("aid.atc"))
        self.fields["cold"] = forms.ChoiceField(label=say("aid.cold"), choices=cold_choices())
        self.fields["volume"] = forms.DecimalField(
            label=say("aid.volume"), min_value=0, decimal_places=6, initial=Decimal(0)
        )
        for name in ("substitutes", "goes_with"):
            self.fields[name] = forms.CharField(
                required=False, max_length=1000, label=say(f"aid.{name}"),
                help_text=say(f"aid.{name}.hint"), widget=forms.Textarea(attrs={"class": "low"}),
            )  # fmt: skip

    def clean_substitutes(self) -> dict[str, Decimal]:
        return _factors(self.cleaned_data["substitutes"])

    def clean_goes_with(self) -> dict[str, Decimal]:
        return _factors(self.cleaned_data["goes_with"])


def _factors(text: str) -> dict[str, Decimal]:
    """`code = factor`, one a line."""
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        code, _, factor = line.partition("=")
        try:
            found[code.strip()] = Decimal(factor.strip().replace(",", "."))
        except InvalidOperation:
            raise ValidationError(say("aid.factor.unread", line=line)) from None
    return found


def cold_choices() -> Choices:
    return [(each, say(f"cold.{each}")) for each in Cold.values]


class LaneForm(ActForm):
    """A way from one State to another."""

    def __init__(self, *args: object, states: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["donor"] = forms.ChoiceField(label=say("aid.donor"), choices=states)
        self.fields["state"] = forms.ChoiceField(label=say("aid.recipient"), choices=states)
        self.fields["lead"] = _number("aid.lead", initial=1)
        self.fields["cold"] = _several("aid.lane.cold", cold_choices())
        self.fields["room"] = forms.DecimalField(
            label=say("aid.room"), help_text=say("aid.room.hint"), required=False, min_value=0
        )


class AidRoundForm(NamedForm):
    """A new round of assistance."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.ask_names()
        self.fields["starts_on"] = _day("aid.starts_on", help_text=say("aid.starts_on.hint"))
        self.fields["weeks"] = _number("aid.weeks", initial=8)
        self.fields["currency"] = forms.CharField(
            max_length=3, label=say("aid.currency"), help_text=say("aid.currency.hint")
        )
        self.fields["exercise"] = forms.BooleanField(required=False, label=say("aid.exercise.mark"))


def item_choices(items: Sequence[Item]) -> Choices:
    return [(row.code, say("aid.item.of", item=in_lang(row.names), unit=say(f"unit.{row.unit}")))
            for row in items]  # fmt: skip


class RequestForm(ActForm):
    """What a State asks for."""

    def __init__(
        self, *args: object, aid: AidRound, items: Sequence[Item], states: Choices, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        weeks = [(str(n), week_name(aid.monday(n).toordinal())) for n in range(aid.weeks)]
        self.fields["item"] = forms.ChoiceField(label=say("aid.item"), choices=item_choices(items))
        self.fields["quantity"] = _number("aid.quantity")
        self.fields["smallest"] = _number("aid.useful", initial=1)
        for name in ("first_week", "last_week"):
            self.fields[name] = forms.TypedChoiceField(
                label=say(f"aid.{name}"), choices=weeks, coerce=int
            )
        self.fields["shelf_weeks"] = _number("aid.shelf_weeks", initial=0)
        self.fields["severity"] = forms.TypedChoiceField(
            label=say("aid.severity"), coerce=int, widget=forms.RadioSelect,
            choices=[(each, say(f"severity.{each}")) for each in Severity.values],
        )  # fmt: skip
        self.fields["stock_days"] = _number("aid.stock_days")
        self.fields["takes_substitutes"] = forms.BooleanField(
            required=False, initial=True, label=say("aid.takes_substitutes")
        )
        self.fields["barred"] = _several(
            "aid.barred", [(row.code, in_lang(row.names)) for row in items], required=False
        )

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "act_key"}


class OfferForm(ActForm):
    """What a State offers."""

    def __init__(
        self, *args: object, aid: AidRound, items: Sequence[Item], states: Choices, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"] = forms.ChoiceField(label=say("aid.item"), choices=item_choices(items))
        self.fields["stock"] = _number("aid.stock")
        self.fields["daily"] = forms.DecimalField(
            label=say("aid.daily"), min_value=0, decimal_places=3
        )
        self.fields["reserve_days"] = _number("aid.reserve_days", initial=30)
        self.fields["smallest"] = _number("aid.shipment", initial=1)
        self.fields["released_on"] = _day("aid.released_on", initial=aid.starts_on)
        self.fields["expires_on"] = _day("aid.expires_on", required=False)
        self.fields["price"] = forms.DecimalField(
            label=say("aid.price", currency=aid.currency), help_text=say("aid.price.hint"),
            min_value=0, decimal_places=2, initial=Decimal(0),
        )  # fmt: skip
        self.fields["only_for"] = _several("aid.only_for", states, required=False)
        self.fields["never_for"] = _several("aid.never_for", states, required=False)

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "act_key"}
