"""What may be typed of experience, questions and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from registan.health.forms_conditions import CIRCLES
from registan.health.queries.experience import OUTCOMES, THEMES
from registan.ledger.audience import MEMBERS
from registan.parties.queries import language_choices
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition

LONGEST_TITLE = 200
DAY = {"type": "date"}


class TextsForm(ActForm):
    """Texts in the languages of the organisation, field by field: `account_ru`, `account_zh` …"""

    def ask(self, name: str, label: str, *, short: bool = False) -> None:
        """A text in each language; at least one is for the act to ask."""
        for lang, language in language_choices():
            said = say("plans.in_language", what=say(label), language=language)
            self.fields[f"{name}_{lang}"] = (
                forms.CharField(label=said, required=False, max_length=LONGEST_TITLE)
                if short
                else forms.CharField(
                    label=said, required=False, widget=forms.Textarea(attrs={"class": "low"})
                )
            )

    def told(self, name: str) -> dict[str, str]:
        """lang -> text, in the languages typed."""
        typed = {
            lang: self.cleaned_data.get(f"{name}_{lang}", "") for lang, _ in language_choices()
        }
        return {lang: text for lang, text in typed.items() if text.strip()}

    def ask_day(self, name: str, label: str, *, required: bool = True) -> None:
        """A day."""
        self.fields[name] = forms.DateField(
            label=say(label), help_text=say("web.day.hint"), required=required,
            widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        )  # fmt: skip

    def ask_condition(
        self, conditions: Sequence[Condition], none: str = "experience.condition.none"
    ) -> None:
        """Which of the conditions counted here it is about, if any."""
        self._conditions = {each.code: each for each in conditions}
        named = [(each.code, in_lang(each.names)) for each in conditions]
        self.fields["condition"] = forms.ChoiceField(
            label=say("health.condition"), required=False,
            choices=[("", say(none)), *named],
        )  # fmt: skip

    def condition(self) -> Condition | None:
        return self._conditions.get(self.cleaned_data.get("condition", ""))

    def ask_audience(self) -> None:
        """Who reads it."""
        self.fields["audience"] = forms.ChoiceField(
            choices=[(each, say(f"ledger.audience.{each}")) for each in CIRCLES],
            label=say("health.audience"), widget=forms.RadioSelect, initial=MEMBERS,
        )  # fmt: skip


class ExperienceForm(TextsForm):
    """An account of a measure, or a review after an event."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            choices=[(each, say(f"experience.kind.{each}")) for each in ("measure", "review")],
            label=say("experience.kind"), widget=forms.RadioSelect, initial="measure",
        )  # fmt: skip
        self.ask("title", "experience.title", short=True)
        self.fields["theme"] = forms.ChoiceField(
            choices=[(each, say(f"experience.theme.{each}")) for each in THEMES],
            label=say("experience.theme"),
        )
        self.ask_condition(conditions)
        self.ask_day("since", "experience.since")
        self.ask_day("until", "experience.until", required=False)
        self.ask("account", "experience.account")
        self.fields["outcome"] = forms.ChoiceField(
            choices=[(each, say(f"experience.outcome.{each}")) for each in OUTCOMES],
            label=say("experience.outcome"), widget=forms.RadioSelect,
        )  # fmt: skip
        self.ask("result", "experience.result")
        self.ask("evidence", "experience.evidence")
        self.ask_audience()


class QuestionForm(TextsForm):
    """A question to the other States, and by when answers are asked for."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ask("text", "question.text")
        self.ask_condition(conditions)
        self.ask_day("due", "question.due")
        self.ask_audience()


class AnswerForm(TextsForm):
    """An answer to a question."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.ask("text", "question.answer")
