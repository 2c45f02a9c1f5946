"""What came of a scenario in words, tables and figures: the same for the page, the file and the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.queries.scenarios import assumptions_of
from registan.health.scenario_words import figure
from registan.kernel.draw.bands import Band, bands_in_time
from registan.kernel.draw.intervals import Interval
from registan.parties.queries import Names, members
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from registan.health.models import Scenario

OUTCOMES = ("infections", "peak_beds", "restriction")
ARMS = {"unilateral": "alone", "joint": "joint"}
TICKS = 6
# From which size on a number is told in which unit.
SCALES = {"ru": (1e12, 1e9, 1e6), "zh": (1e12, 1e8, 1e4), "en": (1e12, 1e9, 1e6)}
SCALE_NAMES = ("huge", "large", "middle")
# A week at the end with more than this share of the highest week: the epidemic is still under way.
UNDER_WAY = 0.1


@dataclass(frozen=True)
class Row:
    """A State, or all together: what joint action averts, in words, and of what it has more."""

    key: str
    name: str
    cells: tuple[str, ...]
    worse: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """sentences: one an outcome. worse: sentences on where joint action costs more; empty: nowhere.

    caution: what must be said beside the answer, or nothing.
    """

    question: str
    sentences: tuple[str, ...]
    worse: tuple[str, ...]
    caution: str
    rows: tuple[Row, ...]
    intervals: tuple[Interval, ...]
    weeks: str


def answer(scenario: Scenario) -> Answer:
    """The whole answer in the reader's language, States in protocol order."""
    result, told = scenario.result, assumptions_of(scenario)
    keys, names = ordered(list(result["states"])), Names.load()
    rows = [_row(key, names.short(key), result["states"][key]) for key in keys]
    rows.append(_row("", say("scenario.together"), result["together"]))
    people = {place.key: place.people for place in told.places}
    return Answer(
        question=say("scenario.question.text", name=in_lang(scenario.names), days=told.days),
        sentences=tuple(_sentence(name, result["together"][name]) for name in OUTCOMES),
        worse=tuple(_worse(rows)), caution=_caution(result), rows=tuple(rows),
        intervals=tuple(
            _interval(names.short(key), result["states"][key]["infections"], people[key])
            for key in keys
        ),
        weeks=_weeks(result),
    )  # fmt: skip


def ordered(keys: list[str]) -> list[str]:
    """Keys of States in protocol order; a database may keep them in another one."""
    places = [state.key for state in members(timezone.localdate(), lang=current_lang())]
    return sorted(keys, key=lambda key: (places.index(key) if key in places else len(places), key))


def _row(key: str, name: str, told: dict[str, Any]) -> Row:
    cells = tuple(
        say("scenario.interval", **{end: signed(told[name][source]) for end, source in
            (("mid", "median"), ("low", "low"), ("high", "high"))})
        for name in OUTCOMES
    )  # fmt: skip
    worse = frozenset(name for name in OUTCOMES if told[name]["share_worse"] > 0.5)
    return Row(key, name, cells, worse)


def _sentence(name: str, told: dict[str, float]) -> str:
    is_more = told["median"] < 0
    low, high = (-told["high"], -told["low"]) if is_more else (told["low"], told["high"])
    return say(
        f"scenario.answer.{name}{'.worse' if is_more else ''}",
        n=signed(abs(told["median"])), low=signed(low), high=signed(high),
        joint=signed(told["joint"]), alone=signed(told["unilateral"]),
    )  # fmt: skip


def _worse(rows: list[Row]) -> list[str]:
    found = []
    for name in OUTCOMES:
        states = [row.name for row in rows if row.key and name in row.worse]
        if states:
            found.append(say(f"scenario.worse.{name}", states=say("web.list").join(states)))
    return found


def _caution(result: dict[str, Any]) -> str:
    """A wave that is only put off beyond the horizon counts as averted: that is said."""
    weeks = result["weeks"]["joint"][1]
    under_way = weeks[-1] > UNDER_WAY * max(weeks) > 0
    return say("scenario.postponed") if under_way else ""


def _interval(name: str, told: dict[str, float], people: int) -> Interval:
    low, mid, high = (100 * told[end] / people for end in ("low", "median", "high"))
    words = say("scenario.interval", mid=_one(mid), low=_one(low), high=_one(high))
    return Interval(name, low, mid, high, words, "apart" if told["share_worse"] > 0.5 else "going")


def _one(value: float) -> str:
    return figure(round(value, 1)).replace("-", "−")


def _weeks(result: dict[str, Any]) -> str:
    """New cases of all States a week, in both arms."""
    bands = []
    for arm, look in ARMS.items():
        low, median, high = result["weeks"][arm]
        bands.append(Band(say(f"scenario.arm.{arm}"), low, median, high, look))
    most = max(max(band.high) for band in bands)
    count = len(bands[0].mid)
    apart = max(5, round(count / TICKS / 5) * 5)
    ticks = [(at, say("scenario.week_n", n=at)) for at in range(apart, count - 3, apart)]
    return bands_in_time(
        bands, title=say("scenario.figure.weeks"), most_words=signed(most), ticks=ticks
    )


def signed(value: float) -> str:
    """To three digits with a true minus; large numbers in the units of the language (млн, 万, billion)."""
    size = abs(float(f"{value:.3g}"))
    for unit, name in zip(SCALES[current_lang()], SCALE_NAMES, strict=True):
        if size >= unit:
            return say(f"scenario.scale.{name}", n=_digits(value / unit))
    return _digits(value)


def _digits(value: float) -> str:
    rounded = float(f"{value:.3g}")
    return figure(int(rounded) if rounded == int(rounded) else rounded).replace("-", "−")


def limits() -> list[str]:
    """What the model cannot say."""
    return [say(f"scenario.limits.{n}") for n in range(1, 5)]
