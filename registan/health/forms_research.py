"""What may be typed of research, milestones, results and validations."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from registan.health.acts.research import ResearchFacts, Step
from registan.health.acts.validations import Figures
from registan.health.fields import NumberField
from registan.health.forms_experience import TextsForm
from registan.health.queries.research import (
    CHOOSINGS,
    ENDS,
    KINDS,
    SHARINGS,
    SPECIMENS,
    all_phases,
)
from registan.parties.queries import Names, language_choices
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition, Research, Validation

FIGURES = ("examined", "tp", "fp", "fn", "tn", "unclear")
LONGEST_LINES = 12_000
ROWS = 3
_STEP = re.compile(r"(\d{4}-\d{2}-\d{2})[\s;:：；,，.。—–-]+(\S.*)", re.ASCII | re.DOTALL)
_PAIR = re.compile(r"([^;；]+)[;；](.+)")


class RegisterForm(TextsForm):
    """Fields that the forms of the register share."""

    def ask(self, name: str, label: str, *, short: bool = False) -> None:
        """A text in each language; long ones are low, so that the whole form is soon seen."""
        super().ask(name, label, short=short)
        for each, field in self.fields.items():
            if not short and each.startswith(f"{name}_"):
                field.widget.attrs["rows"] = ROWS

    def ask_condition(
        self, conditions: Sequence[Condition], none: str = "research.condition.none"
    ) -> None:
        """For which of the conditions counted here it is, if for one."""
        super().ask_condition(conditions, none)

    def choose(self, name: str, label: str, codes: Sequence[str], words: str, **more: Any) -> None:
        """One of closed codes; the word of each is the text `words` + code."""
        self.fields[name] = forms.ChoiceField(
            label=say(label), choices=[(each, say(f"{words}{each}")) for each in codes], **more
        )

    def choose_some(self, name: str, label: str, codes: Sequence[str], words: str) -> None:
        self.fields[name] = forms.MultipleChoiceField(
            label=say(label), required=False, widget=forms.CheckboxSelectMultiple,
            choices=[(each, say(f"{words}{each}")) for each in codes],
        )  # fmt: skip

    def ask_lines(self, name: str, label: str, hint: str) -> None:
        self.fields[name] = forms.CharField(
            label=say(label), help_text=say(hint), required=False, max_length=LONGEST_LINES,
            widget=forms.Textarea(attrs={"class": "low", "rows": ROWS}),
        )  # fmt: skip

    def ask_whole(self, name: str, label: str, **more: Any) -> None:
        self.fields[name] = NumberField(label=say(label), whole=True, **more)


class ResearchForm(RegisterForm):
    """A drug, vaccine or test system in the making."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choose("kind", "research.kind", KINDS, "research.kind.", widget=forms.RadioSelect)
        self.ask("title", "research.title", short=True)
        self.ask("summary", "research.summary")
        self.choose("phase", "research.phase", all_phases(), "research.phase.",
                    help_text=say("research.phase.hint"))  # fmt: skip
        self.ask_condition(conditions)
        self.fields["lead"] = forms.CharField(label=say("research.lead"), max_length=200)
        self.ask_lines("partners", "research.partners", "research.partners.hint")
        self.ask_lines("sites", "research.sites", "research.sites.hint")
        self.fields["registration"] = forms.CharField(
            label=say("research.registration"), help_text=say("research.registration.hint"),
            max_length=60, required=False,
        )  # fmt: skip
        self.choose_some("sharing", "research.sharing", SHARINGS, "research.sharing.")
        self.ask("sharing", "research.sharing_terms")
        self.ask("milestones", "research.milestones")
        for lang, _ in language_choices():
            self.fields[f"milestones_{lang}"].help_text = say("research.milestones.hint")
        self.ask_audience()
        self.pairs: dict[str, list[tuple[str, str]]] = {}
        self.steps: list[Step] = []

    def clean(self) -> dict[str, Any]:
        for name in ("partners", "sites"):
            try:
                self.pairs[name] = read_pairs(self.cleaned_data.get(name, ""))
            except ValidationError as error:
                self.add_error(name, error)
        self._read_steps()
        return self.cleaned_data

    def _read_steps(self) -> None:
        by_lang: dict[str, list[tuple[date, str]]] = {}
        for lang, text in self.told("milestones").items():
            try:
                by_lang[lang] = read_steps(text)
            except ValidationError as error:
                self.add_error(f"milestones_{lang}", error)
                return
        first = next(iter(by_lang.values()), [])
        for lang, rows in by_lang.items():
            if [day for day, _ in rows] != [day for day, _ in first]:
                self.add_error(f"milestones_{lang}", say("research.milestones.differ"))
                return
        self.steps = [
            Step(day, {lang: rows[place][1] for lang, rows in by_lang.items()})
            for place, (day, _) in enumerate(first)
        ]

    def facts(self) -> ResearchFacts:
        """What the act takes."""
        given = self.cleaned_data
        return ResearchFacts(
            kind=given["kind"], titles=self.told("title"), summaries=self.told("summary"),
            phase=given["phase"], lead=given["lead"], partners=self.pairs["partners"],
            sites=self.pairs["sites"], registration=given["registration"], sharing=given["sharing"],
            conditions_of_sharing=self.told("sharing"), steps=self.steps,
            condition=self.condition(), audience=given["audience"],
        )  # fmt: skip


def read_steps(text: str) -> list[tuple[date, str]]:
    """Lines of a day and what will be done. Raises ValidationError that names the line."""
    rows = []
    for n, line in _lines(text):
        found = _STEP.fullmatch(line)
        try:
            day = date.fromisoformat(found[1]) if found else None
        except ValueError:
            day = None
        if found is None or day is None:
            raise ValidationError(say("research.milestones.unreadable", line=n))
        rows.append((day, found[2].strip()))
    return rows


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Lines of a State, by name or key, and a name. Raises ValidationError that names the line."""
    rows, known = [], _known_parties() if text.strip() else {}
    for n, line in _lines(text):
        found = _PAIR.fullmatch(line)
        if found is None:
            raise ValidationError(say("research.pairs.unreadable", line=n))
        given = found[1].strip()
        if given.casefold() not in known:
            raise ValidationError(say("research.pairs.state_unknown", line=n, given=given))
        rows.append((known[given.casefold()], found[2].strip()))
    return rows


def _lines(text: str) -> list[tuple[int, str]]:
    return [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]


def _known_parties() -> dict[str, str]:
    """Keys and names in all languages -> key; that a Body has no institutions is the act's to say."""
    names = Names.load()
    found: dict[str, str] = {}
    for told in (names.official_names, names.short_names):
        for key, by_lang in told.items():
            found |= {each.casefold(): key for each in (key, *by_lang.values())}
    return found


def typed_research(old: Research | None) -> dict[str, object] | None:
    """An earlier version as the form has it; milestones that were reached are no longer typed."""
    if old is None:
        return None
    texts = {"title": old.titles, "summary": old.summaries, "sharing": old.conditions_of_sharing}
    typed: dict[str, object] = {
        f"{name}_{lang}": text for name, told in texts.items() for lang, text in told.items()
    }
    ahead = [each for each in old.milestones if not each["reached"]]
    for lang in {lang for each in ahead for lang in each["texts"]}:
        typed[f"milestones_{lang}"] = "\n".join(
            f"{each['due']} {each['texts'].get(lang) or in_lang(each['texts'])}" for each in ahead
        )
    for name in ("partners", "sites"):
        typed[name] = "\n".join(f"{key}; {named}" for key, named in getattr(old, name))
    plain = ("kind", "phase", "lead", "registration", "sharing", "audience")
    return {
        **typed, **{name: getattr(old, name) for name in plain},
        "condition": old.condition.code if old.condition else "",
    }  # fmt: skip


class MilestoneForm(RegisterForm):
    """Which milestone was reached, when, and on what that rests."""

    def __init__(self, *args: object, research: Research, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["milestone"] = forms.ChoiceField(
            label=say("research.milestone"),
            choices=[
                (str(n), in_lang(each["texts"]))
                for n, each in enumerate(research.milestones, 1)
                if not each["reached"]
            ],
        )
        self.ask_day("on", "research.milestone.on")
        self.ask("evidence", "research.evidence")


class CloseForm(RegisterForm):
    """How it ended."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.choose("end", "research.end", ENDS, "research.end.", widget=forms.RadioSelect)
        self.ask_day("on", "research.closed_on")
        self.ask("result", "research.result")


class ValidationForm(RegisterForm):
    """A test system against a reference method."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["laboratory"] = forms.CharField(
            label=say("validation.laboratory"), max_length=200
        )
        self.ask_condition(conditions)
        self.ask("reference", "validation.reference", short=True)
        self.choose("specimen", "validation.specimen", SPECIMENS, "specimen.")
        self.choose("choosing", "validation.choosing", CHOOSINGS, "choosing.",
                    widget=forms.RadioSelect)  # fmt: skip
        self.ask_day("ended_on", "validation.ended_on")
        for name in FIGURES:
            self.ask_whole(name, f"validation.{name}")

    def figures(self) -> Figures:
        return Figures(**{name: self.cleaned_data[name] for name in FIGURES})

    def facts(self) -> dict[str, Any]:
        """What the act takes besides the figures."""
        plain = ("laboratory", "specimen", "choosing", "ended_on")
        return {
            **{name: self.cleaned_data[name] for name in plain},
            "reference": self.told("reference"), "condition": self.condition(),
        }  # fmt: skip


def typed_validation(old: Validation) -> dict[str, object]:
    """A validation as the form has it."""
    plain = ("laboratory", "specimen", "choosing", "ended_on", *FIGURES)
    return {
        **{name: getattr(old, name) for name in plain},
        **{f"reference_{lang}": text for lang, text in old.reference.items()},
        "condition": old.condition.code if old.condition else "",
    }
