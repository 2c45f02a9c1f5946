"""Measures after adoption: hierarchy, obligations, indicators, postponed, merged, superseded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.ledger.models import Entry
from registan.plans.acts.measures import (
    define_indicator,
    link_obligations,
    merge_measure,
    postpone_measure,
    supersede_measure,
)
from registan.plans.acts.plans import bring_in_plan, set_obligations
from registan.plans.acts.reports import file_report
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, StepDraft, VersionText
from registan.plans.models import Measure
from registan.plans.queries.owing import owed
from registan.plans.tests.reporting import content, in_two_steps, last_record, page
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from registan.plans.models import Plan
    from tests.cast import Cast

AT = "/ru/plans/joint-plan/measures/"


def below(cast: Cast, kind: str, key: str, parent: Plan | None = None) -> Plan:
    measures: tuple[MeasureDraft, ...] = ()
    if kind in {"action_plan", "work_plan"}:
        steps = (StepDraft(None, date(2027, 3, 31), {"ru": "Проект"}),
                 StepDraft(None, date(2027, 9, 30), {"ru": "Подписание"}))  # fmt: skip
        measures = (MeasureDraft("1", None, {"ru": VersionText("Мера", term_raw="2027 год")},
                                 ends_on=date(2027, 12, 31), steps=steps,
                                 assignments=(AssignmentDraft("all_members"),)),)  # fmt: skip
    return bring_in_plan(cast.secretariat, PlanDraft(
        key=key, kind=kind, titles={"ru": f"Документ {key}"}, languages=("ru",),
        measures=measures, parent=parent,
    ))  # fmt: skip


# Hierarchy and obligations


def test_a_strategy_stands_above_a_programme_and_that_above_a_work_plan(cast: Cast) -> None:
    strategy = below(cast, "strategy", "strategy-one")
    programme = below(cast, "programme", "programme-one", strategy)
    below(cast, "work_plan", "work-one", programme)
    reader = cast.client("kz-filer")
    tree = reader.get("/ru/plans/").content.decode()
    depths = [tree.index(f'"depth-{depth}"') for depth in (0, 1, 2)]
    assert depths == sorted(depths)
    told = page(reader.get("/ru/plans/programme-one/"))
    assert "ниже документа Документ strategy-one" in told
    assert "Документы ниже Документ work-one" in told
    with pytest.raises(Refused, match="plan_above_is_not_above"):
        below(cast, "strategy", "strategy-two", programme)
    with pytest.raises(Refused, match="plan_above_is_not_above"):
        below(cast, "action_plan", "action-two", programme)


def test_a_measure_answers_obligations_of_all_documents_above_it(cast: Cast) -> None:
    strategy = below(cast, "strategy", "strategy-one")
    programme = below(cast, "programme", "programme-one", strategy)
    plan = below(cast, "work_plan", "work-one", programme)
    set_obligations(cast.secretariat, strategy, [("s1", {"ru": "Беречь здоровье"})])
    set_obligations(cast.secretariat, programme, [("p1", {"ru": "Делиться данными"}),
                                                  ("p2", {"ru": "Учить"})])  # fmt: skip
    desk, address = cast.client("secretariat"), "/ru/plans/work-one/measures/1/obligations/"
    assert "Беречь здоровье" in page(desk.get(address))
    pks = [str(row.pk) for row in (*strategy.obligations.all(), programme.obligations.first())]  # type: ignore[union-attr]
    told = page(in_two_steps(desk, address, obligations=pks))
    assert "Беречь здоровье" in told
    assert "Делиться данными" in told
    assert Entry.objects.latest("pk").record["obligations"] == [
        "programme-one/p1", "strategy-one/s1",
    ]  # fmt: skip
    assert plan.measures.get().obligations.count() == 2
    link_obligations(cast.secretariat, plan.measures.get(), obligations=[])
    assert not plan.measures.get().obligations.exists()


def test_obligations_of_a_strategy_are_typed_a_line_each_and_kept_by_language(cast: Cast) -> None:
    below(cast, "strategy", "strategy-one")
    desk, address = cast.client("secretariat"), "/ru/plans/strategy-one/obligations/"
    told = page(in_two_steps(desk, address, obligations_ru="S1. Беречь здоровье\nS2. Учить",
                             obligations_zh="S2. 培训"))  # fmt: skip
    assert "Обязательства документа записаны." in told
    assert "S1. Беречь здоровье S2. Учить" in told
    assert last_record()["obligations"] == {
        "S1": {"ru": "Беречь здоровье"}, "S2": {"ru": "Учить", "zh": "培训"},
    }  # fmt: skip
    again = desk.get(address).context["form"]
    assert again["obligations_ru"].value() == "S1. Беречь здоровье\nS2. Учить"
    wrong = desk.post(address, {"obligations_ru": "Беречь"})
    assert wrong.status_code == 422
    assert "В строке «Беречь» нет ключа." in page(wrong)
    assert cast.client("kz-filer").get(address).status_code == 403


def test_steps_with_terms_of_their_own_are_shown_and_fall_due(cast: Cast) -> None:
    below(cast, "work_plan", "work-one")
    told = page(cast.client("kz-filer").get("/ru/plans/work-one/measures/1/"))
    assert "Этапы Проект 31 марта 2027 г. Подписание 30 сентября 2027 г." in told
    months = page(cast.client("kz-filer").get("/ru/plans/work-one/calendar/?from=2027-01-01"))
    assert "Подписание" in months


def test_the_version_in_the_readers_language_is_shown_and_the_others_beside_it(cast: Cast) -> None:
    told = page(cast.client("cn-filer").get("/zh/plans/joint-plan/measures/1.2/"))
    assert "措施1.2 举行实验室演练" in told
    assert "Провести учения лабораторий" in told.partition("全部语文文本")[2]
    below(cast, "work_plan", "work-one")
    foreign = page(cast.client("cn-filer").get("/zh/plans/work-one/measures/1/"))
    assert "无您所选语文的文本，现显示俄文文本。" in foreign


# Indicators


def test_an_indicator_has_unit_baseline_target_and_source_and_is_recorded(cast: Cast) -> None:
    desk = cast.client("secretariat")
    told = page(in_two_steps(
        desk, f"{AT}1.2/indicator/", indicator="exercises", name_ru="Учения", name_zh="演练",
        name_en="Exercises", unit_ru="шт.", unit_zh="次", unit_en="", baseline="0", target="4",
        source="Минздравы",
    ))  # fmt: skip
    assert "Учения, шт.; исходное значение 0 ; целевое значение 4 (Минздравы)" in told
    entry = Entry.objects.latest("pk")
    assert entry.record["unit"] == {"ru": "шт.", "zh": "次"}
    assert (entry.record["baseline"], entry.record["target"]) == ("0", "4")
    again = desk.get(f"{AT}1.2/indicator/?indicator=exercises")
    assert again.context["form"]["name_zh"].value() == "演练"


def test_a_unit_stays_once_figures_were_reported(cast: Cast) -> None:
    facts = {"indicator": "exercises", "names": {"ru": "Учения"}}
    define_indicator(cast.secretariat, cast.measure("1.2"), **facts, unit={"ru": "шт."})
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"),
                content=content(quantities={"exercises": Decimal("1.5")}))  # fmt: skip
    define_indicator(cast.secretariat, cast.measure("1.2"), **facts, unit={"ru": "шт."},
                     target=Decimal(9))  # fmt: skip
    with pytest.raises(Refused, match="indicator_in_use"):
        define_indicator(cast.secretariat, cast.measure("1.2"), **facts, unit={"ru": "дней"})
    shown = page(cast.client("cn-filer").get(
        "/ru/plans/joint-plan/rounds/1/reports/1.2/KZ/"
    ))  # fmt: skip
    assert "Учения 1.5 шт." in shown


def test_a_figure_for_an_indicator_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="indicator_unknown"):
        file_report(cast.kz_filer, cast.round, cast.measure("1.2"),
                    content=content(quantities={"none": Decimal(1)}))  # fmt: skip


# Postponed, merged, superseded


def test_a_postponed_measure_keeps_each_term_and_reason_it_had(cast: Cast) -> None:
    below(cast, "work_plan", "work-one")
    desk, address = cast.client("secretariat"), "/ru/plans/work-one/measures/1/"
    looked = desk.post(
        f"{address}postpone/", {"ends_on": "2028-06-30", "reason_ru": "Консультации"}
    )
    assert "прежний срок 31 декабря 2027" in page(looked)
    assert "новый срок 30 июня 2028" in page(looked)
    in_two_steps(desk, f"{address}postpone/", ends_on="2028-06-30", reason_ru="Консультации")
    in_two_steps(desk, f"{address}postpone/", ends_on="2028-12-31", reason_ru="Ратификация")
    told = page(cast.client("kz-filer").get(address))
    for words in ("31 декабря 2027", "30 июня 2028", "31 декабря 2028", "Консультации",
                  "Ратификация",
                  "с 30 июня 2028 г. на 31 декабря 2028 г. перенесён срок меры 1."):  # fmt: skip
        assert words in told
    record = Entry.objects.latest("pk").record
    assert record["term_before"] == ["", "2028-06-30"]
    assert record["reasons"] == {"ru": "Ратификация"}


def test_a_term_is_postponed_to_a_later_day_with_a_reason_only(cast: Cast) -> None:
    plan = below(cast, "work_plan", "work-one")
    measure, by = plan.measures.get(), cast.secretariat
    with pytest.raises(Refused, match="postponed_to_no_later_day"):
        postpone_measure(by, measure, starts_on=None, ends_on=date(2027, 12, 31),
                         reasons={"ru": "Так"})  # fmt: skip
    with pytest.raises(Refused, match="reason_missing"):
        postpone_measure(by, measure, starts_on=None, ends_on=date(2029, 1, 1), reasons={"ru": " "})


def test_a_merged_measure_is_reported_on_under_the_one_it_went_into(cast: Cast) -> None:
    desk = cast.client("secretariat")
    told = page(in_two_steps(desk, f"{AT}1.2/merge/", successor="joint-plan/1.1",
                             reason_ru="Одно и то же"))  # fmt: skip
    assert "объединена с другой. Одно и то же" in told
    assert "Мера 1.1" in told
    assert {row.number for row in owed(cast.round)} == {"1.1", "1.3", "2.1"}
    heir = page(cast.client("kz-filer").get(f"{AT}1.1/"))
    assert "Принимает исполнение: Мера 1.2 (объединена с другой)" in heir
    assert (
        cast.client("kz-filer").get("/ru/plans/joint-plan/rounds/1/reports/1.2/").status_code == 403
    )
    with pytest.raises(Refused, match="measure_handed_over"):
        merge_measure(cast.secretariat, cast.measure("1.2"), into=cast.measure("1.1"),
                      reasons={"ru": "Ещё раз"})  # fmt: skip
    with pytest.raises(Refused, match="successor_unfit"):
        merge_measure(cast.secretariat, cast.measure("1.1"), into=cast.measure("1.2"),
                      reasons={"ru": "По кругу"})  # fmt: skip


def test_a_measure_is_superseded_by_one_of_a_later_plan_and_merged_within_its_own(
    cast: Cast,
) -> None:
    below(cast, "work_plan", "work-one")
    desk = cast.client("secretariat")
    told = page(in_two_steps(desk, f"{AT}1.2/supersede/", successor="work-one/1",
                             reason_ru="Новый план"))  # fmt: skip
    assert "заменена. Новый план" in told
    assert "Мера 1, Документ work-one" in told
    record = Entry.objects.latest("pk").record
    assert (record["successor_plan"], record["successor"]) == ("work-one", "1")
    other = Measure.objects.get(plan__key="work-one")
    with pytest.raises(Refused, match="successor_in_another_plan"):
        merge_measure(cast.secretariat, cast.measure("1.1"), into=other, reasons={"ru": "Так"})
    supersede_measure(cast.secretariat, cast.measure("1.1"), by_measure=other,
                      reasons={"ru": "Так"})  # fmt: skip


def test_only_the_secretariat_amends(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    for part in ("postpone/", "merge/", "supersede/", "indicator/", "obligations/"):
        assert kz.get(f"{AT}1.2/{part}").status_code == 403
    with pytest.raises(Refused, match="power_missing"):
        postpone_measure(cast.kz_filer, cast.measure("1.2"), starts_on=None,
                         ends_on=timezone.localdate() + timedelta(days=900),
                         reasons={"ru": "Так"})  # fmt: skip


def test_the_figure_of_an_indicator_says_who_gave_a_value_and_is_a_file_as_well(
    cast: Cast,
) -> None:
    on = cast.measure("1.2")
    define_indicator(
        cast.secretariat, on, indicator="days", names={"en": "Days of exercise"}, unit={"en": "days"},
        now=timezone.now(),
    )  # fmt: skip
    address = "/en/plans/joint-plan/measures/1.2/"
    client = cast.client("secretariat")
    assert "gave a figure" not in client.get(address).content.decode()
    file_report(cast.kz_filer, cast.round, on, content=content(quantities={"days": Decimal(4)}))
    shown = client.get(address)
    (figure,) = shown.context["counted"]
    given = [(name, value) for name, value, _ in figure["rows"] if value]
    assert given == [("Kazakhstan", "4")]
    assert figure["title"] == f"Days of exercise: 1 of {len(figure['rows'])} gave a figure"
    assert shown.content.decode().count('<svg class="bar"') == 1
    rows = client.get(f"{address}indicators.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0] == "Indicator,Unit,State or Body,Value"
    assert "Days of exercise,days,Kazakhstan,4" in rows
    assert len(rows) == 1 + len(figure["rows"])
