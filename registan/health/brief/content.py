"""What the brief says, in one language: the question, the answer, the table, the figures, the assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation

from registan.health.queries.scenarios import assumptions_of
from registan.health.scenario_answer import OUTCOMES, answer, limits
from registan.health.scenario_words import assumptions_in_words
from registan.kernel.draw.intervals import interval_rows
from registan.kernel.draw.standalone import standalone
from registan.web.languages import CODES
from registan.web.organisation import face
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import datetime

    from registan.health.models import Scenario
    from registan.health.scenario_answer import Answer

# Faces by language; the house's papers are set in the same ones.
FACES = {
    "ru": ("Libertinus Serif", "Noto Serif CJK SC", "Noto Sans CJK SC"),
    "zh": ("Noto Serif CJK SC", "Noto Sans CJK SC", "Libertinus Serif"),
}
FACES["en"] = FACES["ru"]


@dataclass(frozen=True)
class Picture:
    """A figure as SVG of its own, with what stands above and below it."""

    title: str
    svg: str
    key: str


@dataclass(frozen=True)
class Part:
    """Assumptions of one section in one paragraph."""

    heading: str
    text: str


@dataclass(frozen=True)
class Brief:
    """`labels`: headings by name. `made_at` makes the bytes repeatable."""

    lang: str
    organisation: str
    title: str
    question: str
    sentences: tuple[str, ...]
    worse: tuple[str, ...]
    why: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    weeks: Picture
    averted: Picture
    parts: tuple[Part, ...]
    limits: tuple[str, ...]
    notice: str
    seal: str
    page: str
    labels: dict[str, str]
    made_at: datetime


LABELS = ("question", "answer", "worse", "by_state", "assumptions", "limits")


def gather(scenario: Scenario, lang: str) -> Brief:
    """The brief of a computed scenario."""
    with translation.override(CODES[lang]):
        told = answer(scenario)
        name, runs = scenario.names.get(lang, ""), scenario.result["runs"]
        return Brief(
            lang=lang, organisation=face().name,
            title=say("scenario.title", n=scenario.pk, name=name),
            question=told.question, sentences=tuple(filter(None, (*told.sentences, told.caution))),
            worse=told.worse or (say("scenario.worse.none"),),
            why=say("scenario.worse.why") if told.worse else "",
            heads=(say("scenario.state"), *(say(f"scenario.outcome.{each}") for each in OUTCOMES)),
            rows=_rows(told), note=say("scenario.by_state.text"),
            weeks=_picture("weeks", told.weeks, lang),
            averted=_picture("averted", interval_rows(told.intervals, title=""), lang),
            parts=_parts(scenario), limits=tuple(limits()),
            notice=say("scenario.brief.illustrative") if scenario.illustrative else "",
            seal=say("scenario.brief.seal", n=scenario.pk, model=scenario.model, runs=runs,
                     seed=scenario.assumptions["seed"], digest=scenario.digest[:12],
                     result=scenario.result_digest[:12]),
            page=say("scenario.brief.page", page="{page}", pages="{pages}"),
            labels={each: say(f"scenario.{each}") for each in LABELS}
            | {"brief": say("scenario.brief"), "facts": say("scenario.brief.facts")},
            made_at=scenario.ended_at or scenario.made_at,
        )  # fmt: skip


def _rows(told: Answer) -> tuple[tuple[str, ...], ...]:
    """Name and cells; where joint action costs more a word stands beside the figure."""
    worse = say("scenario.costs_more")
    return tuple(
        (row.name, *(f"{cell} · {worse}" if name in row.worse else cell
                     for name, cell in zip(OUTCOMES, row.cells, strict=True)))
        for row in told.rows
    )  # fmt: skip


def _picture(name: str, svg: str, lang: str) -> Picture:
    return Picture(
        say(f"scenario.figure.{name}"),
        standalone(svg, FACES[lang]),
        say(f"scenario.figure.{name}.key"),
    )


def _parts(scenario: Scenario) -> tuple[Part, ...]:
    colon, semicolon = say("web.colon"), say("web.semicolon")
    return tuple(
        Part(
            part.heading, semicolon.join(f"{line.label}{colon}{line.value}" for line in part.lines)
        )
        for part in assumptions_in_words(assumptions_of(scenario))
    )
