"""Tables as exported: what is on the screen, and nothing changes when they come back."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.utils import timezone

from registan.kernel.plan.read import read_plan
from registan.parties.queries import secretariat_viewer
from registan.plans.acts.imports import receive_table, revise_version
from registan.plans.acts.measures import postpone_measure
from registan.plans.acts.plans import bring_in_plan
from registan.plans.bringing import open_desk
from registan.plans.draft import MeasureDraft, PlanDraft, StepDraft, VersionText
from registan.plans.models import Chapter, Plan
from registan.plans.queries.papers import measures_paper
from registan.plans.queries.plans import Filters, measure_lines
from registan.plans.tests.papers import told_by
from registan.plans.views.plans import PAPERS
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from tests.cast import Cast

RETURNING = ("xlsx", "csv", "docx")
FORMULAS = (
    "=1+1",
    "+7 700",
    "-1",
    "@SUM(A1)",
    "=cmd|'/c calc'!A1",
    "\t=2",
    "'=3",
    "'цитата",
    "＝4",
)


def written(plan: Plan, form: str, lang: str, filters: Filters | None = None) -> bytes:
    paper = measures_paper(plan, secretariat_viewer(), lang, filters or Filters())
    return PAPERS[form][0](paper)


def as_kept(plan: Plan, lang: str) -> list[tuple[object, ...]]:
    titles = {row.pk: row.titles.get(lang, "") for row in Chapter.objects.filter(plan=plan)}
    return [
        (line.number, titles.get(line.chapter or 0, ""), line.text, line.result, line.term_raw,
         line.responsible_raw)
        for line in measure_lines(plan, secretariat_viewer(), lang)
    ]  # fmt: skip


def as_read(data: bytes, form: str) -> list[tuple[object, ...]]:
    return [
        (row.number, row.section, row.text, row.result, row.term.raw, row.responsible.raw)
        for row in read_plan(data, f"plan.{form}").rows
    ]


def brought_in(cast: Cast, *texts: VersionText, steps: int = 0) -> Plan:
    """A plan with one measure for each text, in Russian."""
    measures = tuple(
        MeasureDraft(str(number), 0, {"ru": text}, steps=(StepDraft(None, None),) * steps)
        for number, text in enumerate(texts, start=1)
    )
    draft = PlanDraft(key="other", kind="work_plan", titles={"ru": "План мероприятий на 2026 год"},
                      languages=("ru",), chapters=({"ru": "I. Общее"},), measures=measures)  # fmt: skip
    return bring_in_plan(cast.secretariat, draft, now=timezone.now())


@pytest.mark.parametrize("form", RETURNING)
def test_steps_stay_steps(cast: Cast, form: str) -> None:
    text = VersionText("Создать сеть", "концепция\nсоглашение", "2026 год; 2027 год", "Секретариат")
    plan = brought_in(cast, text, VersionText("Провести учения", "", "2026 год"), steps=2)
    assert as_read(written(plan, form, "ru"), form) == as_kept(plan, "ru")
    first = read_plan(written(plan, form, "ru"), f"plan.{form}").rows[0]
    assert [step.text for step in first.steps] == ["концепция", "соглашение"]


@pytest.mark.parametrize("form", RETURNING)
def test_a_text_like_a_formula_is_text_and_comes_back_as_it_was(cast: Cast, form: str) -> None:
    texts = [VersionText(f"{words} показатель", words, "2026 год", words) for words in FORMULAS]
    plan = brought_in(cast, *texts)
    data = written(plan, form, "ru")
    read = [(row[2], row[3], row[5]) for row in as_read(data, form)]
    wanted = [(f"{words} показатель".strip(), words.strip(), words.strip()) for words in FORMULAS]
    assert read == wanted
    if form == "csv":
        cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"))) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    if form == "xlsx":
        sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert not re.search(r"<f[ />]", sheet)


def test_every_paper_has_the_rows_on_the_screen_in_their_order(cast: Cast) -> None:
    client = cast.client("kz-filer")
    query = "?party=KZ&words=%D1%83%D1%87%D0%B5%D0%BD%D0%B8%D1%8F"
    shown = client.get(f"/ru/plans/joint-plan/{query}").content.decode()
    assert "Провести учения лабораторий" in shown
    assert "Вести перечень" not in shown
    for form in PAPERS:
        href = f"/ru/plans/joint-plan/export.{form}{query.replace('&', '&amp;')}"
        assert f'href="{href}"' in shown
        data = client.get(f"/ru/plans/joint-plan/export.{form}{query}").content
        if form == "pdf":
            text = told_by("pdftotext", data)
            assert "Провести учения лабораторий" in " ".join(text.split())
            assert "Обмениваться" not in text
            assert "Выборка: Казахстан; слова «учения»" in " ".join(text.split())
        else:
            assert [row[0] for row in as_read(data, form)] == ["1.2"]


def test_the_page_of_a_chapter_hands_on_that_chapter(cast: Cast) -> None:
    client = cast.client("kz-filer")
    shown = client.get("/ru/plans/joint-plan/chapters/2/").content.decode()
    assert 'href="/ru/plans/joint-plan/export.csv?chapter=2"' in shown
    data = client.get("/ru/plans/joint-plan/export.csv?chapter=2").content
    assert [row[0] for row in as_read(data, "csv")] == ["2.1"]


def test_an_export_is_not_there_for_whom_the_plan_is_not(cast: Cast) -> None:
    for form in PAPERS:
        assert (
            cast.client("mn-reader").get(f"/ru/plans/joint-plan/export.{form}").status_code == 404
        )
    assert cast.client("kz-filer").get("/ru/plans/joint-plan/export.exe").status_code == 404


@pytest.mark.parametrize("form", sorted(PAPERS))
def test_the_same_table_gives_the_same_bytes(cast: Cast, form: str) -> None:
    assert written(cast.plan, form, "zh") == written(cast.plan, form, "zh")


def test_a_postponed_measure_goes_out_and_comes_back_with_its_present_term(cast: Cast) -> None:
    measure = cast.measure("1.2")
    held = dict(measure.texts.values_list("lang", "term_raw"))
    day = date(2035, 6, 30)
    postpone_measure(
        cast.secretariat, measure, starts_on=None, ends_on=day, reasons={"ru": "Позже."}
    )
    for lang in LANGS:
        for form in RETURNING:
            rows = read_plan(written(cast.plan, form, lang), f"plan.{form}", lang=lang).rows
            assert {row.number: row.term.end for row in rows}["1.2"] == day, (lang, form)
        tray = receive_table(
            cast.secretariat, file_name="plan.xlsx", content=written(cast.plan, "xlsx", lang),
            lang=lang, plan=cast.plan, now=timezone.now(),
        )  # fmt: skip
        found = open_desk(tray).comparison
        assert found
        assert found.says_the_same, (lang, found)
    # With another word corrected the term stays, and so do the words in which it was adopted.
    draft = MeasureDraft("1.2", None, {"ru": VersionText("Иное", term_raw="до 30 июня 2035 г.")},
                         ends_on=day, recurrence="once")  # fmt: skip
    revise_version(cast.secretariat, cast.plan, lang="ru", measures=[draft],
                   reasons={"ru": "Опечатка."}, now=timezone.now())  # fmt: skip
    assert dict(measure.texts.values_list("lang", "term_raw")) == held
    assert cast.measure("1.2").ends_on == day
