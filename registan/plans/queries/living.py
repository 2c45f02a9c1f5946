"""Figures of living indicators: for a reader, for a report, for an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone, translation
from django.utils.formats import number_format

from registan.ledger.audience import MEMBERS, PARTNERS, Viewer
from registan.parties.queries import members
from registan.plans.living import Offered, Worked, offered
from registan.plans.models import Binding, RoundFigure
from registan.web.languages import CODES
from registan.web.texts import LANGS, current_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from registan.plans.models import Indicator, Measure, Plan, Round
    from registan.plans.models.living import Figure

NOTHING = Worked(None)


@dataclass(frozen=True)
class Living:
    """A bound indicator with its figure of a day. `is_current`: its definition is still that agreed to."""

    binding: Binding
    offer: Offered | None
    as_of: date
    worked: Worked

    @property
    def indicator(self) -> Indicator:
        return self.binding.indicator

    @property
    def is_current(self) -> bool:
        return self.offer is not None and self.offer.version == self.binding.definition

    def words(self, lang: str | None = None) -> str:
        """The figure with its unit and what stands behind it, in a sentence."""
        return told(self.binding.offered, self.worked, lang, is_current=self.is_current)


def told(key: str, worked: Worked, lang: str | None = None, *, is_current: bool = True) -> str:
    """A figure in a sentence of the language."""
    if not is_current:
        return say("living.other_definition", lang)
    if worked.value is None:
        return say(f"offered.{key}.none", lang)
    with translation.override(CODES[lang or current_lang()]):
        number = number_format(worked.value.normalize(), use_l10n=True)
    words = say(f"offered.{key}.told", lang, value=number, part=worked.part, whole=worked.whole)
    return f"{words} {say('living.invented', lang)}" if worked.illustrative else words


def reader_of(audience: str) -> Viewer:
    """What every reader of an audience may see: the least of them, with no State of his own."""
    if audience == PARTNERS:
        return Viewer(partner=True)
    if audience.startswith("states:|"):
        inside = {state.key for state in members(timezone.localdate())}
        named = [key for key in audience.removeprefix("states:").strip("|").split("|") if key]
        return Viewer(member=all(key in inside or key.startswith("+") for key in named))
    return Viewer(member=audience == MEMBERS or audience.startswith("body:"))


def bindings_of(measures: Iterable[Measure]) -> list[Binding]:
    """What these measures are bound to now, in the order of their keys."""
    rows = Binding.objects.filter(indicator__measure__in=measures, until__isnull=True)
    return list(rows.select_related("indicator__measure__plan").order_by("indicator__key"))


def living_of(measure: Measure, viewer: Viewer, as_of: date) -> list[Living]:
    """The living indicators of a measure, each out of what this reader may see."""
    bound = bindings_of([measure])
    return work_out(bound, viewer, as_of) if bound else []


def work_out(bound: Iterable[Binding], viewer: Viewer, as_of: date) -> list[Living]:
    """The figures of a day. One definition is worked out once, however many indicators are bound to it."""
    known: dict[str, Worked] = {}
    found = []
    for row in bound:
        offer = offered(row.offered)
        worked = NOTHING
        if offer and offer.version == row.definition:
            if offer.key not in known:
                known[offer.key] = offer.work_out(viewer, as_of)
            worked = known[offer.key]
        found.append(Living(row, offer, as_of, worked))
    return found


def citable(round_: Round, measure: Measure, as_of: date) -> list[Living]:
    """What a report on the measure may cite: as every reader of the round may see it."""
    bound = [row for row in bindings_of([measure]) if row.since <= as_of]
    found = work_out(bound, reader_of(round_.audience), as_of) if bound else []
    return [row for row in found if row.worked.value is not None]


def figure_facts(row: Living) -> dict[str, object]:
    """What a report or an account keeps of a figure: all of it, in every language."""
    return {
        "indicator": row.indicator, "offered": row.binding.offered,
        "definition": row.binding.definition, "as_of": row.as_of, "value": row.worked.value,
        "part": row.worked.part, "whole": row.worked.whole,
        "words": {lang: row.words(lang) for lang in LANGS},
    }  # fmt: skip


def figures_of_plan(plan: Plan, audience: str, as_of: date) -> list[Living]:
    """The living indicators of a whole plan, as everybody may read them who is in the audience."""
    bound = bindings_of(plan.measures.all())
    return work_out(bound, reader_of(audience), as_of) if bound else []


def figures_in(round_: Round, as_of: date) -> list[Figure]:
    """What the account of a round tells: frozen at closing; of an open round the figures of a day."""
    if not round_.is_open:
        rows = RoundFigure.objects.filter(round=round_).select_related("indicator")
        return list(rows)
    living = figures_of_plan(round_.plan, round_.audience, as_of)
    return [RoundFigure(round=round_, **figure_facts(row)) for row in living]
