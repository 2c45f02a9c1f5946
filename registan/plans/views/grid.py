"""The table of measures by State in one round, as one piece that is kept between two acts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.urls import reverse

from registan.plans.queries.overview import ORDER, plan_round
from registan.plans.queries.plans import find_plan, measure_lines, version_for
from registan.plans.queries.rounds import round_grid, rounds_of
from registan.plans.queries.words import parties_in, words_in
from registan.plans.views.looks import LOOKS
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere
from registan.web.rows import Column, Heading, Link, Mark, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.utils.safestring import SafeString

    from registan.ledger.audience import Viewer
    from registan.parties.queries import Names
    from registan.plans.models import Plan, Round
    from registan.plans.queries.plans import Filters
    from registan.web.rows import Cell


@dataclass(frozen=True)
class GridPage:
    """All of the page that is the same for everybody with the same entitlements."""

    plan: Plan
    round: Round
    body: SafeString


def grid_page(key: str, number: str, asked: Filters, viewer: Viewer, lang: str) -> GridPage:
    """The page of one plan and round. Raises NotThere."""
    plan = find_plan(key, viewer)
    round_ = plan_round(plan, viewer, number)
    if round_ is None:
        raise NotThere
    context = {
        "round": round_, "rounds": rounds_of(plan, viewer), "filters": asked,
        "chapters": plan.chapters.all(), "table": _grid(plan, round_, lang, viewer, asked),
        "key": [(say(f"mark.{code}", lang), say(f"progress.{code}", lang)) for code in ORDER],
    }  # fmt: skip
    return GridPage(plan, round_, render_to_string("plans/plan_table_body.html", context))


def _grid(plan: Plan, round_: Round, lang: str, viewer: Viewer, asked: Filters) -> SafeString:
    """States have a column each; the Bodies, of which each measure has few, share the last."""
    cells = round_grid(round_, viewer)
    parties = parties_in(round_)
    states, bodies = parties.states_and_bodies((party for _, party in cells), lang)
    names = parties.names
    heads: list[str | Column] = [
        Column(say("plans.column.number", lang), "head"),
        say("plans.column.measure", lang),
        *(Column(names.short(state, lang), "mark") for state in states),
        *([say("plans.column.bodies", lang)] if bodies else []),
    ]
    told = _bodies(cells, bodies, names, lang)
    lines, shown = _lines(plan, round_, lang, viewer, asked)
    rows = _rows(plan.key, lines, lang, cells, states, told if bodies else None)
    label = say("plans.table", lang)
    return table(heads, rows, label=label, classes="dense", lang=HTML_LANG[shown])


@dataclass(frozen=True, slots=True)
class _Line:
    pk: int
    number: str
    chapter: str
    text: str


def _lines(
    plan: Plan, round_: Round, lang: str, viewer: Viewer, asked: Filters
) -> tuple[list[_Line], str]:
    """The measures asked for, and the language of their words: of a closed round as its account has them."""
    found = measure_lines(plan, viewer, lang, asked)
    if round_.is_open:
        titles = {row.pk: in_lang(row.titles, lang) for row in plan.chapters.all()}
        told = [
            _Line(row.pk, row.number, titles.get(row.chapter or 0, ""), row.text) for row in found
        ]
        return told, version_for(plan, lang)
    words = words_in(round_)
    frozen = [(row.pk, words.measure(row.pk, lang)) for row in found if words.has(row.pk)]
    return [_Line(pk, row.number, row.chapter, row.text) for pk, row in frozen], words.version_for(
        lang
    )


def _rows(
    plan: str, lines: Sequence[_Line], lang: str, cells: Mapping[tuple[int, str], str],
    states: Sequence[str], told: Mapping[int, str] | None,
) -> Iterator[Sequence[Cell] | Heading]:  # fmt: skip
    marks = {code: Mark(say(f"mark.{code}", lang), LOOKS[code]) for code in ORDER}
    address = reverse("measure", args=[plan, "0"]).removesuffix("0/")
    last = ""
    for line in lines:
        if line.chapter and line.chapter != last:
            yield Heading(line.chapter)
        last = line.chapter
        said = [
            None if (cell := cells.get((line.pk, state))) is None else marks[cell]
            for state in states
        ]
        of_bodies = [] if told is None else [told.get(line.pk)]
        link = Link(line.number, f"{address}{line.number}/")
        yield [link, _short(line.text), *said, *of_bodies]


def _bodies(
    cells: Mapping[tuple[int, str], str], bodies: Sequence[str], names: Names, lang: str
) -> dict[int, str]:
    """measure id -> what the Bodies say of it, in the order of the profile."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    colon, semicolon = say("web.colon", lang), say("web.semicolon", lang)
    places = {body: place for place, body in enumerate(bodies)}
    for (measure, party), code in cells.items():
        if party in places:
            words = f"{names.short(party, lang)}{colon}{say(f'mark.{code}', lang)}"
            found[measure].append((places[party], words))
    return {
        measure: semicolon.join(words for _, words in sorted(said))
        for measure, said in found.items()
    }


def _short(text: str, longest: int = 70) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
