"""Emergencies of the example: one under way, one closed, and an exercise apart. All of it is invented."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from registan.health.acts.events import Happening, ask_opinion, assess_event, give_opinion
from registan.health.acts.notices import (
    answer_verification,
    ask_verification,
    close_event,
    confirm_receipt,
    notify_event,
    update_event,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import Event

Words = dict[str, str]
HOUR = timedelta(hours=1)
FEVER: Words = {
    "ru": "Геморрагическая лихорадка", "zh": "出血热", "en": "Haemorrhagic fever",
}  # fmt: skip
KNOWN: Words = {
    "ru": (
        "Пример. Одиннадцать случаев за десять дней в двух районах, двое "
        "умерли; лаборатория ищет возбудителя."
    ),
    "zh": "示例。十天内两个区出现十一例，死亡两例；实验室正在查找病原体。",
    "en": (
        "Illustrative. Eleven cases in ten days in two districts, two deaths; "
        "the laboratory looks for the agent."
    ),
}
LATER: Words = {
    "ru": "Пример. Четырнадцать случаев; возбудитель установлен, усилен надзор на границе.",
    "zh": "示例。累计十四例；病原体已查明，已加强边境监测。",
    "en": "Illustrative. Fourteen cases; the agent is known, surveillance at the border is stronger.",
}
ASKED: Words = {
    "ru": "Пример. Были ли у заболевших поездки через границу?",
    "zh": "示例。病例是否有跨境旅行史？",
    "en": "Illustrative. Had any of the sick crossed a border?",
}
REPLIED: Words = {
    "ru": "Пример. Двое были на приграничном рынке; больше поездок не известно.",
    "zh": "示例。两例曾到过边境市场；未发现其他旅行史。",
    "en": "Illustrative. Two were at a market near the border; no other journeys are known.",
}
OPINION: Words = {
    "ru": "Пример. Мы бы уведомили: место необычно, граница рядом.",
    "zh": "示例。我方会通报：地点异常，且临近边境。",
    "en": "Illustrative. We would notify: the place is unusual and a border is near.",
}
CHOLERA_KNOWN: Words = {
    "ru": "Пример. Девять случаев из одного источника воды; источник закрыт.",
    "zh": "示例。同一水源引起九例；水源已关闭。",
    "en": "Illustrative. Nine cases from one source of water; the source is closed.",
}
OVER: Words = {
    "ru": "Пример. Новых случаев нет двадцать дней, событие завершено.",
    "zh": "示例。二十天无新发病例，事件结束。",
    "en": "Illustrative. No new case for twenty days; the event is over.",
}
PRACTICE: Words = {
    "ru": "Учебная вспышка гриппа нового подтипа", "zh": "新亚型流感疫情演练",
    "en": "Practice outbreak of influenza of a new subtype",
}  # fmt: skip
PRACTISED: Words = {
    "ru": "Учение. По замыслу: три случая в одном хозяйстве.",
    "zh": "演练。情景：同一养殖场出现三例。",
    "en": "Exercise. In the scenario: three cases on one farm.",
}
WHY: dict[str, Words] = {
    "serious": {"ru": "Есть умершие, случаев всё больше.",
                "en": "There are deaths, and cases grow in number."},
    "unusual": {"ru": "В этом месте и в это время года не бывало.",
                "en": "Not known in this place and season."},
    "spread": {"ru": "Рядом граница и рынок.", "en": "A border and a market are near."},
    "restrictions": {"ru": "Никто об ограничениях не просил.", "en": "Nobody has asked for restrictions."},
}  # fmt: skip


def play_emergencies(cast: Cast, today: date) -> list[Event]:
    """Three events, the newest notified two days ago; fewer where the cast is too small."""
    states = [key for key in ("UZ", "KZ", "KG", "TJ", "CN", "RU") if key in cast.coordinators]
    if len(states) < 4:
        return []
    morning = datetime.combine(today - timedelta(days=3), time(3), UTC)
    return [
        _closed(cast, states, morning - timedelta(days=70)),
        _exercise(cast, states, morning - timedelta(days=20)),
        _under_way(cast, states, morning),
    ]


def _answers(*yes: str) -> dict[str, dict[str, object]]:
    return {
        question: {"answer": "yes" if question in yes else "no", "reason": reason}
        for question, reason in WHY.items()
    }


def _under_way(cast: Cast, states: Sequence[str], at: datetime) -> Event:
    """Notified to all; most have confirmed, one asks; the reply is there."""
    state, *others = states
    by = cast.coordinators[state]
    what = Happening(
        names=FEVER, known=KNOWN, hazard="haemorrhagic-fever", area=f"{state}-SU" if state == "UZ" else "",
        began_on=(at - timedelta(days=10)).date(), aware_at=at, illustrative=True,
    )  # fmt: skip
    event = assess_event(
        by, what, _answers("serious", "unusual", "spread"), now=at + 20 * HOUR
    ).event
    opinion = ask_opinion(by, event, of=others[-1], now=at + 21 * HOUR)
    give_opinion(cast.coordinators[others[-1]], opinion, verdict="notify", reasons=OPINION,
                 now=at + 26 * HOUR)  # fmt: skip
    everyone = [key for key in cast.coordinators if key != state]
    notify_event(by, event, addressees=everyone, texts=KNOWN, ihr_copy="sent", now=at + 30 * HOUR)
    for place, key in enumerate(everyone[:-2]):
        confirm_receipt(cast.coordinators[key], event, through=1, now=at + (31 + 2 * place) * HOUR)
    asked = ask_verification(cast.coordinators[others[0]], event, texts=ASKED, now=at + 36 * HOUR)
    answer_verification(by, event, question=asked.n, texts=REPLIED, now=at + 50 * HOUR)
    update_event(by, event, texts=LATER, now=at + 60 * HOUR)
    return event


def _closed(cast: Cast, states: Sequence[str], at: datetime) -> Event:
    state, *others = states[1:]
    by = cast.coordinators[state]
    what = Happening(
        names={"ru": "Холера", "zh": "霍乱", "en": "Cholera"}, known=CHOLERA_KNOWN, hazard="cholera",
        began_on=(at - timedelta(days=5)).date(), aware_at=at, illustrative=True,
    )  # fmt: skip
    event = assess_event(by, what, _answers("serious", "spread"), now=at + 30 * HOUR).event
    notify_event(
        by, event, addressees=others, texts=CHOLERA_KNOWN, ihr_copy="sent", now=at + 40 * HOUR
    )
    for place, key in enumerate(others):
        confirm_receipt(cast.coordinators[key], event, through=1, now=at + (42 + place) * HOUR)
    close_event(by, event, texts=OVER, now=at + timedelta(days=30))
    for key in others:
        confirm_receipt(cast.coordinators[key], event, through=2, now=at + timedelta(days=31))
    return event


def _exercise(cast: Cast, states: Sequence[str], at: datetime) -> Event:
    state, *others = states[::-1]
    by = cast.coordinators[state]
    what = Happening(
        names=PRACTICE, known=PRACTISED, hazard="influenza-new-subtype", aware_at=at, exercise=True,
        illustrative=True,
    )  # fmt: skip
    event = assess_event(by, what, _answers("unusual"), now=at + 2 * HOUR).event
    notify_event(
        by, event, addressees=others, texts=PRACTISED, ihr_copy="not_needed", now=at + 3 * HOUR
    )
    for place, key in enumerate(others):
        confirm_receipt(cast.coordinators[key], event, through=1, now=at + (4 + place) * HOUR)
    close_event(by, event, texts=PRACTISED, now=at + 48 * HOUR)
    for key in others:
        confirm_receipt(cast.coordinators[key], event, through=2, now=at + 50 * HOUR)
    return event
