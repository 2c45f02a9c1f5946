"""The desk of health in the example: invented counts, sent late, revised, left out, with weeks of zero.

Every number is drawn here from a seed; nothing is anybody's data. The sizes of the States are real
(profiles/sco/facts/populations.csv), so that the figures have a likely order of size.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from registan.health.acts.conditions import define_condition, state_definition
from registan.health.acts.counts import submit_counts
from registan.health.intake import Choices, settle
from registan.health.populations import read_populations
from registan.kernel.counts.lines import WEEK, CountReading, Line
from registan.kernel.counts.periods import monday_of

if TYPE_CHECKING:
    from registan.cli.worked_example.cast import Cast
    from registan.cli.worked_example.material import Material
    from registan.health.models import Condition
    from registan.parties.models import Mandate

YEARS, RECENT = 6, 10  # history sent at once; weeks sent week by week
SEED = 20_201_110


@dataclass(frozen=True)
class Invented:
    """A condition of the example: names, definition, weekly cases in a million, season, spread."""

    code: str
    names: dict[str, str]
    definition: dict[str, str]
    rate: float
    season: float  # share by which winter is above the mean
    peak: int  # ISO week of the season's height
    spread: float  # variance over mean


INVENTED = (
    Invented(
        "influenza-like",
        {"ru": "Гриппоподобное заболевание", "zh": "流感样病例", "en": "Influenza-like illness"},
        {"ru": "Температура 38 °C и выше и кашель, начало за последние 10 дней.",
         "zh": "体温38°C及以上并伴咳嗽，起病10日内。",
         "en": "Fever of 38 °C or more and cough, with onset within the last 10 days."},
        3.0, 0.85, 5, 4.0,
    ),
    Invented(
        "measles", {"ru": "Корь", "zh": "麻疹", "en": "Measles"},
        {"ru": "Лихорадка и пятнисто-папулёзная сыпь, подтверждено лабораторией.",
         "zh": "发热伴斑丘疹，经实验室确诊。",
         "en": "Fever and maculopapular rash, confirmed by a laboratory."},
        0.25, 0.5, 16, 2.0,
    ),
    Invented(
        "salmonellosis", {"ru": "Сальмонеллёз", "zh": "沙门氏菌病", "en": "Salmonellosis"},
        {"ru": "Выделен возбудитель рода Salmonella, кроме тифа и паратифа.",
         "zh": "分离出沙门氏菌，伤寒和副伤寒除外。",
         "en": "Salmonella isolated, other than typhoid and paratyphoid."},
        0.6, 0.6, 31, 2.0,
    ),
)  # fmt: skip
COVID = {"ru": "COVID-19", "zh": "新冠病毒感染", "en": "COVID-19"}
# State, condition, weeks before loading in which an outbreak begins, its weeks, times the usual.
OUTBREAKS = (
    ("KZ", "measles", 5, 5, 5.0),
    ("UZ", "salmonellosis", 3, 3, 3.5),
    ("IN", "influenza-like", 150, 8, 3.0),
)
# Weeks before loading of which a State says nothing (yet).
SILENT = {"TJ": (0, 1, 2), "IR": (0,), "PK": (3,)}
# Weeks of which a State says that it has no figure.
NO_FIGURE = {("BY", "salmonellosis"): (0, 1)}
# Areas of one State in the last weeks, with their share (ISO 3166-2).
AREAS = {"KZ": (("KZ-75", 0.45), ("KZ-71", 0.35), ("KZ-79", 0.2))}


def play_health(cast: Cast, material: Material, today: date) -> int:
    """Conditions, definitions, and the counts of all States that have a population; how many submissions."""
    begun = datetime.combine(today - timedelta(days=7 * (RECENT + 3)), datetime.min.time(), UTC)
    conditions = {each.code: _define(cast, each, begun) for each in INVENTED}
    define_condition(cast.secretariat, code="covid-19", names=COVID, period="day", now=begun)
    last = monday_of(today.toordinal()) - 7
    player = _Player(conditions, _populations(material), last, today)
    for state, by in cast.coordinators.items():
        if state in player.people:
            player.history(by, state)
    for back in range(RECENT - 1, -1, -1):
        for state, by in cast.coordinators.items():
            if state in player.people:
                player.week(by, state, back)
    return player.sent


def _define(cast: Cast, each: Invented, now: datetime) -> Condition:
    condition = define_condition(
        cast.secretariat, code=each.code, names=each.names, period=WEEK, illustrative=True, now=now
    )
    since = date(now.year - YEARS - 2, 1, 1)
    state_definition(cast.secretariat, condition, texts=each.definition, since=since, now=now)
    return condition


def _populations(material: Material) -> dict[str, int]:
    """People by State."""
    return {key: found.people for key, found in read_populations(material.folder.parent).items()}


class _Player:
    """Draws each figure once; a State first sends a part of it and corrects it two weeks later."""

    def __init__(
        self, conditions: dict[str, Condition], people: dict[str, int], last: int, today: date
    ) -> None:
        self.conditions, self.people, self.last, self.today = conditions, people, last, today
        self.sent = 0
        self.figures = {
            (state, each.code): self._draw(state, each) for state in people for each in INVENTED
        }

    def _draw(self, state: str, each: Invented) -> list[int]:
        """Weekly figures, the newest last."""
        chance = random.Random(f"{SEED} {state} {each.code}")  # noqa: S311  invented figures
        usual = min(each.rate * self.people[state] / 1e6, 4000.0)
        found = []
        for back in range(52 * YEARS - 1, -1, -1):
            week = date.fromordinal(self.last - 7 * back).isocalendar().week
            season = 1 + each.season * math.cos(2 * math.pi * (week - each.peak) / 52.18)
            mean = usual * season * _outbreak(state, each.code, back)
            # Gamma mixed Poisson: variance is `spread` times the mean.
            shape = mean / (each.spread - 1)
            found.append(_poisson(chance, chance.gammavariate(shape, each.spread - 1)))
        return found

    def history(self, by: Mandate, state: str) -> None:
        """All weeks but the recent ones in one submission."""
        day = date.fromordinal(self.last - 7 * RECENT + 8)
        now = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=9)
        lines = [
            self._line(state, each, back, self.figures[state, each.code][-1 - back])
            for each in INVENTED
            for back in range(52 * YEARS - 1, RECENT - 1, -1)
        ]
        self._send(by, lines, now)

    def week(self, by: Mandate, state: str, back: int) -> None:
        """One week as first known, with corrections of the week before last."""
        if back in SILENT.get(state, ()):
            return
        now = datetime.combine(
            date.fromordinal(self.last - 7 * back + 9), datetime.min.time(), UTC
        ) + timedelta(hours=8, minutes=len(state) + self.sent % 50)
        if now.date() >= self.today:
            return
        lines = []
        for each in INVENTED:
            whole = self.figures[state, each.code]
            known = _first_known(state, each.code, back, whole[-1 - back])
            lines.append(self._line(state, each, back, known))
            if back + 2 < RECENT and back + 2 not in SILENT.get(state, ()):
                lines.append(self._line(state, each, back + 2, whole[-3 - back]))
            lines += self._areas(state, each, back, known)
        self._send(by, lines, now)

    def _areas(self, state: str, each: Invented, back: int, known: int | None) -> list[Line]:
        if known is None:
            return []
        left, found = known, []
        for area, share in AREAS.get(state, ()):
            part = min(round(known * share), left)
            left -= part
            found.append(self._line(state, each, back, part, area))
        return found

    def _line(
        self, state: str, each: Invented, back: int, value: int | None, area: str = ""
    ) -> Line:
        start = self.last - 7 * back
        return Line(0, area or state, each.code, "cases", WEEK, start, value)

    def _send(self, by: Mandate, lines: list[Line], now: datetime) -> None:
        reading = CountReading("act", lines)
        draft = settle(reading, by.state, None, Choices(), now.date())
        submit_counts(by, draft, now=now)
        self.sent += 1


def _outbreak(state: str, code: str, back: int) -> float:
    """How many times the usual a week is."""
    for where, what, since, weeks, times in OUTBREAKS:
        if (where, what) == (state, code) and since - weeks < back <= since:
            return times
    return 1.0


def _first_known(state: str, code: str, back: int, whole: int) -> int | None:
    """What a State knows in the week after: mostly less, now and then nothing at all."""
    chance = random.Random(f"{SEED} first {state} {code} {back}")  # noqa: S311  invented figures
    if chance.random() < 0.03 or back in NO_FIGURE.get((state, code), ()):
        return None
    return round(whole * (0.8 + 0.2 * chance.random()))


def _poisson(chance: random.Random, mean: float) -> int:
    """A Poisson number; by the normal approximation above 200."""
    if mean > 200:
        return max(round(chance.gauss(mean, math.sqrt(mean))), 0)
    found, product, limit = 0, chance.random(), math.exp(-mean)
    while product > limit:
        found += 1
        product *= chance.random()
    return found
