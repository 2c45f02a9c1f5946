"""Milestones, validations and materials as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import number_format

from registan.plans.views.steps import day_in_words
from registan.web.languages import HTML_LANG
from registan.web.rows import Cell, Column, Link, Tag, Words, table
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.safestring import SafeString

    from registan.health.models import Exchange, Material, Research
    from registan.health.queries.research import Listed, Together, Validated
    from registan.kernel.epi.accuracy import Pooled, Share
    from registan.ledger.audience import Viewer
    from registan.parties.models import State
    from registan.parties.queries import Names

Heads = list[str | Column]


def percent(share: float) -> str:
    """A share in per cent with one digit: `98,4`. Django cuts digits off; they are rounded before."""
    return str(number_format(round(100.0 * share, 1), decimal_pos=1))


def whole(n: int) -> str:
    return str(number_format(n, force_grouping=True))


def words(texts: Mapping[str, str]) -> Words | str:
    """A text in the reader's language, or in another one and marked with it."""
    own = current_lang()
    lang = next((code for code in (own, *LANGS) if texts.get(code)), own)
    return texts.get(lang, "") if lang == own else Words(texts[lang], HTML_LANG[lang])


def milestone_rows(research: Research) -> list[dict[str, Any]]:
    """Milestones with their days as days."""
    return [
        {**each, "due": date.fromisoformat(each["due"]),
         "reached": date.fromisoformat(each["reached"]) if each["reached"] else None}
        for each in research.milestones
    ]  # fmt: skip


def validation_table(
    research: Research, rows: Sequence[Validated], names: Names, own: State | None
) -> SafeString:
    """States side by side in protocol order."""
    heads: Heads = [
        Column(say("research.state"), "head"), Column(say("validation.sensitivity"), "num"),
        Column(say("validation.specificity"), "num"), Column(say("validation.examined"), "num"),
        say("validation.reference"), say("validation.specimen"), say("validation.choosing"),
        say("validation.laboratory"), say("validation.ended_on"),
    ]  # fmt: skip
    return table(heads, [
        [_who(research, each, names, own), *_share_cells(each), _examined(each),
         words(each.row.reference), say(f"specimen.{each.row.specimen}"),
         say(f"choosing.{each.row.choosing}"), each.row.laboratory, day_in_words(each.row.ended_on)]
        for each in rows
    ], label=say("validation.all"))  # fmt: skip


def _who(research: Research, each: Validated, names: Names, own: State | None) -> Cell:
    row, said = each.row, [names.short(each.row.state.key)]
    cell: list[Any] = [*said]
    if row.condition and row.condition != research.condition:
        cell.append(Tag(in_lang(row.condition.names)))
    if row.illustrative:
        cell.append(Tag(say("experience.illustrative")))
    if row.version > 1:
        cell.append(say("research.version_n", n=row.version))
    if own == row.state:
        place = reverse("correct_validation", args=[research.key, row.n])
        cell.append(Link(say("validation.correct"), place))
    return tuple(cell)


def _share_cells(each: Validated) -> list[Cell]:
    return [_share(each.sensitivity), _share(each.specificity)]


def _share(found: Share | None) -> Cell:
    if found is None:
        return say("validation.nobody")
    told = say(
        "validation.share", share=percent(found.share), low=percent(found.low),
        high=percent(found.high),
    )  # fmt: skip
    return (told, say("validation.of", hits=whole(found.hits), n=whole(found.n)))


def _examined(each: Validated) -> Cell:
    told = whole(each.row.examined)
    if not each.row.unclear:
        return told
    return (told, f"{say('validation.unclear')}{say('web.colon')}{whole(each.row.unclear)}")


def pooled_lines(found: Together) -> list[str]:
    """Both shares taken together, each a sentence; none where there is too little."""
    rows = (
        ("validation.sensitivity", found.sensitivity),
        ("validation.specificity", found.specificity),
    )
    return [_pooled(say(what), pooled) for what, pooled in rows if pooled is not None]


def _pooled(what: str, found: Pooled) -> str:
    return say(
        "validation.together.line", what=what, share=percent(found.share), low=percent(found.low),
        high=percent(found.high), studies=found.studies, n=whole(found.n), i2=percent(found.i2),
    )  # fmt: skip


@dataclass(frozen=True)
class MaterialLine:
    """A material for the page: its State, the way to answer it, its exchanges with the next steps."""

    row: Material
    state: str
    amount: str
    ask: str
    withdraw: str
    ways: list[tuple[str, list[tuple[str, str]]]]


def material_lines(
    rows: Sequence[Listed], viewer: Viewer, names: Names, *, may_act: bool
) -> list[MaterialLine]:
    """What is offered and asked for, with what this reader may do."""
    return [_material(each, viewer, names, may_act=may_act) for each in rows]


def _material(each: Listed, viewer: Viewer, names: Names, *, may_act: bool) -> MaterialLine:
    row = each.row
    own, open_one = row.state.key in viewer.states, may_act and row.is_open
    return MaterialLine(
        row, names.short(row.state.key), amount(row, row.quantity),
        reverse("ask_exchange", args=[row.key]) if open_one and not own else "",
        reverse("withdraw_material", args=[row.key]) if open_one and own else "",
        [
            (_way(row, way.row, names),
             [(say(f"exchange.{deed}"), reverse("exchange_deed", args=[row.key, way.row.n, deed]))
              for deed in way.deeds if may_act])
            for way in each.ways
        ],
    )  # fmt: skip


def amount(row: Material, n: int) -> str:
    return say("material.amount", n=whole(n), portion=say(f"portion.{row.portion}"))


def _way(row: Material, each: Exchange, names: Names) -> str:
    told = [say(
        "exchange.line", giver=names.short(each.giver.key), taker=names.short(each.taker.key),
        n=amount(row, each.quantity), standing=say(f"exchange.standing.{each.standing}"),
    )]  # fmt: skip
    if each.sent is not None:
        told.append(say("exchange.sent_n", n=whole(each.sent)))
    if each.received is not None:
        told.append(say("exchange.received_n", n=whole(each.received)))
    return say("web.comma").join(told)
