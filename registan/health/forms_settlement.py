"""What a State may say to its cells of a proposal: one form for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registan.health.acts.settlement import CellAnswer
from registan.health.models import Answer, AnswerReason
from registan.health.settling import least_of, most_of
from registan.health.views.assistance_words import amount, figure
from registan.web.forms import ActForm
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.models import Match

# The other side's quantity, taken over: a change of which no reason is asked.
AGREED = "agreed"


class AnswerForm(ActForm):
    """For each cell: no answer yet, accept, agree to what the other side wants, change, refuse."""

    def __init__(
        self, *args: Any, cells: Sequence[Match], states: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cells, self.states = cells, states
        reasons = [("", "—")] + [
            (each, say(f"answer.reason.{each}")) for each in AnswerReason.values
        ]
        for cell in cells:
            own, other = self.sides(cell)
            self.fields[f"answer_{cell.number}"] = forms.ChoiceField(
                label=say("settle.answer"), choices=_choices(cell, own, other), widget=forms.RadioSelect,
                initial=getattr(cell, f"{own}_answer"), required=False,
            )  # fmt: skip
            self.fields[f"wanted_{cell.number}"] = forms.IntegerField(
                label=say("settle.wanted"), min_value=0, required=False,
                help_text=say("settle.wanted.hint", low=figure(least_of(cell)), high=figure(most_of(cell))),
                initial=getattr(cell, f"{own}_wanted") or None,
                widget=forms.NumberInput(attrs={"class": "short"}),
            )  # fmt: skip
            self.fields[f"reason_{cell.number}"] = forms.ChoiceField(
                label=say("settle.reason"), choices=reasons, required=False,
                initial=getattr(cell, f"{own}_reason"),
            )  # fmt: skip

    def sides(self, cell: Match) -> tuple[str, str]:
        """One's own side of a cell and the other one."""
        if cell.offer.state.key in self.states:
            return "donor", "recipient"
        return "recipient", "donor"

    @property
    def given(self) -> list[CellAnswer]:
        """What was answered, cell by cell; what is left open is left out."""
        made = []
        for cell in self.cells:
            answer = self.cleaned_data[f"answer_{cell.number}"] or Answer.AWAITED
            wanted = self.cleaned_data[f"wanted_{cell.number}"] or 0
            reason = self.cleaned_data[f"reason_{cell.number}"]
            if answer == AGREED:
                other = getattr(cell, f"{self.sides(cell)[1]}_wanted")
                made.append(CellAnswer(cell.number, Answer.CHANGED, other or 0))
            elif answer == Answer.ACCEPTED:
                made.append(CellAnswer(cell.number, answer))
            elif answer != Answer.AWAITED:
                made.append(CellAnswer(cell.number, answer, wanted, reason))
        return made

    def rows(self) -> list[tuple[Match, list[forms.BoundField]]]:
        """Each cell with its three fields."""
        return [
            (cell, [self[f"{name}_{cell.number}"] for name in ("answer", "wanted", "reason")])
            for cell in self.cells
        ]


def _choices(cell: Match, own: str, other: str) -> list[tuple[str, str]]:
    item, wanted = cell.offer.item, getattr(cell, f"{other}_wanted")
    made: list[tuple[str, str]] = [
        (Answer.ACCEPTED, say("settle.answer.accepted", amount=amount(cell.quantity, item)))
    ]
    # What was answered is changed, not taken back.
    if getattr(cell, f"{own}_answer") == Answer.AWAITED:
        made.insert(0, (Answer.AWAITED, say("settle.answer.awaited")))
    if wanted and wanted != cell.quantity:
        made.append((AGREED, say("settle.answer.agreed", amount=amount(wanted, item))))
    made.append((Answer.CHANGED, say("settle.answer.changed")))
    made.append((Answer.REFUSED, say("settle.answer.refused")))
    return [(str(value), text) for value, text in made]


def accept_all(data: Any, cells: Sequence[Match], states: Sequence[str]) -> Any:
    """What was typed, with each of one's own cells that is still open accepted."""
    made = data.copy()
    for cell in cells:
        side = "donor" if cell.offer.state.key in states else "recipient"
        name = f"answer_{cell.number}"
        is_open = made.get(name, Answer.AWAITED) == Answer.AWAITED and not cell.is_refused
        if is_open and getattr(cell, f"{side}_wanted") is None:
            made[name] = str(Answer.ACCEPTED)
    return made
