"""Stocks, teams, laboratories and one exercise of the example. All of it is invented."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from registan.cli.worked_example.times import at
from registan.health.acts.exercises import add_part, open_exercise
from registan.health.acts.reserves import Stock, pledge_stock
from registan.health.acts.roster import Told, activate, enter_roster
from registan.health.models import Event
from registan.kernel.reserve.sheet import LotLine
from registan.parties.queries import find_state

if TYPE_CHECKING:
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import Exercise

Words = tuple[str, str, str]  # in the order of LANGS
LANGS = ("ru", "zh", "en")


class Held(NamedTuple):
    """A stock: lots of units, units for the common reserve, days until expiry (0: none), number."""

    state: str
    item: str
    daily: int
    kept: int
    counted_ago: int
    lots: tuple[tuple[int, int, int, str], ...]


class Force(NamedTuple):
    """A team or a laboratory; `confirmed_ago` in days."""

    state: str
    kind: str
    name: Words
    office: Words
    biosafety: int | None
    methods: str
    languages: str
    capacity: int
    hours: int
    self_days: int
    cold: str
    confirmed_ago: int


STOCKS = (
    Held("KZ", "respirators", 40, 30, 12, ((1_200, 0, 18, "A-104"), (3_000, 1_500, 400, "A-211"))),
    Held("CN", "respirators", 200, 60, 20, ((9_000, 0, 35, "RX-7"), (26_000, 8_000, 500, "RX-9"))),
    Held("UZ", "respirators", 60, 30, 5, ((2_400, 400, 210, "U-3"),)),
    Held(
        "RU", "oseltamivir", 90, 45, 30, ((8_000, 2_000, 75, "OS/12"), (9_000, 3_000, 310, "OS/15"))
    ),
    Held("IN", "oseltamivir", 60, 30, 8, ((14_000, 6_000, 260, "IN-88"),)),
    Held("KG", "oseltamivir", 15, 60, 101, ((1_100, 100, 150, "K-2"),)),
    Held("RU", "influenza-vaccine", 300, 20, 14, ((30_000, 12_000, 84, "V-26"),)),
    Held("CN", "syringes", 500, 30, 20, ((120_000, 60_000, 0, ""),)),
)
# In the exercise alone.
TRIED = Held("KZ", "oseltamivir", 500, 10, 19, ((40_000, 30_000, 120, "DRILL-1"),))
FORCES = (
    Force(
        "KZ", "mobile_team",
        ("Мобильная эпидемиологическая группа «Степь»", "“草原”机动流行病学工作队",
         "Mobile epidemiology team Steppe"),
        ("Дежурная служба санитарного надзора", "卫生监督值班室", "Duty office of sanitary inspection"),
        None, "field-epidemiology vectors risk-words", "ru kk en", 12, 24, 10, "ambient 2-8", 40,
    ),
    Force(
        "CN", "mobile_laboratory",
        ("Передвижная лаборатория ПЦР", "移动核酸检测实验室", "Mobile laboratory for PCR"),
        ("Центр реагирования", "应急处置中心", "Response centre"),
        2, "pcr antigen", "zh en ru", 6_000, 48, 14, "ambient 2-8 -20", 15,
    ),
    Force(
        "RU", "laboratory",
        ("Лаборатория особо опасных инфекций", "特别危险传染病实验室",
         "Laboratory of especially dangerous infections"),
        ("Отдел приёма проб", "样本接收处", "Office that receives samples"),
        4, "pcr sequencing culture-virus serology", "ru en", 400, 12, 0, "2-8 -20 -70", 60,
    ),
    Force(
        "IN", "clinical_team",
        ("Лечебная группа с аппаратами ИВЛ", "配备呼吸机的医疗队", "Clinical team with ventilators"),
        ("Управление чрезвычайной медицины", "应急医疗处", "Office of emergency medicine"),
        None, "clinical-care infection-control", "en hi", 60, 72, 21, "ambient", 205,
    ),
    Force(
        "UZ", "laboratory",
        ("Лаборатория кишечных инфекций", "肠道传染病实验室", "Laboratory of enteric infections"),
        ("Служба эпидемиологического надзора", "流行病学监测处", "Office of surveillance"),
        2, "culture-bacteria pcr water-food", "uz ru", 900, 24, 0, "ambient 2-8", 90,
    ),
)  # fmt: skip
TOLD_AGO, BEGUN_AGO = 5, 24
DRILL: Words = ("Учение «Мост»: грипп нового подтипа", "“桥梁”演练：新亚型流感",
                "Exercise Bridge: influenza of a new subtype")  # fmt: skip


def play_reserves(cast: Cast, today: date) -> Exercise:
    """What States have and whom they can send; then an exercise around the emergency played before."""
    for held in STOCKS:
        _pledge(cast, held, today)
    entries = {}
    for force in FORCES:
        if by := cast.coordinators.get(force.state):
            day = today - timedelta(days=force.confirmed_ago)
            entries[force.state] = enter_roster(
                by, _told(force, day), illustrative=True, now=at(day, 10)
            )
    begun = today - timedelta(days=BEGUN_AGO)
    drill = open_exercise(
        cast.secretariat, names=_words(DRILL), starts_on=begun, ends_on=today + timedelta(days=5),
        illustrative=True, now=at(begun, 8),
    )  # fmt: skip
    for event in Event.objects.filter(exercise=True):
        add_part(cast.secretariat, drill, event, now=at(begun + timedelta(days=2), 8))
    _pledge(cast, TRIED, today, drill)
    if {"KZ", "KG"} <= set(cast.coordinators):
        activate(
            cast.coordinators["KZ"], entries["KZ"], state=find_state("KG"), exercise=drill,
            began_on=begun + timedelta(days=1), now=at(begun + timedelta(days=1), 9),
        )  # fmt: skip
    if {"CN", "TJ"} <= set(cast.coordinators):
        activate(
            cast.coordinators["CN"], entries["CN"], state=find_state("TJ"),
            began_on=today - timedelta(days=3), now=at(today - timedelta(days=3), 9),
        )  # fmt: skip
    return drill


def _pledge(cast: Cast, held: Held, today: date, drill: Exercise | None = None) -> None:
    if by := cast.coordinators.get(held.state):
        counted = today - timedelta(days=held.counted_ago)
        lots = [
            LotLine(units, common, today + timedelta(days=days) if days else None, number)
            for units, common, days, number in held.lots
        ]
        stock = Stock(held.item, counted, lots, Decimal(held.daily), held.kept)
        # Told on one day, whenever it was counted: after the catalogue was entered.
        told_at = at(today - timedelta(days=TOLD_AGO), 9)
        pledge_stock(by, stock, exercise=drill, illustrative=True, now=told_at)


def _told(force: Force, day: date) -> Told:
    return Told(
        kind=force.kind, names=_words(force.name), offices=_words(force.office),
        methods=force.methods.split(), languages=force.languages.split(), capacity=force.capacity,
        ready_hours=force.hours, self_days=force.self_days, cold=force.cold.split(),
        biosafety=force.biosafety, confirmed_on=day,
    )  # fmt: skip


def _words(told: Words) -> dict[str, str]:
    return dict(zip(LANGS, told, strict=True))
