"""A round of assistance in the example: invented requests and offers, for illustration."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.health.acts.assistance import make_offer, make_request, open_aid_round
from registan.health.acts.catalogue import enter_item, state_lane
from registan.parties.queries import find_state

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import AidRound

# code, kind, unit, cold, volume of a unit in m3, names, what will do instead
ITEMS: tuple[
    tuple[str, str, str, str, str, tuple[str, str, str], dict[str, str]], ...
] = (
    ("respirators", "supply", "box", "ambient", "0.05",
     ("Респираторы класса защиты 2", "二级防护口罩", "Respirators, class 2"), {}),
    ("oseltamivir", "supply", "pack", "ambient", "0.0005",
     ("Осельтамивир, капсулы", "奥司他韦胶囊", "Oseltamivir, capsules"), {}),
    ("syringes", "supply", "piece", "ambient", "0.00005",
     ("Шприцы одноразовые", "一次性注射器", "Single-use syringes"), {}),
    ("influenza-vaccine", "supply", "dose", "2-8", "0.0001",
     ("Вакцина против гриппа", "流感疫苗", "Influenza vaccine"), {}),
    ("field-team", "team", "team_week", "ambient", "0",
     ("Полевая эпидемиологическая группа", "现场流行病学工作队", "Field epidemiology team"), {}),
    ("sequencing", "laboratory", "slot", "ambient", "0",
     ("Секвенирование пробы", "样本基因测序", "Sequencing of a sample"), {}),
    ("statistics-expert", "advice", "expert_week", "ambient", "0",
     ("Советы по статистике вспышек", "疫情统计咨询", "Advice on statistics of outbreaks"), {}),
)  # fmt: skip
# State, item, quantity, first and last week, severity, days of own stock
REQUESTS = (
    ("TJ", "respirators", 900, 1, 5, 3, 5),
    ("KG", "respirators", 600, 0, 4, 2, 12),
    ("KG", "influenza-vaccine", 20_000, 1, 5, 2, 9),
    ("KG", "syringes", 20_000, 1, 5, 2, 25),
    ("PK", "oseltamivir", 4_000, 0, 5, 3, 10),
    ("TJ", "field-team", 4, 1, 6, 3, 0),
    ("UZ", "sequencing", 60, 0, 6, 1, 40),
    ("KG", "statistics-expert", 3, 1, 6, 1, 0),
)
# State, item, stock, own demand a day, days kept, least shipment, price
OFFERS = (
    ("CN", "respirators", 2_400, 20, 60, 100, "0"),
    ("KZ", "respirators", 500, 4, 60, 50, "0"),
    ("IN", "oseltamivir", 9_000, 60, 90, 500, "1.80"),
    ("RU", "influenza-vaccine", 40_000, 300, 60, 1_000, "0"),
    ("RU", "syringes", 60_000, 400, 60, 5_000, "0"),
    ("KZ", "field-team", 6, 0, 0, 1, "0"),
    ("RU", "sequencing", 40, 0, 0, 10, "0"),
    ("IN", "statistics-expert", 4, 0, 0, 1, "0"),
)
COLD = ["ambient", "2-8"]
NAMES = {"ru": "Зимняя подготовка", "zh": "冬季准备", "en": "Preparing for winter"}
LANGS = ("ru", "zh", "en")


def play_assistance(cast: Cast, today: date) -> AidRound:
    """The catalogue, the ways, a round with requests and offers of the States that the profile has."""
    begun = today - timedelta(days=today.weekday() + 7)
    now = at(begun, 8)
    for code, kind, unit, cold, volume, names, instead in ITEMS:
        goes_with = {"syringes": Decimal(1)} if code == "influenza-vaccine" else {}
        enter_item(
            cast.secretariat, code=code, kind=kind, unit=unit, cold=cold, volume=Decimal(volume),
            names=dict(zip(LANGS, names, strict=True)), substitutes=instead, goes_with=goes_with, now=now,
        )  # fmt: skip
    _lanes(cast, now)
    aid = open_aid_round(
        cast.secretariat, names=NAMES, starts_on=begun, weeks=8, currency="USD", illustrative=True,
        now=now,
    )  # fmt: skip
    for state, item, quantity, first, last, severity, days in REQUESTS:
        if by := cast.coordinators.get(state):
            make_request(
                by, aid, item=item, quantity=quantity, first_week=first, last_week=last,
                severity=severity, stock_days=days, now=at(begun, 10),
            )  # fmt: skip
    for state, item, stock, daily, kept, smallest, price in OFFERS:
        if by := cast.coordinators.get(state):
            make_offer(
                by, aid, item=item, stock=stock, daily=Decimal(daily), reserve_days=kept,
                released_on=begun, smallest=smallest, price=Decimal(price), now=at(begun, 11),
            )  # fmt: skip
    return aid


def _lanes(cast: Cast, now: datetime) -> None:
    """A way from each State that offers to each that asks; the longer ones do not keep cold."""
    donors, asking = (
        dict.fromkeys(row[0] for row in OFFERS),
        dict.fromkeys(row[0] for row in REQUESTS),
    )
    for donor in donors:
        for state in asking:
            if donor != state and {donor, state} <= set(cast.coordinators):
                far = donor == "IN"
                state_lane(
                    cast.secretariat, donor=find_state(donor), state=find_state(state),
                    lead=2 if far else 1, cold=COLD[:1] if far else COLD, room=Decimal(60), now=now,
                )  # fmt: skip
