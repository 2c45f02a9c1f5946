"""What may be typed of materials, exchanges, calls, proposals and how a State stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.acts.calls import CallFacts
from registan.health.forms_research import RegisterForm
from registan.health.queries.calls import VERDICTS
from registan.health.queries.research import KINDS, PORTIONS, SHARINGS, SUBSTANCES, TERMS
from registan.parties.queries import language_choices
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Condition, Research
    from registan.health.queries.calls import Proposed

LEVELS = ("1", "2", "3", "4")
OPEN = {"usual": None, "yes": True, "no": False}


class MaterialForm(RegisterForm):
    """A strain or reference material, offered or asked for."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choose("is_offer", "material.is_offer", ("yes", "no"), "material.is_offer.",
                    widget=forms.RadioSelect)  # fmt: skip
        self.choose("kind", "material.kind", SUBSTANCES, "material.kind.")
        self.ask("title", "material.title", short=True)
        self.ask_condition(conditions)
        self.choose("biosafety", "material.biosafety", LEVELS, "material.biosafety.")
        self.ask_whole("quantity", "material.quantity")
        self.choose("portion", "material.portion", PORTIONS, "portion.")
        self.choose("terms", "material.terms", TERMS, "terms.", widget=forms.RadioSelect)
        self.ask("remarks", "material.remarks")
        self.ask_audience()

    def facts(self) -> dict[str, Any]:
        """What the act takes, by its own names."""
        given = self.cleaned_data
        return {
            **{name: given[name] for name in ("kind", "quantity", "portion", "terms", "audience")},
            "is_offer": given["is_offer"] == "yes", "biosafety": int(given["biosafety"]),
            "titles": self.told("title"), "remarks": self.told("remarks"),
            "condition": self.condition(),
        }  # fmt: skip


class ExchangeForm(RegisterForm):
    """A step of an exchange: words, and how much where it is counted."""

    def __init__(self, *args: object, counted: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if counted:
            self.ask_whole("quantity", "material.quantity")
        self.ask("text", "exchange.text")

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        facts: dict[str, Any] = {"texts": self.told("text")}
        if "quantity" in self.cleaned_data:
            facts["quantity"] = self.cleaned_data["quantity"]
        return facts


class CallForm(RegisterForm):
    """A call for joint research."""

    def __init__(
        self, *args: object, conditions: Sequence[Condition] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ask("title", "research.title", short=True)
        self.ask("topic", "call.topic")
        self.ask_condition(conditions)
        self.choose_some("kinds", "call.kinds", KINDS, "research.kind.")
        self.choose_some("sharing", "call.sharing", SHARINGS, "research.sharing.")
        self.ask("terms", "call.terms")
        codes = [code for code, _ in language_choices()]
        self.choose_some("languages", "call.languages", codes, "language.")
        for name in ("opens_on", "closes_on", "assess_by"):
            self.ask_day(name, f"call.{name}")
        self.ask_audience()

    def facts(self) -> CallFacts:
        """What the act takes."""
        plain = ("kinds", "sharing", "languages", "opens_on", "closes_on", "assess_by", "audience")
        return CallFacts(
            titles=self.told("title"), topics=self.told("topic"), terms=self.told("terms"),
            condition=self.condition(), **{name: self.cleaned_data[name] for name in plain},
        )  # fmt: skip


class ProposalForm(RegisterForm):
    """One's own research, proposed under a call."""

    def __init__(self, *args: object, own: Sequence[Research], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._own = {each.key: each for each in own}
        self.fields["research"] = forms.ChoiceField(
            label=say("proposal.research"),
            choices=[(each.key, f"{each.key} · {in_lang(each.titles)}") for each in own],
            help_text="" if own else say("proposal.research.none"),
        )
        self.ask("text", "proposal.text")

    def research(self) -> Research:
        return self._own[self.cleaned_data["research"]]


class StandForm(RegisterForm):
    """How a State stands to a proposal, and who sees that."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.choose("verdict", "verdict", VERDICTS, "verdict.", widget=forms.RadioSelect)
        self.ask("text", "stand.text")
        self.choose("open", "stand.open", tuple(OPEN), "stand.open.",
                    widget=forms.RadioSelect, initial="usual")  # fmt: skip

    def is_open(self) -> bool | None:
        return OPEN[self.cleaned_data["open"]]


class DecisionForm(RegisterForm):
    """What came of a call."""

    def __init__(self, *args: object, proposed: Sequence[Proposed], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken"] = forms.MultipleChoiceField(
            label=say("call.taken"), required=False, widget=forms.CheckboxSelectMultiple,
            choices=[(str(each.row.n), say("proposal.n", n=each.row.n)) for each in proposed],
        )  # fmt: skip
        self.ask("result", "call.result")

    def taken(self) -> list[int]:
        return [int(n) for n in self.cleaned_data["taken"]]
