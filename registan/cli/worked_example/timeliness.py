"""7-1-7 of the closed emergency of the example, and one bottleneck of it that became a measure. Invented."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from registan.health.acts.timeliness import (
    BottleneckSaid,
    DaySaid,
    date_event,
    follow_bottleneck,
    record_bottleneck,
)
from registan.kernel.timeliness.reading import OTHER
from registan.plans.acts.additions import OwnMeasure, add_own_measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import Event
    from registan.parties.models import Mandate
    from registan.plans.models import Plan

Words = dict[str, str]
CAUSE, ENABLED_BY = "specimen", "coordination"
# mark -> days after the first symptom, evidence, its title by the number of the paper
DAYS: dict[str, tuple[int, str, str]] = {
    "exposed_symptom": (0, "register", "12"),
    "detected": (9, "register", "12"),
    "notified_district": (9, "message", "3"),
    "notified_national": (10, "message", "4"),
    "investigation": (10, "document", "5"),
    "first_analysis": (12, "document", "6"),
    "laboratory": (14, "laboratory", "41"),
    "case_management": (11, "document", "7"),
    "countermeasures": (12, "document", "8"),
    "communication": (13, "document", "9"),
}
LEFT_OUT: Words = {
    "ru": "Пример. Одна служба, один район: отдельная координация не требовалась.",
    "zh": "示例。仅涉一个部门、一个区，无需另设协调机制。",
    "en": "Illustrative. One agency and one district: no coordination of its own was called for.",
}
REVISED: Words = {
    "ru": "Пример. Лаборатория уточнила день подтверждения.",
    "zh": "示例。实验室更正了确认日期。",
    "en": "Illustrative. The laboratory corrected the day of confirmation.",
}
HELD_UP: Words = {
    "ru": "Пример. Пробы из района ждали перевозки шесть дней: договора на холодную доставку не было.",
    "zh": "示例。区里标本等待运送六天：没有冷链运输合同。",
    "en": "Illustrative. Specimens waited six days in the district: no contract for cold transport.",
}
STEPS: Words = {
    "ru": "Пример. Обеспечить перевозку проб из каждого района в лабораторию за сутки.",
    "zh": "示例。确保各区标本一日内送达实验室。",
    "en": "Illustrative. Have specimens reach the laboratory from every district within a day.",
}
RESULT: Words = {
    "ru": "Договор на перевозку во всех районах",
    "zh": "各区均签订运送合同",
    "en": "A contract for transport in every district",
}
HELPED: Words = {
    "ru": "Пример. Район и столица говорили друг с другом каждый день с первого дня.",
    "zh": "示例。自首日起区与首都每日沟通。",
    "en": "Illustrative. District and capital spoke to each other every day from the first.",
}
UNDER_WAY: Words = {
    "ru": "Пример. Условия договора готовы, объявлен конкурс.",
    "zh": "示例。合同条款已拟定，已启动招标。",
    "en": "Illustrative. The terms of the contract are ready, offers are being sought.",
}
OFFICES: Words = {
    "ru": "Служба лабораторного дела", "zh": "检验管理机构", "en": "Agency of laboratories",
}  # fmt: skip
PAPER = "№ {n} (пример / 示例 / illustrative)"


def play_timeliness(cast: Cast, plan: Plan, events: Sequence[Event], today: date) -> None:
    """Days in two versions, an enabler, a bottleneck, and the measure in the plan in force."""
    closed = [each for each in events if each.closed_at and not each.exercise]
    if not closed:
        return
    event = closed[0]
    by = cast.coordinators[event.state.key]
    began = event.began_on or event.aware_at.date()
    at = datetime.combine(today - timedelta(days=30), time(6), UTC)
    first = _days(began, laboratory=15)
    date_event(by, event, rule=OTHER, days=first, reasons={}, shared=True, now=at)
    date_event(
        by, event, rule=OTHER, days=_days(began), reasons=REVISED, shared=True,
        now=at + timedelta(days=4),
    )  # fmt: skip
    _bottlenecks(by, event, plan, today, at + timedelta(days=5))


def _days(began: date, **other: int) -> Mapping[str, DaySaid]:
    told = {
        mark: DaySaid(
            (began + timedelta(days=other.get(mark, after))).isoformat(), evidence,
            PAPER.format(n=number),
        )
        for mark, (after, evidence, number) in DAYS.items()
    }  # fmt: skip
    return {**told, "coordination": DaySaid(left_out=True, reasons=LEFT_OUT)}


def _bottlenecks(by: Mandate, event: Event, plan: Plan, today: date, at: datetime) -> None:
    helped = BottleneckSaid(
        interval="notification", level="district", cause=ENABLED_BY, nature="operational",
        texts=HELPED, is_enabler=True,
    )  # fmt: skip
    record_bottleneck(by, event, helped, shared=True, now=at)
    due = today + timedelta(days=120)
    held_up = BottleneckSaid(
        interval="detection", level="district", cause=CAUSE, nature="operational", texts=HELD_UP,
        is_immediate=False, steps=STEPS, owner=event.state.key, offices=OFFICES, due=due,
    )  # fmt: skip
    row = record_bottleneck(by, event, held_up, shared=True, now=at)
    follow_bottleneck(
        by, row, status="under_way", due=due, reasons=UNDER_WAY, now=at + timedelta(days=6)
    )
    own = OwnMeasure(
        texts=STEPS, results=RESULT, starts_on=today, ends_on=due, offices=OFFICES, reasons=HELD_UP
    )
    add_own_measure(by, plan, own, origin=row.urn, now=at + timedelta(days=7))
