"""The register of research in the example: three entries, validations, a material, a call. All invented."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.health.acts.calls import CallFacts, assess_proposal, make_proposal, open_call
from registan.health.acts.materials import agree_exchange, ask_exchange, list_material
from registan.health.acts.research import (
    ResearchFacts,
    Step,
    close_research,
    enter_research,
    reach_milestone,
)
from registan.health.acts.validations import Figures, enter_validation
from registan.health.models import Condition

if TYPE_CHECKING:
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import Research


def play_research(cast: Cast, today: date) -> None:
    """What States work on, in the order in which it would have happened."""
    measles = Condition.objects.get(code="measles")
    strip = _strip(cast, today, measles)
    _vaccine(cast, today, measles)
    _drug(cast, today)
    _validations(cast, today, strip)
    _material(cast, today, measles)
    _call(cast, today, measles, strip)


def _strip(cast: Cast, today: date, measles: Condition) -> Research:
    """A test system of Kazakhstan with partners; one milestone is reached."""
    first = enter_research(
        cast.coordinators["KZ"],
        ResearchFacts(
            kind="test", condition=measles, phase="clinical", illustrative=True,
            titles={"ru": "Экспресс-тест на антитела к вирусу кори", "zh": "麻疹抗体快速检测",
                    "en": "Rapid test for antibodies to measles"},
            summaries={"ru": "Полоска с ответом за 15 минут, хранение при комнатной температуре.",
                       "zh": "试纸条，15分钟出结果，常温保存。",
                       "en": "A strip with an answer in 15 minutes, kept at room temperature."},
            lead="Пример: научно-исследовательский институт вирусологии",
            partners=[("UZ", "Пример: центр диагностики"), ("CN", "示例：诊断试剂研究所")],
            sites=[("KZ", "Алматы"), ("UZ", "Ташкент")], sharing=["data", "material"],
            conditions_of_sharing={
                "ru": "Данные — по запросу; наборы — для проверки, без продажи.",
                "zh": "数据可申请；试剂盒仅供验证，不得出售。",
                "en": "Data on request; kits for validation, not for sale."},
            steps=[
                Step(today - timedelta(days=70), {"ru": "Опытная партия", "zh": "试制批次",
                                                  "en": "Pilot lot"}),
                Step(today + timedelta(days=120), {"ru": "Проверка в трёх государствах",
                                                   "zh": "三国验证", "en": "Validation in three States"}),
            ],
        ),
        now=at(today - timedelta(days=150), 8),
    )  # fmt: skip
    return reach_milestone(
        cast.coordinators["KZ"], first, number=1, on=today - timedelta(days=64),
        evidence={"ru": "Протокол выпуска партии из 2 000 полосок.", "zh": "2000条批次放行记录。",
                  "en": "Release record of a lot of 2,000 strips."},
        now=at(today - timedelta(days=60), 8),
    )  # fmt: skip


def _vaccine(cast: Cast, today: date, measles: Condition) -> None:
    enter_research(
        cast.coordinators["IN"],
        ResearchFacts(
            kind="vaccine", condition=measles, phase="phase_2", illustrative=True,
            titles={"en": "Measles vaccine patch", "zh": "麻疹疫苗贴片"},
            summaries={"en": "A patch that needs no cold chain for a week.",
                       "zh": "一周内无需冷链的贴片。"},
            lead="Example: institute of vaccines", sites=[("IN", "Pune")], sharing=["licence"],
            conditions_of_sharing={"en": "Licence to producers of member States, on request."},
            steps=[Step(today + timedelta(days=210), {"en": "Last person vaccinated",
                                                      "zh": "末例接种"})],
        ),
        now=at(today - timedelta(days=100), 9),
    )  # fmt: skip


def _drug(cast: Cast, today: date) -> None:
    """One that was closed without success: that is told as well."""
    drug = enter_research(
        cast.coordinators["CN"],
        ResearchFacts(
            kind="drug", phase="phase_1", illustrative=True,
            titles={"zh": "广谱抗病毒吸入剂", "en": "Inhaled broad antiviral"},
            summaries={"zh": "早期试验，剂量递增。", "en": "An early trial with rising doses."},
            lead="示例：药物研究所",
        ),
        now=at(today - timedelta(days=140), 3),
    )  # fmt: skip
    close_research(
        cast.coordinators["CN"], drug, end="not", on=today - timedelta(days=40),
        results={"zh": "有效剂量下刺激性过大，已停止；数据可供查阅。",
                 "en": "Too irritant at doses that work; stopped. The data can be read."},
        now=at(today - timedelta(days=38), 3),
    )  # fmt: skip


def _validations(cast: Cast, today: date, strip: Research) -> None:
    reference = {"ru": "Иммуноферментный анализ", "zh": "酶联免疫吸附试验",
                 "en": "Enzyme immunoassay"}  # fmt: skip
    for state, figures, choosing, laboratory, days in (
        ("KZ", Figures(412, 187, 6, 13, 201, 5), "consecutive",
         "Пример: национальная референс-лаборатория", 30),
        ("UZ", Figures(240, 92, 9, 18, 119, 2), "case_control",
         "Пример: республиканская лаборатория", 20),
    ):  # fmt: skip
        enter_validation(
            cast.coordinators[state], strip, figures, laboratory=laboratory, reference=reference,
            specimen="serum", choosing=choosing, ended_on=today - timedelta(days=days + 5),
            illustrative=True, now=at(today - timedelta(days=days), 7),
        )  # fmt: skip


def _material(cast: Cast, today: date, measles: Condition) -> None:
    panel = list_material(
        cast.coordinators["KZ"], is_offer=True, kind="panel", condition=measles, biosafety=2,
        quantity=12, portion="panel", terms="bilateral", illustrative=True,
        titles={"ru": "Панель сывороток к кори, 20 образцов", "zh": "麻疹血清盘，20份",
                "en": "Panel of measles sera, 20 specimens"},
        remarks={"ru": "Для проверки тест-систем. Перевозка при 2–8 °C.",
                 "zh": "用于验证检测系统，2–8 °C运输。",
                 "en": "For validation of test systems. Carried at 2–8 °C."},
        now=at(today - timedelta(days=45), 8),
    )  # fmt: skip
    exchange = ask_exchange(
        cast.coordinators["UZ"], panel, quantity=2, now=at(today - timedelta(days=33), 8),
        texts={"ru": "Для проверки экспресс-теста на кори."},
    )  # fmt: skip
    agree_exchange(
        cast.coordinators["KZ"], exchange, texts={}, now=at(today - timedelta(days=31), 8)
    )


def _call(cast: Cast, today: date, measles: Condition, strip: Research) -> None:
    """The Secretariat calls; Kazakhstan proposes; two have said how they stand."""
    call = open_call(
        cast.secretariat,
        CallFacts(
            titles={"ru": "Тесты для полевых условий", "zh": "现场检测", "en": "Tests for the field"},
            topics={"ru": "Тест-системы на корь, которым не нужны холод и электричество.",
                    "zh": "无需冷藏和电力的麻疹检测系统。",
                    "en": "Test systems for measles that need neither cold nor power."},
            kinds=["test"], condition=measles, sharing=["data"], languages=["ru", "zh", "en"],
            terms={"ru": "Результаты проверки видят все участники.", "zh": "验证结果对所有参与方公开。",
                   "en": "All who take part see the results of validation."},
            opens_on=today - timedelta(days=28), closes_on=today + timedelta(days=30),
            assess_by=today + timedelta(days=60), illustrative=True,
        ),
        now=at(today - timedelta(days=29), 9),
    )  # fmt: skip
    proposal = make_proposal(
        cast.coordinators["KZ"], call, strip, now=at(today - timedelta(days=14), 9),
        texts={"ru": "Просим проверить тест на своих образцах и сообщить числа.",
               "zh": "请用本国样本验证并通报数据。",
               "en": "Please validate the test on specimens of your own and tell the figures."},
    )  # fmt: skip
    for state, verdict, texts in (
        ("UZ", "support", {"ru": "Участвуем двумя лабораториями."}),
        ("IN", "conditions", {"en": "With a common protocol agreed beforehand."}),
    ):  # fmt: skip
        assess_proposal(
            cast.coordinators[state], proposal, verdict=verdict, texts=texts,
            now=at(today - timedelta(days=7), 9),
        )  # fmt: skip
