"""What a person may type about a measure: a later term, a successor, an indicator, obligations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

from registan.plans.content import PROGRESSES
from registan.web.forms import ActForm
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from registan.plans.models import Indicator, Obligation


class DayField(forms.DateField):
    """A day; the hint below its label shows the form in which it is expected."""

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        self.help_text = say("web.day.hint")
        return super().get_bound_field(form, field_name)


def day_field(*, required: bool = True) -> forms.DateField:
    return DayField(
        required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def own_language_first() -> list[str]:
    own = current_lang()
    return [own, *(lang for lang in LANGS if lang != own)]


def texts_of(data: Mapping[str, Any], name: str) -> dict[str, str]:
    """The language versions of one text field: lang -> words."""
    return {lang: data[f"{name}_{lang}"] for lang in LANGS if data.get(f"{name}_{lang}")}


class WordsForm(ActForm):
    """A form with one text in up to three languages, the reader's own first."""

    words_name = "reason"
    words_label = "plans.reason"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lang in own_language_first():
            name = f"{self.words_name}_{lang}"
            self.fields[name] = forms.CharField(
                required=False, strip=False,
                widget=forms.Textarea(attrs={"rows": 3, "lang": {"zh": "zh-Hans"}.get(lang, lang)}),
            )  # fmt: skip
            self.fields[name].label = say("plans.in_language", what=say(self.words_label),
                                          language=say(f"language.{lang}"))  # fmt: skip

    def words(self) -> dict[str, str]:
        return texts_of(self.cleaned_data, self.words_name)


class PostponeForm(WordsForm):
    starts_on = day_field(required=False)
    ends_on = day_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].label = say("plans.new_start")
        self.fields["ends_on"].label = say("plans.new_end")


class DayForm(ActForm):
    """One day: from when on a State takes part, or no longer."""

    on = day_field()

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = say(label)


class SuccessorForm(WordsForm):
    """The measure that takes over, by its number."""

    successor = forms.ChoiceField()

    def __init__(self, *args: Any, measures: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"] = forms.ChoiceField(choices=[("", "—"), *measures])
        self.fields["successor"].label = say("plans.successor")
        self.order_fields(["act_key", "successor"])


class FindingForm(WordsForm):
    """What the reports come to. Who takes no part says so himself: it is no finding."""

    progress = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["progress"] = forms.ChoiceField(
            widget=forms.RadioSelect,
            choices=[
                (code, say(f"progress.{code}"))
                for code in PROGRESSES
                if code != "not_participating"
            ],
        )
        self.fields["progress"].label = say("plans.finding.progress")
        self.order_fields(["act_key", "progress"])


class OpinionForm(WordsForm):
    words_name = "text"
    words_label = "plans.opinion"


class QuestionForm(WordsForm):
    words_name = "question"
    words_label = "plans.question"


class IndicatorForm(ActForm):
    """What is counted: names and units in three languages, baseline, target, source of figures."""

    indicator = forms.RegexField(re.compile(r"^[a-z][a-z0-9_]{1,58}$"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].label = say("plans.indicator.key")
        self.fields["indicator"].help_text = say("plans.indicator.key.hint")
        for what in ("name", "unit"):
            for lang in own_language_first():
                field = forms.CharField(max_length=300, required=what == "name")
                field.label = say("plans.in_language", what=say(f"plans.indicator.{what}"),
                                  language=say(f"language.{lang}"))  # fmt: skip
                self.fields[f"{what}_{lang}"] = field
        for name in ("baseline", "target"):
            field_ = forms.DecimalField(required=False, max_digits=18, decimal_places=4)
            field_.label = say(f"plans.indicator.{name}")
            self.fields[name] = field_
        self.fields["source"] = forms.CharField(max_length=300, required=False)
        self.fields["source"].label = say("plans.indicator.source")

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "indicator": data["indicator"],
            "names": texts_of(data, "name"),
            "unit": texts_of(data, "unit"),
            "baseline": data["baseline"],
            "target": data["target"],
            "source": data["source"],
        }


def indicator_typed(row: Indicator) -> dict[str, Any]:
    """An indicator as one would have typed it."""
    return {
        "indicator": row.key,
        "baseline": row.baseline.normalize() if row.baseline is not None else None,
        "target": row.target.normalize() if row.target is not None else None,
        "source": row.source,
        **{f"name_{lang}": words for lang, words in row.names.items()},
        **{f"unit_{lang}": words for lang, words in row.unit.items()},
    }


class ObligationsForm(ActForm):
    """Which obligations of the documents above a measure answers."""

    def __init__(self, *args: Any, obligations: Sequence[Obligation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(row.pk): row for row in obligations}
        field = forms.MultipleChoiceField(
            required=False, widget=forms.CheckboxSelectMultiple,
            choices=[(pk, f"{row.key}. {in_lang(row.texts)}") for pk, row in self.known.items()],
        )  # fmt: skip
        field.label = say("plans.obligations")
        self.fields["obligations"] = field

    def chosen(self) -> list[Obligation]:
        return [self.known[pk] for pk in self.cleaned_data["obligations"]]


class ObligationTextsForm(WordsForm):
    """What a document obliges to: in each language one line for one obligation, its key first."""

    words_name = "obligations"
    words_label = "plans.obligations"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lang in LANGS:
            self.fields[f"obligations_{lang}"].widget.attrs["rows"] = 8
            self.fields[f"obligations_{lang}"].help_text = say("plans.obligations.hint")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for lang, words in self.words().items():
            for line in filter(str.strip, words.splitlines()):
                if not _OBLIGATION.match(line.strip()):
                    sentence = say("plans.obligations.line", line=line.strip()[:60])
                    self.add_error(f"obligations_{lang}", sentence)
        return data

    def texts(self) -> list[tuple[str, dict[str, str]]]:
        """(key, text by language), in the order in which the keys come first."""
        found: dict[str, dict[str, str]] = {}
        for lang, words in self.words().items():
            for line in words.splitlines():
                if match := _OBLIGATION.match(line.strip()):
                    found.setdefault(match[1], {})[lang] = match[2]
        return list(found.items())


_OBLIGATION = re.compile(r"^([A-Za-z0-9_-]{1,40})[.:)]?\s+(\S.*)$")


def obligations_typed(rows: Iterable[Obligation]) -> dict[str, str]:
    """Obligations as one would have typed them."""
    held = list(rows)
    return {
        f"obligations_{lang}": "\n".join(
            f"{row.key}. {row.texts[lang]}" for row in held if row.texts.get(lang)
        )
        for lang in LANGS
    }
