"""What a person may type of a measure added to a plan in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.parties.queries import Names
from registan.plans.acts.additions import Decision, OwnMeasure
from registan.plans.draft import AssignmentDraft, MeasureDraft, VersionText
from registan.plans.forms_measures import day_field, own_language_first, texts_of
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.parties.models import Body
    from registan.plans.models import Chapter, Plan

LONGEST_OFFICE = 200
ALL, INTERESTED, NAMED = "all_members", "interested_members", "named"


class MeasureForm(ActForm):
    """Texts in every language of the plan, and the term."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.ask_first()
        langs = [lang for lang in own_language_first() if lang in plan.languages]
        self._ask_words("text", "plans.column.measure", langs, needed=True)
        self._ask_words("result", "plans.column.result", langs)
        for name, label, required in (
            ("starts_on", "plans.add.starts_on", False), ("ends_on", "plans.add.ends_on", True)
        ):  # fmt: skip
            self.fields[name] = day_field(required=required)
            self.fields[name].label = say(label)
        self.ask_last()

    def ask_first(self) -> None:
        """What stands before the texts."""

    def ask_last(self) -> None:
        """What stands after the term."""

    def _ask_words(
        self, name: str, label: str, langs: Sequence[str], *, needed: bool = False, rows: int = 3
    ) -> None:
        for lang in langs:
            html = {"zh": "zh-Hans"}.get(lang, lang)
            self.fields[f"{name}_{lang}"] = forms.CharField(
                required=False, strip=False,
                widget=forms.Textarea(attrs={"rows": rows, "lang": html}),
                label=say("plans.in_language", what=say(label), language=say(f"language.{lang}")),
                help_text=say("plans.add.text.hint") if needed and lang == langs[0] else "",
            )  # fmt: skip

    def told(self, name: str) -> dict[str, str]:
        return texts_of(self.cleaned_data, name)


class OwnMeasureForm(MeasureForm):
    """A State's own measure, with the office that carries it out."""

    origin = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def ask_last(self) -> None:
        for lang in own_language_first():
            language = say(f"language.{lang}")
            self.fields[f"office_{lang}"] = forms.CharField(
                required=False, max_length=LONGEST_OFFICE, help_text=say("plans.add.office.hint"),
                label=say("plans.in_language", what=say("plans.add.office"), language=language),
            )  # fmt: skip
        self._ask_words("reason", "plans.reason", own_language_first(), rows=2)

    def measure(self) -> OwnMeasure:
        data = self.cleaned_data
        return OwnMeasure(
            texts=self.told("text"), results=self.told("result"), starts_on=data["starts_on"],
            ends_on=data["ends_on"], offices=self.told("office"), reasons=self.told("reason"),
        )  # fmt: skip


class DecidedMeasureForm(MeasureForm):
    """A measure as the Body decided it, and the decision."""

    def __init__(
        self, *args: Any, plan: Plan, bodies: Sequence[Body],
        parties: Sequence[tuple[str, str, str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        self.bodies = {row.key: row for row in bodies}
        self.parties = {key: (kind, name) for kind, key, name in parties}
        self.chapters: list[Chapter] = list(plan.chapters.filter(is_later=False))
        super().__init__(*args, plan=plan, **kwargs)

    def ask_first(self) -> None:
        self.fields["body"] = forms.ChoiceField(
            label=say("plans.add.body"),
            choices=[(key, in_lang(row.short_names)) for key, row in self.bodies.items()],
        )
        self.fields["decided_on"] = day_field()
        self.fields["decided_on"].label = say("plans.add.decided_on")
        for lang in own_language_first():
            language = say(f"language.{lang}")
            self.fields[f"citation_{lang}"] = forms.CharField(
                required=False, max_length=300, help_text=say("plans.add.citation.hint"),
                label=say("plans.in_language", what=say("plans.add.citation"), language=language),
            )  # fmt: skip
        self.fields["number"] = forms.CharField(max_length=40, label=say("plans.column.number"))
        self.fields["chapter"] = forms.ChoiceField(
            required=False, label=say("plans.chapter"),
            choices=[("", "—"), *((str(at), in_lang(row.titles)) for at, row in enumerate(self.chapters))],
        )  # fmt: skip

    def ask_last(self) -> None:
        self.fields["who"] = forms.ChoiceField(
            label=say("plans.column.responsible"), widget=forms.RadioSelect,
            choices=[(ALL, say("assignee.all_members")), (INTERESTED, say("assignee.interested_members")),
                     (NAMED, say("plans.add.named"))],
        )  # fmt: skip
        self.fields["parties"] = forms.MultipleChoiceField(
            required=False, label=say("plans.add.named"), widget=forms.CheckboxSelectMultiple,
            choices=[(key, name) for key, (_, name) in self.parties.items()],
        )  # fmt: skip

    def measure(self) -> MeasureDraft:
        data = self.cleaned_data
        texts, results = self.told("text"), self.told("result")
        words = self.responsible()
        return MeasureDraft(
            number=data["number"], chapter=int(data["chapter"]) if data["chapter"] else None,
            versions={
                lang: VersionText(text, results.get(lang, ""), "", words.get(lang, ""))
                for lang, text in texts.items()
            },
            starts_on=data["starts_on"], ends_on=data["ends_on"], recurrence="once",
            assignments=self._assignments(),
        )  # fmt: skip

    def _assignments(self) -> tuple[AssignmentDraft, ...]:
        if (who := self.cleaned_data["who"]) != NAMED:
            return (AssignmentDraft(who),)
        return tuple(
            AssignmentDraft(self.parties[key][0], key) for key in self.cleaned_data["parties"]
        )

    def responsible(self) -> dict[str, str]:
        """Who answers, in the words of each language."""
        who, names = self.cleaned_data["who"], Names.load()
        if who != NAMED:
            return {lang: say(f"assignee.{who}", lang) for lang in self.plan.languages}
        chosen = self.cleaned_data["parties"]
        return {
            lang: say("web.list", lang).join(names.short(key, lang) for key in chosen)
            for lang in self.plan.languages
        }

    def decision(self) -> Decision:
        data = self.cleaned_data
        return Decision(self.bodies[data["body"]], data["decided_on"], self.told("citation"))
