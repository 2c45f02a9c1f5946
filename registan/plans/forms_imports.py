"""What a person may type on the pages on which a plan table is imported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from registan.kernel.plan.persons import is_person, may_be_person
from registan.kernel.plan.reading import Recurrence
from registan.plans.bringing import Purpose
from registan.plans.forms_measures import day_field
from registan.plans.models.measures import AssigneeKind, Part
from registan.plans.models.plan import PlanKind
from registan.plans.names import Party
from registan.plans.words import LONGEST_TEXT, hidden_characters, is_number
from registan.web.forms import ActForm
from registan.web.languages import HTML_LANG
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.parties.queries import Names

Choices = list[tuple[str, str]]
Grouped = list[tuple[str, Choices]]
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_KEY, LONGEST_TITLE, LONGEST_NAME = 60, 1000, 300
SPARE_LINES = 2
AUDIENCES = ("members", "partners", "public")
NAMED_KINDS = (AssigneeKind.AGENCY, AssigneeKind.GROUP)
ACCEPTED = ".docx,.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.html,.htm"


class UploadForm(ActForm):
    """A file, its language, and what it is."""

    file = forms.FileField(
        allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ACCEPTED})
    )
    purpose = forms.ChoiceField(widget=forms.RadioSelect)
    plan = forms.ChoiceField(required=False)
    lang = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        purposes = [(str(each), say(f"import.purpose.{each}")) for each in Purpose]
        self.fields["purpose"] = forms.ChoiceField(
            choices=purposes, widget=forms.RadioSelect, initial=str(Purpose.NEW)
        )
        self.fields["plan"] = forms.ChoiceField(choices=[("", "—"), *plans], required=False)
        self.fields["lang"] = forms.ChoiceField(choices=language_choices(), required=False)
        for name in ("file", "purpose", "plan", "lang"):
            self.fields[name].label = say(f"import.{name}")
        self.fields["file"].help_text = say(
            "import.file.hint", largest=settings.UPLOAD_LIMIT // 2**20
        )
        self.fields["plan"].help_text = say("import.plan.hint")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_new = data.get("purpose") == Purpose.NEW
        if not is_new and not data.get("plan"):
            self.add_error("plan", say("import.plan.needed"))
        if is_new and data.get("plan"):
            self.add_error("plan", say("import.plan.unneeded"))
        return data


def language_choices() -> Choices:
    return [("", say("import.lang.")), *((lang, say(f"language.{lang}")) for lang in LANGS)]


class FactsForm(forms.Form):
    """Facts of the plan that the table becomes; what stands in it is kept as typed."""

    lang = forms.ChoiceField(required=False)

    def __init__(
        self, *args: Any, purpose: Purpose, read_lang: str, parents: Choices, bodies: Choices,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        if purpose != Purpose.CORRECTION:
            self.fields["title"] = _words(LONGEST_TITLE, read_lang, rows=2, required=True)
        if purpose == Purpose.NEW:
            self._facts_of_new(read_lang, parents, bodies)
        languages = [(lang, say(f"language.{lang}")) for lang in LANGS]
        self.fields["lang"] = forms.ChoiceField(choices=languages)
        for name, field in self.fields.items():
            field.label = say("import.lang" if name == "lang" else f"import.facts.{name}")
        self.order_fields(["title", "lang", "kind", "key", "starts_on", "ends_on"])

    def _facts_of_new(self, lang: str, parents: Choices, bodies: Choices) -> None:
        kinds = [(str(kind), say(f"plan.kind.{kind}")) for kind in PlanKind]
        audiences = [(each, say(f"audience.{each}")) for each in AUDIENCES]
        self.fields["kind"] = forms.ChoiceField(choices=kinds)
        self.fields["key"] = forms.RegexField(
            re.compile(rf"^{KEY.pattern}$"), max_length=LONGEST_KEY,
            error_messages={name: say("import.facts.key.bad") for name in ("invalid", "max_length")},
        )  # fmt: skip
        self.fields["key"].help_text = say("import.facts.key.hint")
        self.fields["starts_on"] = day_field(required=False)
        self.fields["ends_on"] = day_field(required=False)
        self.fields["parent"] = forms.ChoiceField(choices=[("", "—"), *parents], required=False)
        self.fields["adopted_by"] = forms.ChoiceField(choices=[("", "—"), *bodies], required=False)
        self.fields["adopted_on"] = day_field(required=False)
        self.fields["instrument"] = _words(LONGEST_TITLE, lang, rows=2, required=False)
        self.fields["instrument"].help_text = say("import.facts.instrument.hint")
        self.fields["audience"] = forms.ChoiceField(choices=audiences)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", say("refusal.period_ends_before_it_begins"))
            data.pop("starts_on", None)
        return data

    def typed(self) -> dict[str, str]:
        """The fields that are in order, as a settlement keeps them. Only after `is_valid()`."""
        return {name: str(value or "") for name, value in self.cleaned_data.items()}


def _words(longest: int, lang: str, *, rows: int, required: bool) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "lang": HTML_LANG.get(lang, lang), "class": "low"})
    return forms.CharField(
        max_length=longest, required=required, widget=area, validators=[_visible]
    )


def _visible(text: str) -> None:
    if found := hidden_characters(text):
        raise forms.ValidationError(say("issue.hidden_characters", characters=", ".join(found[:5])))


class LineForm(forms.Form):
    """One responsible party of a row. An empty line is no party."""

    party = forms.ChoiceField(required=False)
    name = forms.CharField(required=False, max_length=LONGEST_NAME, validators=[_visible])
    part = forms.ChoiceField(required=False)

    def __init__(
        self, *args: Any, parties: Grouped, lang: str, persons_in: str = "", **kwargs: Any
    ) -> None:
        """`persons_in`: the printed cell, where it names a person."""
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.persons_in = persons_in
        parts = [(str(part), say(f"part.{part}")) for part in Part]
        self.fields["party"] = forms.ChoiceField(choices=[("", "—"), *parties], required=False)
        self.fields["part"] = forms.ChoiceField(
            choices=parts, required=False, initial=str(Part.PARTICIPANT)
        )
        self.fields["name"].widget.attrs["lang"] = HTML_LANG.get(lang, lang)
        for name in ("party", "name", "part"):
            self.fields[name].label = say(f"import.row.{name}")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        name, party = data.get("name", ""), Party.from_code(data.get("party", ""))
        if name and self._names_person(name):
            self.add_error("name", say("import.row.person", name=name))
        elif party and party.kind in NAMED_KINDS and not name:
            self.add_error("name", say("import.row.name_missing"))
        return data

    def _names_person(self, name: str) -> bool:
        return is_person(name) or (name in self.persons_in and may_be_person(name))

    def line(self) -> dict[str, str] | None:
        """The party as a settlement keeps it; None for an empty line."""
        data = self.cleaned_data
        if not (data.get("party") or data.get("name")):
            return None
        part = data.get("part") or str(Part.PARTICIPANT)
        return {"party": data.get("party", ""), "name": data.get("name", ""), "part": part}


class RowForm(forms.Form):
    """One row: number, words, term. Its responsible parties stand in `LineForm`s beside it."""

    number = forms.CharField(max_length=200, required=False)
    starts_on = day_field(required=False)
    ends_on = day_field(required=False)

    def __init__(self, *args: Any, lang: str, names_person: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.fields["text"] = _words(LONGEST_TEXT, lang, rows=6, required=True)
        self.fields["result"] = _words(LONGEST_TEXT, lang, rows=3, required=False)
        words = [(str(each), say(f"recurrence.{each}")) for each in Recurrence]
        self.fields["recurrence"] = forms.ChoiceField(choices=words)
        labels = {"number": "plans.column.number", "text": "plans.column.measure",
                  "result": "plans.column.result"}  # fmt: skip
        if names_person:
            self.fields["responsible_raw"] = _words(LONGEST_TEXT, lang, rows=2, required=True)
            self.fields["responsible_raw"].help_text = say("import.row.responsible_raw.hint")
        for name, field in self.fields.items():
            field.label = say(labels.get(name, f"import.row.{name}"))

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        if not is_number(number):
            code = "issue.number_unfit" if number else "issue.number_missing"
            raise forms.ValidationError(say(code, number=number))
        return number

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", say("issue.term_reversed"))
        return data

    def typed(self) -> dict[str, str]:
        """What was typed, as a settlement keeps it. Only after `is_valid()`."""
        return {
            name: str(value or "").replace("\r\n", "\n")
            for name, value in self.cleaned_data.items()
        }


def party_options(states: Sequence[str], bodies: Sequence[str], names: Names) -> Grouped:
    """What a name may stand for, in four groups; codes as `Party.code`."""

    def keyed(kind: AssigneeKind, keys: Sequence[str]) -> Choices:
        return [(Party(kind, key).code, names.short(key)) for key in keys]

    together = (AssigneeKind.ALL_MEMBERS, AssigneeKind.INTERESTED_MEMBERS)
    return [
        (
            say("import.names.others"),
            [(str(kind), say(f"assignee.{kind}")) for kind in NAMED_KINDS],
        ),
        (say("import.names.groups"), [(str(kind), say(f"assignee.{kind}")) for kind in together]),
        (say("import.names.states"), keyed(AssigneeKind.STATE, states)),
        (say("import.names.bodies"), keyed(AssigneeKind.BODY, bodies)),
    ]
