"""What a person may type in a report, and about a round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.plans.content import PROGRESSES, READERS, RESULT_TYPES, LinkOut, ReportContent
from registan.plans.forms_measures import day_field, own_language_first, texts_of
from registan.plans.queries.typed import LINKS
from registan.web.forms import ActForm
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from registan.plans.models import Indicator
    from registan.plans.queries.living import Living
    from registan.plans.queries.reminders import Reminder

TEXT_FIELDS = ("text", "difficulties", "proposals")
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "act_key", "deed", "revision", "file", "file_title",
                       "file_readers"})  # fmt: skip


class ReportForm(ActForm):
    """One report. Fields of languages and indicators follow the measure."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    progress = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    result_type = forms.ChoiceField(widget=forms.RadioSelect, required=False)

    def __init__(
        self, *args: Any, indicators: Sequence[Indicator] = (), living: Sequence[Living] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.indicators = {f"quantity_{row.key}": row for row in indicators}
        self._choose("progress", PROGRESSES, "progress")
        self._choose("result_type", RESULT_TYPES, "result_type")
        for name in TEXT_FIELDS:
            for lang in own_language_first():
                self.fields[f"{name}_{lang}"] = self._text(name, lang)
        for name in ("done_from", "done_to"):
            self.fields[name] = day_field(required=False)
            self.fields[name].label = say(f"plans.{name}")
        for name, row in self.indicators.items():
            self.fields[name] = forms.DecimalField(
                required=False, max_digits=18, decimal_places=4, localize=True
            )
            unit = in_lang(row.unit)
            self.fields[name].label = f"{in_lang(row.names)}{f', {unit}' if unit else ''}"
            label = say("living.cite.label", name=in_lang(row.names))
            self.fields[f"cite_{row.key}"] = forms.DateField(required=False, label=label)
        self.living = [f"cite_{row.indicator.key}" for row in living]
        for each in living:
            self._suggest(each)
        for place in range(1, LINKS + 1):
            self.fields[f"link_title_{place}"] = forms.CharField(max_length=300, required=False)
            self.fields[f"link_title_{place}"].label = say("plans.link_title", n=place)
            self.fields[f"link_{place}"] = forms.URLField(
                max_length=1000, required=False, assume_scheme="https"
            )
            self.fields[f"link_{place}"].label = say("plans.link", n=place)
            self.fields[f"link_readers_{place}"] = _readers(
                f"{say('plans.evidence.readers')} {place}"
            )
        self.fields["file_readers"] = _readers(say("plans.evidence.readers"))

    def _suggest(self, row: Living) -> None:
        """What the desk counts, as evidence: not cited, cited as before, or as of today."""
        name = f"cite_{row.indicator.key}"
        before = str(self.data.get(name) or self.initial.get(name) or "")
        choices = [
            ("", say("living.cite.no")),
            (str(row.as_of), say("living.cite", told=row.words())),
        ]
        if before and before != str(row.as_of):
            choices.append((before, say("living.cite.before", day=before)))
        field = self.fields[name]
        field.widget = forms.RadioSelect(choices=choices)
        field.help_text = say("living.cite.hint")

    def _choose(self, name: str, codes: Sequence[str], prefix: str) -> None:
        field = forms.ChoiceField(
            choices=[(code, say(f"{prefix}.{code}")) for code in codes],
            widget=forms.RadioSelect, required=False,
        )  # fmt: skip
        field.label = say(f"plans.{name}")
        field.help_text = say(f"plans.{name}.hint")
        self.fields[name] = field

    def _text(self, name: str, lang: str) -> forms.CharField:
        rows = 6 if name == "text" else 3
        field = forms.CharField(
            required=False, strip=False,
            widget=forms.Textarea(attrs={"rows": rows, "lang": {"zh": "zh-Hans"}.get(lang, lang)}),
        )  # fmt: skip
        field.label = say("plans.in_language", what=say(f"plans.{name}"),
                          language=say(f"language.{lang}"))  # fmt: skip
        return field

    @property
    def own_texts(self) -> list[forms.BoundField]:
        """Text fields in the reader's language; the others follow in `other_texts`."""
        own = own_language_first()[0]
        return [self[f"{name}_{own}"] for name in TEXT_FIELDS]

    @property
    def other_texts(self) -> list[forms.BoundField]:
        return [self[f"{name}_{lang}"] for lang in own_language_first()[1:] for name in TEXT_FIELDS]

    @property
    def other_texts_open(self) -> bool:
        return any(field.value() or field.errors for field in self.other_texts)

    @property
    def quantities(self) -> list[forms.BoundField]:
        return [self[name] for name in self.indicators]

    @property
    def suggested(self) -> list[forms.BoundField]:
        return [self[name] for name in self.living]

    @property
    def links(self) -> list[tuple[forms.BoundField, ...]]:
        names = ("link_title", "link", "link_readers")
        return [tuple(self[f"{name}_{n}"] for name in names) for n in range(1, LINKS + 1)]

    def content(self) -> ReportContent:
        """What was typed, settled. Only after `is_valid()`."""
        data = self.cleaned_data
        return ReportContent(
            progress=data["progress"],
            result_type=data["result_type"],
            texts=texts_of(data, "text"),
            difficulties=texts_of(data, "difficulties"),
            proposals=texts_of(data, "proposals"),
            done_from=data["done_from"],
            done_to=data["done_to"],
            quantities={
                row.key: data[name]
                for name, row in self.indicators.items()
                if data[name] is not None
            },
            links=tuple(
                LinkOut(data[f"link_title_{n}"], data[f"link_{n}"], data[f"link_readers_{n}"])
                for n in range(1, LINKS + 1)
                if data[f"link_{n}"]
            ),
            cites={
                row.key: data[f"cite_{row.key}"]
                for row in self.indicators.values()
                if data[f"cite_{row.key}"]
            },
        )


def _readers(label: str) -> forms.ChoiceField:
    field = forms.ChoiceField(
        required=False, choices=[(code, say(f"plans.evidence.readers.{code}")) for code in READERS]
    )
    field.label = label
    return field


def typed_in(posted: Mapping[str, str]) -> dict[str, str]:
    """What a draft keeps of a posted form: every field as typed."""
    return {
        name: value for name, value in posted.items() if name not in NOT_TYPED and value.strip()
    }


class RoundForm(ActForm):
    """A new round: the period reported on, and until when."""

    starts_on = day_field()
    ends_on = day_field()
    due_on = day_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts_on", "ends_on", "due_on"):
            self.fields[name].label = say(f"plans.round.{name}")

    def days(self) -> dict[str, date]:
        return {name: self.cleaned_data[name] for name in ("starts_on", "ends_on", "due_on")}


class DueForm(ActForm):
    due_on = day_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].label = say("plans.round.due_on")


class RemindForm(ActForm):
    """Whom to remind: those who owe and have not filed. Who has no reader cannot be chosen."""

    parties = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, waiting: Sequence[Reminder], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reachable = [row for row in waiting if row.readers]
        field = forms.MultipleChoiceField(
            widget=forms.CheckboxSelectMultiple, required=False,
            choices=[(row.party, _reminded(row)) for row in reachable],
            initial=[row.party for row in reachable],
        )  # fmt: skip
        field.label = say("plans.remind.whom")
        self.fields["parties"] = field


def _reminded(row: Reminder) -> str:
    line = "plans.remind.line_returned" if row.returned else "plans.remind.line"
    words = say(line, name=row.name, n=row.awaited, m=row.returned)
    readers = say("web.list").join(reader.display_name for reader in row.readers)
    return f"{words} — {readers}"
