"""What may be typed of a scenario: its assumptions in sections, shares in per cent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from registan.health.fields import NumberField, NumbersField, number
from registan.health.populations import populations
from registan.health.scenario_faults import refusals
from registan.kernel.epi.assumptions import (
    AGES,
    BY_PEOPLE,
    EVENLY,
    PER_CENT,
    TRIGGER_BOUNDS,
    Assumptions,
    Place,
    Trigger,
)
from registan.parties.queries import Names, language_choices, members
from registan.web.forms import ActForm
from registan.web.texts import say

WHOLE = {"report_delay", "days", "runs", "seed"}
OPTIONAL = {"r0", "transmission"}
HINTED = {"r0", "transmission", "abroad", "runs", "seed"}
KINDS = ("local", "travel")
# Section -> its fields, in the order of the page. Names and States are added by the form.
PARTS: dict[str, tuple[str, ...]] = {
    "disease": ("r0", "transmission", "latent_days", "infectious_days", "hospital", "stay_days"),
    "people": ("age_shares", "contacts"),
    "travel": ("abroad", "routes", "links"),
    "reports": ("reported", "report_delay"),
    "local": tuple(f"local_{name}" for name in TRIGGER_BOUNDS),
    "abroad": tuple(f"travel_{name}" for name in TRIGGER_BOUNDS),
    "computing": ("days", "runs", "seed"),
}
# What the form begins with: round figures of a respiratory infection, each to be replaced.
TO_BEGIN: dict[str, str] = {
    "r0": "2.5", "latent_days": "3", "infectious_days": "5", "hospital": "0.2 1 6", "stay_days": "10",
    "age_shares": "24 67 9", "contacts": "8 5 0.5\n3 8 1\n1 4 2", "abroad": "0.05", "routes": BY_PEOPLE,
    "reported": "30", "report_delay": "3", "days": "365", "runs": "1000", "seed": "1",
    "local_level": "1", "local_days": "3", "local_factor": "45", "local_lasts": "60", "local_delay": "21",
    "local_joint_delay": "10", "local_shared_delay": "14", "travel_level": "1", "travel_days": "3",
    "travel_factor": "20", "travel_lasts": "90", "travel_delay": "14", "travel_joint_delay": "5",
    "travel_shared_delay": "5",
}  # fmt: skip
BEDS_PER_100_000 = 60


class ScenarioForm(ActForm):
    """A scenario. `assumptions` is there once it is valid."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.assumptions: Assumptions | None = None
        for lang, name in language_choices():
            label = say("plans.in_language", what=say("scenario.name"), language=name)
            self.fields[f"name_{lang}"] = forms.CharField(max_length=120, label=label)
        for names in PARTS.values():
            for name in names:
                self.fields[name] = _field(name)
        self.states = [state.key for state in members(timezone.localdate())]
        for place, key in enumerate(self.states):
            self._add_state(key, place)

    def _add_state(self, key: str, place: int) -> None:
        known, state = populations().get(key), Names.load().short(key)
        beds = known.people * BEDS_PER_100_000 // 100_000 if known else ""

        def label(what: str) -> str:
            return say("scenario.of_state", state=state, what=say(f"scenario.{what}"))

        self.fields[f"in_{key}"] = forms.BooleanField(
            required=False, initial=True, label=label("included")
        )
        given = {"people": known.people if known else "", "beds": beds, "first": 0 if place else 20}
        for what, value in given.items():
            self.fields[f"{what}_{key}"] = NumberField(
                whole=True, required=False, initial=value, label=label(what)
            )
        self.fields[f"source_{key}"] = forms.CharField(
            required=False,
            max_length=200,
            initial=known.source if known else "",
            label=label("source"),
        )

    def names(self) -> dict[str, str]:
        """lang -> name."""
        return {lang: self.cleaned_data.get(f"name_{lang}", "") for lang, _ in language_choices()}

    def parts(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Heading, sentence and fields of each section but that of the States."""
        with_text = {"local", "abroad"}
        named = [self[f"name_{lang}"] for lang, _ in language_choices()]
        return [(say("scenario.part.what"), "", named)] + [
            (
                say(f"scenario.part.{part}"),
                say(f"scenario.part.{part}.text") if part in with_text else "",
                [self[name] for name in names],
            )
            for part, names in PARTS.items()
        ]

    def state_rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The name of each State, and its fields."""
        names, whats = Names.load(), ("in", "people", "source", "beds", "first")
        return [
            (names.short(key), [self[f"{what}_{key}"] for what in whats]) for key in self.states
        ]

    def clean(self) -> None:
        super().clean()
        told = self.cleaned_data
        missing = [
            f"{what}_{key}" for key in self.states if told.get(f"in_{key}")
            for what in ("people", "beds", "first") if told.get(f"{what}_{key}") is None
        ]  # fmt: skip
        for field in missing:
            if field not in self.errors:
                self.add_error(field, say("scenario.number_unreadable"))
        links = self._links(told.get("links", ""))
        if self.errors:
            return
        self.assumptions = _assumptions(told, self.states, links)
        for refusal in refusals(self.assumptions):
            self.add_error(
                refusal.field if refusal.field in self.fields else None, refusal.sentence()
            )

    def _links(self, text: str) -> tuple[tuple[str, str, float], ...]:
        found = []
        for line in filter(str.strip, text.splitlines()):
            words = line.split()
            try:
                a, b, weight = words
                found.append((a.upper(), b.upper(), number(weight)))
            except ValueError:
                self.add_error("links", say("scenario.links_unreadable", line=line.strip()[:60]))
            except ValidationError as error:
                self.add_error("links", error)
        return tuple(found)


def _field(name: str) -> forms.Field:
    """The field of an assumption, with its label, hint and the value it begins with."""
    kind, _, rest = name.partition("_")
    of_trigger = kind in KINDS and rest in TRIGGER_BOUNDS
    facts: dict[str, Any] = {
        "label": say(f"scenario.trigger.{rest}" if of_trigger else f"scenario.{name}"),
        "initial": TO_BEGIN.get(name, ""), "required": name not in OPTIONAL,
    }  # fmt: skip
    if name in HINTED:
        facts["help_text"] = say(f"scenario.{name}.hint")
    if name in {"hospital", "age_shares"}:
        return NumbersField(many=AGES, help_text=say("scenario.three.hint"), **facts)
    if name == "contacts":
        return NumbersField(many=AGES, rows=AGES, help_text=say("scenario.contacts.hint"), **facts)
    if name == "routes":
        choices = [(each, say(f"scenario.routes.{each}")) for each in (BY_PEOPLE, EVENLY)]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **facts)
    if name == "links":
        facts |= {"required": False, "help_text": say("scenario.links.hint")}
        return forms.CharField(
            max_length=4000, widget=forms.Textarea(attrs={"class": "low", "rows": 3}), **facts
        )
    whole = name in WHOLE or (of_trigger and rest not in {"level", "factor"})
    return NumberField(whole=whole, **facts)


def _assumptions(
    told: dict[str, Any], keys: list[str], links: tuple[tuple[str, str, float], ...]
) -> Assumptions:
    share = {name: _part_of_one(told[name]) for name in PER_CENT}
    places = tuple(
        Place(key, told[f"people_{key}"], told[f"source_{key}"].strip(), told[f"beds_{key}"],
              told[f"first_{key}"])
        for key in keys if told.get(f"in_{key}")
    )  # fmt: skip
    measures: dict[str, Any] = {
        kind: Trigger(**{
            name: share.get(f"{kind}_{name}", told[f"{kind}_{name}"]) for name in TRIGGER_BOUNDS
        })
        for kind in KINDS
    }  # fmt: skip
    plain = ("r0", "transmission", "latent_days", "infectious_days", "stay_days", "routes",
             "report_delay", "days", "runs", "seed")  # fmt: skip
    return Assumptions(
        places=places, age_shares=share["age_shares"], hospital=share["hospital"],
        contacts=tuple(tuple(row) for row in told["contacts"]), abroad=share["abroad"],
        reported=share["reported"], links=links, **measures, **{name: told[name] for name in plain},
    )  # fmt: skip


def _part_of_one(per_cent: Any) -> Any:
    """Per cent as a share; rounded so that 24 % is 0.24 and nothing else."""
    if isinstance(per_cent, list):
        return tuple(round(each / 100, 12) for each in per_cent)
    return round(per_cent / 100, 12)


def typed_again(told: Assumptions, names: dict[str, str]) -> dict[str, Any]:
    """The form's first values from the assumptions of an earlier scenario."""
    found: dict[str, Any] = {f"name_{lang}": name for lang, name in names.items()}
    for name in ("r0", "transmission", "latent_days", "infectious_days", "stay_days", "routes",
                 "report_delay", "days", "runs", "seed"):  # fmt: skip
        value = getattr(told, name)
        found[name] = "" if value is None else _plain(value)
    for name in ("age_shares", "hospital"):
        found[name] = " ".join(_plain(100 * each) for each in getattr(told, name))
    for name in ("abroad", "reported"):
        found[name] = _plain(100 * getattr(told, name))
    found["contacts"] = "\n".join(" ".join(_plain(each) for each in row) for row in told.contacts)
    found["links"] = "\n".join(f"{a} {b} {_plain(weight)}" for a, b, weight in told.links)
    for kind in KINDS:
        for name in TRIGGER_BOUNDS:
            value = getattr(getattr(told, kind), name)
            found[f"{kind}_{name}"] = _plain(100 * value if name == "factor" else value)
    held = {place.key: place for place in told.places}
    for state in members(timezone.localdate()):
        place = held.get(state.key)
        found[f"in_{state.key}"] = place is not None
        if place:
            for what in ("people", "source", "beds", "first"):
                found[f"{what}_{state.key}"] = getattr(place, what)
    return found


def _plain(value: Any) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
