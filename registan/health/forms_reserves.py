"""What may be typed of stocks and exercises."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from registan.health.acts.reserves import Stock
from registan.health.forms_assistance import NamedForm
from registan.health.stocks import problem_sentence
from registan.kernel.reserve.sheet import read_lots
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition, Exercise, Item
    from registan.kernel.reserve.sheet import LotLine

Choices = list[tuple[str, str]]
MOST_PROBLEMS = 100


def day_field(label: str, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=say(label), widget=widget, **options)


def whole_field(label: str, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=say(label), help_text=say(f"{label}.hint"), min_value=0, **options
    )


def exercise_field(exercises: Sequence[Exercise]) -> forms.ChoiceField:
    """In earnest, or one of the exercises under way."""
    named = [(str(row.number), _named(row)) for row in exercises]
    return forms.ChoiceField(
        label=say("exercise.of"), required=False, choices=[("", say("exercise.real")), *named]
    )


def _named(row: Exercise) -> str:
    return say("web.colon").join((say("exercise.one", number=row.number), in_lang(row.names)))


class InExercise(ActForm):
    """A form whose deed may belong to an exercise."""

    def ask_exercise(self, exercises: Sequence[Exercise]) -> None:
        self._exercises = {str(row.number): row for row in exercises}
        if exercises:
            self.fields["exercise"] = exercise_field(exercises)

    def exercise(self) -> Exercise | None:
        return self._exercises.get(self.cleaned_data.get("exercise", ""))


class StockForm(InExercise):
    """A stock of one item, lot by lot."""

    def __init__(
        self, *args: object, items: Sequence[Item], conditions: Sequence[Condition],
        exercises: Sequence[Exercise], **kwargs: object,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["item"] = forms.ChoiceField(
            label=say("reserves.item"), choices=[(row.code, _item(row)) for row in items]
        )
        self.fields["lots"] = forms.CharField(
            label=say("reserves.lots"), help_text=say("reserves.lots.hint"), max_length=20_000,
            widget=forms.Textarea(attrs={"rows": 6}),
        )  # fmt: skip
        self.fields["as_of"] = day_field("reserves.as_of")
        self.fields["daily"] = forms.DecimalField(
            label=say("reserves.daily"), help_text=say("reserves.daily.hint"), min_value=0,
            decimal_places=3, initial=Decimal(0),
        )  # fmt: skip
        self.fields["reserve_days"] = whole_field("reserves.days", initial=30)
        counted = [(row.code, in_lang(row.names)) for row in conditions]
        self.fields["condition"] = forms.ChoiceField(
            label=say("reserves.condition"), help_text=say("reserves.condition.hint"),
            required=False, choices=[("", say("reserves.condition.none")), *counted],
        )  # fmt: skip
        self.fields["per_case"] = forms.DecimalField(
            label=say("reserves.per_case"), required=False, min_value=0, decimal_places=3
        )
        self.ask_exercise(exercises)

    def clean_lots(self) -> str:
        """What was typed stays as it is; lines that cannot be read are named."""
        text = str(self.cleaned_data["lots"])
        _, problems = read_lots(text)
        if problems:
            raise ValidationError([problem_sentence(each) for each in problems[:MOST_PROBLEMS]])
        return text

    def lots(self) -> list[LotLine]:
        return read_lots(self.cleaned_data["lots"])[0]

    def stock(self) -> Stock:
        typed = self.cleaned_data
        return Stock(
            item=typed["item"], as_of=typed["as_of"], lots=self.lots(), daily=typed["daily"],
            reserve_days=typed["reserve_days"], condition=typed["condition"],
            per_case=typed["per_case"],
        )  # fmt: skip


def _item(row: Item) -> str:
    return say("aid.item.of", item=in_lang(row.names), unit=say(f"unit.{row.unit}"))


class SheetForm(InExercise):
    """A table of stocks; once read it travels in the confirming page as text."""

    def __init__(self, *args: object, exercises: Sequence[Exercise], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=say("reserves.file"), required=False,
            widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        )  # fmt: skip
        self.fields["table"] = forms.CharField(
            required=False, widget=forms.HiddenInput, max_length=2**20, strip=False
        )
        self.ask_exercise(exercises)


class ExerciseForm(NamedForm):
    """An exercise: its names and days."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.ask_names()
        self.fields["starts_on"] = day_field("exercise.starts_on")
        self.fields["ends_on"] = day_field("exercise.ends_on")


class PartForm(ActForm):
    """What is played in an exercise."""

    def __init__(self, *args: object, parts: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"] = forms.ChoiceField(
            label=say("exercise.add.part"), choices=parts,
            help_text="" if parts else say("exercise.add.none"),
        )  # fmt: skip
