"""The assumptions of a scenario in words: for the page before the act, the result and the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import number_format

from registan.kernel.epi.assumptions import TRIGGER_BOUNDS
from registan.parties.queries import Names
from registan.web.texts import say

if TYPE_CHECKING:
    from registan.kernel.epi.assumptions import Assumptions, Trigger


@dataclass(frozen=True)
class Line:
    """What is assumed, in words. `is_fact`: it has a source, and is none of our guesses."""

    label: str
    value: str
    is_fact: bool = False


@dataclass(frozen=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


def assumptions_in_words(told: Assumptions) -> list[Section]:
    """All of them, section by section, in the reader's language."""
    return [
        _section("disease", _disease(told)),
        _section("states", _places(told)),
        _section("people", [
            ("scenario.age_shares", _shares(told.age_shares)),
            ("scenario.contacts", say("web.list").join(
                " ".join(figure(each) for each in row) for row in told.contacts)),
        ]),
        _section("travel", [
            ("scenario.abroad", per_cent(told.abroad)),
            ("scenario.routes", say(f"scenario.routes.{told.routes}")),
            *([("scenario.links", _links(told))] if told.links else []),
        ]),
        _section("reports", [
            ("scenario.reported", per_cent(told.reported)),
            ("scenario.report_delay", figure(told.report_delay)),
        ]),
        _section("local", _trigger(told.local)), _section("abroad", _trigger(told.travel)),
        _section("computing", [
            (f"scenario.{name}", figure(getattr(told, name)) if name != "seed" else str(told.seed))
            for name in ("days", "runs", "seed")
        ]),
    ]  # fmt: skip


def _section(part: str, lines: list[tuple[str, str]] | list[Line]) -> Section:
    return Section(
        say(f"scenario.part.{part}"),
        tuple(line if isinstance(line, Line) else Line(say(line[0]), line[1]) for line in lines),
    )


def _disease(told: Assumptions) -> list[tuple[str, str]]:
    spread = (
        ("scenario.r0", figure(told.r0))
        if told.r0 is not None
        else ("scenario.transmission", figure(told.transmission or 0.0))
    )
    return [
        spread,
        ("scenario.latent_days", figure(told.latent_days)),
        ("scenario.infectious_days", figure(told.infectious_days)),
        ("scenario.hospital", _shares(told.hospital)),
        ("scenario.stay_days", figure(told.stay_days)),
    ]


def _places(told: Assumptions) -> list[Line]:
    names = Names.load()
    return [
        Line(
            names.short(place.key),
            say("scenario.place", people=figure(place.people), source=place.source,
                beds=figure(place.beds), first=figure(place.first)),
            is_fact=True,
        )
        for place in told.places
    ]  # fmt: skip


def _links(told: Assumptions) -> str:
    names = Names.load()
    return say("web.list").join(
        f"{names.short(a)} – {names.short(b)} × {figure(weight)}" for a, b, weight in told.links
    )


def _trigger(trigger: Trigger) -> list[tuple[str, str]]:
    return [
        (f"scenario.trigger.{name}", per_cent(value) if name == "factor" else figure(value))
        for name, value in ((name, getattr(trigger, name)) for name in TRIGGER_BOUNDS)
    ]


def _shares(shares: tuple[float, ...]) -> str:
    return say("web.list").join(per_cent(each) for each in shares)


def per_cent(share: float) -> str:
    return figure(round(100 * share, 10))


def figure(value: float) -> str:
    """A number as the reader's language writes it."""
    return str(
        number_format(f"{value:.10g}" if isinstance(value, float) else value, force_grouping=True)
    )
