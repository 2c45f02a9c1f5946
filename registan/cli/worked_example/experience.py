"""The exchange of experience in the example: three accounts, a question, two answers. All invented."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.health.acts.experience import answer_question, ask_question, enter_experience
from registan.health.models import Condition

if TYPE_CHECKING:
    from datetime import date

    from registan.cli.worked_example.cast import Cast


def play_experience(cast: Cast, today: date) -> None:
    """What States tell each other, in the order in which it would have happened."""
    measles = Condition.objects.get(code="measles")
    enter_experience(
        cast.coordinators["KZ"], theme="vaccination", condition=measles, illustrative=True,
        titles={"ru": "Передвижные пункты вакцинации на рынках",
                "zh": "集市流动接种点", "en": "Mobile vaccination points at markets"},
        since=today - timedelta(days=400), until=today - timedelta(days=310),
        accounts={"ru": "Пункты работали по выходным в трёх городах, запись не требовалась.",
                  "zh": "周末在三个城市设点接种，无需预约。",
                  "en": "Points worked at weekends in three towns; no appointment was needed."},
        results={"ru": "Привитых прибавилось, но учёт по спискам запаздывал. В другой раз — сразу "
                       "с электронным учётом.",
                 "zh": "接种人数增加，但登记滞后。今后应同步电子登记。",
                 "en": "More people were vaccinated, but the lists lagged behind. Next time with "
                       "electronic lists from the first day."},
        evidence={"ru": "Сравнение охвата до и после, без контрольной группы.",
                  "zh": "前后接种率对比，无对照组。",
                  "en": "Coverage before and after compared, without a control group."},
        outcome="in_part", now=at(today - timedelta(days=120), 9),
    )  # fmt: skip
    enter_experience(
        cast.coordinators["IN"], theme="surveillance", illustrative=True,
        titles={"ru": "Еженедельные переговоры с районными лабораториями",
                "en": "Weekly calls with district laboratories", "zh": "与区级实验室每周通话"},
        since=today - timedelta(days=250),
        accounts={"ru": "Раз в неделю полчаса: каждая лаборатория говорит, что необычного.",
                  "en": "A fixed half-hour each week; every laboratory says what is unusual.",
                  "zh": "每周固定半小时，各实验室通报异常情况。"},
        results={"ru": "Донесения стали приходить в среднем на два дня раньше.",
                 "en": "Reports came two days earlier on average.", "zh": "报告平均提前两天。"},
        evidence={"ru": "Даты донесений за год до и за год после.",
                  "en": "Dates of reports of one year, before and after.", "zh": "前后各一年的报告日期。"},
        outcome="helped", now=at(today - timedelta(days=80), 10),
    )  # fmt: skip
    _review(cast, today)
    _ask_and_answer(cast, measles, today)


def _review(cast: Cast, today: date) -> None:
    enter_experience(
        cast.coordinators["KG"], theme="borders", is_review=True, illustrative=True,
        titles={"ru": "Разбор учения на пункте пропуска", "zh": "口岸演练总结",
                "en": "Review of an exercise at a border crossing"},
        since=today - timedelta(days=95), until=today - timedelta(days=94),
        accounts={"ru": "Отработан порядок при подозрении на завозной случай.",
                  "zh": "演练了疑似输入病例的处置流程。",
                  "en": "The procedure for a suspected imported case was rehearsed."},
        results={"ru": "Не хватило места для осмотра; схема движения переделана.",
                 "zh": "检查场地不足；已调整通行路线。",
                 "en": "There was too little room for examination; the routes were laid out anew."},
        evidence={"ru": "Протокол наблюдателей; измерений не было.",
                  "zh": "观察员记录；未作测量。",
                  "en": "Notes of observers; nothing was measured."},
        outcome="open", now=at(today - timedelta(days=60), 8),
    )  # fmt: skip


def _ask_and_answer(cast: Cast, measles: Condition, today: date) -> None:
    question = ask_question(
        cast.coordinators["UZ"], condition=measles, illustrative=True,
        texts={"ru": "Как вы проверяете, что привитые в другом государстве учтены один раз?",
               "zh": "贵国如何避免对在他国接种者重复统计？",
               "en": "How do you make sure that those vaccinated in another State are counted once?"},
        due=today + timedelta(days=14), now=at(today - timedelta(days=9), 9),
    )  # fmt: skip
    answer_question(
        cast.coordinators["KZ"], question, now=at(today - timedelta(days=6), 9),
        texts={"ru": "Сверяем сводные числа по месяцам с соседними областями; имён не передаём.",
               "zh": "每月与相邻州核对汇总数字，不交换姓名。",
               "en": "We compare monthly totals with neighbouring regions; no names are passed on."},
    )  # fmt: skip
    answer_question(
        cast.coordinators["CN"], question, now=at(today - timedelta(days=4), 3),
        texts={"ru": "Считаем дозы, введённые своей службой, а введённые за рубежом показываем отдельно.",
               "zh": "只统计本国发放的疫苗剂次，境外接种另列。",
               "en": "We count doses given by our own service and list those given abroad apart."},
    )  # fmt: skip
