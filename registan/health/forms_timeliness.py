"""What may be typed of 7-1-7: the days with their evidence, a bottleneck, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.acts.timeliness import BottleneckSaid, DaySaid
from registan.health.forms_events import WordsForm
from registan.health.queries.timeliness import (
    EVIDENCE,
    INTERVALS,
    LEVELS,
    NATURES,
    STATUSES,
    causes,
)
from registan.kernel.timeliness.reading import ACTIONS, DETECTED, NOTIFIED, RULES, STARTS
from registan.plans.forms_measures import day_field, own_language_first, texts_of
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registan.health.models import Bottleneck, Timeliness

LONGEST_DAY, LONGEST_REFERENCE, LONGEST_REASON, LONGEST_OFFICE = 10, 300, 500, 200
PARTS = ("day", "evidence", "reference", "reason")
_LABELS = {
    "day": "timeliness.day", "evidence": "timeliness.evidence",
    "reference": "timeliness.reference", "reason": "timeliness.left_out.why",
}  # fmt: skip


class DatesForm(WordsForm):
    """The marks of one rule: for each a day, on what it rests, and for an action why it was left out."""

    words_name, words_label = "reason", "timeliness.revised.why"

    def __init__(
        self, *args: Any, rule: str, is_first: bool, can_share: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rule, self.is_first = rule, is_first
        if is_first:
            for lang in ("ru", "zh", "en"):
                self.fields.pop(f"reason_{lang}", None)
        self.fields["rule"] = forms.ChoiceField(
            choices=[(each, each) for each in RULES], widget=forms.HiddenInput, initial=rule
        )
        for mark in self.marks:
            self._ask(mark)
        if can_share:
            self.fields["shared"] = forms.BooleanField(
                required=False, label=say("timeliness.shared"), initial=True
            )

    @property
    def marks(self) -> tuple[str, ...]:
        return (*STARTS[self.rule], DETECTED, *NOTIFIED, *ACTIONS)

    def _ask(self, mark: str) -> None:
        name = say(f"timeliness.mark.{mark}")

        def label(part: str) -> str:
            return f"{say(f'timeliness.{part}')} ({name})"

        self.fields[f"{mark}_day"] = forms.CharField(
            required=False, max_length=LONGEST_DAY, label=label("day"),
            widget=forms.TextInput(attrs={"class": "figure", "placeholder": ""}),
        )  # fmt: skip
        self.fields[f"{mark}_evidence"] = forms.ChoiceField(
            required=False, label=label("evidence"),
            choices=[("", "—"), *((each, say(f"timeliness.evidence.{each}")) for each in EVIDENCE)],
        )  # fmt: skip
        self.fields[f"{mark}_reference"] = forms.CharField(
            required=False, max_length=LONGEST_REFERENCE, label=label("reference")
        )
        if mark in ACTIONS:
            self.fields[f"{mark}_reason"] = forms.CharField(
                required=False, max_length=LONGEST_REASON, label=label("left_out.why")
            )

    def groups(self) -> Iterator[tuple[str, str, list[tuple[str, forms.BoundField]]]]:
        """(name of the mark, hint, its fields with their short labels) in order."""
        for mark in self.marks:
            names = [f"{mark}_{part}" for part in PARTS if f"{mark}_{part}" in self.fields]
            yield (
                say(f"timeliness.mark.{mark}"),
                say(f"timeliness.mark.{mark}.hint"),
                [(say(_LABELS[name.removeprefix(f"{mark}_")]), self[name]) for name in names],
            )

    def rest(self) -> list[forms.BoundField]:
        """What stands after the marks."""
        return [
            self[name] for name in self.fields if name.startswith("reason_") or name == "shared"
        ]

    def days(self) -> dict[str, DaySaid]:
        """What was told; a mark without a word is awaited."""
        data, lang = self.cleaned_data, current_lang()
        told = {}
        for mark in self.marks:
            day, reason = data[f"{mark}_day"], data.get(f"{mark}_reason", "")
            if not (day or reason or data[f"{mark}_reference"]):
                continue
            told[mark] = DaySaid(
                day=day, evidence=data[f"{mark}_evidence"], reference=data[f"{mark}_reference"],
                left_out=bool(reason), reasons={lang: reason},
            )  # fmt: skip
        return told


def dates_typed(version: Timeliness | None) -> dict[str, Any]:
    """A version as one would have typed it."""
    typed: dict[str, Any] = {}
    for row in version.marks.all() if version else ():
        typed[f"{row.mark}_day"] = row.day
        typed[f"{row.mark}_evidence"] = row.evidence
        typed[f"{row.mark}_reference"] = str(row.submission_id or row.signal_id or row.reference)
        typed[f"{row.mark}_reason"] = in_lang(row.reasons) if row.reasons else ""
    return typed


def _of(lang: str, label: str) -> str:
    return say("plans.in_language", what=say(label), language=say(f"language.{lang}"))


class BottleneckForm(WordsForm):
    """A bottleneck or an enabler."""

    words_label = "bottleneck.text"

    def __init__(
        self, *args: Any, owners: Sequence[tuple[str, str]], can_share: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._choose("kind", ("bottleneck", "enabler"), radio=True)
        self._choose("interval", INTERVALS)
        self._choose("level", LEVELS)
        self.fields["cause"] = forms.ChoiceField(
            label=say("bottleneck.cause"), help_text=say("bottleneck.cause.hint"),
            choices=[(key, in_lang(names)) for key, names in causes().items()],
        )  # fmt: skip
        self._choose("nature", NATURES, radio=True)
        self._choose("term", ("immediate", "longer"), radio=True)
        self._words("steps", "bottleneck.steps")
        self.fields["owner"] = forms.ChoiceField(
            label=say("bottleneck.owner"), choices=owners, help_text=say("bottleneck.owner.hint")
        )
        for lang in own_language_first():
            self.fields[f"office_{lang}"] = forms.CharField(
                required=False, max_length=LONGEST_OFFICE, label=_of(lang, "bottleneck.office")
            )
        self.fields["due"] = day_field(required=False)
        self.fields["due"].label = say("bottleneck.due")
        if can_share:
            self.fields["shared"] = forms.BooleanField(
                required=False, label=say("timeliness.shared"), initial=True
            )
        words = [name for name in self.fields if name.startswith("text_")]
        self.order_fields(["act_key", "kind", "interval", "level", "cause", "nature", *words])

    def _choose(self, name: str, codes: Sequence[str], *, radio: bool = False) -> None:
        self.fields[name] = forms.ChoiceField(
            label=say(f"bottleneck.{name}"), widget=forms.RadioSelect if radio else forms.Select,
            initial=codes[0],
            choices=[(each, say(f"bottleneck.{name}.{each}")) for each in codes],
        )  # fmt: skip

    def _words(self, name: str, label: str) -> None:
        for lang in own_language_first():
            self.fields[f"{name}_{lang}"] = forms.CharField(
                required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "low"}),
                label=_of(lang, label),
            )  # fmt: skip

    def told(self) -> BottleneckSaid:
        data = self.cleaned_data
        return BottleneckSaid(
            interval=data["interval"], level=data["level"], cause=data["cause"],
            nature=data["nature"], texts=self.words(), is_enabler=data["kind"] == "enabler",
            is_immediate=data["term"] == "immediate", steps=texts_of(data, "steps"),
            owner=data["owner"], offices=texts_of(data, "office"), due=data["due"],
        )  # fmt: skip


class FollowForm(WordsForm):
    """What became of one of the bottlenecks of an emergency."""

    words_label = "bottleneck.follow.text"

    def __init__(
        self, *args: Any, rows: Sequence[Bottleneck], asked: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(row.n): row for row in rows}
        chosen = self.rows.get(asked) or next(iter(self.rows.values()), None)
        self.fields["bottleneck"] = forms.ChoiceField(
            label=say("bottleneck"), widget=forms.RadioSelect,
            initial=str(chosen.n) if chosen else None,
            choices=[(n, f"{n}. {in_lang(row.texts)}"[:140]) for n, row in self.rows.items()],
        )  # fmt: skip
        self.fields["status"] = forms.ChoiceField(
            label=say("bottleneck.status"), widget=forms.RadioSelect,
            initial=chosen.status if chosen else None,
            choices=[(each, say(f"bottleneck.status.{each}")) for each in STATUSES],
        )  # fmt: skip
        self.fields["due"] = day_field()
        self.fields["due"].label = say("bottleneck.due")
        self.fields["due"].initial = chosen.due if chosen else None
        self.order_fields(["act_key", "bottleneck", "status", "due"])

    def chosen(self) -> Bottleneck:
        return self.rows[self.cleaned_data["bottleneck"]]
