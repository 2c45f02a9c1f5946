"""A test system against a reference method: what was counted, by which State, and corrections of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.acts.research import REGISTER
from registan.health.acts.telling import coded, named, state_of, told
from registan.health.models import Choosing, Research, Specimen, Validation
from registan.health.models.research import MOST_EXAMINED
from registan.ledger.act import Refused, act
from registan.parties.permissions import require

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate, State


@dataclass(frozen=True)
class Figures:
    """How many were examined, and what test and reference said of them."""

    examined: int
    tp: int
    fp: int
    fn: int
    tn: int
    unclear: int = 0

    def check(self) -> None:
        """Refuse what cannot be."""
        for name, value in vars(self).items():
            if not 0 <= value <= MOST_EXAMINED:
                raise Refused("figure_impossible", field=name, most=MOST_EXAMINED)
        if self.examined == 0:
            raise Refused("nobody_examined", field="examined")
        counted = self.tp + self.fp + self.fn + self.tn + self.unclear
        if counted != self.examined:
            raise Refused(
                "figures_differ", field="examined", counted=counted, examined=self.examined
            )
        if counted == self.unclear:
            raise Refused("nothing_clear", field="unclear")


@act("health.validation.entered")
def enter_validation(
    by: Mandate, research: Research, figures: Figures, *, laboratory: str,
    reference: Mapping[str, str], specimen: str, choosing: str, ended_on: date, now: datetime,
    condition: Condition | None = None, replaces: Validation | None = None,
    illustrative: bool = False,
) -> Validation:  # fmt: skip
    """Tell how a test system did against a reference method, in the figures that were counted.

    Any State may, of any test system that it reads of; States stand side by side, none is ranked. With
    `replaces` it is a correction of the State's own, and what it said before stays on record.
    """
    require(by, REGISTER, now)
    state = state_of(by)
    if not research.is_test:
        raise Refused("not_a_test", status=409)
    figures.check()
    if ended_on > timezone.localdate(now):
        raise Refused("day_to_come", field="ended_on")
    coded([specimen], Specimen.values, "specimen")
    coded([choosing], Choosing.values, "choosing")
    facts = {
        "laboratory": named(laboratory, "laboratory"),
        "reference": told(reference, "reference"),
    }
    first = Research.objects.get(state=research.state, n=research.n, version=1)
    n, version = _place(first, state, replaces)
    return Validation.objects.create(
        research=first, state=state, n=n, version=version, condition=condition or research.condition,
        specimen=specimen, choosing=choosing, ended_on=ended_on, audience=research.audience,
        illustrative=illustrative, made_at=now, **facts, **vars(figures),
    )  # fmt: skip


def _place(first: Research, state: State, old: Validation | None) -> tuple[int, int]:
    if old is None:
        return Validation.objects.filter(research=first, is_newest=True).count() + 1, 1
    if old.state_id != state.pk or old.research_id != first.pk:
        raise Refused("validation_of_others", status=403)
    if not old.is_newest:
        raise Refused("changed_meanwhile", status=409)
    old.is_newest = False
    old.save(update_fields=["is_newest"])
    return old.n, old.version + 1
