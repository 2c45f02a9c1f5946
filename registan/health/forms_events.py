"""What may be typed of an emergency: the event, the four questions, notices, opinions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.acts.events import VERDICTS, Happening
from registan.health.acts.notices import IHR_COPIES
from registan.kernel.emergency.annex2 import ANSWERS, QUESTIONS
from registan.parties.queries import language_choices
from registan.plans.forms_measures import day_field, own_language_first, texts_of
from registan.web.forms import ActForm
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition
    from registan.health.queries.notice_rules import NoticeRules

OTHER, COUNTED = "other", "condition:"
LONGEST_NAME, LONGEST_AREA = 120, 6


class WordsForm(ActForm):
    """Words in up to three languages, the reader's own first."""

    words_name, words_label = "text", "events.text"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_words()

    def add_words(self) -> None:
        for lang in own_language_first():
            name = f"{self.words_name}_{lang}"
            html = {"zh": "zh-Hans"}.get(lang, lang)
            self.fields[name] = forms.CharField(
                required=False, strip=False,
                widget=forms.Textarea(attrs={"rows": 4, "lang": html}),
                label=say("plans.in_language", what=say(self.words_label),
                          language=say(f"language.{lang}")),
            )  # fmt: skip

    def words(self) -> dict[str, str]:
        return texts_of(self.cleaned_data, self.words_name)


class AssessForm(WordsForm):
    """The four questions of Annex 2, each with its reason in the language it is written in."""

    words_name, words_label = "known", "events.known"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question] = forms.ChoiceField(
                choices=[(each, say(f"events.answer.{each}")) for each in ANSWERS],
                label=say(f"events.question.{question}"), widget=forms.RadioSelect,
                help_text=say(f"events.question.{question}.hint"),
                error_messages={"required": say("refusal.answer_missing")},
            )  # fmt: skip
            self.fields[f"{question}_reason"] = forms.CharField(
                required=False, label=say("events.reason"),
                widget=forms.Textarea(attrs={"rows": 2, "class": "low"}),
            )  # fmt: skip

    def answers(self) -> dict[str, dict[str, object]]:
        """question -> answer and reason, the reason in the language of the page."""
        data, lang = self.cleaned_data, current_lang()
        return {
            question: {"answer": data[question], "reason": {lang: data[f"{question}_reason"]}}
            for question in QUESTIONS
        }


class EventForm(AssessForm):
    """A new event: what, where, when, and the four questions."""

    field_order = ("act_key", "hazard", "name_ru", "name_zh", "name_en", "area", "began_on", "aware_at",
                   "exercise")  # fmt: skip

    def __init__(
        self, *args: Any, rules: NoticeRules, conditions: Sequence[Condition], **kwargs: Any
    ) -> None:
        self.rules = rules
        self.conditions = {f"{COUNTED}{row.code}": row for row in conditions}
        super().__init__(*args, **kwargs)
        self.fields["hazard"] = forms.ChoiceField(
            label=say("events.hazard"), choices=self._hazards(), help_text=say("events.hazard.hint")
        )
        for lang, language in language_choices():
            self.fields[f"name_{lang}"] = forms.CharField(
                required=False, max_length=LONGEST_NAME,
                label=say("plans.in_language", what=say("events.hazard.named"), language=language),
            )  # fmt: skip
        self.fields["area"] = forms.CharField(
            required=False, max_length=LONGEST_AREA, label=say("events.area"),
            help_text=say("events.area.hint"),
        )  # fmt: skip
        self.fields["began_on"] = day_field(required=False)
        self.fields["began_on"].label = say("events.began_on")
        self.fields["aware_at"] = forms.DateTimeField(
            label=say("events.aware_at"),
            help_text=say("events.aware_at.hint", hours=rules.hours["assessment"]),
            input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        )  # fmt: skip
        self.fields["exercise"] = forms.BooleanField(
            required=False, label=say("events.exercise.this")
        )
        self.order_fields(self.field_order)

    def _hazards(self) -> list[Any]:
        listed = {
            say(f"events.list.{name}"): [
                (each.key, in_lang(each.names))
                for each in self.rules.hazards
                if each.listed == name
            ]
            for name in ("always", "second")
        }
        counted = [(key, in_lang(row.names)) for key, row in self.conditions.items()]
        groups: list[Any] = [*listed.items()]
        if counted:
            groups.append((say("events.list.counted"), counted))
        return [*groups, (OTHER, say("events.list.other"))]

    def happening(self) -> Happening:
        """What was typed, as the act takes it."""
        data = self.cleaned_data
        chosen = data["hazard"]
        hazard = next((each for each in self.rules.hazards if each.key == chosen), None)
        condition = self.conditions.get(chosen)
        names = texts_of(data, "name")
        return Happening(
            names=names or dict(hazard.names if hazard else condition.names if condition else {}),
            hazard=hazard.key if hazard else "", condition=condition, area=data["area"].upper(),
            began_on=data["began_on"], aware_at=data["aware_at"], known=self.words(),
            exercise=data["exercise"],
        )  # fmt: skip


class NotifyForm(WordsForm):
    """To whom, in which words, and whether WHO has the same."""

    def __init__(self, *args: Any, states: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressees"] = forms.MultipleChoiceField(
            choices=states, label=say("events.addressees"), widget=forms.CheckboxSelectMultiple,
            help_text=say("events.addressees.hint"), initial=[key for key, _ in states],
            error_messages={"required": say("refusal.addressees_missing")},
        )  # fmt: skip
        self.fields["ihr_copy"] = forms.ChoiceField(
            choices=[(each, say(f"events.ihr_copy.{each}")) for each in IHR_COPIES],
            label=say("events.ihr_copy"), widget=forms.RadioSelect,
            help_text=say("events.ihr_copy.hint"),
            error_messages={"required": say("refusal.ihr_copy_missing")},
        )  # fmt: skip


class ReplyForm(WordsForm):
    """A reply to one of the questions that wait."""

    def __init__(self, *args: Any, questions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"] = forms.ChoiceField(
            choices=questions, label=say("events.to_question"), widget=forms.RadioSelect,
            initial=questions[0][0] if questions else None,
            error_messages={"required": say("refusal.question_unknown")},
        )  # fmt: skip
        self.order_fields(["act_key", "question"])


class AskOpinionForm(ActForm):
    """Of whom a second opinion is asked."""

    def __init__(self, *args: Any, parties: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"] = forms.ChoiceField(choices=parties, label=say("events.opinion.of"))


class OpinionForm(WordsForm):
    """A verdict with its reasons."""

    words_name, words_label = "reason", "events.reasons"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"] = forms.ChoiceField(
            choices=[(each, say(f"events.verdict.{each}")) for each in VERDICTS],
            label=say("events.verdict"), widget=forms.RadioSelect,
            error_messages={"required": say("refusal.verdict_missing")},
        )  # fmt: skip
        self.order_fields(["act_key", "verdict"])


class ReceiptForm(ActForm):
    """Through which notice all is confirmed: what the page showed, no more."""

    through = forms.IntegerField(min_value=1, max_value=32_000, widget=forms.HiddenInput)
